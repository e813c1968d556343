import type { Dialect } from '@/lib/db/dialect/contract';
import { postgresql } from '@/lib/db/dialect/postgresql';
import { sqlite } from '@/lib/db/dialect/sqlite';

export type DatabaseKind = 'sqlite' | 'postgresql';

const dialects: Record<DatabaseKind, Dialect> = { sqlite, postgresql };

/** The dialect of a kind of database. */
export function dialectOf(kind: DatabaseKind): Dialect {
  return dialects[kind];
}
