import { PrismaPg } from '@prisma/adapter-pg';
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { noteStatement } from '@/lib/db/count-statements';
import { GuardedTransaction } from '@/lib/db/guarded-transaction';
import { refuseWriteBesideTransaction } from '@/lib/db/inside-transaction';

/** `max`: connections per process. PostgreSQL allows 100 in all by default; several processes share them.
 * `patienceMs`: how long a statement or transaction waits for one of them, milliseconds. Shorter than Prisma's `maxWait`,
 * so that it ends as P1008, as the same thing does on SQLite. */
type Pool = { max: number; patienceMs: number };
const POOL: Pool = { max: 10, patienceMs: 10_000 };

/** How the pool says that it had no connection in time: all were taken, or a new one could not be made. It gives no code. */
const NO_CONNECTION = [
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
];

/** Prisma's adapter for PostgreSQL, with transactions that cannot end in the silent ROLLBACK of a failed one. */
export class SafePostgresqlFactory implements SqlDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #url: string;
  readonly #pool: Pool;

  constructor(url: string, pool = POOL) {
    this.#url = url;
    this.#pool = pool;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const { max, patienceMs } = this.#pool;
    const pool = { connectionString: this.#url, max, connectionTimeoutMillis: patienceMs };
    return new SafePostgresqlAdapter(await new PrismaPg(pool).connect());
  }
}

class SafePostgresqlAdapter implements SqlDriverAdapter {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #inner: SqlDriverAdapter;

  constructor(inner: SqlDriverAdapter) {
    this.#inner = inner;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    noteStatement();
    if (!/^\s*(select|with)\b/i.test(query.sql)) refuseWriteBesideTransaction();
    return await this.#inner.queryRaw(query).catch(sayWhy);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    noteStatement();
    refuseWriteBesideTransaction();
    return await this.#inner.executeRaw(query).catch(sayWhy);
  }

  async executeScript(script: string): Promise<void> {
    refuseWriteBesideTransaction();
    await this.#inner.executeScript(script);
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    refuseWriteBesideTransaction();
    const transaction = await this.#inner.startTransaction(isolationLevel).catch(sayWhy);
    return new GuardedTransaction(transaction, () => transaction.rollback());
  }

  getConnectionInfo() {
    return this.#inner.getConnectionInfo?.() ?? { supportsRelationJoins: false };
  }

  dispose(): Promise<void> {
    return this.#inner.dispose();
  }
}

/** Passes an error on; a pool without a connection says so as a lock that was not free in time does. */
function sayWhy(error: unknown): never {
  const hasNoConnection = error instanceof Error && NO_CONNECTION.includes(error.message);
  throw hasNoConnection ? new DriverAdapterError({ kind: 'SocketTimeout' }) : error;
}
