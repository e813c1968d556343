import { expect, type Performer, type Stage, test } from '@/tests/journeys/stage';
import { type Entry, formsOf, multipart } from '@/tests/support/forms';
import { INSIDE_WORDS } from '@/tests/support/hostile';
import { type OpenApi, operationsOf } from '@/tests/support/openapi';
import { builtRoutes } from '@/tests/support/routes';

test.describe.configure({ timeout: 120_000 });

const QUESTION = { title: 'A question from another site', body: 'Words.', category: 'general' };

/** Who may open each room of the desk; everybody else finds nothing there. A new page of the desk needs a row. */
const DESK: Record<string, 'staff' | 'owner'> = {
  '/desk': 'staff',
  '/desk/categories': 'owner',
  '/desk/digests': 'staff',
  '/desk/digests/[date]': 'staff',
  '/desk/faq': 'staff',
  '/desk/faq/new': 'staff',
  '/desk/faq/[id]': 'staff',
  '/desk/jobs': 'owner',
  '/desk/mail': 'owner',
  '/desk/mail/[id]': 'owner',
  '/desk/moderation': 'staff',
  '/desk/moderation/answers': 'staff',
  '/desk/moderation/hidden': 'staff',
  '/desk/moderation/log': 'staff',
  '/desk/people': 'staff',
  '/desk/refunds': 'staff',
  '/desk/refunds/[id]': 'staff',
  '/desk/refunds/figures': 'staff',
  '/desk/refunds/withdrawals': 'staff',
  '/desk/searches': 'staff',
  '/desk/settings': 'owner',
  '/desk/settings/search': 'owner',
  '/desk/settings/tokens': 'staff',
  '/desk/tags': 'staff',
};

/** Fetches the sign-in page's form and posts it as a browser without JavaScript does. */
async function signIn(
  stage: Stage,
  values: Record<string, string>,
  headers: Record<string, string | null> = {},
) {
  const next = headers['x-next'];
  const page = await stage.ask(`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`);
  const form = formsOf(page.text)[0];
  const entries = (form?.fields ?? [])
    .filter((field) => field.kind !== 'button')
    .map((field): Entry => [field.name, values[field.name] ?? field.value]);
  if (values.how) entries.push(['how', values.how]);
  const { 'x-next': _, ...rest } = headers;
  return stage.ask('/sign-in', { method: 'POST', ...multipart(entries), headers: rest });
}

test.describe('a write that does not come from our own pages', () => {
  const hostOf = (site: string) => new URL(site).host;
  const ORIGINS: Record<string, (site: string) => string | null> = {
    missing: () => null,
    null: () => 'null',
    empty: () => '',
    foreign: () => 'https://evil.example',
    'a sub-domain of ours': (site) => `http://evil.${hostOf(site)}`,
    'a host that begins like ours': (site) => `http://${hostOf(site)}.evil.example`,
    'ours as a user name': (site) => `http://${hostOf(site)}@evil.example`,
    'another port': () => 'http://localhost:1',
    rubbish: () => 'not an origin',
  };
  for (const [what, originOf] of Object.entries(ORIGINS)) {
    test(`is refused with its Origin ${what}, on pages and in the API`, async ({ stage }) => {
      const { cookie } = stage.cast.ann;
      const headers = { origin: originOf(stage.url) };
      const before = (await stage.api('GET', '/threads')).json.total;
      const operations = operationsOf(
        JSON.parse((await stage.ask('/api/v1/openapi.json')).text) as OpenApi,
      ).filter((one) => one.method !== 'GET');
      expect(operations.length).toBeGreaterThan(20);
      for (const { method, path } of operations) {
        const answer = await stage.api(method, path.replace(/\{\w+\}/g, 'x'), undefined, QUESTION, {
          cookie,
          headers,
        });
        expect([answer.status, answer.json.code], `${method} ${path}`).toEqual([403, 'cross-site']);
      }
      for (const page of [
        '/',
        '/sign-in',
        '/account',
        '/forum/new',
        '/refund',
        '/desk/settings',
        '/api/auth/signout',
      ]) {
        const answer = await stage.ask(page, { method: 'POST', cookie, headers, ...multipart([['a', 'b']]) });
        expect(answer.status, page).toBe(403);
      }
      expect((await stage.api('GET', '/threads')).json.total).toBe(before);
    });
  }

  test('is carried out with our Origin, and never by a GET that says it is something else', async ({
    stage,
  }) => {
    const { cookie } = stage.cast.crowd[20] as Performer;
    const made = await stage.api('POST', '/threads', undefined, QUESTION, { cookie });
    expect(made.status).toBe(201);
    for (const headers of [
      { 'x-http-method-override': 'POST' },
      { 'x-http-method': 'DELETE' },
      { 'x-method-override': 'PATCH' },
    ] as Record<string, string>[]) {
      const answer = await stage.ask('/api/v1/threads?_method=POST', { cookie, headers });
      expect([answer.status, 'items' in JSON.parse(answer.text)]).toEqual([200, true]);
    }
  });
});

test('methods that nobody uses are refused', async ({ stage }) => {
  for (const path of ['/', '/desk', '/api/v1/threads', '/healthz']) {
    for (const method of ['TRACE', 'PROPFIND', 'PURGE', 'LOCK', 'M-SEARCH']) {
      const answer = await stage.ask(path, { method });
      expect([400, 405], `${method} ${path}`).toContain(answer.status);
      expect(answer.text).not.toMatch(INSIDE_WORDS);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await stage.ask(path, { method });
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    }
  }
});

test('every address of the API says in words which methods it takes', async ({ stage }) => {
  const operations = operationsOf(JSON.parse((await stage.ask('/api/v1/openapi.json')).text) as OpenApi);
  const addresses = new Map([
    ['/openapi.json', ['GET']],
    ['/webhooks/pretend', ['POST']],
    ['/webhooks/mail', ['POST']],
    ['/webhooks/orders/woocommerce', ['POST']],
  ]);
  for (const { path, method } of operations) {
    addresses.set(path, [...(addresses.get(path) ?? []), method.toUpperCase()]);
  }
  for (const [address, taken] of addresses) {
    const path = address.replace('{date}', '2026-01-02').replace(/\{\w+\}/g, 'x');
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (taken.includes(method)) continue;
      const name = `${method} ${address}`;
      const answer = await stage.api(method, path, stage.cast.owner.tokens.all);
      expect.soft(answer.status, name).toBe(405);
      expect.soft(answer.headers['content-type'], name).toBe('application/problem+json');
      expect.soft(answer.json.code, name).toBe('method-unknown');
      expect.soft(answer.headers.allow?.split(', '), name).toEqual(expect.arrayContaining(taken));
      expect.soft(answer.headers.allow, name).not.toContain(method === 'GET' ? 'HEAD' : method);
    }
  }
});

test('a body that is too large for the API is refused in words for programs', async ({ stage }) => {
  const answer = await stage.api('POST', '/threads', stage.cast.owner.tokens.all, {
    ...QUESTION,
    body: 'x'.repeat(300_000),
  });
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('The body is larger than 256 KB.');
});

test('each page of the desk opens to those it is for, and to nobody else', async ({ stage }) => {
  const { owner, helper, ann, suspended } = stage.cast;
  const pages = builtRoutes('page').filter((address) => /^\/desk(\/|$)/.test(address));
  expect(pages.filter((address) => !(address in DESK))).toEqual([]);
  const article = await stage.api('POST', '/faq', owner.tokens.all, {
    ...QUESTION,
    title: 'An article for the desk',
  });
  for (const address of pages) {
    const path = address
      .replace('[date]', '2026-01-02')
      .replace('/faq/[id]', `/faq/${article.json.id}`)
      .replace('[id]', 'nothing');
    const isThere = !['/desk/mail/nothing', '/desk/digests/2026-01-02', '/desk/refunds/nothing'].includes(
      path,
    );
    const open = async (cookie?: string, headers: Record<string, string> = {}) =>
      stage.ask(path, { cookie, headers });
    const sees = (answer: { status: number }) => (answer.status === 404 && !isThere ? 200 : answer.status);
    expect([200, 404], path).toContain((await open(owner.cookie)).status);
    if (isThere) expect((await open(owner.cookie)).status, path).toBe(200);
    expect(sees(await open(helper.cookie)), `${path} for a helper`).toBe(
      DESK[address] === 'staff' ? 200 : isThere ? 404 : 200,
    );
    for (const variant of [
      {},
      { rsc: '1' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
      { 'x-middleware-subrequest': 'middleware:middleware:middleware' },
    ] as Record<string, string>[]) {
      const told = `${path} ${JSON.stringify(variant)}`;
      const member = await open(ann.cookie, variant);
      expect(member.text, told).not.toContain(owner.email);
      if (!variant.rsc) expect(member.status, told).toBe(404);
      for (const cookie of [undefined, suspended.cookie]) {
        const visitor = await open(cookie, variant);
        if (!variant.rsc)
          expect([visitor.status, visitor.headers.location], told).toEqual([307, '/sign-in?next=%2Fdesk']);
        expect(visitor.text, told).not.toContain(owner.email);
      }
    }
  }
});

test('headers that steer the inside, or name another host, change nothing', async ({ stage }) => {
  const clean = await stage.ask('/');
  const HEADERS: Record<string, string>[] = [
    {
      'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware',
    },
    { 'x-middleware-rewrite': '/desk' },
    { 'x-middleware-next': '1', 'x-middleware-override-headers': 'cookie' },
    { 'x-invoke-path': '/desk', 'x-invoke-status': '500' },
    { 'next-resume': '1' },
    { 'x-nextjs-data': '1' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'javascript', 'x-forwarded-port': '0' },
    { forwarded: 'for=1.2.3.4;host=evil.example;proto=https' },
    { 'x-original-url': '/desk', 'x-rewrite-url': '/desk' },
    { 'x-porchlight-address': '127.0.0.1', 'x-porchlight-nonce': 'bm9uY2U=' },
    { host: 'evil.example' },
    { host: 'evil.example:80@localhost' },
  ];
  for (const headers of HEADERS) {
    for (const path of ['/', '/sign-in', '/faq', '/feed.xml', '/sitemap.xml', '/api/v1/threads', '/desk']) {
      const answer = await stage.ask(path, { headers });
      const told = `${path} ${JSON.stringify(headers)}`;
      expect(answer.status, told).toBeLessThan(500);
      expect(answer.text, told).not.toContain('evil.example');
      expect(answer.text, told).not.toContain('bm9uY2U=');
      expect(answer.headers.location ?? '', told).not.toContain('evil');
      if (path === '/desk') expect(answer.status, told).toBe(307);
    }
  }
  const after = await stage.ask('/');
  expect([after.status, after.text.includes('evil')]).toEqual([clean.status, false]);
  await signIn(stage, { email: 'hosted@example.com', how: 'link' }, { 'x-forwarded-host': 'evil.example' });
  const mails = await stage.ask('/desk/mail', { cookie: stage.cast.owner.cookie });
  expect(mails.text).not.toContain('evil.example');
});

test('after signing in one stays on this site, whatever ?next= says', async ({ stage }) => {
  const NEXTS = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/..//evil.example',
    '/%2f%2fevil.example',
    'http:evil.example',
    '///evil.example',
    '/ /evil.example',
    'https:/evil.example',
    '/@evil.example//',
    `/${'x'.repeat(5000)}`,
    '/\r\nSet-Cookie: a=b',
    '/\u0000',
  ];
  const { cookie } = stage.cast.ann;
  for (const next of NEXTS) {
    const there = await stage.ask(`/sign-in?next=${encodeURIComponent(next)}`, { cookie });
    expect(there.status, next).toBeLessThan(500);
    const { origin } = new URL(there.headers.location ?? '/', stage.url);
    expect(origin, next).toBe(stage.url);
    expect(there.headers['set-cookie'] ?? [], next).toEqual([]);
    for (const parameter of ['callbackUrl', 'returnTo', 'redirect']) {
      const other = await stage.ask(`/api/auth/signin?${parameter}=${encodeURIComponent(next)}`);
      expect(other.status, next).toBeLessThan(500);
      expect(new URL(other.headers.location ?? '/', stage.url).origin, next).toBe(stage.url);
    }
  }
});

/** The same encrypted cookie with another authentication tag. Its first letter is changed: the last one's low bits are
 * padding, and a decoder may read two letters there as the same tag. */
function withAnotherTag(token: string): string {
  const tag = token.lastIndexOf('.') + 1;
  return `${token.slice(0, tag)}${token[tag] === 'A' ? 'B' : 'A'}${token.slice(tag + 1)}`;
}

test('a malformed cookie makes a visitor, a malformed Authorization 401', async ({ stage }) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const none = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sid: 'x', sub: '1', role: 'owner' })}.`;
  const good = stage.cast.owner.cookie.split('=')[1] ?? '';
  const COOKIES = [
    none,
    `${part({ alg: 'HS256' })}.${part({ sid: 'x' })}.c2ln`,
    `${part({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`,
    'rubbish',
    '%00%ff',
    '....',
    '{}',
    good.slice(0, -4),
    withAnotherTag(good),
    'x'.repeat(12_000),
  ];
  for (const value of COOKIES) {
    for (const name of [
      'next-auth.session-token',
      'next-auth.session-token.0',
      '__Secure-next-auth.session-token',
    ]) {
      const cookie = `${name}=${value}`;
      const told = cookie.slice(0, 100);
      expect((await stage.ask('/', { cookie })).status, told).toBe(200);
      expect((await stage.ask('/desk', { cookie })).status, told).toBe(307);
      expect((await stage.api('POST', '/threads', undefined, QUESTION, { cookie })).status, told).toBe(401);
      expect((await stage.ask('/api/auth/session', { cookie })).status, told).toBeLessThan(500);
    }
  }
  const giant = await stage
    .ask('/', { cookie: `next-auth.session-token=${'x'.repeat(1_000_000)}` })
    .catch(() => null);
  expect(giant === null || giant.status === 431).toBe(true);
  for (const authorization of [
    '',
    'Bearer',
    'Bearer ',
    'Bearer null',
    'Bearer undefined',
    'Bearer [object Object]',
    'Basic b3duZXI6eA==',
    `Bearer ${'x'.repeat(8000)}`,
    "Bearer ' OR 1=1 --",
    'rubbish',
    `bearer ${stage.cast.owner.tokens.revoked}`,
    'Bearer {"not":""}',
  ]) {
    const answer = await stage.api('GET', '/threads', undefined, undefined, { headers: { authorization } });
    expect([answer.status, answer.json.code], authorization.slice(0, 60)).toEqual([401, 'token-invalid']);
  }
});

test.describe('limits', () => {
  test('stop guessing at one account after ten tries, from wherever they come', async ({ stage }) => {
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      const answer = await signIn(stage, {
        email: 'ann.private@example.com',
        password: `guess number ${at}`,
        how: 'password',
      });
      statuses.push(answer.status);
      if (answer.status === 429) expect(answer.text).toContain('Too many tries');
      expect(answer.text).not.toContain('guess number');
    }
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
  });

  test('stop looking for orders after ten tries from one address', async ({ stage }) => {
    const form = formsOf((await stage.ask('/refund')).text).find((one) =>
      one.fields.some((field) => field.name === 'number'),
    );
    const machine = (form?.fields ?? [])
      .filter((field) => field.kind === 'machine')
      .map(({ name, value }): Entry => [name, value]);
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      const entries: Entry[] = [...machine, ['number', `N-${at}`], ['email', 'someone@example.com']];
      const answer = await stage.ask('/refund', {
        method: 'POST',
        ...multipart(entries),
        headers: { 'x-forwarded-for': `6.6.6.${at}, 203.0.113.77` },
      });
      statuses.push(answer.status);
      if (answer.status === 429) expect(answer.text).toContain('Please wait');
    }
    expect(statuses).toEqual([...Array(10).fill(303), 429, 429]);
  });

  test('count a member who writes too much, and say when to go on', async ({ stage }) => {
    const { tokens } = stage.cast.crowd[21] as Performer;
    const answers = await Promise.all(
      Array.from({ length: 130 }, () => stage.api('POST', '/replies/nothing/vote', tokens.write)),
    );
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBe(10);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused[0]?.json.code).toBe('too-many-requests');
  });
});
