import { type ApiAnswer, expect, type Stage, test } from '@/tests/journeys/stage';
import type { Question } from '@/tests/support/ask';
import { aPicture } from '@/tests/support/files';
import { filePart, multipart } from '@/tests/support/forms';
import { departures, faultsOf, type OpenApi, type Operation, operationsOf } from '@/tests/support/openapi';

test.describe.configure({ timeout: 180_000 });

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** A day whose digest no timetable drafts meanwhile. */
const DAY = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

async function documentOf(stage: Stage): Promise<OpenApi> {
  const { text } = await stage.ask('/api/v1/openapi.json');
  return JSON.parse(text) as OpenApi;
}

/** Calls operations by their name and holds every answer against the document; remembers which were seen to work. */
async function client(stage: Stage) {
  const operations = operationsOf(await documentOf(stage));
  const worked = new Set<string>();
  const call = async (
    name: string,
    question: {
      as?: string;
      params?: Record<string, string>;
      query?: string;
      body?: unknown;
    } & Question = {},
  ): Promise<ApiAnswer> => {
    const operation = operations.find((one) => one.name === name);
    expect(operation, `${name} is not in the document`).toBeTruthy();
    const { as, params = {}, query = '', body, ...more } = question;
    const path = (operation as Operation).path.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(params[key] ?? 'missing'),
    );
    const answer = await stage.api((operation as Operation).method, path + query, as, body, more);
    expectToFit(operation as Operation, answer);
    if (answer.status < 300) worked.add(name);
    return answer;
  };
  return { operations, worked, call };
}

function expectToFit(operation: Operation, answer: ApiAnswer): void {
  const told = `${operation.name} ${answer.status} ${answer.text.slice(0, 400)}`;
  expect(Object.keys(operation.answers), told).toContain(String(answer.status));
  const documented = operation.answers[answer.status];
  if (!documented) {
    expect(answer.text, told).toBe('');
    return;
  }
  expect(answer.headers['content-type'], told).toContain(documented.type);
  expect(departures(documented.schema, answer.json), told).toEqual([]);
  expect(answer.headers['cache-control'], told).toContain('no-store');
  if (answer.status >= 400) {
    expect(answer.json.status, told).toBe(answer.status);
    expect(answer.json.code, told).toMatch(/^[a-z][a-z0-9-]+$/);
  }
  expectShapes(answer.json, told);
}

/** Ids are strings, times are ISO 8601 in UTC, money is an amount with its currency: everywhere, at any depth. */
function expectShapes(node: unknown, told: string): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (/(^id|Id)$/.test(key) && value !== null) expect(typeof value, `${key} in ${told}`).toBe('string');
    if (/(At|^at)$/.test(key) && value !== null) expect(value, `${key} in ${told}`).toMatch(UTC);
    if (/^(amount|total|captured|unit)$/.test(key) && typeof value === 'object' && value !== null) {
      expect(Object.keys(value).sort(), `${key} in ${told}`).toEqual(['amountMinor', 'currency']);
    }
    expectShapes(value, told);
  }
}

let orders = 0;
function anOrder(email: string, more: object = {}) {
  orders += 1;
  return {
    externalId: `contract-${orders}`,
    number: `C-${1000 + orders}`,
    email,
    currency: 'EUR',
    totalMinor: 2400,
    items: [{ name: 'A lamp', quantity: 2, unitMinor: 1200 }],
    paidAt: new Date().toISOString(),
    ...more,
  };
}

function aQuestion(words: string) {
  return { title: `A question about ${words}`, body: `Words about ${words}.`, category: 'general' };
}

test('the OpenAPI document is sound', async ({ stage }) => {
  const answer = await stage.ask('/api/v1/openapi.json');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('application/json');
  const document = JSON.parse(answer.text) as OpenApi;
  expect(faultsOf(document)).toEqual([]);
  expect(document.servers?.[0]?.url).toBe(`${stage.url}/api/v1`);
  expect(document.components.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' } });
});

test('every operation does what product.md says and answers as documented', async ({ stage }) => {
  const { owner, helper, ann, bob } = stage.cast;
  const { call, operations, worked } = await client(stage);
  const [admin, asAnn, asBob] = [owner.tokens.all, ann.tokens.all, bob.tokens.all];

  await test.step('articles', async () => {
    const words = { title: 'How do I return a lamp?', body: 'Put it in the **box**.', category: 'general' };
    const made = await call('POST /faq', { as: admin, body: { ...words, keywords: 'return' } });
    expect(made.status).toBe(201);
    const { slug } = made.json;
    expect((await call('GET /faq/{slug}', { params: { slug } })).json.html).toContain('<strong>box</strong>');
    const title = 'How can I return a lamp?';
    const changed = await call('PATCH /faq/{slug}', {
      as: helper.tokens.write,
      params: { slug },
      body: { title },
    });
    expect([changed.status, changed.json.title, changed.json.body]).toEqual([200, title, words.body]);
    expect((await call('GET /faq/{slug}', { params: { slug } })).json.id).toBe(made.json.id);
    expect((await call('POST /faq', { as: asAnn, body: words })).status).toBe(403);
    const draft = await call('POST /faq', {
      as: admin,
      body: { ...words, title: 'A draft', state: 'draft' },
    });
    expect((await call('GET /faq/{slug}', { params: { slug: draft.json.slug } })).status).toBe(404);
    expect((await call('GET /faq/{slug}', { as: asAnn, params: { slug: draft.json.slug } })).status).toBe(
      404,
    );
    expect((await call('GET /faq/{slug}', { as: admin, params: { slug: draft.json.slug } })).status).toBe(
      200,
    );
    const patch = { as: asAnn, params: { slug: draft.json.slug }, body: { title } };
    expect((await call('PATCH /faq/{slug}', patch)).status).toBe(404);
    const list = await call('GET /faq', { query: '?perPage=100' });
    expect(list.json.items.map((item) => item.id)).not.toContain(draft.json.id);
  });

  await test.step('threads, replies, answers, votes', async () => {
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
    expect(
      (await call('PATCH /threads/{id}', { as: asBob, params, body: { body: 'Not mine' } })).status,
    ).toBe(403);
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
    expect(
      (await call('POST /threads/{id}/unlock', { as: helper.tokens.moderate, params })).json.locked,
    ).toBe(false);
    expect((await call('POST /threads/{id}/hide', { as: helper.tokens.moderate, params })).json.hidden).toBe(
      true,
    );
    expect((await call('GET /threads/{id}', { params })).status).toBe(404);
    expect((await call('GET /threads/{id}', { as: asBob, params })).status).toBe(404);
    expect(
      (await call('POST /threads/{id}/restore', { as: helper.tokens.moderate, params })).json.hidden,
    ).toBe(false);
  });

  await test.step('the same problem, merged, split, moved', async () => {
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
  });

  await test.step('solved, doubted, outdated, open again; taken back', async () => {
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
  });

  await test.step('files', async () => {
    const photo = multipart([], [filePart('file', 'A lamp.png', await aPicture())]);
    const added = await call('POST /uploads', { as: ann.tokens.write, ...photo });
    expect([added.status, added.json.title]).toEqual([201, 'A lamp']);
    expect(added.json.url.startsWith(`${stage.url}/uploads/`)).toBe(true);
    const svg = multipart([], [filePart('file', 'A lamp.png', Buffer.from('<svg/>'))]);
    expect((await call('POST /uploads', { as: ann.tokens.write, ...svg })).status).toBe(422);
    expect((await call('POST /uploads', { as: ann.tokens.read, ...photo })).status).toBe(403);
    expect((await call('POST /uploads', { as: ann.tokens.write, ...multipart([['a', 'b']]) })).status).toBe(
      422,
    );
  });

  await test.step('search', async () => {
    const found = await call('GET /search', { query: '?q=return%20a%20lamp&type=faq&limit=5' });
    expect(found.json.results[0]?.title).toBe('How can I return a lamp?');
    expect(found.json.results.every((result) => String(result.url).startsWith(stage.url))).toBe(true);
  });

  await test.step('digests', async () => {
    const params = { date: DAY };
    expect((await call('GET /digests/{date}', { params })).status).toBe(404);
    const drafted = await call('POST /digests/{date}/draft', { as: helper.tokens.moderate, params });
    expect([drafted.status, drafted.json.state]).toEqual([201, 'draft']);
    expect((await call('GET /digests/{date}', { params })).status).toBe(404);
    await call('PATCH /digests/{date}', { as: admin, params, body: { title: 'What happened today' } });
    const published = await call('POST /digests/{date}/publish', { as: admin, params });
    expect([published.status, published.json.state]).toEqual([200, 'published']);
    const again = await call('POST /digests/{date}/publish', { as: admin, params });
    expect([again.status, again.json.publishedAt]).toEqual([200, published.json.publishedAt]);
    expect((await call('GET /digests/{date}', { params })).json.title).toBe('What happened today');
    expect((await call('GET /digests')).json.items.map((item) => item.date)).toEqual([DAY]);
    expect(
      (await call('POST /digests/{date}/publish', { as: admin, params: { date: '2999-01-01' } })).status,
    ).toBe(422);
  });

  await test.step('orders and refunds', async () => {
    const input = anOrder(ann.email);
    const made = await call('POST /orders', { as: admin, body: input });
    expect([made.status, made.json.total as unknown]).toEqual([201, { amountMinor: 2400, currency: 'EUR' }]);
    const updated = await call('POST /orders', { as: admin, body: { ...input, totalMinor: 2500 } });
    expect([updated.status, updated.json.id, updated.json.total as unknown]).toEqual([
      200,
      made.json.id,
      { amountMinor: 2500, currency: 'EUR' },
    ]);
    const id = made.json.id;
    expect((await call('GET /orders/{id}', { as: asAnn, params: { id } })).status).toBe(200);
    expect((await call('GET /orders/{id}', { as: asBob, params: { id } })).status).toBe(404);
    expect((await call('POST /refunds', { as: asBob, body: { orderId: id } })).status).toBe(404);
    const part = await call('POST /refunds', {
      as: asAnn,
      body: { orderId: id, amountMinor: 500, reason: 'Too dim' },
    });
    expect([part.status, part.json.amount]).toEqual([201, { amountMinor: 500, currency: 'EUR' }]);
    expect(
      (await call('POST /refunds', { as: asAnn, body: { orderId: id, amountMinor: 2001 } })).status,
    ).toBe(422);
    const rest = await call('POST /refunds', { as: asAnn, body: { orderId: id } });
    expect([rest.status, rest.json.amount.amountMinor, rest.json.orderId]).toEqual([201, 2000, id]);
    const again = await call('POST /refunds', { as: asAnn, body: { orderId: id } });
    expect([again.status, again.json.id]).toEqual([200, rest.json.id]);
    expect(rest.json.url).toMatch(new RegExp(`^${stage.url}/refund/`));
    expect((await call('GET /refunds/{id}', { as: asBob, params: { id: rest.json.id } })).status).toBe(404);
    await expect
      .poll(
        async () => (await call('GET /refunds/{id}', { as: asAnn, params: { id: rest.json.id } })).json.state,
        { timeout: 15_000 },
      )
      .toBe('succeeded');
    const csv =
      'externalId,number,email,currency,totalMinor\ncsv-1,CSV-1,someone@example.com,EUR,1000\ncsv-2,CSV-2,nobody,EUR,1000\n';
    const imported = await call('POST /orders/import', { as: admin, raw: csv, type: 'text/csv' });
    expect([imported.json.created, imported.json.skipped]).toEqual([1, 1]);
  });

  // A new operation needs a walk of its own above.
  expect(operations.map((one) => one.name).filter((name) => !worked.has(name))).toEqual([]);
});

test('lists have pages of at most 100 and say how many there are', async ({ stage }) => {
  const { call, operations } = await client(stage);
  for (let at = 0; at < 5; at += 1) {
    const one = stage.cast.crowd[at];
    await call('POST /threads', { as: one?.tokens.write, body: aQuestion(`page ${at}`) });
  }
  const lists = operations.filter((one) => one.parameters.some((parameter) => parameter.name === 'perPage'));
  expect(lists.map((one) => one.path)).toEqual(expect.arrayContaining(['/faq', '/digests', '/threads']));
  for (const { name, path } of lists.filter((one) => !one.path.includes('{'))) {
    const first = await call(name, { query: '?page=1&perPage=2' });
    expect([first.json.page, first.json.perPage, first.json.items.length <= 2], path).toEqual([1, 2, true]);
    const beyond = await call(name, { query: '?page=100000&perPage=100' });
    expect([beyond.status, beyond.json.items], path).toEqual([200, []]);
    for (const query of [
      'perPage=101',
      'perPage=0',
      'page=0',
      'page=-1',
      'page=NaN',
      'page=1e9',
      'page=1.5',
      'page=',
      'perPage=x',
    ]) {
      const refused = await call(name, { query: `?${query}` });
      expect([refused.status, refused.json.code], `${path}?${query}`).toEqual([400, 'input-invalid']);
    }
  }
  const ids = new Set<string>();
  const { total } = (await call('GET /threads')).json;
  for (let page = 1; page <= Math.ceil(total / 2); page += 1) {
    for (const item of (await call('GET /threads', { query: `?page=${page}&perPage=2` })).json.items)
      ids.add(item.id);
  }
  expect(ids.size).toBe(total);
});

test('unknown fields are refused, in bodies of every operation', async ({ stage }) => {
  const { operations } = await client(stage);
  for (const operation of operations.filter((one) => one.body && one.method !== 'GET')) {
    if (!operation.body?.['application/json']) continue;
    const path = operation.path.replace('{date}', DAY).replace(/\{\w+\}/g, 'nothing');
    const answer = await stage.api(operation.method, path, stage.cast.owner.tokens.all, {
      isOwner: true,
      id: 'x',
    });
    expect([answer.status, answer.json.code], `${operation.name} ${answer.text}`).toEqual([
      422,
      'input-invalid',
    ]);
  }
});

test('an Idempotency-Key gives one effect and the first answer again', async ({ stage }) => {
  // A key is its person's own, and somebody new asks once a minute: each key has a person.
  const keyed = (key: string, body: object, person = 10) =>
    stage.api('POST', '/threads', stage.cast.crowd[person]?.tokens.write, body, {
      headers: { 'idempotency-key': key },
    });
  const count = async () => (await stage.api('GET', '/threads')).json.total;

  const before = await count();
  const first = await keyed('key-1', aQuestion('keys'));
  const second = await keyed('key-1', aQuestion('keys'));
  expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
  const other = await keyed('key-1', aQuestion('other keys'));
  expect([other.status, other.json.code]).toEqual([409, 'idempotency-key-reused']);
  expect(await count()).toBe(before + 1);

  const together = await Promise.all(
    Array.from({ length: 8 }, () => keyed('key-2', aQuestion('many at once'), 12)),
  );
  expect(together.filter((one) => one.status !== 201).every((one) => one.status === 409)).toBe(true);
  expect(new Set(together.filter((one) => one.status === 201).map((one) => one.json.id)).size).toBe(1);
  expect(await count()).toBe(before + 2);

  const refused = await keyed('key-3', { title: 'x' }, 13);
  const mended = await keyed('key-3', aQuestion('a mended body'), 13);
  expect([refused.status, mended.status]).toEqual([422, 201]);
  for (const key of ['', 'k'.repeat(256)]) expect((await keyed(key, aQuestion('bad keys'))).status).toBe(400);
  const stranger = await stage.api(
    'POST',
    '/threads',
    stage.cast.crowd[11]?.tokens.write,
    aQuestion('keys'),
    {
      headers: { 'idempotency-key': 'key-1' },
    },
  );
  expect([stranger.status, stranger.json.id === first.json.id]).toEqual([201, false]);

  const order = await stage.api(
    'POST',
    '/orders',
    stage.cast.owner.tokens.admin,
    anOrder(stage.cast.bob.email),
  );
  const refunds = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      stage.api(
        'POST',
        '/refunds',
        stage.cast.bob.tokens.write,
        { orderId: order.json.id },
        {
          headers: { 'idempotency-key': `refund-${at % 3}` },
        },
      ),
    ),
  );
  expect(refunds.map((one) => one.status).filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
  expect(new Set(refunds.filter((one) => one.status < 300).map((one) => one.json.id)).size).toBe(1);
});

test('each operation takes exactly the tokens that have its scope', async ({ stage }) => {
  const { operations } = await client(stage);
  const { owner, helper, ann, suspended } = stage.cast;
  const nobody: [string, string | undefined][] = [
    ['no token', undefined],
    ['a rubbish token', 'plt_rubbishrubbishrubbishrubbishrubbish'],
    ['a revoked token', owner.tokens.revoked],
    ["a suspended person's token", suspended.tokens.all],
  ];
  for (const operation of operations) {
    const path = operation.path.replace(/\{\w+\}/g, 'nothing');
    const verdict = async (token?: string) => {
      const answer = await stage.api(
        operation.method,
        path,
        token,
        operation.method === 'GET' ? undefined : {},
        {
          type: Object.keys(operation.body ?? {})[0],
        },
      );
      if (answer.status === 401) return '401';
      return answer.json?.code === 'scope-missing' ? '403' : 'in';
    };
    for (const [who, token] of nobody) {
      const expected = token === undefined && operation.scope === null ? 'in' : '401';
      expect(await verdict(token), `${operation.name} with ${who}`).toBe(expected);
    }
    for (const scope of ['read', 'write', 'moderate', 'admin'] as const) {
      const expected = operation.scope === null || operation.scope === scope ? 'in' : '403';
      expect(await verdict(owner.tokens[scope]), `${operation.name} with ${scope}`).toBe(expected);
    }
    const members = operation.scope === 'moderate' || operation.scope === 'admin' ? '403' : 'in';
    expect(await verdict(ann.tokens.all), `${operation.name} with a member's token for everything`).toBe(
      members,
    );
    const helpers = operation.scope === 'admin' ? '403' : 'in';
    expect(await verdict(helper.tokens.all), `${operation.name} with a helper's`).toBe(helpers);
  }
});
