import type { Actor } from '@/lib/accounts/schema';
import { DAY, MINUTE, SECOND } from '@/lib/clock';

/** What somebody is to the shop, as far as posting goes; trust comes from the order, not from a grind.
 * `buyer` is decided by `standing-queries.ts`, as the badge is. */
export type PosterStanding = 'staff' | 'buyer' | 'member' | 'new';

/** Somebody who has not paid for an order is new for a day (defaults). */
export const NEW_FOR = DAY;

export function standingOf(
  actor: Pick<Actor, 'role'>,
  facts: { isBuyer: boolean; createdAt: Date },
  now: Date,
): PosterStanding {
  if (actor.role !== 'member') return 'staff';
  if (facts.isBuyer) return 'buyer';
  return now.getTime() - facts.createdAt.getTime() < NEW_FOR ? 'new' : 'member';
}

type Limits = {
  threadsADay: number;
  repliesADay: number;
  /** At least so long between two posts of one kind, in ms. */
  apart: number;
  linksAPost: number;
  imagesAPost: number;
};

/** Posting by standing (defaults). The shop's people have no limits: they import, and they answer many at once. More than a
 * hundred replies a day is nobody's conversation; twenty links are a long list of sources. */
export const POSTING: Record<Exclude<PosterStanding, 'staff'>, Limits> = {
  new: { threadsADay: 3, repliesADay: 10, apart: MINUTE, linksAPost: 2, imagesAPost: 2 },
  member: { threadsADay: 10, repliesADay: 100, apart: 30 * SECOND, linksAPost: 20, imagesAPost: 10 },
  buyer: { threadsADay: 10, repliesADay: 100, apart: 10 * SECOND, linksAPost: 20, imagesAPost: 10 },
};

export type LimitReason = 'too-soon' | 'too-many-today' | 'too-many-links' | 'too-many-images';
export type LimitRefusal = { ok: false; reason: LimitReason; waitSeconds?: number; field?: string };

/** `{wait}` is the time to wait in words. */
export const limitWords: Record<LimitReason, string> = {
  'too-soon':
    'You posted a moment ago. Please wait {wait} and press the button again; nothing you typed is lost.',
  'too-many-today':
    'That is as much as one person can post in a day here. You can go on in {wait}; nothing you typed is lost.',
  'too-many-links':
    'This has more links than a new account may post. Leave some out, or tell us by mail if you need them all.',
  'too-many-images':
    'This has more pictures than a new account may post. Leave some out, or add them to a later reply.',
};

/** Whether this person may post this now, or why not.
 * @param posted.inDay posts of this kind in the last 24 hours
 * @param posted.last when the newest of them was made, `posted.oldest` the oldest of that day; null for none */
export function limitOf(
  kind: 'thread' | 'reply',
  standing: PosterStanding,
  posted: { inDay: number; last: Date | null; oldest: Date | null },
  counts: { links: number; images: number },
  now: Date,
): LimitRefusal | null {
  if (standing === 'staff') return null;
  const limits = POSTING[standing];
  const wait = (until: number) => Math.max(1, Math.ceil((until - now.getTime()) / SECOND));
  if (counts.links > limits.linksAPost) return { ok: false, reason: 'too-many-links', field: 'body' };
  if (counts.images > limits.imagesAPost) return { ok: false, reason: 'too-many-images', field: 'body' };
  const most = kind === 'thread' ? limits.threadsADay : limits.repliesADay;
  if (posted.oldest && posted.inDay >= most) {
    return { ok: false, reason: 'too-many-today', waitSeconds: wait(posted.oldest.getTime() + DAY) };
  }
  const soonest = (posted.last?.getTime() ?? 0) + limits.apart;
  if (soonest > now.getTime()) return { ok: false, reason: 'too-soon', waitSeconds: wait(soonest) };
  return null;
}

/** Links and pictures of a post as written: `[text](address)`, bare addresses and `![picture](address)`. What stands in code is
 * counted, too; nobody posts twenty addresses as code in the first hour. */
export function countLinks(body: string): { links: number; images: number } {
  const images = body.match(/!\[[^\]]{0,500}\]\(/g)?.length ?? 0;
  const addresses = body.match(/\bhttps?:\/\/|\bwww\./gi)?.length ?? 0;
  return { links: addresses, images };
}
