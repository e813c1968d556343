import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { patience } from '@/lib/refunds/providers/patience';
import { FakeStripe } from '../../support/fake-stripe';
import { clickStorm, partStorm } from '../../support/storms/clicks';
import { faultStorm } from '../../support/storms/faults';
import { fateOf, killStorm } from '../../support/storms/kills';
import { COPIES, messageStorm, wantedEffects } from '../../support/storms/messages';
import { pressTogether } from '../../support/storms/press';
import { ShopProcess } from '../../support/storms/shop-process';
import { expectSoundBooks, passTime, startClock, work, workThrough } from './till';

// Few of each, to be quick; `npm run bench:storms` is the same in full counts.
const ROUNDS = 2;
const EVENTS = 40;
const KILLS = 3;
/** Processes take their time to start on a busy machine. */
const PATIENCE = 180_000;

beforeEach(() => startClock());
afterEach(() => {
  vi.useRealTimers();
});

describe('fifty presses of one button at once', () => {
  it('R01: are one refund, whichever answer is looked at', async () => {
    const tally = await clickStorm(ROUNDS, 50, [pressTogether], work);
    expect(tally).toMatchObject({ divided: 0, thrown: [], refused: [], refunds: ROUNDS, atProvider: ROUNDS });
    await workThrough(10 * SECOND);
    await expectSoundBooks({ quiet: true });
  });

  it(
    'R02: are one refund in two processes that both press and pay, and parts stay within what was paid',
    async () => {
      vi.useRealTimers();
      const shops = await Promise.all([ShopProcess.start(), ShopProcess.start()]);
      const pressers = shops.map((shop) => shop.press.bind(shop));
      const pay = () => Promise.all(shops.map((shop) => shop.work()));
      const tally = await clickStorm(ROUNDS, 50, pressers, pay);
      expect(tally).toMatchObject({
        divided: 0,
        thrown: [],
        refused: [],
        refunds: ROUNDS,
        atProvider: ROUNDS,
      });
      const parts = await partStorm(ROUNDS, pressers, pay);
      expect(parts).toMatchObject({ made: 3 * ROUNDS, mostMinor: 900, thrown: [] });
      await Promise.all(shops.map((shop) => shop.end()));
      await expectSoundBooks();
    },
    PATIENCE,
  );
});

it('R07, R08, R11, R12, R13, R18: however the provider behaves, five minutes later nobody was paid twice or told a wrong thing', async () => {
  patience.answerWithinMs = 200;
  const tallies = await faultStorm(1, () => workThrough(5 * MINUTE, 15 * SECOND));
  expect(tallies.flatMap(({ behaviour, others }) => others.map((other) => `${behaviour}: ${other}`))).toEqual(
    [],
  );
  await expectSoundBooks({ quiet: true });
});

it(
  `R09: ${KILLS} processes are killed while they pay; five minutes later nothing is paid twice, lost or stuck`,
  async () => {
    vi.useRealTimers();
    const stripe = new FakeStripe();
    await stripe.start();
    const { refunds } = await killStorm(KILLS, stripe);
    startClock(new Date().toISOString());
    stripe.answersAfterMs = () => 0;
    await work();
    await workThrough(5 * MINUTE, 15 * SECOND);
    const fate = await fateOf(refunds, stripe);
    await stripe.stop();
    expect(fate).toEqual({ succeeded: refunds.length, open: [], twice: 0, never: 0 });
    await expectSoundBooks({ quiet: true });
  },
  PATIENCE,
);

it(`R16: ${EVENTS} messages × ${COPIES} shuffled copies: each applied once; forged, replayed, foreign and oversized ones change nothing`, async () => {
  const before = await db.webhookEvent.count();
  const hold = async () => passTime(61 * SECOND);
  const { refunds, effects, oversized } = await messageStorm(EVENTS, work, hold);
  expect(effects).toEqual(wantedEffects(EVENTS));
  expect(oversized).toBe(413);
  expect((await db.webhookEvent.count()) - before).toBe(EVENTS + refunds.length);
  const where = { refundId: { in: refunds }, toState: 'succeeded' as const };
  expect(await db.refundEvent.count({ where })).toBe(refunds.length);
  while ((await work()) > 0);
  await expectSoundBooks({ quiet: true });
});
