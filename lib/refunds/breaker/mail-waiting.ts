import { later, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/queue';
import { queueMail } from '@/lib/mail/queue-mail';
import { formatMoney } from '@/lib/money';
import { waitingMail } from '@/lib/refunds/breaker/mails';
import { REMIND_BEFORE } from '@/lib/refunds/breaker/rules';
import { promiseWords } from '@/lib/refunds/moment-words';
import { shopSettings } from '@/lib/settings/queries';

/** Tells the owner that refunds wait, when the first of them does; and once more before the promise to the first would be
 * broken. Whoever comes to a queue that the owner knows of brings no mail of their own. */
export async function mailWaiting(refundId: string): Promise<void> {
  const first = await db.refund.findFirst({
    where: { state: 'queued', promisedBy: { not: null } },
    select: { id: true, promisedBy: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  if (!first?.promisedBy) return;
  const remindAt = later(first.promisedBy, -REMIND_BEFORE);
  const isReminder = remindAt <= now();
  if (isReminder || first.id === refundId) await tellOwner(first.id, first.promisedBy, isReminder);
  if (isReminder) return;
  const dedupeKey = `refund.waits:${first.id}`;
  const again = { refundId: first.id };
  await transaction((tx) => enqueue(tx, 'refund.waits', again, { runAt: remindAt, dedupeKey }));
}

async function tellOwner(firstId: string, promisedBy: Date, isReminder: boolean): Promise<void> {
  const owner = await db.person.findUnique({ where: { ownerSlot: 1 }, select: { email: true, name: true } });
  if (!owner?.email) return;
  const { email, name } = owner;
  const { shopName, timeZone } = await shopSettings();
  const content = waitingMail({
    ...(await waiting()),
    promised: promiseWords(promisedBy, timeZone, 'en'),
    isReminder,
    url: `${config().siteUrl}/desk/refunds`,
  });
  const dedupeKey = `owner-refunds-wait:${isReminder ? 'reminder' : 'first'}:${firstId}`;
  await transaction((tx) => queueMail(tx, { dedupeKey, to: { email, name }, shopName, content }));
}

async function waiting(): Promise<{ count: number; amounts: string[] }> {
  const groups = await db.refund.groupBy({
    by: ['currency'],
    where: { state: 'queued' },
    _sum: { amountMinor: true },
    _count: { _all: true },
    orderBy: { currency: 'asc' },
  });
  return {
    count: groups.reduce((sum, group) => sum + group._count._all, 0),
    amounts: groups.map(({ currency, _sum }) =>
      formatMoney({ amountMinor: _sum.amountMinor ?? 0, currency }),
    ),
  };
}
