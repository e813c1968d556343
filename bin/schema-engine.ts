import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { DatabaseKind } from '@/lib/db/dialect/dialect';

/** No table or type of the database is somebody else's. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/** Has `work` use Prisma's schema engine on a database, in its WebAssembly build: the native one is a download from
 * another host. Author time and tests only. */
export async function withSchemaEngine<T>(
  kind: DatabaseKind,
  url: string,
  datamodels: [string, string][],
  work: (engine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const reader = kind === 'postgresql' ? catalogueReader(url) : undefined;
  const factory = bindMigrationAwareSqlAdapterFactory(reader?.factory ?? new PrismaBetterSqlite3({ url }));
  const opened = await engine.SchemaEngine.new({ datamodels }, () => {}, factory);
  try {
    return await work(opened);
  } finally {
    opened.free();
    await reader?.end();
  }
}

/** PostgreSQL's catalogue has columns of its internal one-byte type "char". Prisma's adapter does not know it and the
 * engine insists on it, so those columns pass the adapter as text and get their type back behind it. */
const CATALOGUE_CHAR = 18;
const TEXT = 25;

function catalogueReader(url: string) {
  const charColumns = new Map<string, Set<string>>();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  Object.assign(pool, {
    async query(config: pg.QueryConfig) {
      const result = await query(config);
      const columns = result.fields.filter((field) => field.dataTypeID === CATALOGUE_CHAR);
      for (const field of columns) field.dataTypeID = TEXT;
      charColumns.set(config.text, new Set(columns.map((field) => field.name)));
      return result;
    },
  });
  const connect = async () => {
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      async queryRaw(sqlQuery: SqlQuery) {
        const result = await queryRaw(sqlQuery);
        const chars = charColumns.get(sqlQuery.sql);
        const typeOf = (name: string, index: number) =>
          chars?.has(name) ? ColumnTypeEnum.Character : (result.columnTypes[index] ?? ColumnTypeEnum.Text);
        return { ...result, columnTypes: result.columnNames.map(typeOf) };
      },
    });
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect,
    connectToShadowDb: connect,
  };
  return { factory, end: () => pool.end() };
}

let loaded: Promise<void> | undefined;

/** The package's own entry imports the .wasm file as a module, which Node 20 does only behind a flag. */
function loadEngine(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  });
  const glue = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as { __wbindgen_start(): void }).__wbindgen_start();
}
