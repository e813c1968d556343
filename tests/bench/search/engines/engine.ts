/** What every engine is given: plain texts. */
export type Doc = { id: string; title: string; body: string };

/** A filled engine. */
export type Filled = {
  /** The ids of the documents that answer best, the best first. */
  search(query: string, limit: number): readonly string[] | Promise<readonly string[]>;
  close?(): void | Promise<void>;
};

/** One row of the tables. */
export type Engine = {
  name: string;
  /** Whether it answers inside the process: others are not compared by speed, since they pay for a connection. */
  isInProcess: boolean;
  build(docs: readonly Doc[]): Filled | Promise<Filled>;
};
