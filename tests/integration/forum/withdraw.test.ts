import { expect, test } from 'vitest';
import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { threadPage } from '@/lib/forum/page-queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { voteReply } from '@/lib/forum/vote-reply';
import { withdrawReply } from '@/lib/forum/withdraw-reply';
import { hidePost } from '@/lib/moderation/hide-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();

async function canStill(threadId: string, actor: typeof ana): Promise<boolean[]> {
  const page = await threadPage(threadId, actor, 1);
  return (page?.replies ?? []).map((reply) => reply.can.withdraw);
}

test('a reply of a moment ago is taken back once under twenty tries, with its text to go on writing', async () => {
  const threadId = await aThread({ by: ana });
  const kept = await aReply(threadId, ben, 'The first.');
  const replyId = await aReply(threadId, ben, 'Sent too soon');
  expect(await canStill(threadId, ben)).toEqual([true, true]);
  expect(await canStill(threadId, ana)).toEqual([false, false]);
  const tries = Array.from({ length: 20 }, () => withdrawReply({ replyId }, ben));
  const taken = (await Promise.all(tries)).filter((result) => result.ok);
  expect(taken).toEqual([{ ok: true, threadId, body: 'Sent too soon' }]);
  const page = await threadPage(threadId, null, 1);
  expect(page).toMatchObject({ replyCount: 1, replies: [{ id: kept, number: 1 }] });
  const next = await aReply(threadId, ben, 'Now whole.');
  expect(await db.reply.findUnique({ where: { id: next } })).toMatchObject({ number: 3 });
});

test('not by somebody else, not after two minutes, and not when the shop has hidden it', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  expect(await withdrawReply({ replyId }, ana)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await withdrawReply({ replyId }, owner)).toEqual({ ok: false, reason: 'not-allowed' });
  await db.reply.update({ where: { id: replyId }, data: { createdAt: later(now(), -3 * MINUTE) } });
  expect(await withdrawReply({ replyId }, ben)).toEqual({ ok: false, reason: 'too-late' });
  const hidden = await aReply(threadId, ben);
  await hidePost({ kind: 'reply', id: hidden, reason: '' }, owner);
  expect(await withdrawReply({ replyId: hidden }, ben)).toEqual({ ok: false, reason: 'too-late' });
});

test('not once somebody voted for it, accepted it or quoted it', async () => {
  const threadId = await aThread({ by: ana });
  const [voted, accepted, quoted] = [
    await aReply(threadId, ben),
    await aReply(threadId, ben),
    await aReply(threadId, ben),
  ];
  await voteReply({ replyId: voted, vote: true }, ana);
  await acceptAnswer({ threadId, replyId: accepted }, ana);
  await aReply(threadId, ana, `> You said\n\n[that](/t/${threadId}/x?reply=${quoted})`);
  expect(await withdrawReply({ replyId: voted }, ben)).toEqual({ ok: false, reason: 'used' });
  expect(await withdrawReply({ replyId: accepted }, ben)).toEqual({ ok: false, reason: 'too-late' });
  expect(await withdrawReply({ replyId: quoted }, ben)).toEqual({ ok: false, reason: 'used' });
});
