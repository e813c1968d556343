import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '@/lib/clock';
import { auditRefunds } from '@/lib/refunds/audit/audit-refunds';
import { FakePaypal } from '../../support/fake-paypal';
import { anOrder, askForRefund, passTime, startClock, work } from './till';

const fake = new FakePaypal();
beforeEach(async () => {
  startClock();
  await fake.start();
});
afterEach(async () => {
  await fake.stop();
  vi.useRealTimers();
});

it('a report that is hours late raises no alarm, and a refund that never comes into it does', async () => {
  fake.reportIsLate = 3 * HOUR;
  const paymentRef = fake.addPayment();
  await askForRefund(await anOrder({ provider: 'paypal', paymentRef }));
  await work();
  passTime(MINUTE);
  expect(await auditRefunds()).toMatchObject([
    { provider: 'paypal', theirs: 0, differences: [], trouble: '' },
  ]);
  passTime(5 * HOUR);
  expect(await auditRefunds()).toMatchObject([{ ours: 1, theirs: 1, differences: [], trouble: '' }]);
  fake.reportIsLate = 99 * HOUR;
  expect(await auditRefunds()).toMatchObject([{ differences: [{ kind: 'missing-there' }] }]);
});
