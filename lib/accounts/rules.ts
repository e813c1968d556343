import { sameOriginPath } from '@/lib/safe-path';
import { hashToken, sameSecret, sign } from '@/lib/secrets';

/** Whether this browser chose the password that waits on the link. */
export function isSameBrowser(link: { browserHash: string | null }, browserToken: string | null): boolean {
  if (link.browserHash === null || browserToken === null) return false;
  return sameSecret(link.browserHash, hashToken(browserToken));
}

/** The six digits of a mail as they are kept: six digits alone would be found again by trying all of them, so a key that
 * is not in the database goes in, and the link they belong to. */
export function keptCode(linkId: string, code: string): string {
  return sign('codes', 'sign-in', linkId, code);
}

/** What a person calls a device: Firefox and Windows; null where it is none we know. */
export type DeviceName = { browser: string | null; system: string | null };

/** What the device of a session is called. Guessed from the browser's own words, which may lie; it helps to recognise a
 * device and decides nothing. */
export function deviceName(userAgent: string): DeviceName {
  return { browser: firstMatch(userAgent, BROWSERS), system: firstMatch(userAgent, SYSTEMS) };
}

/** In this order: most browsers also name the ones they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bChrom(e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

function firstMatch(text: string, table: [RegExp, string][]): string | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The set-up token as it is kept in the settings, whose values are JSON. */
export function keptSetUpToken(token: string): string {
  return JSON.stringify(hashToken(token));
}

/** Where a sign-in leads: a path of this site, and never back to the sign-in page. */
export function afterSignIn(next: string | undefined): string {
  const path = sameOriginPath(next, '/');
  return /^\/(sign-in|setup)(\/|\?|#|$)/.test(path) ? '/' : path;
}
