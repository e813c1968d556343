import type { SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils';
import { noteStatement } from '@/lib/db/count-statements';

/** The part of a connection on which the statements of one transaction run. */
type Connection = Pick<Transaction, 'provider' | 'adapterName' | 'queryRaw' | 'executeRaw'>;

const FAILED =
  'A statement of this transaction failed and its error was swallowed, so nothing of it may be committed. ' +
  'Let the error leave transaction(…) and catch it there.';

/** A transaction that is either committed whole or gone.
 *
 * - After a failed statement it accepts nothing but a rollback. PostgreSQL answers a COMMIT then with a silent ROLLBACK
 *   (an acknowledged write would be lost); SQLite has sometimes rolled back by itself already, and would run what follows
 *   without any transaction. The same rule on both also makes them behave alike.
 * - When it ends without a COMMIT or ROLLBACK that worked, it is rolled back before its connection serves anybody else.
 */
export class GuardedTransaction implements Transaction {
  readonly options = { usePhantomQuery: false };
  readonly provider: Transaction['provider'];
  readonly adapterName: string;
  #open = true;
  #failed = false;
  readonly #connection: Connection;
  readonly #release: () => Promise<void> | void;

  constructor(connection: Connection, release: () => Promise<void> | void) {
    this.#connection = connection;
    this.#release = release;
    this.provider = connection.provider;
    this.adapterName = connection.adapterName;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    noteStatement();
    return this.#run(() => this.#connection.queryRaw(query));
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    if (query.sql === 'ROLLBACK') return await this.#end(query);
    if (query.sql === 'COMMIT') return await this.#run(() => this.#end(query));
    noteStatement();
    return await this.#run(() => this.#connection.executeRaw(query));
  }

  commit(): Promise<void> {
    return this.#close();
  }

  rollback(): Promise<void> {
    return this.#close();
  }

  async createSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.#connection.executeRaw(statement(`ROLLBACK TO ${name}`));
    this.#failed = false;
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#failed) throw new Error(FAILED);
    try {
      return await work();
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  async #end(query: SqlQuery): Promise<number> {
    const result = await this.#connection.executeRaw(query);
    this.#open = false;
    return result;
  }

  async #close(): Promise<void> {
    try {
      if (this.#open) await this.#end(statement('ROLLBACK'));
    } catch {
      // SQLite answers "no transaction is active" when it has rolled back by itself; a broken connection has, too.
    } finally {
      await this.#release();
    }
  }
}

/** A statement without parameters. */
export function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
