import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseKind } from '@/lib/db/dialect/dialect';
import { EVERYTHING, withSchemaEngine } from './schema-engine';

/** The SQL that makes a migrated database look like the models; empty when it already does. */
export async function schemaDifference(kind: DatabaseKind, url: string): Promise<string> {
  const files = schemaFiles(kind);
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const { stdout } = await withSchemaEngine(kind, url, datamodels, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: path.resolve('prisma') },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    }),
  );
  const sql = stdout ?? '';
  return sql.replace(/^--.*$/gm, '').trim() === '' ? '' : sql;
}

/** The schema of one database, as Prisma's files: its own base and the models that both share. */
export function schemaFiles(kind: DatabaseKind): { path: string; content: string }[] {
  const folder = path.resolve('prisma', kind);
  const models = readdirSync(path.join(folder, 'models')).map((name) => path.join('models', name));
  return ['base.prisma', ...models.sort()].map((name) => ({
    path: path.join(folder, name),
    content: readFileSync(path.join(folder, name), 'utf8'),
  }));
}
