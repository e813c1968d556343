import { expect, test } from 'vitest';
import { getThreadEndpoint, withdrawReplyEndpoint } from '@/lib/forum/api';
import {
  markDuplicateEndpoint,
  mergeThreadsEndpoint,
  splitThreadEndpoint,
  unmarkDuplicateEndpoint,
} from '@/lib/forum/curation/api';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import {
  reopenThreadEndpoint,
  reportAnswerEndpoint,
  reviewAnswerEndpoint,
  unreportAnswerEndpoint,
} from '@/lib/forum/solutions/api';
import type { ApiAnswer } from '@/lib/web/endpoint';
import { aPerson } from '@/tests/support/a-person';
import { aReply, aThread } from '@/tests/support/a-thread';

const FIRST_PAGE = { page: 1, perPage: 30 };

/** The body of an answer that worked. */
function bodyOf<Body>(answer: ApiAnswer<Body>): Body {
  if (!('body' in answer)) throw new Error(`No body: ${JSON.stringify(answer)}`);
  return answer.body;
}

test('a merged thread is answered with the thread it is in, and a split gives it back', async () => {
  const [asker, other, helper] = [await aPerson(), await aPerson(), await aPerson({ role: 'helper' })];
  const from = await aThread({ by: asker, title: 'Where is my lamp?' });
  const into = await aThread({ by: other, title: 'Where are the lamps?' });
  const reply = await aReply(from, other);
  const input = { target: into };
  const merged = bodyOf(
    await mergeThreadsEndpoint.run({ params: { id: from }, query: {}, input, actor: helper }),
  );
  expect(merged.id).toBe(into);
  expect(merged.replies.items.map(({ id }) => id)).toEqual([from, reply]);
  const read = await getThreadEndpoint.run({
    params: { id: from },
    query: FIRST_PAGE,
    input: undefined,
    actor: null,
  });
  expect(bodyOf(read).id).toBe(into);
  const again = await mergeThreadsEndpoint.run({ params: { id: from }, query: {}, input, actor: helper });
  expect(bodyOf(again).id).toBe(into);

  const apart = { replyIds: [from, reply], title: 'Where is my lamp?' };
  const split = await splitThreadEndpoint.run({
    params: { id: into },
    query: {},
    input: apart,
    actor: helper,
  });
  expect([split.status, bodyOf(split).id, bodyOf(split).replyCount]).toEqual([201, from, 1]);
});

test('what the curation refuses has the status of its reason', async () => {
  const [asker, helper] = [await aPerson(), await aPerson({ role: 'helper' })];
  const id = await aThread({ by: asker });
  const ask = { params: { id }, query: {} };
  const merge = (target: string, actor = helper) =>
    mergeThreadsEndpoint.run({ ...ask, input: { target }, actor });
  expect(await merge(id)).toMatchObject({ status: 409, problem: 'same' });
  expect(await merge('0'.repeat(24))).toMatchObject({ status: 422, problem: 'target-unknown' });
  expect(await merge(id, asker)).toMatchObject({ status: 403, problem: 'not-allowed' });
  const split = { replyIds: ['nothing'], title: 'A title that is long enough' };
  expect(await splitThreadEndpoint.run({ ...ask, input: split, actor: helper })).toMatchObject({
    status: 422,
    problem: 'replies-unknown',
  });
  const stranger = await aPerson();
  const duplicate = { ...ask, input: { target: id }, actor: stranger };
  const other = await aThread({ by: asker });
  expect(await markDuplicateEndpoint.run({ ...duplicate, input: { target: other } })).toMatchObject({
    status: 403,
    problem: 'not-allowed',
  });
});

test('the asker says which thread is about the same problem, and takes it back', async () => {
  const [asker, other] = [await aPerson(), await aPerson()];
  const [id, target] = [await aThread({ by: asker }), await aThread({ by: other })];
  const ask = { params: { id }, query: {}, actor: asker };
  const read = async () =>
    bodyOf(await getThreadEndpoint.run({ params: { id }, query: FIRST_PAGE, input: undefined, actor: null }))
      .duplicateOf?.id;
  const marked = await markDuplicateEndpoint.run({ ...ask, input: { target } });
  expect(bodyOf(marked)).toEqual({ threadId: id, duplicateOfId: target });
  expect(await read()).toBe(target);
  const unmarked = await unmarkDuplicateEndpoint.run({ ...ask, input: undefined });
  expect(bodyOf(unmarked)).toEqual({ threadId: id, duplicateOfId: null });
  expect(await read()).toBeUndefined();
});

test('an answer is reported, reviewed, found outdated and its question opened again', async () => {
  const [asker, helper] = [await aPerson(), await aPerson({ role: 'helper' })];
  const threadId = await aThread({ by: asker });
  const replyId = await aReply(threadId, await aPerson());
  await acceptAnswer({ threadId, replyId }, asker);
  const params = { id: replyId };
  for (const actor of [await aPerson(), asker]) {
    const told = await reportAnswerEndpoint.run({ params, query: {}, input: undefined, actor });
    expect(bodyOf(told)).toEqual({ replyId, threadId, reported: true });
  }
  const view = async () => {
    const read = { params: { id: threadId }, query: FIRST_PAGE, input: undefined, actor: null };
    const [reply] = bodyOf(await getThreadEndpoint.run(read)).replies.items;
    return [reply?.accepted, reply?.onReview, reply?.outdated];
  };
  expect(await view()).toEqual([true, true, false]);
  const review = (verdict: 'still-true' | 'outdated', actor = helper) =>
    reviewAnswerEndpoint.run({ params, query: {}, input: { verdict }, actor });
  expect(await review('outdated', asker)).toMatchObject({ status: 403, problem: 'not-allowed' });
  expect(bodyOf(await review('still-true')).onReview).toBe(false);
  expect(await view()).toEqual([true, false, false]);
  const takenBack = { params, query: {}, input: undefined, actor: asker };
  expect(bodyOf(await unreportAnswerEndpoint.run(takenBack)).reported).toBe(false);
  expect(bodyOf(await review('outdated')).outdated).toBe(true);
  expect(await view()).toEqual([false, false, true]);
  await review('still-true');
  const reopen = { params: { id: threadId }, query: {}, input: undefined, actor: asker };
  expect(bodyOf(await reopenThreadEndpoint.run(reopen))).toMatchObject({ acceptedReplyIds: [] });
  expect(await reopenThreadEndpoint.run(reopen)).toMatchObject({ status: 409, problem: 'not-solved' });
});

test('a reply of a moment ago is taken back with its words, by its author alone', async () => {
  const [asker, author] = [await aPerson(), await aPerson()];
  const threadId = await aThread({ by: asker });
  const id = await aReply(threadId, author, 'Too early.');
  const takeBack = (actor = author) =>
    withdrawReplyEndpoint.run({ params: { id }, query: {}, input: undefined, actor });
  expect(await takeBack(asker)).toMatchObject({ status: 403, problem: 'not-allowed' });
  expect(bodyOf(await takeBack())).toEqual({ replyId: id, threadId, body: 'Too early.' });
  expect(await takeBack()).toMatchObject({ status: 404, problem: 'not-found' });
});
