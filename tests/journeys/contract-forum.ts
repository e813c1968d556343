import { aQuestion, type Contract } from '@/tests/journeys/contract';
import { expect, type Stage } from '@/tests/journeys/stage';

/** Threads, replies, answers, votes. */
export async function walkThreads(stage: Stage, call: Contract['call']): Promise<void> {
  const { owner, helper, ann, bob } = stage.cast;
  const [admin, asAnn, asBob] = [owner.tokens.all, ann.tokens.all, bob.tokens.all];
  const asked = await call('POST /threads', {
    as: asAnn,
    body: { ...aQuestion('a bulb'), tags: ['bulbs'] },
  });
  expect(asked.status).toBe(201);
  const params = { id: asked.json.id };
  expect(
    (await call('POST /threads', { as: asAnn, body: { ...aQuestion('a bulb'), tags: ['bulbs'] } })).json.id,
  ).toBe(params.id);
  const reply = await call('POST /threads/{id}/replies', {
    as: asBob,
    params,
    body: { body: 'An **E27**.' },
  });
  expect([reply.status, reply.json.threadId]).toEqual([201, params.id]);
  const replyId = reply.json.id;
  const second = await call('POST /threads/{id}/replies', {
    as: admin,
    params,
    body: { body: 'Or an E14.' },
  });
  expect(
    (await call('PATCH /replies/{id}', { as: asBob, params: { id: replyId }, body: { body: 'An E27!' } }))
      .json.body,
  ).toBe('An E27!');
  expect(
    (await call('PATCH /replies/{id}', { as: asAnn, params: { id: replyId }, body: { body: 'Mine' } }))
      .status,
  ).toBe(403);
  expect(
    (await call('PATCH /threads/{id}', { as: asAnn, params, body: { body: 'Which one fits?' } })).json.body,
  ).toBe('Which one fits?');
  expect((await call('PATCH /threads/{id}', { as: asBob, params, body: { body: 'Not mine' } })).status).toBe(
    403,
  );
  expect((await call('POST /threads/{id}/accept', { as: asBob, params, body: { replyId } })).status).toBe(
    403,
  );
  for (const id of [replyId, second.json.id, replyId]) {
    expect(
      (await call('POST /threads/{id}/accept', { as: asAnn, params, body: { replyId: id } })).status,
    ).toBe(200);
  }
  const solved = await call('GET /threads/{id}', { params });
  expect([solved.json.state, solved.json.acceptedReplyIds.length]).toEqual(['solved', 2]);
  const promoted = await call('POST /threads/{id}/promote', { as: admin, params });
  expect([promoted.status, promoted.json.fromThreadId]).toEqual([201, params.id]);
  const again = await call('POST /threads/{id}/promote', { as: admin, params });
  expect([again.status, again.json.id]).toEqual([200, promoted.json.id]);
  expect((await call('POST /threads/{id}/promote', { as: asAnn, params })).status).toBe(403);
  const back = { as: asAnn, params: { ...params, replyId } };
  expect((await call('DELETE /threads/{id}/accept/{replyId}', back)).json.acceptedReplyIds).toEqual([
    second.json.id,
  ]);
  await call('DELETE /threads/{id}/accept/{replyId}', back);
  for (const once of [1, 1]) {
    expect(
      (await call('POST /replies/{id}/vote', { as: asAnn, params: { id: replyId } })).json.voteCount,
    ).toBe(once);
    expect((await call('POST /threads/{id}/me-too', { as: asBob, params })).json.meTooCount).toBe(once);
  }
  expect((await call('POST /replies/{id}/vote', { as: asBob, params: { id: replyId } })).status).toBe(403);
  expect(
    (await call('DELETE /replies/{id}/vote', { as: asAnn, params: { id: replyId } })).json.voteCount,
  ).toBe(0);
  expect((await call('DELETE /threads/{id}/me-too', { as: asBob, params })).json.meTooCount).toBe(0);
  expect((await call('GET /threads', { query: '?tag=bulbs&state=solved' })).json.total).toBe(1);

  const flag = { targetType: 'reply', targetId: replyId, reason: 'Rude' };
  expect((await call('POST /flags', { as: asAnn, body: flag })).status).toBe(201);
  expect((await call('POST /flags', { as: asAnn, body: flag })).status).toBe(200);
  expect(
    (
      await call('POST /replies/{id}/hide', {
        as: helper.tokens.moderate,
        params: { id: replyId },
        body: { reason: 'Rude' },
      })
    ).json.hidden,
  ).toBe(true);
  expect((await call('GET /threads/{id}', { params })).text).not.toContain('E27!');
  expect(
    (await call('POST /replies/{id}/restore', { as: helper.tokens.moderate, params: { id: replyId } })).json
      .hidden,
  ).toBe(false);
  expect((await call('POST /threads/{id}/lock', { as: helper.tokens.moderate, params })).json.locked).toBe(
    true,
  );
  expect(
    (await call('POST /threads/{id}/replies', { as: asBob, params, body: { body: 'Late' } })).status,
  ).toBe(409);
  expect((await call('POST /threads/{id}/unlock', { as: helper.tokens.moderate, params })).json.locked).toBe(
    false,
  );
  expect((await call('POST /threads/{id}/hide', { as: helper.tokens.moderate, params })).json.hidden).toBe(
    true,
  );
  expect((await call('GET /threads/{id}', { params })).status).toBe(404);
  expect((await call('GET /threads/{id}', { as: asBob, params })).status).toBe(404);
  expect((await call('POST /threads/{id}/restore', { as: helper.tokens.moderate, params })).json.hidden).toBe(
    false,
  );
}

/** The same problem, merged, split, moved. */
export async function walkCuration(stage: Stage, call: Contract['call']): Promise<void> {
  const { owner, helper, ann } = stage.cast;
  const [admin, asAnn] = [owner.tokens.all, ann.tokens.all];
  const asModerator = helper.tokens.moderate;
  // The shop's people ask without limits.
  const ask = async (words: string) =>
    (await call('POST /threads', { as: admin, body: aQuestion(words) })).json.id;
  const [first, second] = [await ask('a switch'), await ask('another switch')];
  const params = { id: first };
  const target = { target: `${stage.url}/t/${second}/any` };
  const mark = { as: owner.tokens.write, params, body: target };
  expect((await call('POST /threads/{id}/duplicate', { ...mark, as: asAnn })).status).toBe(403);
  for (const _ of [1, 2]) {
    expect((await call('POST /threads/{id}/duplicate', mark)).json).toEqual({
      threadId: first,
      duplicateOfId: second,
    });
  }
  const marked = await call('GET /threads/{id}', { params });
  expect(marked.json.duplicateOf).toMatchObject({ id: second, title: 'A question about another switch' });
  await call('DELETE /threads/{id}/duplicate', { as: owner.tokens.write, params });
  expect((await call('GET /threads/{id}', { params })).json.duplicateOf).toBe(null);

  const lost = { as: asModerator, params, body: { target: 'nowhere' } };
  expect((await call('POST /threads/{id}/merge', lost)).status).toBe(422);
  const merge = { as: asModerator, params, body: target };
  for (const _ of [1, 2]) {
    const merged = await call('POST /threads/{id}/merge', merge);
    expect([merged.status, merged.json.id]).toEqual([200, second]);
  }
  expect((await call('GET /threads/{id}', { params })).json.id).toBe(second);
  const split = {
    as: asModerator,
    params: { id: second },
    body: { replyIds: [first], title: 'A question about a switch again' },
  };
  const made = await call('POST /threads/{id}/split', split);
  expect([made.status, made.json.id]).toEqual([201, first]);
  expect((await call('POST /threads/{id}/split', split)).status).toBe(422);
  const moved = { as: helper.tokens.write, params, body: { category: 'nowhere' } };
  expect((await call('PATCH /threads/{id}', moved)).status).toBe(422);
  expect(
    (await call('PATCH /threads/{id}', { ...moved, body: { category: 'general' } })).json.category,
  ).toMatchObject({ slug: 'general' });
}

/** Solved, doubted, outdated, open again; taken back. */
export async function walkSolutions(stage: Stage, call: Contract['call']): Promise<void> {
  const { owner, helper, ann, bob } = stage.cast;
  const [admin, asAnn, asBob] = [owner.tokens.all, ann.tokens.all, bob.tokens.all];
  const thread = await call('POST /threads', { as: admin, body: aQuestion('a socket') });
  const params = { id: thread.json.id };
  const reply = await call('POST /threads/{id}/replies', {
    as: admin,
    params,
    body: { body: 'A reply that works.' },
  });
  const of = { params: { id: reply.json.id } };
  expect((await call('POST /replies/{id}/report', { as: asAnn, ...of })).status).toBe(409);
  const accept = { as: admin, params, body: { replyId: reply.json.id } };
  await call('POST /threads/{id}/accept', accept);
  for (const as of [asAnn, asAnn, asBob]) {
    expect((await call('POST /replies/{id}/report', { as, ...of })).json.reported).toBe(true);
  }
  const replyNow = async () => (await call('GET /threads/{id}', { params })).json.replies.items[0];
  expect((await replyNow())?.onReview).toBe(true);
  expect((await call('DELETE /replies/{id}/report', { as: asBob, ...of })).json.reported).toBe(false);
  expect((await replyNow())?.onReview).toBe(false);
  const review = (verdict: string, as = helper.tokens.moderate) =>
    call('POST /replies/{id}/review', { as, ...of, body: { verdict } });
  expect((await review('outdated', asAnn)).status).toBe(403);
  expect((await review('nothing')).status).toBe(422);
  expect((await review('outdated')).json.outdated).toBe(true);
  expect((await call('GET /threads/{id}', { params })).json.state).toBe('unsolved');
  expect((await review('still-true')).json.accepted).toBe(true);
  const reopen = { as: admin, params };
  expect((await call('POST /threads/{id}/reopen', { ...reopen, as: asAnn })).status).toBe(403);
  expect((await call('POST /threads/{id}/reopen', reopen)).json.state).toBe('unsolved');
  expect((await call('POST /threads/{id}/reopen', reopen)).status).toBe(409);

  expect((await call('DELETE /replies/{id}', { as: asAnn, ...of })).status).toBe(403);
  const back = await call('DELETE /replies/{id}', { as: admin, ...of });
  expect([back.status, back.json.body]).toEqual([200, 'A reply that works.']);
  expect((await call('DELETE /replies/{id}', { as: admin, ...of })).status).toBe(404);
}
