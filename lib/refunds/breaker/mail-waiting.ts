import { later, now } from '@/lib/clock';
import { config } from '@/lib/config';
import { db, type Prisma } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { queueMail } from '@/lib/mail/queue-mail';
import { formatMoney } from '@/lib/money';
import { waitingMail } from '@/lib/refunds/breaker/mails';
import { REMIND_BEFORE } from '@/lib/refunds/breaker/rules';
import { promiseWords } from '@/lib/refunds/mails';
import { shopSettings } from '@/lib/settings/queries';

/** Tells the owner that refunds wait, when the first of them does; and once more before the promise to the first would be
 * broken. Whoever comes to a queue that the owner knows of brings no mail of their own. */
export async function mailWaiting(refundId: string): Promise<void> {
  const refund = await db.refund.findUnique({
    where: { id: refundId },
    select: { id: true, state: true, createdAt: true, promisedBy: true },
  });
  if (refund?.state !== 'queued' || !refund.promisedBy) return;
  const isFirst = (await db.refund.count({ where: before(refund) })) === 0;
  const owner = await db.person.findUnique({ where: { ownerSlot: 1 }, select: { email: true, name: true } });
  if (!isFirst || !owner?.email) return;
  const { email, name } = owner;
  const isReminder = later(refund.promisedBy, -REMIND_BEFORE) <= now();
  const { shopName, timeZone } = await shopSettings();
  const content = waitingMail({
    ...(await waiting()),
    promised: promiseWords(refund.promisedBy, timeZone),
    isReminder,
    url: `${config().siteUrl}/desk/refunds`,
  });
  const dedupeKey = `owner-refunds-wait:${isReminder ? 'reminder' : 'first'}:${refundId}`;
  await transaction((tx) => queueMail(tx, { dedupeKey, to: { email, name }, shopName, content }));
}

/** Those that have waited longer. */
function before({ id, createdAt }: { id: string; createdAt: Date }): Prisma.RefundWhereInput {
  return { state: 'queued', OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
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
