import { type ApiAnswer, expect, type Performer, type Stage, test } from '@/tests/journeys/stage';
import { type Answer, eightAtATime, type Question, slowAlone } from '@/tests/support/ask';
import {
  HOSTILE_BODIES,
  HOSTILE_QUERIES,
  HOSTILE_SEGMENTS,
  HOSTILE_VALUES,
  INSIDE_WORDS,
} from '@/tests/support/hostile';
import { type OpenApi, type Operation, operationsOf } from '@/tests/support/openapi';

test.describe.configure({ timeout: 180_000 });

/** An answer that takes longer than this is a way to stop the site (the machine of the tests may be busy). */
const SLOW_MS = 2000;

type Things = Record<string, string>;

const OTHER_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/csv',
  'image/png',
];

async function operationsOfSite(stage: Stage): Promise<Operation[]> {
  return operationsOf(JSON.parse((await stage.ask('/api/v1/openapi.json')).text) as OpenApi);
}

let made = 0;

/** Real things that paths and bodies may name, so that hostile fields meet the commands and not only "not found". */
async function makeThings(stage: Stage): Promise<Things> {
  const { owner, crowd } = stage.cast;
  const make = async (path: string, by: Performer, body: object) => {
    const answer = await stage.api('POST', path, by.tokens.all, body);
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.json;
  };
  // A title of its own each time: the one before may have ended up hidden or locked.
  made += 1;
  // Somebody new posts once a minute.
  const [ann, bob] = [crowd[made + 22], crowd[made + 32]] as [Performer, Performer];
  const words = { title: `Made to be mistreated, ${made}`, body: 'Words.', category: 'general' };
  const thread = await make('/threads', ann, words);
  const reply = await make(`/threads/${thread.id}/replies`, bob, { body: 'A reply.' });
  const article = await make('/faq', owner, words);
  const items = [{ name: 'A lamp', quantity: 1, unitMinor: 90_000 }];
  const order = await make('/orders', owner, {
    ...{ externalId: 'hostile', number: 'H-1', email: ann.email, currency: 'EUR', totalMinor: 90_000, items },
  });
  return {
    id: thread.id,
    replyId: reply.id,
    slug: article.slug,
    orderId: order.id,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** A body that an operation takes, by what its schema asks for. */
const GOOD: Record<string, unknown> = {
  title: 'A title that is long enough',
  body: 'Some words.',
  category: 'general',
  externalId: 'hostile-2',
  number: 'H-2',
  email: 'someone@example.com',
  currency: 'EUR',
  totalMinor: 100,
  targetType: 'thread',
  reason: 'Because.',
  target: '/t/nothing',
  replyIds: ['nothing'],
  verdict: 'outdated',
};

function pathOf(operation: Operation, things: Things, replaced: Things = {}): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const room = operation.path.split('/')[1];
    const own =
      key === 'id' && room === 'replies'
        ? things.replyId
        : key === 'id' && room === 'orders'
          ? things.orderId
          : things[key];
    return replaced[key] ?? own ?? 'nothing';
  });
}

/** The fields of a body; of a body that may be left out, too. */
function fieldsOf(operation: Operation): string[] {
  const schema = operation.body?.['application/json'] as {
    properties?: object;
    anyOf?: { properties?: object }[];
  };
  return [schema, ...(schema?.anyOf ?? [])].flatMap((one) => Object.keys(one?.properties ?? {}));
}

type Suspects = { told: string; again: () => Promise<Answer> }[];

/** Asks, and expects an answer with words; what was slow is looked at again, alone, at the end of the test. */
async function expectDecent(
  again: () => Promise<ApiAnswer>,
  told: string,
  suspects: Suspects,
): Promise<ApiAnswer> {
  const answer = await again();
  const seen = `${told}\n${answer.status} in ${Math.round(answer.ms)} ms: ${answer.text.slice(0, 300)}`;
  expect.soft(answer.status, seen).toBeLessThan(500);
  if (answer.ms > SLOW_MS) suspects.push({ told: seen, again });
  if (answer.status >= 400) {
    expect.soft(answer.headers['content-type'], seen).toContain('application/problem+json');
    expect.soft(answer.json?.code, seen).toMatch(/^[a-z][a-z0-9-]+$/);
    expect.soft(answer.text, seen).not.toMatch(INSIDE_WORDS);
  }
  return answer;
}

test('no body makes any operation stumble', async ({ stage }) => {
  const things = await makeThings(stage);
  const token = stage.cast.owner.tokens.all;
  const suspects: Suspects = [];
  await eightAtATime(await operationsOfSite(stage), async (operation) => {
    if (operation.method === 'GET') return;
    const path = pathOf(operation, things);
    const send = (what: string, question: Question) => {
      const again = () => stage.api(operation.method, path, token, undefined, question);
      return expectDecent(again, `${operation.name} with ${what}`, suspects);
    };
    for (const [what, raw] of Object.entries(HOSTILE_BODIES)) {
      const answer = await send(what, { raw, type: 'application/json' });
      const takesMore = operation.body?.['text/csv'] ?? operation.body?.['multipart/form-data'];
      if (what === '300 KB' && !takesMore) expect.soft(answer.status, operation.name).toBe(413);
    }
    if (!operation.body?.['application/json']) return;
    for (const type of OTHER_TYPES) {
      const answer = await send(`the content type ${type}`, { raw: JSON.stringify(GOOD), type });
      expect.soft(answer.status, `${operation.name} as ${type}: ${answer.text}`).toBe(415);
    }
  });
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
});

test('no value in any field makes any operation stumble', async ({ stage }) => {
  const things = await makeThings(stage);
  const good: Record<string, unknown> = { ...GOOD, ...things, targetId: things.id };
  const tries = (await operationsOfSite(stage)).flatMap((operation) => {
    const fields = fieldsOf(operation);
    return fields.flatMap((field) => {
      const others = fields.filter((name) => name in good && name !== field);
      const rest = Object.fromEntries(others.map((name) => [name, good[name]]));
      const bodies = HOSTILE_VALUES.map((value) => ({ ...rest, [field]: value }));
      return [rest, ...bodies].map((body) => ({ operation, field, body }));
    });
  });
  expect(tries.length).toBeGreaterThan(500);
  const suspects: Suspects = [];
  await eightAtATime(tries, async ({ operation, field, body }) => {
    const path = pathOf(operation, things);
    const again = () => stage.api(operation.method, path, stage.cast.owner.tokens.all, body);
    const value = JSON.stringify((body as Record<string, unknown>)[field]) ?? 'nothing';
    await expectDecent(again, `${operation.name} with ${field} = ${value.slice(0, 60)}`, suspects);
  });
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
});

test('no address makes any operation stumble', async ({ stage }) => {
  const things = await makeThings(stage);
  const tries = (await operationsOfSite(stage)).flatMap((operation) =>
    operation.parameters.flatMap(({ name, in: place }) => {
      const plain = pathOf(operation, things);
      const paths =
        place === 'path'
          ? HOSTILE_SEGMENTS.map((value) => pathOf(operation, things, { [name]: value }))
          : [
              ...HOSTILE_QUERIES.map((value) => `${plain}?${name}=${value}`),
              ...[`${name}=1&${name}=x`, `${name}[]=1&${name}[a]=b`, name].map(
                (query) => `${plain}?${query}`,
              ),
            ];
      return paths.map((path) => ({ operation, path }));
    }),
  );
  const suspects: Suspects = [];
  await eightAtATime(tries, async ({ operation, path }) => {
    const body = operation.method === 'GET' ? undefined : {};
    const again = () => stage.api(operation.method, path, stage.cast.owner.tokens.all, body);
    await expectDecent(again, `${operation.method} ${path.slice(0, 120)}`, suspects);
  });
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
});

test('no CSV file and no webhook makes the site stumble', async ({ stage }) => {
  const token = stage.cast.owner.tokens.admin;
  const suspects: Suspects = [];
  const head = 'externalId,number,email,currency,totalMinor\n';
  const files: (string | Buffer)[] = [
    '',
    '\n\n\n',
    head,
    `${head}"never closed,1,2`,
    `${head}a\u0000b,N\u00001,someone@example.com,EUR,100\n`,
    `${head}${'x'.repeat(100_000)},N-1,someone@example.com,EUR,100\n`,
    `${head}a,N-1,someone@example.com,EUR,1e308\n`,
    `${head}a,N-1,someone@example.com,EUR,-5\n`,
    `${head}=cmd|'/c calc'!A1,+1,@x,EUR,100\n`,
    'who,knows\n1,2\n',
    'externalId,externalId,__proto__\n1,2,3\n',
    Buffer.from([0xff, 0xfe, 0x00, 0x41]),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    `${head}${'a,b,c\n'.repeat(1000)}`,
  ];
  for (const raw of files) {
    const again = () => stage.api('POST', '/orders/import', token, undefined, { raw, type: 'text/csv' });
    const answer = await expectDecent(again, `a CSV file: ${raw.toString().slice(0, 60)}`, suspects);
    expect.soft(answer.text).not.toMatch(INSIDE_WORDS);
  }
  for (const provider of [
    'pretend',
    'nobody',
    '__proto__',
    'constructor',
    '..%2f',
    'orders/shopify',
    'orders/x',
  ]) {
    for (const raw of Object.values(HOSTILE_BODIES)) {
      const again = () => stage.api('POST', `/webhooks/${provider}`, undefined, undefined, { raw });
      const answer = await expectDecent(again, `a webhook of ${provider}`, suspects);
      expect.soft(answer.status, provider).toBeGreaterThanOrEqual(400);
    }
  }
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
});
