import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { markDuplicate } from '@/lib/forum/curation/mark-duplicate';
import { mergeThreads } from '@/lib/forum/curation/merge-threads';
import { unmarkDuplicate } from '@/lib/forum/curation/unmark-duplicate';
import { forumPage } from '@/lib/forum/list-queries';
import { threadPage } from '@/lib/forum/page-queries';
import { threadList } from '@/lib/forum/queries';
import { newId } from '@/lib/ids';
import { hidePost } from '@/lib/moderation/hide-post';
import { restorePost } from '@/lib/moderation/restore-post';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { expectCountersToEqualRows } from '../../support/counters';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const twenty = Array.from({ length: 20 }, (_, index) => index);

test('a duplicate leads to its target, which counts it, and waits in no list of open questions', async () => {
  const target = await aThread({ by: ana, title: 'Does the lamp hum?' });
  const thread = await aThread({ by: ben });
  const open = async () =>
    (await threadList({ page: 1, state: 'unanswered' }, null)).items.map(({ id }) => id);
  expect(await open()).toContain(thread);
  const said = await Promise.all(twenty.map(() => markDuplicate({ threadId: thread, target }, helper)));
  for (const answer of said) expect(answer).toMatchObject({ ok: true, targetId: target });
  expect(await open()).not.toContain(thread);
  const listed = async () => (await forumPage({ page: 1 }, null)).items.find(({ id }) => id === thread);
  expect(await listed()).toMatchObject({
    sameAs: { href: `/t/${target}/does-the-lamp-hum`, title: 'Does the lamp hum?' },
  });
  await hidePost({ kind: 'thread', id: target, reason: '' }, owner);
  expect(await listed()).toMatchObject({ sameAs: null });
  await restorePost({ kind: 'thread', id: target }, owner);
  expect(await threadPage(target, null, 1)).toMatchObject({ duplicateCount: 1, duplicateOf: null });
  const page = await threadPage(thread, null, 1);
  expect(page).toMatchObject({ duplicateOf: { id: target } });
  expect(page?.events.map(({ kind }) => kind)).toEqual(['duplicate']);
  await expectCountersToEqualRows(target, thread);
  expect(await unmarkDuplicate({ threadId: thread }, ben)).toMatchObject({ ok: true });
  expect(await open()).toContain(thread);
  await expectCountersToEqualRows(target, thread);
});

test('chains of duplicates are one link long, and a circle cannot be made', async () => {
  const [a, b, c] = [await aThread({ by: ana }), await aThread({ by: ana }), await aThread({ by: ana })];
  await markDuplicate({ threadId: a, target: b }, owner);
  await markDuplicate({ threadId: b, target: c }, owner);
  const links = await db.duplicateLink.findMany({ where: { threadId: { in: [a, b, c] } } });
  expect(new Map(links.map(({ threadId, targetId }) => [threadId, targetId]))).toEqual(
    new Map([
      [a, c],
      [b, c],
    ]),
  );
  expect(await markDuplicate({ threadId: c, target: a }, owner)).toEqual({ ok: false, reason: 'same' });
  const d = await aThread({ by: ana });
  expect(await markDuplicate({ threadId: d, target: a }, owner)).toMatchObject({ ok: true, targetId: c });
  await expectCountersToEqualRows(a, b, c, d);
});

test('twenty people who mark each other’s threads at once leave no chain, no circle and right counts', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(() => aThread({ by: ana })));
  await Promise.all(
    twenty.map((index) =>
      markDuplicate(
        { threadId: ids[index % 4] as string, target: ids[(index + 1 + (index % 3)) % 4] as string },
        index % 2 ? owner : helper,
      ),
    ),
  );
  const links = await db.duplicateLink.findMany({ where: { threadId: { in: ids } } });
  const sources = new Set(links.map(({ threadId }) => threadId));
  for (const { targetId } of links) expect(sources.has(targetId)).toBe(false);
  await expectCountersToEqualRows(...ids);
});

test('who marks must be allowed to on the thread and see the target', async () => {
  const own = await aThread({ by: ana });
  const other = await aThread({ by: ben });
  const hidden = await aThread({ by: ben });
  await hidePost({ kind: 'thread', id: hidden, reason: '' }, owner);
  expect(await markDuplicate({ threadId: other, target: own }, ana)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await markDuplicate({ threadId: own, target: hidden }, ana)).toEqual({
    ok: false,
    reason: 'target-unknown',
  });
  expect(await markDuplicate({ threadId: own, target: hidden }, owner)).toEqual({
    ok: false,
    reason: 'target-hidden',
  });
  expect(await markDuplicate({ threadId: hidden, target: own }, ana)).toEqual({
    ok: false,
    reason: 'not-found',
  });
  expect(await markDuplicate({ threadId: own, target: newId() }, ana)).toEqual({
    ok: false,
    reason: 'target-unknown',
  });
});

test('duplicates of a merged thread lead to the thread it was merged into', async () => {
  const [from, into, duplicate] = [
    await aThread({ by: ana }),
    await aThread({ by: ana }),
    await aThread({ by: ana }),
  ];
  await markDuplicate({ threadId: duplicate, target: from }, owner);
  await markDuplicate({ threadId: into, target: from }, owner);
  await mergeThreads({ threadId: from, target: into }, owner);
  expect(
    await db.duplicateLink.findMany({ where: { threadId: { in: [from, into, duplicate] } } }),
  ).toMatchObject([{ threadId: duplicate, targetId: into }]);
  await expectCountersToEqualRows(from, into, duplicate);
});
