import { PrismaPg } from '@prisma/adapter-pg';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { noteStatement } from '@/lib/db/count-statements';
import { GuardedTransaction } from '@/lib/db/guarded-transaction';
import { refuseWriteBesideTransaction } from '@/lib/db/inside-transaction';

/** Connections per process. PostgreSQL allows 100 in all by default; several processes share them. */
const POOL_SIZE = 10;

/** Prisma's adapter for PostgreSQL, with transactions that cannot end in the silent ROLLBACK of a failed one. */
export class SafePostgresqlFactory implements SqlDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const pool = { connectionString: this.#url, max: POOL_SIZE, connectionTimeoutMillis: 10_000 };
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
    return await this.#inner.queryRaw(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    noteStatement();
    refuseWriteBesideTransaction();
    return await this.#inner.executeRaw(query);
  }

  async executeScript(script: string): Promise<void> {
    refuseWriteBesideTransaction();
    await this.#inner.executeScript(script);
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    refuseWriteBesideTransaction();
    const transaction = await this.#inner.startTransaction(isolationLevel);
    return new GuardedTransaction(transaction, () => transaction.rollback());
  }

  getConnectionInfo() {
    return this.#inner.getConnectionInfo?.() ?? { supportsRelationJoins: false };
  }

  dispose(): Promise<void> {
    return this.#inner.dispose();
  }
}
