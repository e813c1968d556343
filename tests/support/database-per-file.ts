import { afterAll } from 'vitest';
import { closeDb } from '@/lib/db/client';
import { copyDatabase } from './database';
import { pointAtDatabase } from './point-at-database';

const copy = await copyDatabase();
pointAtDatabase(copy.url, copy.dataDir);

afterAll(async () => {
  await closeDb();
  await copy.remove();
});
