import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Actor } from '@/lib/accounts/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { closeDb, db } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { forumPage, forumShelves, latestThreads, unsolvedThreads, usedTags } from '@/lib/forum/list-queries';
import { threadPage } from '@/lib/forum/page-queries';
import { newId } from '@/lib/ids';
import { pointAtDatabase } from '../../support/point-at-database';
import { startTemporaryPostgresql } from '../../support/temporary-postgresql';
import { quantile } from '../served';
import { DATABASES, type DatabaseName } from './bench-site';
import { beginForum, growForum, LONG_THREAD } from './fill-forum';

const SIZES = [1000, 10_000, 100_000, 1_000_000];
const ROUNDS = 20;
const WARM_UP = 5;

/** What the database costs of a page, without the page: each question of lists and threads in this process, in forums of 1,000
 * to 1,000,000 replies, as the quicker fifth of its times. What else a machine does only ever makes slower. */
export async function measureStatements(kinds: readonly DatabaseName[] = DATABASES): Promise<void> {
  for (const kind of kinds) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'porchlight-statements-'));
    const postgres = kind === 'postgresql' ? await startTemporaryPostgresql() : null;
    try {
      await closeDb();
      const file = `file:${path.join(folder, 'porchlight.db')}`;
      pointAtDatabase(postgres ? await postgres.createDatabase('statements') : file, folder);
      await measure(kind);
    } finally {
      await closeDb();
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function measure(kind: string): Promise<void> {
  await migrate(() => {});
  await ensureGeneralCategory();
  const ann: Actor = await somebody('Ann');
  const bea: Actor = await somebody('Bea');
  await beginForum(ann.id);
  const at = new Date();
  const categoryId = `c${'4'.padStart(15, '0')}`;
  await db.follow.create({ data: { id: newId(), personId: bea.id, categoryId, reason: 'chosen', at } });
  const asked = questions(ann, bea);
  const times = new Map(Object.keys(asked).map((name) => [name, [] as number[]]));
  let before = 0;
  for (const size of SIZES) {
    await growForum(before, size);
    before = size;
    for (const [name, ask] of Object.entries(asked)) times.get(name)?.push(await quick(ask));
  }
  console.log(`\n| ${kind}, ms | ${SIZES.map((size) => size.toLocaleString('en')).join(' | ')} |`);
  console.log(`|---|${'--:|'.repeat(SIZES.length)}`);
  for (const [name, all] of times) console.log(`| ${name} | ${all.map((ms) => ms.toFixed(2)).join(' | ')} |`);
}

async function somebody(name: string): Promise<Actor> {
  const person = { id: newId(), name, nameSkeleton: name.toLowerCase(), createdAt: new Date() };
  await db.person.create({ data: person });
  return { id: person.id, name, role: 'member', email: null };
}

/** @param ann has 72 threads and follows 72, @param bea follows a category: a tenth of the forum */
function questions(ann: Actor, bea: Actor): Record<string, () => Promise<unknown>> {
  const categoryId = `c${'3'.padStart(15, '0')}`;
  const tagId = `g${'7'.padStart(15, '0')}`;
  return {
    newest: () => forumPage({ page: 1 }, ann),
    'newest, page 5': () => forumPage({ page: 5 }, ann),
    'unsolved by urgency': () => forumPage({ page: 1, state: 'unsolved' }, ann),
    solved: () => forumPage({ page: 1, state: 'solved' }, ann),
    unanswered: () => forumPage({ page: 1, state: 'unanswered' }, ann),
    'a category': () => forumPage({ page: 1, categoryId }, ann),
    'unsolved in a category': () => forumPage({ page: 1, categoryId, state: 'unsolved' }, ann),
    'solved in a category': () => forumPage({ page: 1, categoryId, state: 'solved' }, ann),
    'unanswered in a category': () => forumPage({ page: 1, categoryId, state: 'unanswered' }, ann),
    'a tag': () => forumPage({ page: 1, tagId }, ann),
    'unsolved with a tag': () => forumPage({ page: 1, tagId, state: 'unsolved' }, ann),
    mine: () => forumPage({ page: 1, list: 'mine' }, ann),
    followed: () => forumPage({ page: 1, list: 'followed' }, ann),
    'followed: a whole category': () => forumPage({ page: 1, list: 'followed' }, bea),
    '… unsolved': () => forumPage({ page: 1, list: 'followed', state: 'unsolved' }, bea),
    'names of categories': forumShelves,
    'tags of the last threads': usedTags,
    'home: latest': () => latestThreads(ann, 5),
    'home: unsolved': () => unsolvedThreads(ann, 5),
    'thread of 20 replies': () => threadPage(`t${'7'.padStart(15, '0')}`, ann, 1),
    'thread of 2,000, last page': () => threadPage(LONG_THREAD, ann, 67),
  };
}

async function quick(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const began = performance.now();
    await ask();
    if (round >= 0) times.push(performance.now() - began);
  }
  return quantile(times, 0.2);
}
