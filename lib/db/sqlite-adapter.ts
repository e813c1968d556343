import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  type IsolationLevel,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { noteStatement } from '@/lib/db/count-statements';
import { GuardedTransaction, statement } from '@/lib/db/guarded-transaction';
import { refuseWriteBesideTransaction } from '@/lib/db/inside-transaction';
import { assertPragmas } from '@/lib/db/sqlite-pragmas';
import { WriterLock } from '@/lib/db/writer-lock';

/** How long a write waits for its turn, milliseconds: behind the other writes of this process and
 * behind other processes together. Shorter than Prisma's `maxWait`, so that it ends as P1008, which says what was wrong. */
export const WRITE_PATIENCE_MS = 10_000;

/** Prisma's adapter for SQLite, with its measured traps closed (docs/decisions: two databases):
 * it shares one connection, so a plain write could run inside another request's open transaction and vanish with it. */
export class SafeSqliteFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #file: string;

  /** @param file absolute path of a database that exists (the migrations create it) */
  constructor(file: string) {
    this.#file = file;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const writer = await new PrismaBetterSqlite3({ url: this.#file, fileMustExist: true }).connect();
    await assertPragmas(writer);
    const reader = await new PrismaBetterSqlite3({ url: this.#file, readonly: true }).connect();
    await assertPragmas(reader);
    return new SafeSqliteAdapter(writer, reader);
  }
}

class SafeSqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #lock = new WriterLock();
  readonly #writer: SqlDriverAdapter;
  readonly #reader: SqlDriverAdapter;

  constructor(writer: SqlDriverAdapter, reader: SqlDriverAdapter) {
    this.#writer = writer;
    this.#reader = reader;
  }

  /** Reads go to the second connection: they neither wait for a transaction nor see what it has not committed. */
  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    noteStatement();
    if (isRead(query.sql)) return this.#reader.queryRaw(query);
    return this.#write(() => this.#writer.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    noteStatement();
    return this.#write(() => this.#writer.executeRaw(query));
  }

  executeScript(script: string): Promise<void> {
    return this.#write(() => this.#writer.executeScript(script));
  }

  /** IMMEDIATE: a transaction that reads first and writes later would fail when another process wrote in between. */
  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
    }
    const deadline = Date.now() + WRITE_PATIENCE_MS;
    const release = await this.#turn();
    try {
      await untilFree(deadline, () => this.#writer.executeRaw(statement('BEGIN IMMEDIATE')));
      return new GuardedTransaction(this.#writer, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async dispose(): Promise<void> {
    const release = await this.#turn();
    await this.#reader.dispose();
    await this.#writer.dispose();
    release();
  }

  async #write<T>(work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + WRITE_PATIENCE_MS;
    const release = await this.#turn();
    try {
      return await untilFree(deadline, work);
    } finally {
      release();
    }
  }

  async #turn(): Promise<() => void> {
    refuseWriteBesideTransaction();
    return await this.#lock.acquire(
      WRITE_PATIENCE_MS,
      () => new DriverAdapterError({ kind: 'SocketTimeout' }),
    );
  }
}

/** Whether a statement only reads. A wrong yes is harmless: the reading connection is opened read-only and refuses. */
function isRead(sql: string): boolean {
  const text = sql.replace(/^(\s+|--[^\n]*\n|\/\*.*?\*\/)+/s, '');
  if (/^select\b/i.test(text)) return true;
  return /^with\b/i.test(text) && !/\b(insert|update|delete|replace)\b/i.test(text);
}

/** Repeats a statement that found the file locked by another process. Waiting here, and only a moment inside SQLite,
 * keeps the process answering meanwhile: better-sqlite3 blocks the whole event loop while it waits. */
async function untilFree<T>(deadline: number, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  }
}

function isBusy(error: unknown): boolean {
  return isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout';
}
