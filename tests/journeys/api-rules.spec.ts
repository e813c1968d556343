import { anOrder, aQuestion, client, DAY } from '@/tests/journeys/contract';
import { expect, test } from '@/tests/journeys/stage';

test.describe.configure({ timeout: 180_000 });

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
