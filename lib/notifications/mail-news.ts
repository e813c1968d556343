import { DAY, later, now, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { replyAddress } from '@/lib/inbound-mail/reply-address';
import { enqueue } from '@/lib/jobs/queue';
import { queueMail } from '@/lib/mail/queue-mail';
import { gatheredMail, threadNewsMail } from '@/lib/notifications/mails';
import { choosePending, mailedItem, type PendingNews } from '@/lib/notifications/pending-news';
import { budgetDue, threadMailDue } from '@/lib/notifications/rules';
import { type StopList, stopUrl } from '@/lib/notifications/sign-stop-link';
import { whereItStands } from '@/lib/notifications/where-it-stands';
import { shopSettings } from '@/lib/settings/queries';
import { wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';

type Reader = { id: string; email: string; name: string; language: Language };

/** Mails somebody what is new and unread in one thread, as it is now. At most one mail per thread a day until they return
 * and so many a day in all: what may not go yet waits for its moment, and goes together with what comes meanwhile. */
export async function mailNews(personId: string, aboutThread: string): Promise<void> {
  const { shopName } = await shopSettings();
  const threadId = await whereItStands(db, aboutThread);
  await transaction(async (tx) => {
    const found = await choosePending(tx, personId, { threadId, before: undoneBefore() });
    if (!found) return;
    const { reader, pending } = found;
    const at = now();
    const last = await tx.threadMail.findUnique({ where: { personId_threadId: { personId, threadId } } });
    const tomorrow = threadMailDue(last?.at ?? null, at);
    if (tomorrow) {
      const dedupeKey = `thread-mail:${personId}:${threadId}:${tomorrow.getTime()}`;
      await enqueue(tx, 'notifications.mail-due', { personId, threadId }, { runAt: tomorrow, dedupeKey });
      return;
    }
    if (await waitsForBudget(tx, personId, at)) return;
    await sendOne(tx, reader, pending, shopName);
  });
}

/** Mails somebody everything that waited for the day's budget, as one mail. */
export async function mailGathered(personId: string): Promise<void> {
  const { shopName } = await shopSettings();
  await transaction(async (tx) => {
    const found = await choosePending(tx, personId, { before: undoneBefore() });
    if (!found) return;
    const { reader, pending } = found;
    if (await waitsForBudget(tx, personId, now())) return;
    if (new Set(pending.map((item) => item.thread.id)).size === 1) {
      await sendOne(tx, reader, pending, shopName);
      return;
    }
    const { siteUrl } = config();
    const list: StopList = { kind: 'all', id: '' };
    const foot = footOf(personId, list, wordsOf(reader.language).mails.news.stopAll);
    const items = pending.map((item) => ({ title: item.thread.title, news: mailedItem(item, siteUrl) }));
    const content = gatheredMail(items, `${siteUrl}/notifications`, foot, reader.language);
    await send(tx, reader, pending, { shopName, content, headers: stopHeaders(foot.stopUrl) });
  });
}

/** News younger than this may still be taken back. */
function undoneBefore(): Date {
  return later(now(), -config().notifyAfterSeconds * SECOND);
}

/** Whether the day's mails are used up; then a job gathers what waits as soon as one more may go. */
async function waitsForBudget(tx: Tx, personId: string, at: Date): Promise<boolean> {
  const mailed = await tx.notification.findMany({
    where: { personId, mailedAt: { gt: later(at, -DAY) } },
    distinct: ['mailedAt'],
    orderBy: { mailedAt: 'asc' },
    select: { mailedAt: true },
  });
  const due = budgetDue(mailed.flatMap((row) => row.mailedAt ?? []));
  if (!due) return false;
  const dedupeKey = `gather:${personId}:${due.getTime()}`;
  await enqueue(tx, 'notifications.gather-due', { personId }, { runAt: due, dedupeKey });
  return true;
}

async function sendOne(tx: Tx, reader: Reader, pending: PendingNews[], shopName: string): Promise<void> {
  const thread = pending[0]?.thread;
  if (!thread) return;
  const { siteUrl } = config();
  const stop = await whatSentIt(tx, reader, pending);
  const foot = footOf(reader.id, stop.list, stop.label);
  const answerTo = replyAddress(reader.id, thread.id);
  const content = threadNewsMail(
    thread.title,
    pending.map((item) => mailedItem(item, siteUrl)),
    foot,
    answerTo !== null,
    reader.language,
  );
  const answering: Record<string, string> = answerTo ? { 'Reply-To': answerTo } : {};
  const root = `<thread.${thread.id}@${new URL(siteUrl).hostname}>`;
  // Mail programs put together what names the same beginning.
  const headers = { ...stopHeaders(foot.stopUrl), 'In-Reply-To': root, References: root, ...answering };
  await send(tx, reader, pending, { shopName, content, headers });
}

/** A new question came because of its category or tag, so that is what its link stops; everything else, of its thread. */
async function whatSentIt(
  tx: Tx,
  { id: personId, language }: Reader,
  pending: readonly PendingNews[],
): Promise<{ list: StopList; label: string }> {
  const words = wordsOf(language).mails.news;
  const [first] = pending;
  if (first && pending.every((item) => item.kind === 'question')) {
    const tagIds = first.thread.tags.map((tag) => tag.tagId);
    const follow = await tx.follow.findFirst({
      where: {
        personId,
        stoppedAt: null,
        OR: [{ categoryId: first.thread.categoryId }, { tagId: { in: tagIds } }],
      },
      select: { categoryId: true, tagId: true },
    });
    if (follow?.categoryId) {
      return { list: { kind: 'category', id: follow.categoryId }, label: words.stopCategory };
    }
    if (follow?.tagId) return { list: { kind: 'tag', id: follow.tagId }, label: words.stopTag };
  }
  return { list: { kind: 'thread', id: first?.thread.id ?? '' }, label: words.stopThread };
}

function footOf(personId: string, list: StopList, stopLabel: string) {
  return {
    stopLabel,
    stopUrl: stopUrl(personId, list),
    choicesUrl: `${config().siteUrl}/account/notifications`,
  };
}

/** RFC 8058: the mail program may press the link for the person. */
function stopHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

async function send(
  tx: Tx,
  reader: Reader,
  pending: readonly PendingNews[],
  mail: Pick<Parameters<typeof queueMail>[1], 'shopName' | 'content' | 'headers'>,
): Promise<void> {
  const last = await tx.notification.aggregate({
    where: { personId: reader.id },
    _max: { mailedAt: true },
  });
  const at = now();
  // Each mail has a moment of its own, because the moments are what the day's budget counts.
  const mailedAt = last._max.mailedAt && last._max.mailedAt >= at ? later(last._max.mailedAt, 1) : at;
  const newest = pending[pending.length - 1]?.id ?? '';
  await tx.notification.updateMany({
    where: { id: { in: pending.map((item) => item.id) } },
    data: { mailedAt },
  });
  for (const threadId of new Set(pending.map((item) => item.thread.id))) {
    const key = { personId: reader.id, threadId };
    await tx.threadMail.upsert({
      where: { personId_threadId: key },
      create: { ...key, at },
      update: { at },
    });
  }
  await queueMail(tx, {
    dedupeKey: `news:${newest}`,
    to: { email: reader.email, name: reader.name },
    ...mail,
  });
}
