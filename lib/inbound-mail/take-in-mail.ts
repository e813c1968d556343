import { actorById } from '@/lib/accounts/queries';
import type { Actor } from '@/lib/accounts/schema';
import { DAY, later, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { isUniqueViolation, transaction, uniqueViolationOn } from '@/lib/db/transaction';
import { messageOf, type Outcome } from '@/lib/errors';
import type { PostingRule } from '@/lib/forum/check-limits';
import { type PostReplyReason, postReplyWords, ReplyBody } from '@/lib/forum/schema';
import { newId } from '@/lib/ids';
import { automaticBecause } from '@/lib/inbound-mail/automatic-mail';
import { notPostedMail } from '@/lib/inbound-mail/mails';
import { type ReadMail, readMail } from '@/lib/inbound-mail/read-mail';
import { replyOfAddress } from '@/lib/inbound-mail/reply-address';
import { log } from '@/lib/log';
import { queueMail } from '@/lib/mail/queue-mail';
import { shopSettings } from '@/lib/settings/queries';
import { withWait } from '@/lib/web/rate-limit';
import { DEFAULT_LANGUAGE } from '@/lib/words/languages';

/** How a reply is posted; the forum's command, handed in by whoever knows all rooms. */
export type PostReply = (
  input: { threadId: string; body: string },
  actor: Actor,
  rule: PostingRule,
) => Promise<Outcome<{ replyId: string }, PostReplyReason>>;

export type Taken = { outcome: 'posted' | 'ignored' | 'refused' | 'repeated'; reason: string };

/** "Could not be posted" is told this often at most, so that no two programs can talk to each other for long. */
const TELL_REFUSAL_EVERY = 7 * DAY;
/** Pictures and files of mails are not kept yet; the reply says so. */
const LEFT_OUT = '*(What was attached to this mail is not shown.)*';

/** Takes in one mail: an answer to a mail of ours becomes a reply, once. Only the signed address grants it, and only when the
 * mail says it is from the person's own address; whatever a program wrote is let go without an answer. What became of
 * each mail is kept in its row.
 * @param rule the limits of posting */
export async function takeInMail(raw: Buffer, post: PostReply, rule: PostingRule): Promise<Taken> {
  let mail: ReadMail;
  try {
    mail = await readMail(raw);
  } catch (error) {
    log.warn('inbound-mail.unreadable', { error: messageOf(error), bytes: raw.length });
    return { outcome: 'ignored', reason: 'not a mail' };
  }
  if (await db.inboundMail.findUnique({ where: { messageId: mail.messageId } })) {
    return { outcome: 'repeated', reason: '' };
  }
  const taken = await judge(mail, post, rule);
  if (taken.outcome !== 'repeated') log.info('inbound-mail.taken', taken);
  return taken;
}

async function judge(mail: ReadMail, post: PostReply, rule: PostingRule): Promise<Taken> {
  const { inboundMail, mailFrom } = config();
  if (!inboundMail) return keep(mail, { outcome: 'ignored', reason: 'replies by mail are off' });
  const automatic = automaticBecause(mail.headers, mail.from, [mailFrom.address, inboundMail.replyAddress]);
  if (automatic) return keep(mail, { outcome: 'ignored', reason: `automatic: ${automatic}` });
  const place = mail.recipients.map(replyOfAddress).find((found) => found !== null);
  if (!place) return keep(mail, { outcome: 'ignored', reason: 'not for a reply address of ours' });
  const actor = await actorById(place.personId);
  if (!actor?.email) return keep(mail, { outcome: 'refused', reason: 'the person is gone or suspended' });
  if (mail.from !== actor.email) {
    return keep(mail, { outcome: 'refused', reason: 'From is not the address of the person' });
  }
  const body = ReplyBody.safeParse(
    mail.attachments > 0 && mail.words !== '' ? `${mail.words}\n\n${LEFT_OUT}` : mail.words,
  );
  if (!body.success) {
    const because = body.error.issues[0]?.message ?? 'There are no words in it.';
    return refuse(mail, actor, place.threadId, because);
  }
  return postOnce(mail, { threadId: place.threadId, body: body.data }, actor, post, rule);
}

/** The mail's row is written in the transaction of its reply: of two deliveries at once one posts, and a crash leaves both
 * or neither. */
async function postOnce(
  mail: ReadMail,
  input: { threadId: string; body: string },
  actor: Actor,
  post: PostReply,
  rule: PostingRule,
): Promise<Taken> {
  const taken = { outcome: 'posted', reason: '' } as const;
  const id = newId();
  try {
    const answer = await post(input, actor, async (tx, ...about) => {
      const refusal = await rule(tx, ...about);
      if (!refusal) {
        await tx.inboundMail.create({ data: { id, messageId: mail.messageId, ...taken, at: now() } });
      }
      return refusal;
    });
    if (!answer.ok) {
      const because = withWait(postReplyWords[answer.reason], answer.waitSeconds);
      return refuse(mail, actor, input.threadId, because);
    }
    const { count } = await db.inboundMail.updateMany({
      where: { id },
      data: { replyId: answer.replyId },
    });
    // The same words stood there already: this mail came a second time under another Message-ID.
    return count > 0
      ? taken
      : keep(mail, { outcome: 'ignored', reason: 'the same words were posted already' });
  } catch (error) {
    if (!uniqueViolationOn(error, 'messageId')) throw error;
    return { outcome: 'repeated', reason: '' };
  }
}

async function keep(mail: ReadMail, taken: Taken): Promise<Taken> {
  try {
    await db.inboundMail.create({
      data: {
        id: newId(),
        messageId: mail.messageId,
        outcome: taken.outcome,
        reason: taken.reason,
        at: now(),
      },
    });
    return taken;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { outcome: 'repeated', reason: '' };
  }
}

/** Keeps the refusal, and tells the person once a week at most. */
async function refuse(mail: ReadMail, actor: Actor, threadId: string, because: string): Promise<Taken> {
  const kept = await keep(mail, { outcome: 'refused', reason: because });
  if (kept.outcome !== 'refused') return kept;
  const { shopName } = await shopSettings();
  await transaction(async (tx) => {
    await tx.person.updateMany({ where: { id: actor.id }, data: { sessionVersion: { increment: 0 } } });
    const at = now();
    const key = `reply-not-posted:${actor.id}:`;
    const lately = await tx.mail.count({
      where: { dedupeKey: { startsWith: key }, createdAt: { gt: later(at, -TELL_REFUSAL_EVERY) } },
    });
    if (lately > 0 || actor.email === null) return;
    const thread = await tx.thread.findUnique({ where: { id: threadId }, select: { title: true } });
    const url = `${config().siteUrl}/t/${threadId}`;
    const content = notPostedMail(
      { title: thread?.title ?? null, because, wrote: mail.words.slice(0, 600), url },
      actor.language ?? DEFAULT_LANGUAGE,
    );
    await queueMail(tx, {
      dedupeKey: `${key}${mail.messageId}`,
      to: { email: actor.email, name: actor.name },
      shopName,
      content,
    });
  });
  return kept;
}
