import { expect, type Performer, type Stage, test } from '@/tests/journeys/stage';
import { eightAtATime } from '@/tests/support/ask';
import { builtRoutes } from '@/tests/support/routes';

test.describe.configure({ timeout: 120_000 });

/** One word per thing that nobody but its people may see; each is searched for in everything the site answers. */
/** The day of the draft nobody outside may see; earlier than the shop's first days there is none. */
const DRAFTED = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const CANARY = {
  draft: 'quokkadraft',
  hiddenThread: 'quokkathread',
  hiddenReply: 'quokkareply',
  replyBelowHidden: 'quokkabelow',
  order: 'quokkaorder',
  item: 'quokkaitem',
  reason: 'quokkareason',
  hideReason: 'quokkahiding',
  flagReason: 'quokkaflag',
  digest: 'quokkadigest',
  tag: 'quokkatag',
};
const ADDRESSES = /[\w.]+\.private@example\.com|owner@example\.com|helper@example\.com/;

type Planted = {
  thread: string;
  hidden: string;
  article: string;
  draft: string;
  order: string;
  refund: string;
};
let planted: Planted | null = null;

/** Whoever posted a moment ago for another test has to wait, so the secrets have people of their own. */
function secretKeepers({ cast }: Stage): { ann: Performer; bob: Performer } {
  const [ann, bob] = cast.crowd.slice(45, 47) as [Performer, Performer];
  return { ann, bob };
}

/** Puts one of each secret into the site, by the people who have them. */
async function plant(stage: Stage): Promise<Planted> {
  if (planted) return planted;
  const { owner, crowd } = stage.cast;
  const { ann, bob } = secretKeepers(stage);
  // Somebody new posts once a minute: the second question and the second reply come from others.
  const [asker, answerer] = crowd.slice(40, 42) as [Performer, Performer];
  const make = async (path: string, by: Performer, body?: object) => {
    const made = await stage.api('POST', path, by.tokens.all, body);
    expect(made.status, `${path} ${made.text}`).toBeLessThan(300);
    return made.json;
  };
  const words = (canary: string) => ({
    title: `About the ${canary} lamp`,
    body: `Words of ${canary}, and a quokkashared word.`,
    category: 'general',
  });
  const draft = await make('/faq', owner, { ...words(CANARY.draft), keywords: CANARY.draft, state: 'draft' });
  const article = await make('/faq', owner, { ...words('public'), title: 'A quokkashared article' });
  const hidden = await make('/threads', bob, { ...words(CANARY.hiddenThread), tags: [CANARY.tag] });
  const below = await make(`/threads/${hidden.id}/replies`, ann, { body: CANARY.replyBelowHidden });
  await make(`/threads/${hidden.id}/accept`, bob, { replyId: below.id });
  await make('/flags', ann, { targetType: 'thread', targetId: hidden.id, reason: CANARY.flagReason });
  await make(`/threads/${hidden.id}/hide`, owner, { reason: CANARY.hideReason });
  const thread = await make('/threads', asker, { ...words('public'), title: 'A quokkashared question' });
  const reply = await make(`/threads/${thread.id}/replies`, answerer, {
    body: `A reply of ${CANARY.hiddenReply}.`,
  });
  await make(`/threads/${thread.id}/accept`, asker, { replyId: reply.id });
  await make(`/replies/${reply.id}/hide`, owner, { reason: CANARY.hideReason });
  const order = await make('/orders', owner, {
    externalId: CANARY.order,
    number: CANARY.order,
    email: bob.email,
    currency: 'EUR',
    totalMinor: 4200,
    items: [{ name: CANARY.item, quantity: 1, unitMinor: 4200 }],
  });
  const refund = await make('/refunds', bob, { orderId: order.id, reason: CANARY.reason });
  await make(`/digests/${DRAFTED}/draft`, owner);
  const renamed = await stage.api('PATCH', `/digests/${DRAFTED}`, owner.tokens.all, { title: CANARY.digest });
  expect(renamed.status).toBe(200);
  planted = {
    ...{ thread: thread.id, hidden: hidden.id, article: article.slug, draft: draft.slug },
    ...{ order: order.id, refund: refund.id },
  };
  return planted;
}

/** What the planted things are called in addresses: every page and route of the site, and searches for the secrets. */
async function addresses(stage: Stage): Promise<string[]> {
  const { thread, hidden, article, draft, order, refund } = await plant(stage);
  const names: Record<string, string[]> = {
    '/faq/[slug]': [article, draft, `about-the-${CANARY.draft}-lamp`],
    '/forum/[category]': ['general'],
    '/forum/tags/[tag]': [CANARY.tag],
    '/t/[id]': [thread, hidden],
    '/t/[id]/[slug]': [
      `${thread}/a-quokkashared-question`,
      `${hidden}/about-the-${CANARY.hiddenThread}-lamp`,
    ],
    '/u/[name]': Object.values(secretKeepers(stage)).map(({ name }) => encodeURIComponent(name)),
    '/sitemaps/[file]': ['threads-1.xml', 'articles-1.xml', 'pages-1.xml'],
    '/digests/[date]': [DRAFTED],
    '/refund/[id]': [refund],
    '/refund/order/[token]': [`${order}.zzzz.${'x'.repeat(43)}`],
    '/account/email/[token]': ['x'.repeat(43)],
    '/account/not-me/[token]': [`nobody.1.${'x'.repeat(43)}`],
    '/sign-in/[token]': ['x'.repeat(43)],
    '/solved/[token]': [`nothing.${'x'.repeat(43)}`],
    '/api/stop/[token]': ['nobody'],
    '/stop/[token]': [`nobody.thread.nothing.${'x'.repeat(43)}`],
    '/[...missing]': ['nowhere/at/all'],
    '/uploads/[...name]': ['nothing.webp'],
    '/api/drafts/[key]': ['new-thread'],
    '/widget/faq/[slug]': [article, draft],
    '/widget/[...missing]': ['nowhere/at/all'],
    '/desk/digests/[date]': [DRAFTED],
    '/desk/faq/[id]': ['nothing'],
    '/desk/mail/[id]': ['nothing'],
    '/desk/refunds/[id]': [refund],
    '/api/auth/[...nextauth]': ['session', 'providers'],
    '/api/v1/digests/[date]': [DRAFTED],
    '/api/v1/faq/[slug]': [article, draft],
    '/api/v1/threads/[id]': [thread, hidden],
    '/api/v1/orders/[id]': [order],
    '/api/v1/refunds/[id]': [refund],
  };
  const below = {
    '/t/[id]/[slug]/history': [`${hidden}/x/history`, `${thread}/x/history`],
    '/desk/refunds/[id]/evidence.pdf': [`${refund}/evidence.pdf`],
    '/refund/[id]/receipt': [`${refund}/receipt`],
    '/refund/[id]/receipt.pdf': [`${refund}/receipt.pdf`],
    '/t/[id]/feed.xml': [`${hidden}/feed.xml`, `${thread}/feed.xml`],
    '/t/[id]/picture.png': [`${hidden}/picture.png`, `${thread}/picture.png`],
    '/faq/[slug]/picture.png': [`${draft}/picture.png`, `${article}/picture.png`],
    '/forum/[category]/feed.xml': ['general/feed.xml'],
    '/forum/tags/[tag]/feed.xml': [`${CANARY.tag}/feed.xml`],
  };
  const found = [...builtRoutes('page'), ...builtRoutes('route')].flatMap((pattern) => {
    const own = { ...names, ...below }[pattern];
    if (own) return own.map((name) => pattern.replace(/\[.*/, '') + name);
    // The rest of the API only writes; a page without a name here would go unseen.
    if (pattern.includes('[')) return /^\/api\/v1\//.test(pattern) ? [] : [`${pattern} has no row`];
    return [pattern];
  });
  const searches = [
    ...Object.values(CANARY),
    'quokka',
    'quokkashared',
    'private@example.com',
    'bob.private',
  ].flatMap((word) => [
    `/search?q=${word}`,
    `/search?q=${word}&type=thread`,
    `/search?q=${word}&state=unsolved&exact=1&explain=true`,
    `/search?q=${word}&tag=${CANARY.tag}`,
    `/api/v1/search?q=${word}&limit=100`,
    `/api/suggest?q=${word}`,
    `/api/suggest/opensearch?q=${word}`,
    `/widget?q=${word}`,
  ]);
  const lists = ['state=solved', 'state=unsolved', 'state=unanswered'].flatMap((filter) => [
    `/forum?${filter}`,
    `/api/v1/threads?${filter}&perPage=100`,
  ]);
  return [
    ...found,
    ...searches,
    ...lists,
    `/api/v1/threads?tag=${CANARY.tag}`,
    // The planted titles without their secret words: what is like them must not be they.
    '/forum/new?title=About+the+lamp+and+its+words',
    '/search?q=about+the+lamp+and+its+words&type=thread&state=unsolved',
    '/metrics',
    '/_next/image?url=/favicon.svg&w=64&q=75',
  ];
}

/** What was asked for comes back in addresses, titles and search boxes; that tells nothing. */
function withoutEcho(text: string, address: string): string {
  const asked = new URL(address, 'http://site.test');
  const echoes = [
    address,
    asked.pathname,
    encodeURIComponent(asked.pathname),
    asked.searchParams.get('q') ?? '',
  ];
  const parts = asked.pathname.split('/').filter((part) => part.includes('quokka'));
  return [...echoes, ...parts, asked.searchParams.get('tag') ?? '']
    .filter((echo) => echo.length > 2)
    .sort((left, right) => right.length - left.length)
    .reduce((rest, echo) => rest.replaceAll(echo, ''), text);
}

for (const who of ['a visitor', 'another member'] as const) {
  for (const how of ['a page', 'RSC'] as const) {
    test(`nothing secret reaches ${who}, asking for everything as ${how}`, async ({ stage }) => {
      const asking = who === 'a visitor' ? undefined : stage.cast.crowd[30];
      const cookie = asking?.cookie;
      const headers: Record<string, string> = how === 'RSC' ? { rsc: '1' } : {};
      const asked = await addresses(stage);
      expect(asked.filter((address) => address.endsWith('has no row'))).toEqual([]);
      // The index takes in what was written within a second or two.
      await expect
        .poll(async () => (await stage.ask('/api/v1/search?q=quokkashared')).text.includes('quokkashared'), {
          timeout: 20_000,
        })
        .toBe(true);
      await eightAtATime(asked, async (address) => {
        const answer = await stage.ask(address, { cookie, headers });
        const told = `${address} ${answer.status}`;
        expect.soft(answer.status, told).toBeLessThan(500);
        const seen = withoutEcho(answer.text, address).replaceAll(asking?.email ?? 'nobody', '');
        for (const [what, canary] of Object.entries(CANARY)) {
          const at = seen.indexOf(canary);
          expect
            .soft(at < 0 ? '' : seen.slice(Math.max(0, at - 120), at + 60), `${what} in ${told}`)
            .toBe('');
        }
        if (!address.startsWith('/search')) expect.soft(ADDRESSES.exec(seen)?.[0] ?? '', told).toBe('');
        if (cookie) expect.soft(answer.headers['cache-control'] ?? '', told).toMatch(/no-store|public/);
      });
    });
  }
}

test('someone else finds neither order nor refund nor draft by id, nor can act on them', async ({
  stage,
}) => {
  const { hidden, draft, order, refund } = await plant(stage);
  const stranger = stage.cast.crowd[31] as Performer;
  const TRIES: [string, string, object?][] = [
    ['GET', `/orders/${order}`],
    ['GET', `/refunds/${refund}`],
    ['POST', '/refunds', { orderId: order }],
    ['GET', `/threads/${hidden}`],
    ['POST', `/threads/${hidden}/replies`, { body: 'Hello?' }],
    ['PATCH', `/threads/${hidden}`, { body: 'Mine now.' }],
    ['POST', `/threads/${hidden}/me-too`],
    ['POST', '/flags', { targetType: 'thread', targetId: hidden, reason: 'Let me see' }],
    ['GET', `/faq/${draft}`],
    ['PATCH', `/faq/${draft}`, { body: 'Mine now.' }],
    ['GET', `/digests/${DRAFTED}`],
  ];
  for (const [method, path, body] of TRIES) {
    const answer = await stage.api(method, path, stranger.tokens.all, body);
    expect(answer.status, `${method} ${path} ${answer.text}`).toBe(404);
  }
});

test('what its people may see, they see', async ({ stage }) => {
  const { hidden, draft, order, refund } = await plant(stage);
  const { owner } = stage.cast;
  const { bob } = secretKeepers(stage);
  expect((await stage.api('GET', `/orders/${order}`, bob.tokens.read)).text).toContain(CANARY.item);
  expect((await stage.ask(`/refund/${refund}`, { cookie: bob.cookie })).text).toContain('42.00');
  expect((await stage.api('GET', `/threads/${hidden}`, bob.tokens.all)).text).toContain(CANARY.hiddenThread);
  expect((await stage.api('GET', `/faq/${draft}`, owner.tokens.all)).text).toContain(CANARY.draft);
});

test('the log has no token, cookie, password or code in it', async ({ stage }) => {
  const { owner, ann } = stage.cast;
  const log = stage.log();
  for (const secret of [
    ...Object.values(owner.tokens),
    ...Object.values(ann.tokens),
    owner.cookie.split('=')[1] ?? 'x',
    'a lamp on the porch',
  ]) {
    expect(log.includes(secret)).toBe(false);
  }
});
