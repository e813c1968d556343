import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { aPicture } from '@/tests/support/files';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow, type Site } from './site';

test.describe.configure({ timeout: 120_000 });

const TITLE = 'The lantern of my order leaks when it rains';
const ANSWER = 'Turn the glass until it clicks. Mine was dry from then on.';
const EMAIL = 'pernille@example.com';

test('a visitor with an order asks with a photo, another customer answers, and on the phone she says that it is solved', async ({
  visit,
  site,
  api,
  people,
}) => {
  const order = await api('POST', '/orders', {
    externalId: 'leaking-lantern',
    number: 'LL-3107',
    email: EMAIL,
    currency: 'EUR',
    totalMinor: 3100,
    items: [{ name: 'Lantern', quantity: 1, unitMinor: 3100 }],
    paymentRef: 'pretend_ok_leaking-lantern',
  });
  expect(order.status, JSON.stringify(order.body)).toBe(201);
  const [photo, receipt] = [await aPicture('jpeg', '#406080'), await aPicture('png', '#f0f0e0')];

  const pernille = await visit();
  await test.step('without an account she writes, shows the lantern to everybody and the receipt to the shop', async () => {
    await pernille.goto('/forum/new');
    await pernille.getByLabel('Your question in one line').fill(TITLE);
    const text = pernille.getByLabel('What happened, and what have you tried?');
    await text.fill('There is water in it after every night.');
    const choosing = pernille.waitForEvent('filechooser');
    await pernille.getByRole('button', { name: 'Picture or PDF' }).click();
    await (await choosing).setFiles({ name: 'the lantern.jpg', mimeType: 'image/jpeg', buffer: photo });
    await expect(text).toHaveValue(/!\[the lantern\]\(\/uploads\//);
    await pernille.getByText('Only the shop sees this').click();
    await pernille.getByLabel('Order number').fill('#ll 3107');
    const given = pernille.getByRole('list', { name: 'Files for the shop' });
    for (const name of ['a slip.png', 'the receipt.png']) {
      const buffer = name === 'a slip.png' ? await aPicture('png', '#010101') : receipt;
      await pernille.getByLabel('Add photos or PDF').setInputFiles({ name, mimeType: 'image/png', buffer });
      await expect(given).toContainText(name.replace('.png', ''));
    }
    await pernille.getByRole('button', { name: 'Remove a slip' }).click();
    await expect(given.getByRole('listitem')).toHaveCount(1);
    await expectAccessible(pernille);
  });
  await test.step('what she wrote and gave is there again when she comes back', async () => {
    await expect(pernille.getByText(/saved/i).first()).toBeVisible();
    await pernille.reload();
    const given = pernille.getByRole('list', { name: 'Files for the shop' });
    await expect(given.getByRole('listitem')).toHaveText([/the receipt/]);
    await expect(pernille.getByLabel('Your question in one line')).toHaveValue(TITLE);
  });
  await test.step('her address confirmed by the code of the mail, the question is there, with the order known', async () => {
    await pernille.getByLabel('Your e-mail').fill(EMAIL);
    await pernille.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(pernille.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible();
    const { text } = await site.mailTo(EMAIL, /Confirm your question/);
    await pernille.getByLabel('Six-digit code').fill(/: (\d{6})\b/.exec(text ?? '')?.[1] ?? '');
    await pernille.getByLabel('Your public name').fill('Pernille');
    await pernille.getByRole('button', { name: 'Post my question' }).click();
    await expect(pernille.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(pernille.getByRole('img', { name: 'the lantern' })).toBeVisible();
    const forShop = pernille.getByRole('region', { name: 'Only the shop sees this' });
    await expect(forShop).toContainText('Order LL-3107');
    await expect(forShop.getByRole('img', { name: 'the receipt' })).toBeVisible();
    await expectAccessible(pernille);
  });
  const thread = new URL(pernille.url()).pathname;
  const secret = await pernille.getByRole('img', { name: 'the receipt' }).getAttribute('src');

  await test.step('another customer sees the lantern but no receipt, and answers', async () => {
    const asker = await visit({ as: await people.member('Torsten') });
    await asker.goto(thread);
    await expect(asker.getByRole('img', { name: 'the lantern' })).toBeVisible();
    await expect(asker.getByRole('img', { name: 'the receipt' })).toHaveCount(0);
    expect(await asker.content()).not.toContain(secret);
    expect((await asker.request.get(secret ?? '')).status()).toBe(404);
    await asker.getByLabel('Your reply').fill(ANSWER);
    await asker.getByRole('button', { name: 'Post the reply' }).click();
    await expect(asker.getByRole('article').getByText(ANSWER)).toBeVisible();
  });
  let link = '';
  await test.step('she is mailed once, whatever else is replied before she comes', async () => {
    const mail = await site.mailTo(EMAIL, /New reply/);
    expect(mail.text).toContain('until it clicks');
    link = /https?:\/\/\S+\/t\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
    const id = thread.split('/')[2] ?? '';
    const more = await api('POST', `/threads/${id}/replies`, { body: 'And tell us if it does not help.' });
    expect(more.status).toBe(201);
    // Mails wait for a second here, and are written by a worker that looks every second.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(await newsFor(site, EMAIL)).toHaveLength(1);
  });
  await test.step('on her phone, by thumb, she says what solved it', async () => {
    const phone = await visit({ as: await pernille.context().storageState(), phone: true });
    await phone.goto(link);
    await expectFitsWindow(phone);
    const answer = phone.getByRole('article').filter({ hasText: ANSWER }).last();
    await answer.getByRole('button', { name: 'This solved it' }).tap();
    await expect(phone.getByRole('heading', { name: 'What solved it' })).toBeVisible();
    await expect(phone.getByRole('main').getByText('Solved', { exact: true }).first()).toBeVisible();
    await expectFitsWindow(phone);
    await expectAccessible(phone);
  });
  await test.step('everybody finds it solved', async () => {
    const visitor = await visit();
    await visitor.goto('/forum?state=solved');
    await visitor.getByRole('link', { name: TITLE }).click();
    await expect(visitor.getByRole('heading', { name: 'What solved it' })).toBeVisible();
    await expect(visitor.getByText('LL-3107')).toHaveCount(0);
  });
});

/** Subjects of all mails that told somebody of replies. */
async function newsFor(site: Site, address: string): Promise<string[]> {
  const folder = path.join(site.dataDir, 'outbox');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(
    names.map(async (name) => PostalMime.parse(await readFile(path.join(folder, name)))),
  );
  return mails
    .filter((mail) => mail.to?.some((to) => to.address === address) && /repl/i.test(mail.subject ?? ''))
    .map((mail) => mail.subject ?? '');
}
