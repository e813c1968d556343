import { expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { hideReplyEndpoint, restoreReplyEndpoint } from '@/lib/moderation/api';
import { dismissFlags } from '@/lib/moderation/dismiss-flags';
import { flagPost } from '@/lib/moderation/flag-post';
import { hidePost } from '@/lib/moderation/hide-post';
import { restorePost } from '@/lib/moderation/restore-post';
import { HIDDEN_BY_REPORTS } from '@/lib/moderation/rules';
import { alreadyWords, type Moderated } from '@/lib/moderation/schema';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner', name: 'Olga' });
const helper = await aPerson({ role: 'helper', name: 'Hedy' });
const [ana, ben] = [await aPerson(), await aPerson()];

type Answer = ({ ok: true } & Moderated) | { ok: false; reason: string };

/** What somebody reads after an act; null for plain success. */
function told(answer: Answer): string | null {
  if (!answer.ok) throw new Error(answer.reason);
  return answer.already && alreadyWords(answer.already);
}

async function aPost() {
  return { kind: 'reply' as const, id: await aReply(await aThread({ by: ana }), ben) };
}

const report = (id: string, by: Actor) =>
  flagPost({ targetType: 'reply', targetId: id, reason: 'This is rude' }, by);

const acts = {
  hide: (post: { kind: 'reply'; id: string }, by: Actor) => hidePost({ ...post, reason: '' }, by),
  restore: restorePost,
  dismiss: dismissFlags,
};

test.each([
  ['hide', 'This post was hidden already, by '],
  ['restore', 'This post was shown again already, by '],
  ['dismiss', 'The reports on this post were answered already, by '],
] as const)(
  'of two who %s a post at once, one does it and the other hears who was first',
  async (name, words) => {
    const post = await aPost();
    await report(post.id, ana);
    if (name === 'restore') await hidePost({ ...post, reason: '' }, helper);
    const answers = await Promise.all([owner, helper].map((by) => acts[name](post, by)));
    const [first, second] = answers.map(told);
    expect([first, second].filter((one) => one === null)).toHaveLength(1);
    expect(first ?? second).toBe(`${words}${first === null ? 'Olga' : 'Hedy'}.`);
  },
);

test('who leaves a post as it is after somebody hid or restored it hears that', async () => {
  const post = await aPost();
  await report(post.id, ana);
  await hidePost({ ...post, reason: '' }, helper);
  expect(told(await dismissFlags(post, owner))).toBe('This post was hidden already, by Hedy.');
  expect(told(await dismissFlags(post, helper))).toBe('You have hidden this post already.');
  await restorePost(post, owner);
  expect(told(await dismissFlags(post, helper))).toBe('This post was shown again already, by Olga.');
  expect(told(await restorePost(post, owner))).toBe('You have shown this post again already.');
});

test('nobody is named where nobody of the shop did it', async () => {
  const post = await aPost();
  expect(told(await restorePost(post, owner))).toBe('This post can be seen already.');
  expect(told(await dismissFlags(post, owner))).toBe('The reports on this post were answered already.');
  await db.hiding.create({
    data: {
      id: `hiding-${post.id}`,
      replyId: post.id,
      byId: ana.id,
      reason: HIDDEN_BY_REPORTS,
      at: new Date(),
    },
  });
  expect(told(await hidePost({ ...post, reason: '' }, owner))).toBe('This post was hidden already.');
});

test('a post that reports had hidden is kept hidden by the first, and the second hears that it is', async () => {
  const post = await aPost();
  await report(post.id, ana);
  await db.hiding.create({
    data: {
      id: `hiding-${post.id}`,
      replyId: post.id,
      byId: ana.id,
      reason: HIDDEN_BY_REPORTS,
      at: new Date(),
    },
  });
  expect(told(await hidePost({ ...post, reason: '' }, owner))).toBeNull();
  expect(told(await hidePost({ ...post, reason: '' }, helper))).toBe('This post was hidden already.');
});

test('to programs a repeated act stays what it was: 200, with the same body', async () => {
  const { id } = await aPost();
  const asked = { params: { id }, query: {}, input: undefined };
  for (const [endpoint, hidden] of [
    [hideReplyEndpoint, true],
    [restoreReplyEndpoint, false],
  ] as const) {
    const once = await endpoint.run({ ...asked, actor: owner });
    expect(once).toMatchObject({ status: 200, body: { targetId: id, hidden } });
    expect(await endpoint.run({ ...asked, actor: helper })).toEqual(once);
  }
});
