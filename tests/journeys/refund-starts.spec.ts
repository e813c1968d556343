import { expect, test } from './people';
import { addOrder, cardOf, enterCode, mailsTo, order, tokenOf } from './refund-page';
import { expectAccessible, expectFitsWindow, type Site } from './site';

test('who asked and found no answer, and who has the mail of an order, come to the button, too', async ({
  visit,
  people,
  site,
  api,
}) => {
  const member = await people.member('Marla');
  const named = await addOrder(api, { externalId: 'shop-8', number: 'P-1008', email: 'marla@example.com' });
  const question = await ask(await tokenOf(site, 'marla@example.com'), site);
  const asker = await visit({ as: member, phone: true, scripts: false });
  await asker.goto(question.url);
  await expect(asker.getByText('Rather have your money back?')).toHaveCount(0);
  await site.command('tests/support/make-thread-older.ts', question.id, '2');
  expect(await (await fetch(question.url)).text()).not.toContain('Rather have your money back?');
  await asker.goto(question.url);
  await expect(asker.getByText('Rather have your money back?')).toContainText('€31.00 for order P-1008');
  await expectFitsWindow(asker);
  await asker.getByRole('link', { name: 'To the refund' }).click();
  await expect(asker.getByRole('heading', { level: 2, name: 'Your order', exact: true })).toBeVisible();
  await expectFitsWindow(asker);
  await cardOf(asker, 'P-1008').getByRole('button', { name: 'Refund €31.00' }).click();
  await expect(asker.getByRole('heading', { level: 1, name: 'Your refund of €31.00' })).toBeVisible();
  expect((await api('GET', `/orders/${named}`)).body.refunds).toHaveLength(1);

  const { body: mailed } = await api('POST', '/orders', order('shop-10', 'P-1010', 'mailed@example.com'));
  const link = String(mailed.refundLink);
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
  expect(await mailsTo(site, 'mailed@example.com')).toEqual([]);
  expect((await fetch(`${link.slice(0, -4)}AAAA`)).status).toBe(410);
  const guest = await visit();
  await guest.goto(link);
  await expect(guest.getByText('You can have €31.00 back, for any reason.')).toBeVisible();
  await expect(guest.getByText('Lantern')).toHaveCount(0);
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Mail me the code' }).click();
  await expect(guest.getByText('m…@example.com')).toBeVisible();
  const code = await site.mailTo('mailed@example.com', /Your code for order P-1010/);
  await enterCode(guest, /\b\d{3}\s?\d{3}\b/.exec(code.text ?? '')?.[0] ?? '');
  await guest.getByRole('button', { name: 'Refund €31.00' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Your refund of €31.00' })).toBeVisible();
});

/** A question of whoever has the token. */
async function ask(token: string, site: Site): Promise<{ id: string; url: string }> {
  const answer = await fetch(`${site.url}/api/v1/threads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'The lantern stays dark',
      body: 'It came yesterday and gives no light.',
      category: 'general',
    }),
  });
  return (await answer.json()) as { id: string; url: string };
}
