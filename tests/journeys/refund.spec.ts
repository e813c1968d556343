import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './people';
import { addOrder, cardOf, codeMailedTo, enterCode, findOrder, mailsTo, tokenOf } from './refund-page';
import { expectAccessible, expectFitsWindow, type Site } from './site';

const LAMP = '[{""name"":""Porch lamp"",""quantity"":1,""unitMinor"":2400}]';
const ORDERS = [
  'externalId,number,email,currency,total,paymentRef,items',
  `shop-1,P-1001,rita@example.com,EUR,24.00,pretend_ok_1,"${LAMP}"`,
  'shop-2,P-1002,somebody.else@example.com,EUR,99.50,pretend_ok_2,',
  '',
].join('\n');

test.beforeAll('orders come in by CSV and by HTTP', async ({ site, api }) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'porchlight-orders-'));
  const file = path.join(folder, 'orders.csv');
  await writeFile(file, ORDERS);
  expect(await site.command('bin/import.ts', 'orders', file)).toContain('2 new, 0 updated, 0 unchanged');
  expect(await site.command('bin/import.ts', 'orders', file)).toContain('0 new, 0 updated, 2 unchanged');
  await rm(folder, { recursive: true });
  await addOrder(api, { externalId: 'shop-3', number: 'P-1003', email: 'rita@example.com' });
  await addOrder(api, { externalId: 'shop-4', number: 'G-2001', email: 'guest@example.org' });
});

test('a customer refunds her order with one press and follows it until the money is there', async ({
  visit,
  people,
  site,
  api,
}) => {
  const page = await visit({ as: await people.member('Rita') });
  await page.goto('/refund');
  await expect(page.getByRole('heading', { name: 'Order P-1001' })).toBeVisible();
  await expect(page.getByText('1 × Porch lamp').first()).toBeVisible();
  await expect(page.getByText('P-1002')).toHaveCount(0);
  expect(await refundMails(site, 'rita@example.com')).toEqual([]);
  await cardOf(page, 'P-1001').getByRole('button', { name: 'Refund €24.00' }).click();
  await page.waitForURL(/\/refund\/\w{10,}$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Your refund of €24.00' })).toBeVisible();
  await expect(page.getByText('Requested and approved')).toBeVisible();
  await expectAccessible(page);
  const id = page.url().split('/').at(-1) ?? '';
  await site.mailTo('rita@example.com', /refund of €24\.00 is approved \(order P-1001\)/);
  await expect
    .poll(async () => {
      const told = await refundMails(site, 'rita@example.com');
      const { state } = (await api('GET', `/refunds/${id}`)).body;
      if (told.some((subject) => subject.includes('is complete'))) expect(state).toBe('succeeded');
      return state;
    }, SETTLED)
    .toBe('succeeded');
  await expect(page.getByRole('main').getByText('Complete').first()).toBeVisible({ timeout: 20_000 });
  await site.mailTo('rita@example.com', /refund of €24\.00 is complete \(order P-1001\)/);
  expect(await refundMails(site, 'rita@example.com')).toHaveLength(2);
  await page.getByRole('link', { name: /^CN-\d{4}-\d{5}, to print/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Credit note' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Amount credited €24.00' })).toBeVisible();
  const file = await page.request.get(`/refund/${id}/receipt.pdf`);
  expect([file.status(), file.headers()['content-type'], file.headers()['cache-control']]).toEqual([
    ...[200, 'application/pdf', 'private, no-store'],
  ]);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await fetch(`${site.url}/refund/${id}/receipt.pdf`)).status).toBe(404);
  await page.getByRole('link', { name: 'Back to the refund' }).click();
  await page.getByLabel('What could we do better?').fill('The lamp was darker than I thought.');
  await page.getByRole('button', { name: 'Tell the shop' }).click();
  await expect(page.getByText('The lamp was darker than I thought.')).toBeVisible();
});

test('a refund is taken back in time, a part of the order is asked for, and what was typed wrongly stays', async ({
  visit,
  people,
  api,
}) => {
  await addOrder(api, { externalId: 'shop-7', number: 'P-1007', email: 'rita@example.com' });
  for (const scripts of [true, false]) {
    const page = await visit({ as: await people.member('Rita'), scripts, phone: true });
    await page.goto('/refund');
    await cardOf(page, 'P-1007').getByRole('button', { name: 'Refund €31.00' }).click();
    await expect(page.getByText(/The money leaves at \d\d:\d\d:\d\d/)).toBeVisible();
    if (scripts) await expectAccessible(page);
    await expectFitsWindow(page);
    await page.getByRole('button', { name: 'Take the refund back' }).click();
    await expect(page.getByText('Taken back', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Refund €31.00' })).toBeVisible();
  }
  const page = await visit({ as: await people.member('Rita'), scripts: false, phone: true });
  await page.goto('/refund');
  await cardOf(page, 'P-1007').getByText('Only a part of it').click();
  await cardOf(page, 'P-1007').getByLabel('Or an amount in EUR').fill('ten');
  await cardOf(page, 'P-1007').getByRole('button', { name: 'Refund this part' }).click();
  await expect(page.getByText('Write the amount with digits and a point, like 10.00.').first()).toBeVisible();
  await expect(cardOf(page, 'P-1007').getByLabel('Or an amount in EUR')).toHaveValue('ten');
  await cardOf(page, 'P-1007').getByLabel('Or an amount in EUR').fill('10.50');
  await cardOf(page, 'P-1007').getByRole('button', { name: 'Refund this part' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your refund of €10.50' })).toBeVisible();
});

test('a second press, a stale page and the back button all show the same one refund', async ({
  visit,
  people,
  api,
}) => {
  const first = await visit({ as: await people.member('Rita') });
  const stale = await first.context().newPage();
  await first.goto('/refund');
  await stale.goto('/refund');
  await cardOf(first, 'P-1003')
    .getByRole('button', { name: /^Refund/ })
    .dblclick();
  await first.waitForURL(/\/refund\/\w{10,}$/);
  await cardOf(stale, 'P-1003')
    .getByRole('button', { name: /^Refund/ })
    .click();
  await stale.waitForURL(first.url());
  await first.goBack();
  await expect(first.getByRole('heading', { level: 1, name: /withdraw from contract/ })).toBeVisible();
  await first.reload();
  const card = cardOf(first, 'P-1003');
  await expect(card.getByRole('button', { name: /^Refund/ })).toHaveCount(0);
  await card.getByRole('link', { name: 'Refund of €31.00' }).click();
  await expect(first).toHaveURL(stale.url());
  const id = stale.url().split('/').at(-1);
  const { orderId } = (await api('GET', `/refunds/${id}`)).body;
  const again = await api('POST', '/refunds', { orderId });
  expect([again.status, again.body.id]).toEqual([200, id]);
  expect((await api('GET', `/orders/${orderId}`)).body.refunds).toHaveLength(1);
});

test('a guest without JavaScript proves the order with a mailed code and gets the money back', async ({
  visit,
  site,
}) => {
  const page = await visit({ scripts: false, phone: true });
  await findOrder(page, 'G-2001', 'guest@example.org');
  const digits = (await codeMailedTo(site, 'guest@example.org', 'G-2001')).replace(/\s/, '');
  await enterCode(page, digits === '000000' ? '111111' : '000000');
  await expect(page.getByText(/This code does not fit/).first()).toBeVisible();
  await expectFitsWindow(page);
  await enterCode(page, digits);
  await expect(page.getByRole('heading', { name: 'Order G-2001' })).toBeVisible();
  await expect(page.getByText('P-100')).toHaveCount(0);
  await page.getByRole('button', { name: 'Refund €31.00' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your refund of €31.00' })).toBeVisible();
  await site.mailTo('guest@example.org', /is approved \(order G-2001\)/);
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole('main').getByText('Complete', { exact: true }).count();
    }, SETTLED)
    .toBeGreaterThan(0);
  const done = await site.mailTo('guest@example.org', /is complete \(order G-2001\)/);
  const receipt = /https?:\/\/\S+\/refund\/\S+/.exec(done.text ?? '')?.[0] ?? '';
  const elsewhere = await visit();
  await elsewhere.goto(receipt);
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Credit note' })).toBeVisible();
  await elsewhere.getByRole('link', { name: 'Back to the refund' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Your refund of €31.00' })).toBeVisible();
});

test('a wrong address gets the same answer as the right one, and no mail', async ({ visit, site }) => {
  const page = await visit();
  await findOrder(page, 'P-1002', 'curious@example.com');
  await expect(page.getByText('a code is on its way')).toBeVisible();
  const names = (await mailsTo(site, 'curious@example.com')).map((mail) => mail.subject);
  expect(names).toEqual([]);
});

test('a contract is withdrawn from in two steps, in German, on a phone, and without script on a desktop', async ({
  visit,
  site,
}) => {
  for (const scripts of [true, false]) {
    const page = await visit({ scripts, phone: scripts });
    await page.goto('/language');
    await page.getByRole('button', { name: /Deutsch/ }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.goto('/');
    await page.getByRole('link', { name: 'Vertrag widerrufen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vertrag widerrufen' })).toBeVisible();
    if (scripts) await expectAccessible(page);
    const email = `widerruf-${scripts ? 'mit' : 'ohne'}@example.com`;
    await page.getByLabel('Ihr Name').fill('Käthe Müller');
    await page.getByLabel('Welcher Vertrag?').fill('Lampe vom 3. Mai');
    await page.getByLabel('E-Mail-Adresse für die Bestätigung').fill('kaethe@nirgends');
    await page.getByRole('button', { name: 'Weiter' }).click();
    await expect(page.getByLabel('E-Mail-Adresse für die Bestätigung')).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await expect(page.getByLabel('Ihr Name')).toHaveValue('Käthe Müller');
    await page.getByLabel('E-Mail-Adresse für die Bestätigung').fill(email);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await expect(page.getByText('Ich, Käthe Müller, widerrufe den Vertrag: Lampe vom 3. Mai')).toBeVisible();
    await expectFitsWindow(page);
    await page.getByRole('button', { name: 'Widerruf bestätigen' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Ihr Widerruf ist bei uns eingegangen' }),
    ).toBeVisible();
    if (scripts) await expectAccessible(page);
    const mail = await site.mailTo(email, /Ihr Widerruf ist bei uns eingegangen/);
    expect(mail.text).toContain('Ich, Käthe Müller, widerrufe den Vertrag: Lampe vom 3. Mai');
    // Whoever goes back to the button is not told that nothing was sent.
    await page.goto('/withdraw/confirm');
    await expect(
      page.getByText('Haben Sie schon bestätigt, ist Ihr Widerruf bei uns eingegangen.'),
    ).toBeVisible();
  }
});

test('R19: looking at a mailed link changes nothing, however often and by whatever it is opened', async ({
  visit,
  site,
  api,
}) => {
  const orderId = await addOrder(api, { externalId: 'shop-6', number: 'P-1006', email: 'link@example.com' });
  const asked = await api('POST', '/refunds', { orderId });
  await expect
    .poll(async () => (await api('GET', `/refunds/${asked.body.id}`)).body.state, SETTLED)
    .toBe('succeeded');
  const mail = await site.mailTo('link@example.com', /is approved \(order P-1006\)/);
  const link = /https?:\/\/\S+\/refund\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  const id = new URL(link).pathname.split('/').at(-1);
  const before = (await api('GET', `/refunds/${id}`)).body;
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
  const browser = await visit();
  const opened = await browser.goto(link);
  expect(opened?.headers()).toMatchObject({ 'cache-control': 'private, no-store' });
  await expect(browser.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(browser.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer');
  // Nothing on it can be pressed, by a script neither.
  await expect(browser.getByRole('main').getByRole('button')).toHaveCount(0);
  expect((await api('GET', `/refunds/${id}`)).body).toEqual(before);
  const forged = `${link.slice(0, -4)}AAAA`;
  expect((await fetch(forged)).status).toBe(404);
});

test("somebody else's order and refund do not exist", async ({ visit, people, site, api }) => {
  const theirs = await addOrder(api, {
    externalId: 'shop-5',
    number: 'P-1005',
    email: 'somebody.else@example.com',
  });
  const { id } = (await api('POST', '/refunds', { orderId: theirs })).body;
  await people.member('Nils');
  const nils = await visit({ as: await people.member('Nils') });
  await nils.goto('/refund');
  await expect(nils.getByText('No orders under your address')).toBeVisible();
  for (const page of [nils, await visit()]) {
    expect((await page.goto(`/refund/${id}`))?.status()).toBe(404);
    await expect(page.getByText('€31.00')).toHaveCount(0);
  }
  const headers = {
    authorization: `Bearer ${await tokenOf(site, 'nils@example.com')}`,
    'content-type': 'application/json',
  };
  const asked = await Promise.all([
    fetch(`${site.url}/api/v1/refunds/${id}`, { headers }),
    fetch(`${site.url}/api/v1/orders/${theirs}`, { headers }),
    fetch(`${site.url}/api/v1/refunds`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ orderId: theirs }),
    }),
  ]);
  expect(asked.map((answer) => answer.status)).toEqual([404, 404, 404]);
});

/** The pretend provider keeps a refund pending for 3 s; the worker looks again after that. */
const SETTLED = { timeout: 40_000, intervals: [500] };

/** Subjects of the mails about order P-1001 that somebody got. */
async function refundMails(site: Site, address: string): Promise<string[]> {
  const mails = await mailsTo(site, address);
  return mails.map((mail) => mail.subject ?? '').filter((subject) => subject.includes('P-1001'));
}
