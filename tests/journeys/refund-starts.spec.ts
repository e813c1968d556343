import type { Page } from '@playwright/test';
import { type Api, expect, test } from './people';
import { addOrder, cardOf, codeMailedTo, enterCode, findOrder, mailsTo, order, tokenOf } from './refund-page';
import { expectAccessible, expectFitsWindow, type Site } from './site';

/** Every start is gone through in each of these; refund.spec.ts has the rest of the way. */
const WAYS = [
  { id: 1, where: 'on a desktop', phone: false, scripts: true },
  { id: 2, where: 'on a desktop without script', phone: false, scripts: false },
  { id: 3, where: 'on a phone', phone: true, scripts: true },
  { id: 4, where: 'on a phone without script', phone: true, scripts: false },
];

const TITLE = 'The lantern stays dark';
let question: { id: string; url: string };

test.beforeAll('somebody asks and finds no answer for two days', async ({ people, site, browser, api }) => {
  const member = await people.member('Marla');
  await addOrder(api, { externalId: 'thread-0', number: 'T-0', email: 'marla@example.com' });
  question = await ask(await tokenOf(site, 'marla@example.com'), site);
  const context = await browser.newContext({ storageState: member });
  const early = await context.newPage();
  await early.goto(question.url);
  await expect(early.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(early.getByText('Rather have your money back?')).toHaveCount(0);
  await context.close();
  await site.command('tests/support/make-thread-older.ts', question.id, '2');
  expect(await (await fetch(question.url)).text()).not.toContain('Rather have your money back?');
});

for (const { id, where, ...browser } of WAYS) {
  test(`from a question that nobody solved to the money ${where}`, async ({ visit, people, api }) => {
    const number = `T-${id}`;
    await addOrder(api, { externalId: `thread-${id}`, number, email: 'marla@example.com' });
    const asker = await visit({ as: await people.member('Marla'), ...browser });
    await asker.goto(question.url);
    await expect(asker.getByText('Rather have your money back?')).toContainText(`€31.00 for order ${number}`);
    await expectFitsWindow(asker);
    await asker.getByRole('link', { name: 'To the refund' }).click();
    await expect(asker.getByRole('heading', { level: 2, name: 'Your order', exact: true })).toBeVisible();
    await expectFitsWindow(asker);
    await cardOf(asker, number).getByRole('button', { name: 'Refund €31.00' }).click();
    await expectRefund(asker);
  });

  // With a script, and on a phone: refund.spec.ts.
  if (id === 2)
    test(`from one's own orders to the money ${where}`, async ({ visit, people, api }) => {
      await addOrder(api, { externalId: 'own-2', number: 'O-2', email: 'marla@example.com' });
      const buyer = await visit({ as: await people.member('Marla'), ...browser });
      await buyer.goto('/refund');
      await cardOf(buyer, 'O-2').getByRole('button', { name: 'Refund €31.00' }).click();
      await expectRefund(buyer);
    });

  test(`from the mail of an order to the money ${where}`, async ({ visit, site, api }) => {
    const email = `mailed-${id}@example.com`;
    const link = await linkOfOrder(api, `M-${id}`, email);
    if (id === 1) {
      for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200);
      expect(await mailsTo(site, email)).toEqual([]);
      expect((await fetch(`${link.slice(0, -4)}AAAA`)).status).toBe(410);
    }
    const guest = await visit(browser);
    await guest.goto(link);
    await expect(guest.getByText('You can have €31.00 back, for any reason.')).toBeVisible();
    await expect(guest.getByText('Lantern')).toHaveCount(0);
    await expectFitsWindow(guest);
    if (browser.scripts) await expectAccessible(guest);
    await guest.getByRole('button', { name: 'Mail me the code' }).click();
    await expect(guest.getByText('m…@example.com')).toBeVisible();
    await enterCode(guest, await codeMailedTo(site, email, `M-${id}`));
    await guest.getByRole('button', { name: 'Refund €31.00' }).click();
    await expectRefund(guest);
  });

  // On a phone without script: refund.spec.ts, with a wrong code first and to the very end.
  if (id === 4) continue;
  test(`from a number and an address to the money ${where}`, async ({ visit, site, api }) => {
    const email = `guest-${id}@example.org`;
    await addOrder(api, { externalId: `guest-${id}`, number: `G-${id}`, email });
    const guest = await visit(browser);
    await findOrder(guest, `G-${id}`, email);
    await expectFitsWindow(guest);
    await enterCode(guest, await codeMailedTo(site, email, `G-${id}`));
    await guest.getByRole('button', { name: 'Refund €31.00' }).click();
    await expectRefund(guest);
  });
}

async function expectRefund(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Your refund of €31.00' })).toBeVisible();
  await expectFitsWindow(page);
}

/** Has the shop send an order. @returns the link it puts into its mail */
async function linkOfOrder(api: Api, number: string, email: string): Promise<string> {
  const { body } = await api('POST', '/orders', order(`mail-${number}`, number, email));
  return String(body.refundLink);
}

/** A question of whoever has the token. */
async function ask(token: string, site: Site): Promise<{ id: string; url: string }> {
  const answer = await fetch(`${site.url}/api/v1/threads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: TITLE,
      body: 'It came yesterday and gives no light.',
      category: 'general',
    }),
  });
  return (await answer.json()) as { id: string; url: string };
}
