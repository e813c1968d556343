import { later, now, SECOND } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { whoMuted } from '@/lib/following/queries';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { choicesFrom } from '@/lib/notifications/rules';
import type { Kind, Reason } from '@/lib/notifications/schema';

/** Something that happened, told once to each person. */
export type News = {
  /** What makes it one: "reply:ID". The same key is never told to the same person again. */
  eventKey: string;
  kind: Kind;
  threadId: string;
  replyId?: string;
  /** Who did it; never told of it, nor are people who muted them. Left out when the site did it by its rules. */
  byId?: string;
  people: ReadonlyMap<string, Reason>;
};

/** So many people at a time: a transaction stays short, and a list of ids within what databases take. */
const BATCH = 200;

/** Writes one notification per person and event, and has the mails come due after the time for second thoughts. People
 * without a proven address, suspended and deleted ones are left out. Told twice, it does nothing: a job may run again. */
export async function notify(news: News): Promise<void> {
  const ids = [...news.people.keys()].filter((id) => id !== news.byId);
  for (let start = 0; start < ids.length; start += BATCH) {
    await notifySome(news, ids.slice(start, start + BATCH));
  }
}

async function notifySome(news: News, ids: string[]): Promise<void> {
  const [people, muting, choices, browsers] = await Promise.all([
    db.person.findMany({
      where: { id: { in: ids }, email: { not: null }, suspendedAt: null, deletedAt: null },
      select: { id: true },
    }),
    news.byId ? whoMuted(news.byId, ids) : new Set<string>(),
    db.notificationChoice.findMany({ where: { personId: { in: ids } } }),
    db.pushSubscription.findMany({ where: { personId: { in: ids } }, select: { personId: true } }),
  ]);
  const heard = people.map(({ id }) => id).filter((id) => !muting.has(id));
  await transaction(async (tx) => {
    const at = now();
    const due = later(at, config().notifyAfterSeconds * SECOND);
    const told = await tx.notification.findMany({
      where: { eventKey: news.eventKey, personId: { in: heard } },
      select: { personId: true },
    });
    const before = new Set(told.map((row) => row.personId));
    for (const personId of heard) {
      if (before.has(personId)) continue;
      const reason = news.people.get(personId) ?? 'follow';
      const kind = news.kind === 'reply' && reason === 'mention' ? 'mention' : news.kind;
      const mine = choicesFrom(choices.filter((row) => row.personId === personId))[kind];
      const push = mine.push && browsers.some((browser) => browser.personId === personId);
      if (!mine.site && !mine.mail && !push) continue;
      const { eventKey, threadId, replyId = null, byId = null } = news;
      const id = newId();
      await tx.notification.create({
        data: { id, personId, eventKey, kind, reason, threadId, replyId, byId, at, shown: mine.site },
      });
      if (mine.mail) await enqueue(tx, 'notifications.mail-due', { personId, threadId }, { runAt: due });
      if (push) await enqueue(tx, 'notifications.push-due', { notificationId: id }, { runAt: due });
    }
  });
}
