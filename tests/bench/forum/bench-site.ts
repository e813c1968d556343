import type { ChildProcess } from 'node:child_process';
import { pointAtDatabase } from '../../support/point-at-database';
import { startTemporaryPostgresql } from '../../support/temporary-postgresql';
import { runCommand, startAndWait, stopProcess, throwaway } from '../served';

export type Performer = { id: string; name: string; cookie: string; tokens: { all: string } };
export type BenchSite = {
  url: string;
  server: ChildProcess;
  cast: Record<'owner' | 'ann' | 'bob', Performer> & { crowd: Performer[] };
  stop: () => Promise<void>;
};

export const DATABASES = ['sqlite', 'postgresql'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** A running site with people who are signed in; `db` of this process is its database, too. */
export async function benchSite(kind: DatabaseName): Promise<BenchSite> {
  const place = await throwaway();
  const postgres = kind === 'postgresql' ? await startTemporaryPostgresql() : null;
  const env = { ...place.env, DATABASE_URL: postgres ? await postgres.createDatabase('bench') : '' };
  const { child } = await startAndWait(['--import', 'tsx', 'server.ts'], env, `${place.url}/readyz`);
  const { output } = await runCommand(['tests/support/processes/cast-people.ts'], env);
  pointAtDatabase(env.DATABASE_URL, place.dataDir);
  const stop = async () => {
    await stopProcess(child);
    const { closeDb } = await import('@/lib/db/client');
    await closeDb();
    await postgres?.stop();
    await place.remove();
  };
  return { url: place.url, server: child, cast: JSON.parse(output), stop };
}

export type Timed = { ms: number; statements: number; html: string };

/** One page, read whole. */
export async function timedPage(url: string, cookie?: string): Promise<Timed> {
  const began = performance.now();
  const ask = () => fetch(url, { headers: cookie ? { cookie } : {} });
  // While the forum was filled the server has closed the kept connection; a new one tells the truth.
  const answer = await ask().catch(ask);
  const html = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const ms = performance.now() - began;
  const told = /statements;desc="(\d+)"/.exec(answer.headers.get('server-timing') ?? '')?.[1];
  return { ms, statements: Number(told), html };
}

export function row(name: string, ...values: string[]): void {
  console.log(`  ${name.padEnd(40)} ${values.map((value) => value.padStart(16)).join('')}`);
}
