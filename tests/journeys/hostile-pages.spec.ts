import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Json, type Performer, type Stage, test } from '@/tests/journeys/stage';
import { type Answer, eightAtATime, slowAlone } from '@/tests/support/ask';
import {
  type Entry,
  type FormField,
  formsOf,
  multipart,
  type PageForm,
  unescaped,
} from '@/tests/support/forms';
import { HOSTILE_QUERIES, HOSTILE_SEGMENTS, HOSTILE_TEXTS, INSIDE_WORDS } from '@/tests/support/hostile';
import { builtActions, builtRoutes } from '@/tests/support/routes';

test.describe.configure({ timeout: 120_000 });

/** An answer that takes longer than this is a way to stop the site. */
const SLOW_MS = 2000;
type Suspects = { told: string; again: () => Promise<Answer> }[];
/** Of the shop's first days: earlier ones have no digest. */
const DAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** Every page of the site with real things in its placeholders; a new page with placeholders needs a row. */
async function pages(stage: Stage): Promise<string[]> {
  const { owner, ann, bob } = stage.cast;
  const words = { title: 'Forms of every kind', body: 'Words.', category: 'general' };
  // Who has bought something may post sooner and more often.
  await stage.api('POST', '/orders', owner.tokens.all, anOrder(bob.email));
  const order = (await stage.api('POST', '/orders', owner.tokens.all, anOrder(ann.email))).json;
  const thread = await posted(stage, '/threads', ann.tokens.all, words);
  await posted(stage, `/threads/${thread.id}/replies`, bob.tokens.all, { body: 'A reply with buttons.' });
  const article = (await stage.api('POST', '/faq', owner.tokens.all, words)).json;
  const refund = (await stage.api('POST', '/refunds', ann.tokens.all, { orderId: order.id, amountMinor: 5 }))
    .json;
  await stage.api('POST', `/digests/${DAY}/draft`, owner.tokens.all);
  await stage.api('POST', '/flags', bob.tokens.all, {
    targetType: 'thread',
    targetId: thread.id,
    reason: 'Look',
  });
  const hidden = await posted(stage, '/threads', bob.tokens.all, { ...words, title: 'To be hidden' });
  await stage.api('POST', `/threads/${hidden.id}/hide`, owner.tokens.all);
  const names: Record<string, string> = {
    '/faq/[slug]': `/faq/${article.slug}`,
    '/forum/[category]': '/forum/general',
    '/forum/tags/[tag]': '/forum/tags/none',
    '/t/[id]': `/t/${thread.id}`,
    '/t/[id]/[slug]': new URL(thread.url).pathname,
    '/t/[id]/[slug]/history': `${new URL(thread.url).pathname}/history`,
    '/u/[name]': `/u/${encodeURIComponent(bob.name)}`,
    '/digests/[date]': `/digests/${DAY}`,
    '/refund/[id]': `/refund/${refund.id}`,
    '/refund/order/[token]': new URL(order.refundLink).pathname,
    '/refund/[id]/receipt': `/refund/${refund.id}/receipt`,
    '/account/email/[token]': `/account/email/${'x'.repeat(43)}`,
    '/account/not-me/[token]': `/account/not-me/nobody.1.${'x'.repeat(43)}`,
    '/sign-in/[token]': `/sign-in/${'x'.repeat(43)}`,
    '/solved/[token]': `/solved/nothing.${'x'.repeat(43)}`,
    '/stop/[token]': `/stop/nobody.thread.nothing.${'x'.repeat(43)}`,
    '/[...missing]': '/nowhere',
    '/widget/faq/[slug]': `/widget/faq/${article.slug}`,
    '/widget/[...missing]': '/widget/nowhere',
    '/desk/digests/[date]': `/desk/digests/${DAY}`,
    '/desk/faq/[id]': `/desk/faq/${article.id}`,
    '/desk/mail/[id]': '/desk/mail/nothing',
    '/desk/refunds/[id]': `/desk/refunds/${refund.id}`,
  };
  const routes = builtRoutes('page');
  expect(routes.filter((route) => route.includes('[') && !(route in names))).toEqual([]);
  return [...routes.map((route) => names[route] ?? route), '/refund?order=x', '/desk/refunds?state=all'];
}

/** Posts, and waits first where somebody posted a moment ago, in another spec or in this one. */
async function posted(stage: Stage, path: string, token: string, body: object): Promise<Json> {
  const answer = await stage.api('POST', path, token, body);
  const wait = Number(answer.headers['retry-after']);
  if (answer.status === 429 && wait <= 60) {
    await sleep((wait + 1) * 1000);
    return posted(stage, path, token, body);
  }
  return answer.json;
}

let orders = 0;
function anOrder(email: string) {
  orders += 1;
  const number = `P-${orders}`;
  return { externalId: `pages-${orders}`, number, email, currency: 'EUR', totalMinor: 9000 };
}

type Found = PageForm & { page: string; by: 'visitor' | 'ann' | 'owner' };

/** One form for each action, as the first of these who meets it. */
async function forms(stage: Stage): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const page of await pages(stage)) {
    for (const by of ['visitor', 'ann', 'owner'] as const) {
      const { text } = await stage.ask(page, {
        cookie: by === 'visitor' ? undefined : stage.cast[by].cookie,
      });
      for (const form of formsOf(text)) {
        if (!found.has(form.actionId)) found.set(form.actionId, { ...form, page, by });
      }
    }
  }
  return [...found.values()];
}

function entriesOf(form: PageForm, fill: (field: FormField) => string[]): Entry[] {
  return form.fields.flatMap((field): Entry[] => {
    if (field.kind === 'machine') return [[field.name, field.value]];
    if (field.kind === 'button') return [];
    return fill(field).map((value) => [field.name, value]);
  });
}

/** What is sent through a form, by what it is about; what comes back must be an answer with words. */
function attacks(form: PageForm): [what: string, entries: Entry[], more?: Buffer[]][] {
  const machine = entriesOf(form, () => []);
  const kept = (field: FormField) => [field.kind === 'hidden' ? field.value : field.value || 'x'];
  const file = Buffer.from(
    'Content-Disposition: form-data; name="body"; filename="x.svg"\r\nContent-Type: image/svg+xml\r\n\r\n<svg/>',
  );
  const texts = Object.entries(HOSTILE_TEXTS).filter(([what]) => !/surrogate/.test(what));
  return [
    ['nothing', machine],
    ['empty fields', entriesOf(form, () => [''])],
    ['every field twice', entriesOf(form, (field) => [...kept(field), 'again'])],
    ['every field a hundred times', entriesOf(form, () => Array<string>(100).fill('x'))],
    [
      'fields of nobody',
      [...entriesOf(form, kept), ['role', 'owner'], ['__proto__', 'x'], ['constructor', 'y']],
    ],
    ['a file', machine, [file]],
    [
      'wrong machine fields',
      [
        ...form.fields
          .filter((field) => field.kind === 'machine')
          .map((field): Entry => [field.name, `${field.value.slice(0, 60)}]}"`]),
      ],
    ],
    [
      'a wrong state before',
      entriesOf(form, kept).map(
        ([name, value]): Entry => [
          name,
          /^\$ACTION_\d+:1$/.test(name)
            ? '[{"status":{"a":[]},"values":{"body":{"x":1}},"fieldErrors":7,"message":{"$$typeof":1}}]'
            : value,
        ],
      ),
    ],
    ...texts.map(([what, text]): [string, Entry[]] => [
      what,
      entriesOf(form, (field) => [field.kind === 'hidden' && what !== 'NUL' ? field.value : text]),
    ]),
    [
      'hidden fields changed',
      entriesOf(form, (field) => [field.kind === 'hidden' ? `${field.value}0` : field.value]),
    ],
  ];
}

test('a refused form keeps what was typed, but never a password or a code', async ({ stage }) => {
  const named = builtActions();
  for (const form of await forms(stage)) {
    const name = `${named.get(form.actionId)} on ${form.page}`;
    // A form of its own page: once everything is read, which other forms here may cause, it is not there any more.
    if (/signOut|markAllRead/.test(name)) continue;
    const marks = new Map<string, string>();
    const entries = entriesOf(form, (field) => {
      if (field.kind !== 'text' && field.kind !== 'password') return [field.value];
      marks.set(field.name, `mark-${field.name}-kept`);
      return [`mark-${field.name}-kept`];
    });
    const cookie = form.by === 'visitor' ? undefined : stage.cast[form.by].cookie;
    const answer = await stage.ask(form.page, {
      method: 'POST',
      cookie,
      ...multipart([...entries, ['isOwner', '1']]),
    });
    // Who is not signed in any more is told so first, and keeps the text, too.
    expect.soft([401, 422], `${name}: ${answer.status}`).toContain(answer.status);
    expect.soft(answer.text, name).toContain('role="alert"');
    for (const field of form.fields) {
      const mark = marks.get(field.name);
      if (!mark) continue;
      const isSecret = field.kind === 'password' || /password|code|token/i.test(field.name);
      expect.soft(unescaped(answer.text).includes(mark), `${name}: ${field.name}`).toBe(!isSecret);
    }
  }
});

test('no form makes the site stumble, whatever is sent through it', async ({ stage }) => {
  const all = await forms(stage);
  const named = builtActions();
  expect(all.length).toBeGreaterThan(15);
  // Signing out everywhere first would make all that follows a visitor's; it takes no field at all.
  const tries = all
    .filter((form) => !/signOut/.test(named.get(form.actionId) ?? ''))
    .flatMap((form) => attacks(form).map(([what, entries, more]) => ({ form, what, entries, more })));
  let next = 0;
  const suspects: Suspects = [];
  await eightAtATime(tries, async ({ form, what, entries, more }) => {
    next += 1;
    // The last ones are asked to post in the next spec, and somebody new posts once a minute.
    const member = stage.cast.crowd[next % 40] as Performer;
    const own = /refund|account/.test(form.page) ? stage.cast.ann : member;
    const cookie = { visitor: undefined, ann: own.cookie, owner: stage.cast.owner.cookie }[form.by];
    const again = () => stage.ask(form.page, { method: 'POST', cookie, ...multipart(entries, more) });
    const answer = await again();
    const told = `${named.get(form.actionId)} on ${form.page} with ${what}: ${answer.status} in ${Math.round(answer.ms)} ms`;
    expect.soft(answer.status, told).toBeLessThan(500);
    if (answer.ms > SLOW_MS) suspects.push({ told, again });
    expect
      .soft(answer.text.replaceAll(HOSTILE_TEXTS['quotes and engines'], ''), told)
      .not.toMatch(INSIDE_WORDS);
    expect.soft(answer.text, told).not.toContain('<script>alert(1)');
  });
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
  expect.soft(stage.log()).not.toContain('"event":"action.failed"');
});

test('more than a form takes is refused with words, before anybody reads it', async ({ stage }) => {
  const raw = Buffer.alloc(300_000, 'x');
  for (const page of ['/sign-in', '/forum/new', '/account', '/refund', '/desk/settings']) {
    const answer = await stage.ask(page, {
      method: 'POST',
      cookie: stage.cast.owner.cookie,
      raw,
      type: 'multipart/form-data; boundary=x',
    });
    expect([answer.status, answer.text.includes('more than this form accepts')], page).toEqual([413, true]);
    const chunked = await stage
      .ask(page, {
        method: 'POST',
        raw,
        type: 'multipart/form-data; boundary=x',
        headers: { 'content-length': null, 'transfer-encoding': 'chunked' },
      })
      .catch(() => ({ status: 413 }));
    expect([400, 404, 413, 422], page).toContain(chunked.status);
  }
});

test('stale and invented actions are refused at once', async ({ stage }) => {
  const id = [...builtActions().keys()][0] ?? '';
  const BODIES: { raw: string | Buffer; type: string }[] = [
    { raw: '[]', type: 'text/plain;charset=UTF-8' },
    { raw: '["$F1"]', type: 'text/plain;charset=UTF-8' },
    { raw: `${'['.repeat(5000)}${']'.repeat(5000)}`, type: 'text/plain;charset=UTF-8' },
    {
      raw: '[{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"_response":{"_prefix":"x"}}]',
      type: 'text/plain',
    },
    multipart([
      ['0', '{"then":"$1:__proto__:then"}'],
      ['1', '"$@0"'],
      ['2', '[]'],
    ]),
    multipart([
      ['0', '["$K1"]'],
      ['1_$ACTION_ID_x', 'y'],
    ]),
    multipart([
      ['$ACTION_ID_0123456789', ''],
      ['title', 'x'],
    ]),
    multipart([
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', `{"id":"${'0'.repeat(42)}","bound":null}`],
    ]),
    multipart([
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{"id":"__proto__","bound":"$@1"}'],
      ['$ACTION_1:1', '[]'],
    ]),
    multipart([['$ACTION_REF_1', '']]),
    multipart([
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', 'not JSON'],
    ]),
    { raw: 'no boundary in here', type: 'multipart/form-data; boundary=nowhere' },
    { raw: '', type: 'multipart/form-data; boundary=x' },
    { raw: 'a=b', type: 'multipart/form-data' },
    { raw: 'a=b&$ACTION_ID_x=', type: 'application/x-www-form-urlencoded' },
    {
      raw: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nnever ends',
      type: 'multipart/form-data; boundary=x',
    },
  ];
  const ids = [undefined, id, 'x', '0'.repeat(42), '__proto__', 'x'.repeat(5000), '../../etc/passwd'];
  const tries = [
    '/',
    '/sign-in',
    '/forum/new',
    '/desk/settings',
    '/nowhere',
    '/api/v1/threads',
    '/feed.xml',
  ].flatMap((page) => BODIES.flatMap((body) => ids.map((action) => ({ page, body, action }))));
  const suspects: Suspects = [];
  await eightAtATime(tries, async ({ page, body, action }) => {
    const headers: Record<string, string> = action === undefined ? {} : { 'next-action': action };
    const again = () => stage.ask(page, { method: 'POST', ...body, headers });
    const answer = await again();
    const told = `${page} with Next-Action ${action?.slice(0, 50)} and ${String(body.raw).slice(0, 150)}: ${answer.status} in ${Math.round(answer.ms)} ms`;
    expect.soft(answer.status, told).toBeLessThan(500);
    if (answer.ms > SLOW_MS) suspects.push({ told, again });
    expect.soft(answer.text, told).not.toMatch(INSIDE_WORDS);
  });
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
});

test('no address makes a page stumble', async ({ stage }) => {
  const PARAMETERS = [
    'q',
    'page',
    'type',
    'state',
    'category',
    'tag',
    'next',
    'reply',
    'sort',
    'key',
    'token',
    'from',
    'date',
    'order',
    'number',
  ];
  const tries = (await pages(stage)).flatMap((page) => {
    const of = (parameter: string) =>
      page === '/search' && parameter === 'q' ? HOSTILE_QUERIES : HOSTILE_QUERIES.slice(9, 12);
    const filters = [
      'sort=__proto__',
      'filter[]=x&filter[a]=b',
      'page=1&page=2',
      'page[]=1',
      '__proto__[x]=1',
      '=',
      '&&&',
      '_rsc=x',
    ];
    const queries = [
      ...PARAMETERS.flatMap((parameter) => of(parameter).map((value) => `${parameter}=${value}`)),
      ...filters,
    ];
    const only = page === '/search' ? queries : queries.filter((_, at) => at % 4 === page.length % 4);
    return only.map((query) => `${page.split('?')[0]}?${query}`);
  });
  const rooms = [
    '/faq',
    '/forum',
    '/forum/tags',
    '/t',
    '/u',
    '/digests',
    '/refund',
    '/sign-in',
    '/desk/faq',
    '/desk/digests',
    '/desk/mail',
    '/api/auth',
    '',
  ];
  const segments = rooms.flatMap((room) => HOSTILE_SEGMENTS.map((segment) => `${room}/${segment}`));
  const more = [
    '//evil.example',
    '/./../x',
    '/%2e%2e/.env',
    '/.env',
    '/.git/config',
    '/_next/image?url=http://127.0.0.1/&w=64&q=75',
    '/_next/static/../../package.json',
    '/_next/data/x/index.json',
    '/api/suggest',
    ...HOSTILE_QUERIES.map((query) => `/api/suggest?q=${query}`),
  ];
  const suspects: Suspects = [];
  await eightAtATime([...tries, ...segments, ...more], async (address) => {
    const again = () => stage.ask(address, { cookie: stage.cast.owner.cookie });
    const answer = await again();
    const told = `${address.slice(0, 150)}: ${answer.status} in ${Math.round(answer.ms)} ms`;
    expect.soft(answer.status, told).toBeLessThan(500);
    if (answer.ms > SLOW_MS) suspects.push({ told, again });
    expect
      .soft(answer.text.replaceAll(decodeURIComponentSafely(address), ''), told)
      .not.toMatch(INSIDE_WORDS);
  });
  expect.soft(await slowAlone(suspects, SLOW_MS)).toEqual([]);
});

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
