import { expect, test } from 'vitest';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { DAY, later, now } from '@/lib/clock';
import { db, Prisma } from '@/lib/db/client';
import { COUNTED_AT_MOST } from '@/lib/forum/choose-threads';
import {
  forumPage,
  listStatement,
  shelvesStatement,
  threadTag,
  usedTagsStatement,
} from '@/lib/forum/list-queries';
import { ownList, ownListStatement } from '@/lib/forum/own-lists';
import { newId } from '@/lib/ids';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { kind } from '../../support/database';

await ensureGeneralCategory();
const ana = await aPerson();
const ben = await aPerson();
const cleo = await aPerson();
const general = (await db.category.findUniqueOrThrow({ where: { slug: 'general' } })).id;

await aReply(await aThread({ by: ana, tags: ['brass'] }), cleo);
await manyThreads(6000);
const long = await aThread({ by: ana });
await db.reply.createMany({
  data: Array.from({ length: 2000 }, (_, index) => ({
    id: newId(),
    threadId: long,
    number: index + 1,
    body: 'Text',
    authorId: ben.id,
    createdAt: now(),
  })),
});
await db.category.create({ data: { id: newId(), slug: 'bare', name: 'Bare', position: 99 } });
// As PostgreSQL does it by itself within a minute.
if (kind === 'postgresql') await db.$executeRawUnsafe('VACUUM ANALYZE');

/** How the database would answer, as one text. */
async function planOf(statement: Prisma.Sql): Promise<string> {
  const explain = kind === 'sqlite' ? Prisma.sql`EXPLAIN QUERY PLAN` : Prisma.sql`EXPLAIN`;
  return JSON.stringify(await db.$queryRaw(Prisma.sql`${explain} ${statement}`), (_key, value) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
}

/** Fills the forum with many threads at once. */
async function manyThreads(count: number): Promise<void> {
  const at = now();
  for (let from = 0; from < count; from += 1000) {
    await db.thread.createMany({
      data: Array.from({ length: 1000 }, (_, index) => ({
        id: newId(),
        slug: 'x',
        title: `Of many ${from + index}`,
        // As long as people write: a table of short rows is read whole for the price of a few look-ups.
        body: 'Text '.repeat(120),
        categoryId: general,
        authorId: ana.id,
        createdAt: later(at, -((from + index) % 400) * DAY),
        lastActivityAt: later(at, -(from + index) * 1000),
        meTooCount: (from + index) % 5,
        acceptedCount: index % 3 === 0 ? 1 : 0,
        replyCount: index % 4,
      })),
    });
  }
}

test('lists of many threads are counted to twenty pages, and read through indexes', async () => {
  const list = await forumPage({ page: 1 }, null);
  expect(list).toMatchObject({ total: COUNTED_AT_MOST, isMore: true });
  expect((await forumPage({ page: 21 }, null)).items).toHaveLength(30);
  const mine = await ownList('mine', cleo.id);
  const wanted = [
    [{ page: 1 }, /Thread_lastActivityAt_idx/],
    [{ page: 1, state: 'solved' as const }, /Thread_lastActivityAt_idx/],
    [{ page: 1, state: 'unsolved' as const }, /Thread_acceptedCount_meTooCount_lastActivityAt_idx/],
    [{ page: 1, state: 'unanswered' as const }, /Thread_(replyCount_)?lastActivityAt_idx/],
    [{ page: 1, categoryId: general }, /Thread_(categoryId_)?lastActivityAt_idx/],
    [{ page: 1, own: mine }, /Reply_authorId_threadId_idx/],
  ] as const;
  for (const [filter, index] of wanted) expect(await planOf(listStatement(filter, cleo))).toMatch(index);
  // Sorted by what an index says, not after all of them were read.
  const shelf = await planOf(listStatement({ page: 1, state: 'solved', categoryId: general }, null));
  expect(shelf).toMatch(/Thread_(categoryId_)?lastActivityAt_idx/);
  expect(
    await planOf(
      Prisma.sql`SELECT r."id" FROM "Reply" r WHERE r."threadId" = ${long} AND r."number" > 30 AND r."number" <= 60`,
    ),
  ).toContain('Reply_threadId_number_key');
});

test('what belongs to one person, has one tag or is asked of each category is looked up: no table is read whole for it', async () => {
  const [mine, followed] = [await ownList('mine', cleo.id), await ownList('followed', cleo.id)];
  const tagId = (await threadTag('brass'))?.id;
  const whole =
    kind === 'sqlite'
      ? /SCAN (t|g|Thread|Reply)\b(?! USING INDEX Thread)/
      : /Seq Scan on \\"(Thread|Reply)\\"/;
  const lookedUp = [
    listStatement({ page: 1, own: mine }, cleo),
    listStatement({ page: 1, own: mine, state: 'unsolved' }, cleo),
    listStatement({ page: 1, own: { ...mine, isWide: true } }, cleo),
    listStatement({ page: 1, own: followed }, cleo),
    listStatement({ page: 1, own: { ...followed, isWide: true } }, cleo),
    ownListStatement('followed', cleo.id),
    ownListStatement('mine', cleo.id),
    listStatement({ page: 1, tagId }, cleo),
    listStatement({ page: 1, tagId, state: 'unsolved' }, cleo),
    listStatement({ page: 1, tagId, state: 'solved' }, null),
    listStatement({ page: 1, state: 'unanswered', categoryId: 'none' }, null),
    shelvesStatement(),
    usedTagsStatement(),
  ];
  for (const statement of lookedUp) expect(await planOf(statement)).not.toMatch(whole);
});

test('who follows a category of thousands sees its last threads, without all of them being sorted', async () => {
  const at = now();
  const follow = { personId: ben.id, reason: 'chosen', at };
  await db.follow.create({ data: { id: newId(), categoryId: general, ...follow } });
  const newest = (await forumPage({ page: 1 }, null)).items.map(({ id }) => id);
  const [first = '', ...others] = newest;
  await db.follow.create({ data: { id: newId(), threadId: first, ...follow, stoppedAt: at } });
  expect((await ownList('followed', ben.id)).isWide).toBe(true);
  const list = await forumPage({ page: 1, list: 'followed' }, ben);
  expect(list.items.slice(0, 29).map(({ id }) => id)).toEqual(others);
  expect(list).toMatchObject({ total: COUNTED_AT_MOST, isMore: true });
  const open = await forumPage({ page: 1, list: 'followed', state: 'unsolved' }, ben);
  const everybodys = await forumPage({ page: 1, state: 'unsolved' }, null);
  expect(open.items.map(({ id }) => id)).toEqual(
    everybodys.items.map(({ id }) => id).filter((id) => id !== first),
  );
  expect(open).toMatchObject({ total: COUNTED_AT_MOST, isMore: true });
});
