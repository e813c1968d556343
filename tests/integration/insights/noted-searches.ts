import { vi } from 'vitest';
import { later } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { recordSearch } from '@/lib/insights/record-search';
import type { NotedSearch } from '@/lib/insights/schema';

export const noon = new Date('2026-11-24T12:00:00Z');

/** Two visitors whose traits must never be found in the database. */
export const VISITOR = { address: '203.0.113.77', agent: 'Mozilla/5.0 (Unmistakable)' };
export const OTHER = { address: '198.51.100.23', agent: 'Mozilla/5.0 (Unmistakable)' };

export function setTime(at: Date): void {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
}

export const pass = (ms: number) => setTime(later(new Date(), ms));

export const search = (query: string, more: Partial<NotedSearch> = {}, by = VISITOR) =>
  recordSearch({ query, place: 'page', results: 0, ...more }, by);

export const rows = () =>
  db.search.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { steps: true } });
