import { maskEmail } from '@/lib/accounts/email-address';
import { db } from '@/lib/db/client';
import { isId } from '@/lib/ids';
import { isWithdrawalKey } from '@/lib/refunds/withdrawal/rules';

export type WithdrawalView = {
  id: string;
  statement: string;
  maskedEmail: string;
  receivedAt: Date;
  isMailed: boolean;
};

/** A declaration for the browser that made it; null for everybody else. */
export async function withdrawalFor(id: string, key: string): Promise<WithdrawalView | null> {
  if (!isId(id) || !isWithdrawalKey(id, key)) return null;
  const row = await db.withdrawal.findUnique({ where: { id } });
  if (!row) return null;
  const { statement, receivedAt, isMailed } = row;
  return { id, statement, receivedAt, isMailed, maskedEmail: maskEmail(row.email) };
}

export type DeskWithdrawal = {
  id: string;
  name: string;
  contract: string;
  email: string;
  receivedAt: Date;
  handledAt: Date | null;
  orderNumber: string | null;
};

/** Declarations for the desk, those that nobody dealt with first, then the newest; the newest two hundred. */
export async function deskWithdrawals(): Promise<DeskWithdrawal[]> {
  const rows = await db.withdrawal.findMany({
    orderBy: [{ handledAt: { sort: 'asc', nulls: 'first' } }, { receivedAt: 'desc' }],
    take: 200,
    include: { order: { select: { number: true } } },
  });
  return rows.map(({ id, name, contract, email, receivedAt, handledAt, order }) => ({
    id,
    name,
    contract,
    email,
    receivedAt,
    handledAt,
    orderNumber: order?.number ?? null,
  }));
}

/** How many declarations nobody dealt with yet. */
export function countOpenWithdrawals(): Promise<number> {
  return db.withdrawal.count({ where: { handledAt: null } });
}
