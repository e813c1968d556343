// Makes both database clients (lib/generated/{sqlite,postgresql}) from prisma/models, when they are not already the
// ones of these models and this Prisma. Plain JavaScript: it runs before anything else of the project can.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, 'lib/generated/made-from');

const wanted = hashOfSources();
if (!isCurrent()) {
  generate('file:unused.db');
  generate('postgresql://unused/unused');
  writeFileSync(`${stamp}.new`, wanted);
  renameSync(`${stamp}.new`, stamp);
  console.log('Made the database clients.');
}

function isCurrent() {
  const made = ['sqlite', 'postgresql'].every((kind) =>
    existsSync(path.join(root, 'lib/generated', kind, 'client.ts')),
  );
  return made && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function hashOfSources() {
  const hash = createHash('sha256');
  const models = readdirSync(path.join(root, 'prisma/models')).sort();
  const sources = [
    'prisma/config.ts',
    'prisma/sqlite/base.prisma',
    'prisma/postgresql/base.prisma',
    'node_modules/prisma/package.json',
    ...models.map((name) => `prisma/models/${name}`),
  ];
  for (const file of sources) hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function generate(url) {
  const prisma = path.join(root, 'node_modules/prisma/build/index.js');
  try {
    execFileSync(process.execPath, [prisma, 'generate', '--config', 'prisma/config.ts'], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    console.error(
      `The database clients could not be made from prisma/models:\n${error.stdout}${error.stderr}`,
    );
    process.exit(1);
  }
}
