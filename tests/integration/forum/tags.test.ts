import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { forumPage, threadTag } from '@/lib/forum/list-queries';
import { describeTag } from '@/lib/forum/tags/describe-tag';
import { mergeTag } from '@/lib/forum/tags/merge-tag';
import { deskTags } from '@/lib/forum/tags/queries';
import { DescribeTag } from '@/lib/forum/tags/schema';
import { newId } from '@/lib/ids';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';

const helper = await aPerson({ role: 'helper' });
const ana = await aPerson();
const ben = await aPerson();
const tagId = async (slug: string) => (await db.tag.findUniqueOrThrow({ where: { slug } })).id;

test('a tag gets a description and another spelling, and keeps its address', async () => {
  await aThread({ by: ana, tags: ['dimmer', 'bulb'] });
  const id = await tagId('dimmer');
  const input = DescribeTag.parse({ id, name: '  Dimmers ', description: 'Anything that\nmakes it darker.' });
  expect(await describeTag(input, helper)).toEqual({ ok: true });
  expect(await threadTag('dimmer')).toMatchObject({
    name: 'Dimmers',
    description: 'Anything that makes it darker.',
  });
  expect(await describeTag({ ...input, name: 'BULB' }, helper)).toMatchObject({ reason: 'name-taken' });
  expect(await describeTag(input, ana)).toMatchObject({ reason: 'not-allowed' });
  expect(await describeTag({ ...input, id: newId() }, helper)).toMatchObject({ reason: 'not-found' });
  expect(DescribeTag.safeParse({ id, name: '<b>' }).success).toBe(false);
});

test('two tags become one: threads and followers of both, each once', async () => {
  const both = await aThread({ by: ana, tags: ['candle', 'candles'] });
  const one = await aThread({ by: ana, tags: ['candle'] });
  const other = await aThread({ by: ana, tags: ['candles'] });
  const [from, into] = [await tagId('candle'), await tagId('candles')];
  const follow = (personId: string, id: string, stoppedAt: Date | null = null) =>
    db.follow.create({ data: { id: newId(), personId, tagId: id, reason: 'chosen', at: now(), stoppedAt } });
  await follow(ana.id, from);
  await follow(ben.id, from);
  await follow(ben.id, into, now());
  expect(await mergeTag({ id: from, into: 'candle' }, helper)).toMatchObject({ reason: 'target-unknown' });
  expect(await mergeTag({ id: from, into: 'Candles' }, ana)).toMatchObject({ reason: 'not-allowed' });
  const results = await Promise.all(
    Array.from({ length: 5 }, () => mergeTag({ id: from, into: 'Candles' }, helper)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const { items } = await forumPage({ page: 1, tagId: into }, null);
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set([both, one, other]));
  const follows = await db.follow.findMany({ where: { tagId: into }, orderBy: { personId: 'asc' } });
  expect(follows.map((row) => [row.personId, row.stoppedAt !== null]).sort()).toEqual(
    [
      [ana.id, false],
      [ben.id, true],
    ].sort(),
  );
  expect((await deskTags(1)).items.map(({ slug }) => slug)).not.toContain('candle');
});
