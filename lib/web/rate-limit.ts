import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { DoorProblem } from '@/lib/errors';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** The limits on one page: how many in how many seconds, per person, or per address where nobody is signed in.
 * Starting values from the field's practice; what counts per account or order is counted by its own key. */
export const limits = {
  signInPerAddress: { points: 30, duration: 15 * MINUTE },
  signInPerAccount: { points: 10, duration: 15 * MINUTE },
  /** Mail to an address that has not been proven: 3 an hour, so that nobody is bombed through us. */
  mailToUnproven: { points: 3, duration: HOUR },
  post: { points: 10, duration: MINUTE },
  /** Files: as many as a person describing a problem drops at once; the day's quota is counted from the rows. */
  upload: { points: 30, duration: 10 * MINUTE },
  /** A cookie costs nothing, so what nobody has signed for is also counted by address. */
  uploadUnsigned: { points: 20, duration: 24 * HOUR },
  /** Two seconds after each change, in a few tabs, and a whole shop's customers may share an address. */
  draft: { points: 300, duration: MINUTE },
  /** Texts that visitors begin: each is up to 60,000 characters that nobody has signed for. */
  newDraft: { points: 60, duration: HOUR },
  vote: { points: 60, duration: MINUTE },
  flag: { points: 10, duration: 24 * HOUR },
  feedback: { points: 60, duration: HOUR },
  search: { points: 60, duration: MINUTE },
  suggest: { points: 300, duration: MINUTE },
  /** Pages of threads that ask to be told of new replies; each opens one when it is looked at. */
  live: { points: 120, duration: MINUTE },
  /** How far threads were read: once in a while per page, many pages an hour. */
  noteReading: { points: 120, duration: MINUTE },
  /** What is noted of searches; more than a person makes must not fill the owner's list of gaps. */
  noteSearch: { points: 60, duration: MINUTE },
  /** A copy of everything one wrote and uploaded: read from the disk whole. */
  export: { points: 5, duration: HOUR },
  /** A file of a sitemap reads up to 10,000 rows; a crawler asks for each once in a while. */
  sitemap: { points: 30, duration: MINUTE },
  /** Feeds: readers ask for each every few minutes, many of them from one address. */
  crawl: { points: 120, duration: MINUTE },
  /** A picture that is not kept yet takes a tenth of a second to draw. */
  picture: { points: 60, duration: MINUTE },
  /** A receipt takes a twentieth of a second to set, one with all the lines an order can have a whole one. */
  document: { points: 30, duration: MINUTE },
  orderLookup: { points: 10, duration: HOUR },
  /** Every code has its own five tries; this only bounds an address that many customers may share, slips included. */
  orderCode: { points: 30, duration: HOUR },
  /** Each takes two presses, slips not counted. It is a right: looking for orders before must not use it up. */
  withdrawal: { points: 20, duration: HOUR },
  refund: { points: 20, duration: HOUR },
  desk: { points: 300, duration: MINUTE },
  apiRead: { points: 600, duration: MINUTE },
  apiWrite: { points: 120, duration: MINUTE },
  /** Tokens with the scope admin import: 6,000 a minute (product.md). */
  apiAdmin: { points: 6000, duration: MINUTE },
  webhook: { points: 600, duration: MINUTE },
} as const;

export type LimitName = keyof typeof limits;

type Limiter = Pick<RateLimiterMemory, 'consume'>;
const limiters = new Map<string, Limiter>();

function limiterFor(name: LimitName): Limiter {
  const found = limiters.get(name);
  if (found) return found;
  const options = { keyPrefix: name, ...limits[name] };
  // One process counts in memory; several processes share a PostgreSQL database and count there.
  const limiter =
    config().databaseKind === 'sqlite'
      ? new RateLimiterMemory(options)
      : new RateLimiterPrisma({ ...options, storeClient: db, tableName: 'rateLimit' });
  limiters.set(name, limiter);
  return limiter;
}

/** Counts one use of `name` by `key`.
 * @throws DoorProblem 429 with the seconds to wait when there were too many */
export async function countUse(name: LimitName, key: string): Promise<void> {
  const verdict = await tryUse(name, key);
  if (!verdict.ok) {
    throw new DoorProblem(429, 'too-many-requests', waitWords(verdict.waitSeconds), {}, verdict.waitSeconds);
  }
}

/** Counts one use and says whether it was still within the limit. */
export async function tryUse(
  name: LimitName,
  key: string,
): Promise<{ ok: true } | { ok: false; waitSeconds: number }> {
  try {
    await limiterFor(name).consume(key);
    return { ok: true };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { ok: false, waitSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
  }
}

function waitWords(seconds: number): string {
  return withWait(
    'That was a lot in a short time. Please wait {wait} and try again; nothing you typed is lost.',
    seconds,
  );
}

/** Fills the `{wait}` of a sentence with the time in words. */
export function withWait(sentence: string, seconds?: number): string {
  if (seconds === undefined) return sentence;
  const wait =
    seconds < 90
      ? `${seconds} seconds`
      : seconds < 90 * MINUTE
        ? `${Math.ceil(seconds / MINUTE)} minutes`
        : `${Math.ceil(seconds / HOUR)} hours`;
  return sentence.replace('{wait}', wait);
}

/** An address as a key for limits: IPv6 by its /64, since one customer has a whole one. */
export function addressKey(ip: string): string {
  if (!ip.includes(':')) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const all = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${all
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
