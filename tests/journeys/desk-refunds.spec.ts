import { readFile } from 'node:fs/promises';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

test('a refund above what goes by itself waits with a promise, is approved by one tap, and its page tells everything', async ({
  visit,
  people,
  site,
  api,
}) => {
  const order = await api('POST', '/orders', {
    externalId: 'desk-1',
    number: 'D-1',
    email: 'desi@example.com',
    currency: 'EUR',
    totalMinor: 2_500_000,
    items: [{ name: 'Lighthouse', quantity: 1, unitMinor: 2_500_000 }],
    paymentRef: 'pretend_ok_desk',
  });
  expect(order.status, JSON.stringify(order.body)).toBe(201);
  const buyer = await visit({ as: await people.member('Desi'), phone: true });
  await buyer.goto('/refund');
  await buyer.getByRole('button', { name: 'Refund €25,000.00' }).click();
  await expect(
    buyer.getByText(/the owner looks at this one before the money goes, by \w{3} \d+ \w{3}, \d\d:\d\d UTC/),
  ).toBeVisible();
  const id = buyer.url().split('/').at(-1) ?? '';
  await site.mailTo('owner@example.com', /A refund waits for your approval \(€25,000\.00\)/);

  const plain = await visit({ as: await people.owner(), scripts: false, phone: true });
  await plain.goto('/desk/refunds');
  await expectFitsWindow(plain);
  await plain.getByRole('button', { name: 'Approve it (€25,000.00)' }).click();
  await expect.poll(async () => (await api('GET', `/refunds/${id}`)).body.state).not.toBe('queued');

  const desk = await visit({ as: await people.owner() });
  await desk.goto(`/desk/refunds/${id}`);
  await expect(desk.getByText(/Released by /)).toBeVisible();
  await desk.getByRole('button', { name: 'Ask the provider now' }).click();
  await expect(desk.getByText('Asked. What the provider says stands on this page.')).toBeVisible();
  await desk.getByLabel('A private note').fill('She called; all is well.');
  await desk.getByRole('button', { name: 'Keep the note' }).click();
  await expect(desk.getByRole('listitem').filter({ hasText: 'She called; all is well.' })).toBeVisible();
  await expectAccessible(desk);
  await buyer.reload();
  await expect(buyer.getByText('She called')).toHaveCount(0);

  await desk.goto('/desk/refunds?q=d1&provider=pretend');
  await expect(desk.getByText('One refund', { exact: true })).toBeVisible();
  await expectAccessible(desk);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const table = await readFile(await download.path(), 'utf8');
  expect(table.split('\r\n')).toHaveLength(3);
  expect(table).toContain('"D-1","desi@example.com"');
  await desk.goto('/desk/refunds/figures');
  await expect(desk.getByRole('heading', { name: '€25,000.00 in 30 days' })).toBeVisible();
});
