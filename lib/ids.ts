import { randomBytes } from 'node:crypto';

/** Crockford's base 32: digits and lower-case letters without i, l, o and u, which are misread or make words. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** 45 bits of milliseconds since 1970 last until the year 3084. */
const TIME_CHARACTERS = 9;
/** 35 bits: two ids made in the same millisecond meet once in 34 thousand million times; the unique key refuses that one. */
const RANDOM_CHARACTERS = 7;
const ID = /^[0-9a-hjkmnp-tv-z]{16}$/;

/**
 * A new id: 16 characters, sorted by the time it was made (milliseconds), so that rows written together lie together.
 * Ids name things and are shown in addresses; they are never a secret and never grant anything.
 */
export function newId(now: number = Date.now()): string {
  let time = '';
  let rest = now;
  for (let i = 0; i < TIME_CHARACTERS; i += 1) {
    time = (ALPHABET[rest % 32] ?? '') + time;
    rest = Math.floor(rest / 32);
  }
  let random = '';
  // 256 is a multiple of 32: the low five bits of a random byte are evenly spread.
  for (const byte of randomBytes(RANDOM_CHARACTERS)) random += ALPHABET[byte & 31];
  return time + random;
}

/** Whether a value from outside has the form of an id; nothing else may reach a query. */
export function isId(x: unknown): x is string {
  return typeof x === 'string' && ID.test(x);
}
