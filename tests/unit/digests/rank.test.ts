import { describe, expect, test } from 'vitest';
import {
  type DigestThread,
  dayWindow,
  dayWords,
  digestWindow,
  rankForDigest,
  similarity,
  WINDOW_MAX,
} from '@/lib/digests/rules';
import { cpuMs } from '@/tests/support/cpu-time';

let count = 0;

function aThread(given: Partial<DigestThread> = {}): DigestThread {
  count += 1;
  const at = new Date(Date.UTC(2026, 10, 20, 8, count % 60));
  return {
    problemId: `problem-${count}`,
    title: `Thread number ${count}`,
    href: `/t/${count}/x`,
    askerId: `asker-${count}`,
    meTooIds: [],
    tags: [],
    replyCount: 0,
    createdAt: at,
    lastActivityAt: at,
    article: null,
    answer: null,
    ...given,
  };
}

const quoted = (words: string) => ({ words, href: '/t/1?reply=2' });

describe('ranking for the digest', () => {
  test('puts solved problems first, then answered, then open ones', () => {
    const blocks = rankForDigest([
      aThread({ title: 'Open one' }),
      aThread({ title: 'Answered one', replyCount: 1 }),
      aThread({ title: 'Solved one', replyCount: 1, answer: quoted('Turn it off and on.') }),
    ]);
    expect(blocks.map((block) => [block.state, block.title])).toEqual([
      ['solved', 'Solved one'],
      ['answered', 'Answered one'],
      ['open', 'Open one'],
    ]);
  });

  test('makes one block of similar titles that share a tag, and of those only', () => {
    const parcel = { tags: ['delivery'], title: 'My parcel has not moved for five days' };
    const blocks = rankForDigest([
      aThread(parcel),
      aThread({ ...parcel, title: 'Parcel has not moved for days' }),
      aThread({ ...parcel, tags: ['customs'] }),
      aThread({ tags: ['delivery'], title: 'Can I change the address?' }),
    ]);
    expect(blocks).toHaveLength(3);
    expect(blocks.find((block) => block.alsoAsked.length === 1)?.people).toBe(2);
  });

  test('makes one block of threads that somebody marked as the same problem, whatever their titles', () => {
    const parcel = { tags: ['delivery'], title: 'My parcel has not moved for five days' };
    const blocks = rankForDigest([
      aThread({ problemId: 'target', askerId: 'ana', title: 'Where is it?' }),
      aThread({ problemId: 'target', askerId: 'ben', title: 'Tracking is stuck', meTooIds: ['ana', 'cleo'] }),
      aThread({ title: 'Which bulb fits?' }),
    ]);
    expect(blocks.map(({ title, people }) => [title, people])).toEqual([
      ['Tracking is stuck', 3],
      ['Which bulb fits?', 1],
    ]);
    // A mark holds also where one of the two resembles a third.
    const three = [
      aThread(parcel),
      aThread({ problemId: 'other', title: 'Tracking is stuck' }),
      aThread({ ...parcel, problemId: 'other', title: 'Parcel has not moved for days' }),
    ];
    expect(rankForDigest(three)).toMatchObject([{ people: 3, alsoAsked: [{}, {}] }]);
  });

  test('makes one block of threads that were promoted to the same article', () => {
    const article = { title: 'When does the refund arrive?', href: '/faq/refund-arrives' };
    const blocks = rankForDigest([aThread({ article }), aThread({ article })]);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ state: 'solved', article, people: 2 });
  });

  test('counts every person once: askers and everybody who said "me too"', () => {
    const same = { tags: ['wax'], title: 'Wax on the oak floor' };
    const blocks = rankForDigest([
      aThread({ ...same, askerId: 'ana', meTooIds: ['ben', 'cleo'] }),
      aThread({ ...same, askerId: 'ben', meTooIds: ['cleo', 'dov'] }),
      aThread({ ...same, askerId: 'ana' }),
    ]);
    expect(blocks[0]?.people).toBe(4);
  });

  test('tells a problem by its solved thread, with that answer', () => {
    const same = { tags: ['wax'], title: 'Wax on the oak floor' };
    const blocks = rankForDigest([
      aThread({ ...same, meTooIds: ['a', 'b'] }),
      aThread({ ...same, title: 'Wax on oak floor!', answer: quoted('Let it go cold.'), replyCount: 1 }),
    ]);
    expect(blocks[0]).toMatchObject({
      title: 'Wax on oak floor!',
      answer: quoted('Let it go cold.'),
      state: 'solved',
    });
  });

  test('keeps the seven problems that touch most people', () => {
    const threads = Array.from({ length: 12 }, (_, index) =>
      aThread({ title: `P${index}`, meTooIds: Array.from({ length: index }, (_, person) => `p${person}`) }),
    );
    const blocks = rankForDigest(threads);
    expect(blocks).toHaveLength(7);
    expect(blocks.map((block) => block.title).sort()).toEqual(['P10', 'P11', 'P5', 'P6', 'P7', 'P8', 'P9']);
  });

  test('has nothing to say of nothing', () => {
    expect(rankForDigest([])).toEqual([]);
  });

  test('ranks five hundred threads of one tag without a noticeable wait', () => {
    const threads = Array.from({ length: 500 }, (_, index) =>
      aThread({ tags: ['all'], title: `${index} ${'word '.repeat(28)}`.slice(0, 150) }),
    );
    const start = cpuMs();
    rankForDigest(threads);
    expect(cpuMs() - start).toBeLessThan(3_000);
  });
});

describe('similarity', () => {
  test('is 1 for the same words and 0 for none in common', () => {
    expect(similarity('Late parcel?', 'late PARCEL')).toBe(1);
    expect(similarity('Late parcel', 'Invoice')).toBe(0);
    expect(similarity('', 'Invoice')).toBe(0);
    expect(similarity('荷物が届かない', '荷物が届きません')).toBeGreaterThan(0);
  });
});

describe('the window', () => {
  const now = new Date('2026-11-21T07:00:00Z');

  test('is the last day without a digest before it', () => {
    expect(digestWindow(null, now)).toEqual({ start: new Date('2026-11-20T07:00:00Z'), end: now });
  });

  test('begins where the last published digest ended, but not more than two weeks ago', () => {
    const lastEnd = new Date('2026-11-18T07:00:00Z');
    expect(digestWindow(lastEnd, now).start).toEqual(lastEnd);
    expect(digestWindow(new Date('2026-01-01T00:00:00Z'), now).start.getTime()).toBe(
      now.getTime() - WINDOW_MAX,
    );
  });

  test('is the last day when the clock was set back behind the last digest', () => {
    expect(digestWindow(new Date('2026-11-22T00:00:00Z'), now).start).toEqual(
      new Date('2026-11-20T07:00:00Z'),
    );
  });

  test('of a calendar day follows the time zone, also where clocks change and on the edges of the world', () => {
    expect(dayWindow('2026-11-21', 'UTC')).toEqual({
      start: new Date('2026-11-21T00:00:00Z'),
      end: new Date('2026-11-22T00:00:00Z'),
    });
    expect(dayWindow('2026-10-25', 'Europe/Berlin')).toEqual({
      start: new Date('2026-10-24T22:00:00Z'),
      end: new Date('2026-10-25T23:00:00Z'),
    });
    expect(dayWindow('2026-11-21', 'Pacific/Kiritimati').start).toEqual(new Date('2026-11-20T10:00:00Z'));
    expect(dayWindow('2026-11-21', 'Pacific/Niue').start).toEqual(new Date('2026-11-21T11:00:00Z'));
  });
});

describe('words', () => {
  test('name the day', () => {
    expect(dayWords('2026-11-21')).toBe('Saturday 21 November 2026');
  });
});
