import { describe, expect, it } from 'vitest';
import { avatarHue, initials } from '@/app/_ui/avatar-marks';
import { pageWindow } from '@/app/_ui/page-window';
import { dateWords, fullDateWords, timeWords } from '@/app/_ui/time-words';

describe('time in words', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

  it('counts minutes, hours and days, then says the date', () => {
    expect(timeWords(at(0.5), now)).toBe('just now');
    expect(timeWords(at(1), now)).toBe('1 minute ago');
    expect(timeWords(at(59.9), now)).toBe('59 minutes ago');
    expect(timeWords(at(60), now)).toBe('1 hour ago');
    expect(timeWords(at(6 * 24 * 60), now)).toBe('6 days ago');
    expect(timeWords(at(9 * 24 * 60), now)).toBe('12 Nov 2026');
  });

  it('looks ahead for promises', () => {
    expect(timeWords(at(-3 * 60), now)).toBe('in 3 hours');
  });

  it('says the date of the given time zone', () => {
    const lateEvening = new Date('2026-12-31T23:30:00Z');
    expect(dateWords(lateEvening)).toBe('31 Dec 2026');
    expect(dateWords(lateEvening, 'Europe/Vienna')).toBe('1 Jan 2027');
    expect(fullDateWords(lateEvening)).toBe('Thursday 31 December 2026, 23:30 UTC');
    expect(fullDateWords(new Date('2026-06-01T00:05:00Z'))).toBe('Monday 1 June 2026, 00:05 UTC');
  });
});

describe('the condensed list of pages', () => {
  it('shows all of a few pages', () => {
    expect(pageWindow(1, 4)).toEqual([1, 2, 3, 4]);
    expect(pageWindow(2, 3)).toEqual([1, 2, 3]);
  });

  it('keeps first, last and the neighbours of the current page', () => {
    expect(pageWindow(6, 20)).toEqual([1, 'gap-before', 5, 6, 7, 'gap-after', 20]);
    expect(pageWindow(20, 20)).toEqual([1, 'gap-before', 19, 20]);
  });

  it('never hides a single page behind a gap, and lists every page once and in order', () => {
    for (let last = 1; last <= 30; last += 1) {
      for (let page = 1; page <= last; page += 1) {
        const slots = pageWindow(page, last);
        const numbers = slots.filter((slot) => typeof slot === 'number');
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        expect(numbers).toContain(page);
        expect([numbers[0], numbers.at(-1)]).toEqual([1, last]);
        expect(slots.length).toBeLessThanOrEqual(7);
        const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
        expect(steps).not.toContain(2);
      }
    }
  });
});

describe('the drawn face of a person', () => {
  it('takes first letters of first and last name in any script', () => {
    expect(initials('Ada Maria Lindqvist')).toBe('AL');
    expect(initials('émile')).toBe('É');
    expect(initials('نور الهدى')).toBe('نا');
    expect(initials('🦊 !!')).toBe('?');
    expect(initials('')).toBe('?');
  });

  it('gives the same name the same hue, among eight', () => {
    expect(avatarHue('Ada')).toBe(avatarHue('Ada'));
    const hues = new Set(Array.from({ length: 200 }, (_, n) => avatarHue(`person ${n}`)));
    expect([...hues].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
