import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { answerAcceptedMail, MAIL_EXCERPT } from '@/lib/forum/mails';
import { replyHref } from '@/lib/forum/page-queries';
import { queueMail } from '@/lib/mail/queue-mail';
import { plainText } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';

/** Tells the author of a reply that it was accepted by somebody else, once per reply; not when it was taken back or a
 * post is hidden by now. */
export async function notifyAnswerer(replyId: string): Promise<void> {
  const accepted = await db.acceptedAnswer.findFirst({
    where: { replyId, reply: { hiding: null }, thread: { hiding: null } },
    select: {
      byId: true,
      by: { select: { name: true } },
      thread: { select: { title: true } },
      reply: {
        select: {
          body: true,
          authorId: true,
          author: { select: { email: true, name: true, suspendedAt: true } },
        },
      },
    },
  });
  if (!accepted || accepted.byId === accepted.reply.authorId) return;
  const { author } = accepted.reply;
  if (!author.email || author.suspendedAt) return;
  const to = { email: author.email, name: author.name };
  const href = await replyHref(replyId, null);
  if (!href) return;
  const { shopName } = await shopSettings();
  const content = answerAcceptedMail({
    title: accepted.thread.title,
    by: accepted.by.name,
    excerpt: plainText(accepted.reply.body, MAIL_EXCERPT),
    url: config().siteUrl + href,
  });
  await transaction((tx) =>
    queueMail(tx, { dedupeKey: `answer-accepted:${replyId}`, to, shopName, content }),
  );
}
