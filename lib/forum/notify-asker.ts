import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { MAIL_EXCERPT, replyPostedMail } from '@/lib/forum/mails';
import { replyHref } from '@/lib/forum/page-queries';
import { queueMail } from '@/lib/mail/queue-mail';
import { plainText } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';

/** Tells the asker of a reply by somebody else, once per reply; not when either post is hidden by now. */
export async function notifyAsker(replyId: string): Promise<void> {
  const reply = await db.reply.findFirst({
    where: { id: replyId, hiding: null, thread: { hiding: null } },
    select: {
      body: true,
      authorId: true,
      author: { select: { name: true } },
      thread: {
        select: {
          title: true,
          authorId: true,
          author: { select: { email: true, name: true, suspendedAt: true } },
        },
      },
    },
  });
  if (!reply || reply.authorId === reply.thread.authorId) return;
  const asker = reply.thread.author;
  if (!asker.email || asker.suspendedAt) return;
  const to = { email: asker.email, name: asker.name };
  const href = await replyHref(replyId, null);
  if (!href) return;
  const { shopName } = await shopSettings();
  const content = replyPostedMail({
    title: reply.thread.title,
    by: reply.author.name,
    excerpt: plainText(reply.body, MAIL_EXCERPT),
    url: config().siteUrl + href,
  });
  await transaction((tx) => queueMail(tx, { dedupeKey: `reply-posted:${replyId}`, to, shopName, content }));
}
