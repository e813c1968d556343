import { anOrder, type Contract, DAY } from '@/tests/journeys/contract';
import { expect, type Stage } from '@/tests/journeys/stage';
import { aPicture } from '@/tests/support/files';
import { filePart, multipart } from '@/tests/support/forms';

/** Articles: written, changed, drafts kept back. */
export async function walkArticles(stage: Stage, call: Contract['call']): Promise<void> {
  const { owner, helper, ann } = stage.cast;
  const [admin, asAnn] = [owner.tokens.all, ann.tokens.all];
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
  expect((await call('GET /faq/{slug}', { as: asAnn, params: { slug: draft.json.slug } })).status).toBe(404);
  expect((await call('GET /faq/{slug}', { as: admin, params: { slug: draft.json.slug } })).status).toBe(200);
  const patch = { as: asAnn, params: { slug: draft.json.slug }, body: { title } };
  expect((await call('PATCH /faq/{slug}', patch)).status).toBe(404);
  const list = await call('GET /faq', { query: '?perPage=100' });
  expect(list.json.items.map((item) => item.id)).not.toContain(draft.json.id);
}

/** Files. */
export async function walkFiles(stage: Stage, call: Contract['call']): Promise<void> {
  const { ann } = stage.cast;
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
}

/** Search. */
export async function walkSearch(stage: Stage, call: Contract['call']): Promise<void> {
  const found = await call('GET /search', { query: '?q=return%20a%20lamp&type=faq&limit=5' });
  expect(found.json.results[0]?.title).toBe('How can I return a lamp?');
  expect(found.json.results.every((result) => String(result.url).startsWith(stage.url))).toBe(true);
}

/** Digests. */
export async function walkDigests(stage: Stage, call: Contract['call']): Promise<void> {
  const { owner, helper } = stage.cast;
  const admin = owner.tokens.all;
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
}

/** Orders and refunds. */
export async function walkOrders(stage: Stage, call: Contract['call']): Promise<void> {
  const { owner, ann, bob } = stage.cast;
  const [admin, asAnn, asBob] = [owner.tokens.all, ann.tokens.all, bob.tokens.all];
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
  expect((await call('POST /refunds', { as: asAnn, body: { orderId: id, amountMinor: 2001 } })).status).toBe(
    422,
  );
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
}
