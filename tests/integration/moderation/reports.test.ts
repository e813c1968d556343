import { expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { threadPage } from '@/lib/forum/page-queries';
import { newId } from '@/lib/ids';
import { dismissFlags } from '@/lib/moderation/dismiss-flags';
import { flagPost } from '@/lib/moderation/flag-post';
import { flaggedPosts, moderationLog } from '@/lib/moderation/queries';
import { restorePost } from '@/lib/moderation/restore-post';
import { HIDDEN_BY_REPORTS } from '@/lib/moderation/rules';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { expectCountersToEqualRows } from '../../support/counters';

async function aBuyer(): Promise<Actor> {
  const buyer = await aPerson();
  const id = newId();
  await db.order.create({
    data: {
      id,
      externalId: id,
      number: id,
      numberKey: id,
      email: buyer.email ?? '',
      currency: 'EUR',
      totalMinor: 2400,
      capturedMinor: 2400,
      paidAt: now(),
      provider: 'pretend',
      paymentRef: id,
      createdAt: now(),
      updatedAt: now(),
    },
  });
  return buyer;
}

const mails = async () =>
  (
    await db.mail.findMany({
      where: { toEmail: owner.email ?? '' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
  ).map(({ subject }) => subject);

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();
const [buyer, other, third] = [await aBuyer(), await aBuyer(), await aBuyer()];
const report = (kind: 'thread' | 'reply', id: string, by: Actor) =>
  flagPost({ targetType: kind, targetId: id, reason: 'This is rude' }, by);

test('what a verified buyer reports is folded for readers, not for its author and the shop, until the shop has looked', async () => {
  const thread = await aThread({ by: ana, title: 'A rude answer' });
  const reply = await aReply(thread, ben);
  const aside = async (actor: Actor | null) => {
    const page = await threadPage(thread, actor, 1);
    return [page?.aside, page?.replies[0]?.aside];
  };
  for (const member of [await aPerson(), await aPerson(), await aPerson()]) {
    await report('reply', reply, member);
    await report('thread', thread, member);
  }
  expect(await aside(null)).toEqual([null, null]);
  expect(await mails()).toEqual([]);
  await report('reply', reply, buyer);
  await report('reply', reply, buyer);
  expect(await mails()).toEqual(['A customer reported a post: A rude answer']);
  expect(await aside(null)).toEqual([null, 'folded']);
  expect(await aside(buyer)).toEqual([null, 'folded']);
  await report('thread', thread, other);
  expect(await aside(null)).toEqual(['folded', 'folded']);
  expect(await aside(ana)).toEqual([null, 'folded']);
  expect(await aside(ben)).toEqual(['folded', null]);
  expect(await aside(owner)).toEqual(['pointed-out', 'pointed-out']);
  expect((await flaggedPosts(owner)).map(({ id }) => id)).toEqual([reply, thread]);
  await dismissFlags({ kind: 'reply', id: reply }, owner);
  await dismissFlags({ kind: 'thread', id: thread }, owner);
  expect(await aside(null)).toEqual([null, null]);
});

test('two verified buyers hide a post, once, however many press at once; it stays on the list of the shop', async () => {
  const thread = await aThread({ by: ana, title: 'Rude to many' });
  const reply = await aReply(thread, ben);
  await Promise.all([buyer, other, third, buyer, other, third].map((by) => report('reply', reply, by)));
  expect((await threadPage(thread, null, 1))?.replies).toEqual([]);
  const [own] = (await threadPage(thread, ben, 1))?.replies ?? [];
  expect(own?.hidden?.reason).toBe(HIDDEN_BY_REPORTS);
  const waiting = (await flaggedPosts(owner)).find(({ id }) => id === reply);
  expect(waiting).toMatchObject({ isHidden: true });
  expect(waiting?.flags.length).toBeGreaterThanOrEqual(2);
  const entries = (await moderationLog(owner, 1)).items.filter(({ href }) => href?.includes(reply));
  expect(entries.map(({ action }) => action)).toEqual(['hide']);
  expect((await mails()).filter((subject) => subject.endsWith('Rude to many'))).toEqual([
    'A customer reported a post: Rude to many',
    'Hidden until you look: Rude to many',
  ]);
  await expectCountersToEqualRows(thread);
});

test('a post that the shop shows again is answered: old reports neither fold nor hide it any more', async () => {
  const thread = await aThread({ by: ana });
  await report('thread', thread, buyer);
  await report('thread', thread, other);
  expect(await threadPage(thread, null, 1)).toBeNull();
  await restorePost({ kind: 'thread', id: thread }, owner);
  expect(await flaggedPosts(owner).then((posts) => posts.some(({ id }) => id === thread))).toBe(false);
  await report('thread', thread, buyer);
  expect(await threadPage(thread, null, 1)).toMatchObject({ aside: null });
  await report('thread', thread, third);
  expect(await threadPage(thread, null, 1)).toMatchObject({ aside: 'folded', hidden: null });
});

test('the shop’s own posts are folded at most', async () => {
  const thread = await aThread({ by: ana });
  const reply = await aReply(thread, owner);
  for (const by of [buyer, other, third]) await report('reply', reply, by);
  expect((await threadPage(thread, null, 1))?.replies).toMatchObject([{ aside: 'folded', hidden: null }]);
});
