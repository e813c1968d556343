import { afterEach, beforeEach, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { DAY } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { anOrder, askForRefund, expectSoundBooks, startClock } from './till';

export const partner: Actor = {
  id: 'theotherowner000',
  name: 'Pia',
  role: 'owner',
  email: 'pia@example.com',
};
export const helper: Actor = {
  id: 'thehelper0000000',
  name: 'Hanno',
  role: 'helper',
  email: 'h@example.com',
};

/** Every test of the file begins four days after the one before it, and leaves sound books. */
export function openDeskDaily(): void {
  let day = 0;
  beforeEach(() => {
    day += 1;
    startClock(new Date(Date.UTC(2026, 5, 1) + day * 4 * DAY).toISOString());
  });
  afterEach(async () => {
    await expectSoundBooks();
    vi.useRealTimers();
  });
}

export const atProvider = (paymentRef: string) => db.pretendRefund.findMany({ where: { paymentRef } });

let made = 0;
/** A refund that was asked for, of an order whose payment behaves as `pretend` calls it. */
export async function aRefund(behaviour: string, facts: Parameters<typeof anOrder>[0] = {}) {
  made += 1;
  const order = await anOrder({ paymentRef: `pretend_${behaviour}_desk${made}`, ...facts });
  return { order, refundId: await askForRefund(order) };
}
