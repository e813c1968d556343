import pg from 'pg';
import { startTemporaryPostgresql } from '../../../support/temporary-postgresql';
import type { Doc, Engine } from './engine';

const ROWS_AT_ONCE = 500;

/** What most forums ship: PostgreSQL's text search, all words demanded. */
export const postgresql: Engine = {
  name: 'PostgreSQL plainto',
  isInProcess: false,
  async build(docs) {
    const server = await startTemporaryPostgresql();
    const client = new pg.Client({ connectionString: await server.createDatabase('search') });
    await client.connect();
    await client.query(
      'CREATE TABLE docs (number integer PRIMARY KEY, id text NOT NULL, words tsvector NOT NULL)',
    );
    for (let from = 0; from < docs.length; from += ROWS_AT_ONCE) {
      await insert(client, docs.slice(from, from + ROWS_AT_ONCE), from);
    }
    await client.query('CREATE INDEX docs_words ON docs USING gin (words)');
    await client.query('ANALYZE docs');
    return {
      async search(query, limit) {
        const { rows } = await client.query<{ id: string }>(
          `SELECT id FROM docs, plainto_tsquery('english', $1) AS asked WHERE words @@ asked
           ORDER BY ts_rank_cd(words, asked) DESC, number LIMIT $2`,
          [query, limit],
        );
        return rows.map((row) => row.id);
      },
      async close() {
        await client.end();
        await server.stop();
      },
    };
  },
};

async function insert(client: pg.Client, docs: readonly Doc[], from: number): Promise<void> {
  await client.query(
    `INSERT INTO docs SELECT number, id, setweight(to_tsvector('english', title), 'A')
       || setweight(to_tsvector('english', body), 'D')
     FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[]) AS given (number, id, title, body)`,
    [
      docs.map((_, place) => from + place),
      docs.map((doc) => doc.id),
      docs.map((doc) => plain(doc.title)),
      docs.map((doc) => plain(doc.body)),
    ],
  );
}

/** PostgreSQL keeps no zero characters. */
function plain(text: string): string {
  return text.replaceAll('\0', ' ');
}
