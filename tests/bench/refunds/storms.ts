import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, SECOND } from '@/lib/clock';
import { closeDb, db } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { forgetShopSettings } from '@/lib/settings/queries';
import { FakeStripe } from '../../support/fake-stripe';
import { pointAtDatabase } from '../../support/point-at-database';
import { brokenInvariants } from '../../support/refund-invariants';
import { clickStorm, type Presser, partStorm } from '../../support/storms/clicks';
import { faultStorm } from '../../support/storms/faults';
import { fateOf, killStorm } from '../../support/storms/kills';
import { COPIES, messageStorm, wantedEffects } from '../../support/storms/messages';
import { pressTogether } from '../../support/storms/press';
import { ShopProcess } from '../../support/storms/shop-process';
import { startTemporaryPostgresql } from '../../support/temporary-postgresql';
import { DATABASES, type DatabaseName } from '../forum/bench-site';
import { throwaway } from '../served';

const ROUNDS = 200;
const PRESSES = 50;
const TIMES = 50;
const KILLS = 100;
const EVENTS = 1000;
/** After a crash, and after anything a provider does, refunds have so long to be where they belong. */
const WITHIN = 5 * MINUTE;

/** Each storm says what it counted, and whether that is what it has to be. */
const STORMS = { clicks, processes, faults, kills, messages };
let failures = 0;

/** `npm run bench:storms -- kills sqlite` is one storm on one database; without words all of them on both. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const kinds = DATABASES.filter((kind) => wanted.includes(kind));
  const names = (Object.keys(STORMS) as (keyof typeof STORMS)[]).filter((name) => wanted.includes(name));
  say(`Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}`);
  for (const kind of kinds.length > 0 ? kinds : DATABASES) {
    for (const name of names.length > 0 ? names : (Object.keys(STORMS) as (keyof typeof STORMS)[])) {
      await onFreshDatabase(kind, async () => {
        const began = performance.now();
        say(`\n${name}, ${kind}`);
        await STORMS[name]();
        row('took', `${((performance.now() - began) / 1000).toFixed(0)} s`);
      });
    }
  }
  process.exitCode = failures > 0 ? 1 : 0;
}

async function clicks(): Promise<void> {
  const work = () => runDueJobs(handlers);
  reportClicks(await clickStorm(ROUNDS, PRESSES, [pressTogether], work));
  await expectSound();
}

async function processes(): Promise<void> {
  const shops = await Promise.all([ShopProcess.start(), ShopProcess.start()]);
  const pressers: Presser[] = shops.map((shop) => shop.press.bind(shop));
  const pay = () => Promise.all(shops.map((shop) => shop.work()));
  reportClicks(await clickStorm(ROUNDS, PRESSES, pressers, pay));
  const parts = await partStorm(ROUNDS / 4, pressers, pay);
  expectEqual(`ten parts of 30 % at once of ${parts.orders} orders: made`, parts.made, 3 * parts.orders);
  expectEqual('… most of one order of 1000 at the provider', parts.mostMinor, 900);
  expectEqual('… answers of 500', parts.thrown.length, 0);
  await Promise.all(shops.map((shop) => shop.end()));
  await expectSound();
}

function reportClicks(tally: Awaited<ReturnType<typeof clickStorm>>): void {
  expectEqual(`${tally.presses} presses on ${tally.orders} orders: refunds`, tally.refunds, tally.orders);
  expectEqual('… at the provider', tally.atProvider, tally.orders);
  expectEqual('… orders whose callers saw different refunds', tally.divided, 0);
  expectEqual('… answers of 500, refusals', [tally.thrown, tally.refused], [[], []]);
}

async function faults(): Promise<void> {
  let seconds = 0;
  const tallies = await faultStorm(TIMES, async () => {
    seconds = await workUntil(async () => (await onTheWay()) <= TIMES);
  });
  for (const { behaviour, refunds, asExpected, others } of tallies) {
    expectEqual(`${behaviour}: as it should be`, [asExpected, ...others], [refunds]);
  }
  row('… after', `${seconds.toFixed(0)} s`);
  await expectSound({ quiet: true });
}

async function kills(): Promise<void> {
  const stripe = new FakeStripe();
  await stripe.start();
  const { refunds, between } = await killStorm(KILLS, stripe);
  stripe.answersAfterMs = () => 0;
  row(`${KILLS} processes killed while they paid`, `${refunds.length} refunds`);
  row('… with the money moved and nothing of it written down', `${between}`);
  const seconds = await workUntil(async () => (await onTheWay()) === 0);
  const fate = await fateOf(refunds, stripe);
  await stripe.stop();
  expectEqual('… in the end succeeded', fate.succeeded, refunds.length);
  expectEqual('… paid twice, never paid, stuck', [fate.twice, fate.never, fate.open.length], [0, 0, 0]);
  row('… after the restart', `${seconds.toFixed(0)} s`);
  await expectSound({ quiet: true });
}

async function messages(): Promise<void> {
  const work = () => runDueJobs(handlers);
  const { refunds, effects, oversized } = await messageStorm(EVENTS, work, () => sleep(61 * SECOND));
  const wanted = wantedEffects(EVENTS);
  for (const [what, count] of Object.entries(wanted)) expectEqual(what, effects[what] ?? 0, count);
  expectEqual('other effects', Object.keys(effects).length, Object.keys(wanted).length);
  expectEqual(
    `events taken in, of ${EVENTS * COPIES} deliveries and the foreign ones`,
    await db.webhookEvent.count(),
    EVENTS + refunds.length,
  );
  expectEqual(
    'steps to "succeeded"',
    await db.refundEvent.count({ where: { toState: 'succeeded' } }),
    refunds.length,
  );
  expectEqual('answer to 1 MB', oversized, 413);
  while ((await work()) > 0);
  await expectSound({ quiet: true });
}

/** Lets a process work as a running site does. @returns the seconds until all was where it belongs, at most five minutes */
async function workUntil(isDone: () => Promise<boolean>): Promise<number> {
  const shop = await ShopProcess.start();
  const began = performance.now();
  await shop.serve();
  while (!(await isDone()) && performance.now() - began < WITHIN) await sleep(500);
  const seconds = (performance.now() - began) / 1000;
  // The last mails.
  while (
    (await db.job.count({ where: { state: { in: ['waiting', 'running'] }, runAt: { lte: new Date() } } })) > 0
  ) {
    if (performance.now() - began > WITHIN) break;
    await sleep(200);
  }
  await shop.end();
  return seconds;
}

/** Refunds that are still being paid, or that a bank will still send back. */
function onTheWay(): Promise<number> {
  const open = ['requested', 'submitting', 'unknown', 'pending'] as const;
  const bouncing = { state: 'succeeded', paymentRef: { startsWith: 'pretend_fail_later' } } as const;
  return db.refund.count({ where: { OR: [{ state: { in: [...open] } }, bouncing] } });
}

async function expectSound(facts: { quiet?: boolean } = {}): Promise<void> {
  expectEqual('invariants of the money that are broken', await brokenInvariants(facts), []);
}

async function onFreshDatabase(kind: DatabaseName, run: () => Promise<void>): Promise<void> {
  const place = await throwaway();
  const postgres = kind === 'postgresql' ? await startTemporaryPostgresql() : null;
  pointAtDatabase(
    postgres ? await postgres.createDatabase('storm') : `file:${place.dataDir}/porchlight.db`,
    place.dataDir,
  );
  process.env.REFUND_UNDO_SECONDS = '0';
  try {
    await migrate(() => {});
    await allowMany();
    await quietly(run);
  } finally {
    await closeDb();
    await postgres?.stop();
    await place.remove();
  }
}

/** A storm is more than a shop lets go by itself in an hour; what it lets go is another matter (breaker.test.ts). */
async function allowMany(): Promise<void> {
  const value = JSON.stringify({ refundsPerHour: 100_000 });
  await db.setting.create({ data: { key: 'shop', value, updatedAt: new Date() } });
  forgetShopSettings();
}

const write = process.stdout.write.bind(process.stdout);

/** What the shop logs of refused messages would hide the figures. */
async function quietly(run: () => Promise<void>): Promise<void> {
  process.stdout.write = (() => true) as typeof process.stdout.write;
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
}

function say(line: string): void {
  write(`${line}\n`);
}

function row(name: string, value: string): void {
  say(`  ${name.padEnd(64)} ${value}`);
}

function expectEqual(name: string, seen: unknown, wanted: unknown): void {
  const isRight = JSON.stringify(seen) === JSON.stringify(wanted);
  if (!isRight) failures += 1;
  row(name, isRight ? JSON.stringify(seen) : `${JSON.stringify(seen)} INSTEAD OF ${JSON.stringify(wanted)}`);
}

await main();
