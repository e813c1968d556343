import { defineConfig } from 'prisma/config';

// `prisma generate` needs no schema engine, only a path that exists; without this it tries to download one.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

/** One model, two databases: DATABASE_URL picks the folder (postgres… → postgresql, everything else → sqlite). */
const folder = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgresql' : 'sqlite';

export default defineConfig({
  schema: folder,
  migrations: { path: `${folder}/migrations` },
});
