import { expect, test } from 'vitest';
import { dueSlot } from '@/lib/jobs/schedule';

test('a daily task is due once per calendar day of the shop, from its hour on', () => {
  const task = { task: 'draft-digest', dailyAtHour: 7 };
  expect(dueSlot(task, new Date('2026-11-21T05:59:00Z'), 'Europe/Berlin')).toBeNull();
  expect(dueSlot(task, new Date('2026-11-21T06:00:00Z'), 'Europe/Berlin')).toBe('2026-11-21');
  expect(dueSlot(task, new Date('2026-11-21T22:59:00Z'), 'Europe/Berlin')).toBe('2026-11-21');
  // 23:30 UTC is already the next day in Berlin, but before seven.
  expect(dueSlot(task, new Date('2026-11-21T23:30:00Z'), 'Europe/Berlin')).toBeNull();
});

test('the hour that a clock change repeats does not make the task due twice', () => {
  const task = { task: 'draft-digest', dailyAtHour: 2 };
  const first = dueSlot(task, new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin');
  const again = dueSlot(task, new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin');
  expect(first).toBe('2026-10-25');
  expect(again).toBe(first);
});

test('a repeating task has one slot per interval, the same for every process', () => {
  const task = { task: 'sweep-refunds', everyMs: 60_000 };
  const slot = dueSlot(task, new Date('2026-11-21T10:00:59.999Z'), 'UTC');
  expect(slot).toBe(dueSlot(task, new Date('2026-11-21T10:00:00.000Z'), 'UTC'));
  expect(slot).not.toBe(dueSlot(task, new Date('2026-11-21T10:01:00.000Z'), 'UTC'));
});
