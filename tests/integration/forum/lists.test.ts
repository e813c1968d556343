import { expect, test } from 'vitest';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { DAY, HOUR, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { countStatements } from '@/lib/db/count-statements';
import {
  forumPage,
  forumShelves,
  latestThreads,
  listStatement,
  threadTag,
  unsolvedThreads,
  usedTags,
} from '@/lib/forum/list-queries';
import { ownList } from '@/lib/forum/own-lists';
import { replyHref, threadPage } from '@/lib/forum/page-queries';
import { threadList } from '@/lib/forum/queries';
import { byUrgency } from '@/lib/forum/rules';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { newId } from '@/lib/ids';
import { hidePost } from '@/lib/moderation/hide-post';
import { lockThread } from '@/lib/moderation/lock-thread';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

await ensureGeneralCategory();
const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();
const cleo = await aPerson();
const general = (await db.category.findUniqueOrThrow({ where: { slug: 'general' } })).id;
const ids = (list: { items: { id: string }[] }) => list.items.map(({ id }) => id);

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const count = { statements: 0 };
  await countStatements(count, work);
  return count.statements;
}

test('a list shows of every thread what its card shows, in one statement', async () => {
  const id = await aThread({ by: ana, title: 'A lamp with two tags', tags: ['lamp', 'warm white'] });
  const replyId = await aReply(id, owner);
  await sayMeToo({ threadId: id, meToo: true }, ben);
  await acceptAnswer({ threadId: id, replyId }, ana);
  await lockThread({ threadId: id, reason: '' }, owner);
  const { items, total } = await forumPage({ page: 1 }, null);
  const [card] = (await threadList({ page: 1 }, null)).items;
  expect(total).toBe(1);
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  expect({ ...items[0], tags: items[0]?.tags.sort(byName) }).toEqual({
    ...card,
    tags: card?.tags.sort(byName),
    newReplies: 0,
    sameAs: null,
  });
  expect(await statementsOf(() => forumPage({ page: 1 }, ana))).toBe(1);
  // Before a list of one's own, how long it is.
  expect(await statementsOf(() => forumPage({ page: 1, state: 'unsolved', list: 'followed' }, ana))).toBe(2);
  expect(await statementsOf(forumShelves)).toBe(1);
  expect(await statementsOf(usedTags)).toBe(1);
});

test('unsolved threads stand by people affected × age, page by page the same as the rule says', async () => {
  const at = now();
  const rows = Array.from({ length: 70 }, (_, index) => ({
    id: newId(),
    slug: 'x',
    title: `Pressing ${index}`,
    body: 'Text',
    categoryId: general,
    authorId: ana.id,
    createdAt: later(at, -((index * 37) % 1000) * HOUR),
    lastActivityAt: later(at, -((index * 13) % 90) * HOUR),
    meTooCount: (index * 7) % 11,
    replyCount: index % 3,
  }));
  await db.thread.createMany({ data: rows });
  const expected = byUrgency(rows, at).map(({ id }) => id);
  const pages = await Promise.all([1, 2, 3].map((page) => forumPage({ page, state: 'unsolved' }, null)));
  expect(pages.flatMap(ids)).toEqual(expected);
  expect(pages[0]?.total).toBe(70);
  expect((await unsolvedThreads(null, 5)).map(({ id }) => id)).toEqual(expected.slice(0, 5));
  const mine = await Promise.all(
    [1, 2, 3].map((page) => forumPage({ page, state: 'unsolved', list: 'mine' }, ana)),
  );
  expect(mine.flatMap(ids)).toEqual(expected);
  expect(mine[0]?.total).toBe(70);
  const unanswered = await forumPage({ page: 1, state: 'unanswered' }, null);
  expect(unanswered.total).toBe(rows.filter((row) => row.replyCount === 0).length);
  await db.thread.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
});

test('young questions stand among the old ones by the people they affect, however many of both there are', async () => {
  const at = now();
  const common = { slug: 'x', body: 'Text', categoryId: general, authorId: ana.id };
  // More old ones than a page shows, all of the same few people; young ones of fewer, as many and more people.
  const rows = Array.from({ length: 90 }, (_, index) => ({
    ...common,
    id: newId(),
    title: `Pressing ${index}`,
    // Odd times: of two that press exactly alike, rounding would decide.
    createdAt: later(
      at,
      -(index < 50 ? 20 * DAY + index * HOUR : (index - 49) * 28_711_337 - index * index * 1009),
    ),
    lastActivityAt: later(at, -((index * 13) % 90) * HOUR),
    meTooCount: index < 50 ? 2 : index % 9,
  }));
  await db.thread.createMany({ data: rows });
  const expected = byUrgency(rows, at).map(({ id }) => id);
  const pages = await Promise.all([1, 2, 3].map((page) => forumPage({ page, state: 'unsolved' }, null)));
  expect(pages.flatMap(ids)).toEqual(expected);
  const shelf = await forumPage({ page: 1, state: 'unsolved', categoryId: general }, null);
  expect(ids(shelf)).toEqual(expected.slice(0, 30));
  await db.thread.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
});

test('mine is what one asked or answered, followed what one follows: thread, category or tag, never what one stopped', async () => {
  const asked = await aThread({ by: cleo });
  const answered = await aThread({ by: ana });
  await aReply(answered, cleo);
  const tagged = await aThread({ by: ana, tags: ['brass'] });
  const stopped = await aThread({ by: ana, tags: ['brass'] });
  const other = await aThread({ by: ana });
  expect(new Set(ids(await forumPage({ page: 1, list: 'mine' }, cleo)))).toEqual(new Set([asked, answered]));
  await db.follow.deleteMany({ where: { personId: cleo.id } });
  const follow = (place: { threadId: string } | { tagId: string } | { categoryId: string }, off = false) =>
    db.follow.create({
      data: {
        id: newId(),
        personId: cleo.id,
        reason: 'chosen',
        at: now(),
        stoppedAt: off ? now() : null,
        ...place,
      },
    });
  const tag = await threadTag('brass');
  await follow({ threadId: asked });
  await follow({ tagId: tag?.id ?? '' });
  await follow({ threadId: stopped }, true);
  const followed = async () => new Set(ids(await forumPage({ page: 1, list: 'followed' }, cleo)));
  expect(await followed()).toEqual(new Set([asked, tagged]));
  expect(ids(await forumPage({ page: 1, list: 'followed', state: 'solved' }, cleo))).toEqual([]);
  const own = { page: 1, list: 'followed', tagId: tag?.id, categoryId: general } as const;
  expect(ids(await forumPage(own, cleo))).toEqual([tagged]);
  expect(ids(await forumPage({ ...own, state: 'unanswered', categoryId: 'none' }, cleo))).toEqual([]);
  await follow({ categoryId: general });
  expect((await followed()).has(other)).toBe(true);
  expect((await followed()).has(stopped)).toBe(false);
  expect(ids(await forumPage({ page: 1, list: 'mine' }, null))).toEqual([]);
  // The same by going through the forum, as it is done for those with very many.
  for (const list of ['mine', 'followed'] as const) {
    const own = await ownList(list, cleo.id);
    expect(own.isWide).toBe(false);
    for (const state of [undefined, 'solved', 'unsolved', 'unanswered'] as const) {
      const rows = (isWide: boolean) =>
        db.$queryRaw<{ id: string }[]>(listStatement({ page: 1, state, own: { ...own, isWide } }, cleo));
      expect((await rows(true)).map(({ id }) => id)).toEqual((await rows(false)).map(({ id }) => id));
    }
  }
});

test('hidden and merged threads are in no list, and give no shelf and no tag', async () => {
  const into = await aThread({ by: ana });
  const merged = await aThread({ by: ana, tags: ['merged-tag'] });
  const hidden = await aThread({ by: ana, tags: ['hidden-tag'] });
  await db.thread.update({ where: { id: merged }, data: { mergedIntoId: into } });
  await hidePost({ kind: 'thread', id: hidden, reason: '' }, owner);
  const told = JSON.stringify([
    await forumPage({ page: 1 }, owner),
    await forumPage({ page: 1, state: 'unsolved' }, ana),
    await forumPage({ page: 1, list: 'mine' }, ana),
    await latestThreads(ana, 50),
    await unsolvedThreads(ana, 50),
    await threadList({ page: 1 }, owner),
    await usedTags(),
    await threadTag('merged-tag'),
    await threadTag('hidden-tag'),
  ]);
  expect(told).toContain(into);
  for (const gone of [merged, hidden, 'merged-tag', 'hidden-tag']) expect(told).not.toContain(gone);
});

test('a page of replies is a range of their numbers: those that went away leave it shorter, and addresses stay', async () => {
  const id = await aThread({ by: ana });
  const replies: string[] = [];
  for (let index = 0; index < 35; index += 1) replies.push(await aReply(id, ben));
  await hidePost({ kind: 'reply', id: replies[3] ?? '', reason: '' }, owner);
  await db.reply.delete({ where: { id: replies[4] } });
  const first = await threadPage(id, null, 1);
  expect(first?.replies.map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1).filter((number) => number !== 4 && number !== 5),
  );
  expect(first).toMatchObject({ lastNumber: 35 });
  expect((await threadPage(id, null, 2))?.replies).toHaveLength(5);
  expect(await replyHref(replies[30] ?? '', null)).toMatch(new RegExp(`\\?page=2#reply-${replies[30]}$`));
  expect(await replyHref(replies[29] ?? '', null)).not.toContain('page=');
  const seen = { visitor: await threadPage(id, null, 1), ben: await threadPage(id, ben, 1) };
  expect((seen.ben?.total ?? 0) - (seen.visitor?.total ?? 0)).toBe(1);
});

test('a thread page is four questions to the database, whatever is on it', async () => {
  const small = await aThread({ by: ana });
  await aReply(small, ben);
  const large = await aThread({ by: ana, tags: ['one', 'two', 'three'] });
  for (let index = 0; index < 29; index += 1) {
    const replyId = await aReply(large, index % 2 ? ben : cleo);
    if (index % 5 === 0) await acceptAnswer({ threadId: large, replyId }, ana);
  }
  for (const actor of [null, ana, owner]) {
    const [few, many] = [
      await statementsOf(() => threadPage(small, actor, 1)),
      await statementsOf(() => threadPage(large, actor, 1)),
    ];
    // The thread, its replies, what happened to it, and how its authors stand.
    expect(many).toBeLessThanOrEqual(4);
    expect(few).toBe(many);
  }
});
