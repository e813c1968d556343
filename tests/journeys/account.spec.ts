import { strFromU8, unzipSync } from 'fflate';
import { aPicture } from '../support/files';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow, type Site } from './site';

test('a member gets a picture, takes her data along, leaves, and thinks better of it', async ({
  visit,
  people,
  site,
}) => {
  const page = await visit({ as: await people.member('Wilma'), phone: true });
  await page.goto('/account');
  await expectAccessible(page);
  await page.getByLabel('Picture').setInputFiles({
    name: 'me.png',
    mimeType: 'image/png',
    buffer: await aPicture('png', '#7a4b2a'),
  });
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByText('Your picture is set.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove my picture' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const pieces: Buffer[] = [];
  for await (const piece of await (await download).createReadStream()) pieces.push(piece as Buffer);
  const files = unzipSync(Buffer.concat(pieces));
  expect(JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array()))).toMatchObject({
    person: { name: 'Wilma', email: 'wilma@example.com' },
  });
  expect(Object.keys(files)).toHaveLength(2);
  await page.getByText('Delete my account…').click();
  await page.getByLabel('Keep what I wrote, without my name').check();
  await page.getByLabel('Yes, delete my account in 14 days').check();
  await expectFitsWindow(page);
  await page.getByRole('button', { name: 'Delete my account', exact: true }).click();
  await expect(page.getByText('Your account is on its way out')).toBeVisible();
  await expectAccessible(page);
  await site.mailTo('wilma@example.com', /Your account will be deleted/);
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await expect(page.getByText('Your account is on its way out')).toHaveCount(0);
  await site.mailTo('wilma@example.com', /Your account stays/);
});

test('without JavaScript an address is changed by two mailboxes, and a password is taken back', async ({
  visit,
  people,
  site,
}) => {
  const page = await visit({ as: await people.member('Xaver'), scripts: false });
  await page.goto('/account');
  await page.getByLabel('New e-mail address').fill('xaver@nowhere');
  await page.getByRole('button', { name: 'Mail both addresses' }).click();
  await expect(page.getByText('This is not an e-mail address.').first()).toBeVisible();
  await expect(page.getByLabel('New e-mail address')).toHaveValue('xaver@nowhere');
  await page.getByLabel('New e-mail address').fill('xaver.new@example.com');
  await page.getByRole('button', { name: 'Mail both addresses' }).click();
  await expect(page.getByText('We mailed both addresses.')).toBeVisible();
  const newer = await linkIn(site, 'xaver.new@example.com', /Confirm your new address/, '/account/email/');
  const older = await linkIn(site, 'xaver@example.com', /Is the new address/, '/account/email/');
  const elsewhere = await visit({ phone: true });
  await elsewhere.goto(newer);
  await expectAccessible(elsewhere);
  await expectFitsWindow(elsewhere);
  await elsewhere.getByRole('button', { name: 'Confirm the new address' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Confirmed here' })).toBeVisible();
  await page.goto(older);
  await expect(page.getByText('The other mailbox has confirmed it already.')).toBeVisible();
  await page.getByRole('button', { name: 'Confirm the new address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is changed' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('xaver.new@example.com').first()).toBeVisible();
  await page.getByLabel('New password').fill('a lamp in the window');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Your password is set.')).toBeVisible();
  const notMe = await linkIn(site, 'xaver.new@example.com', /password was changed/, '/account/not-me/');
  await elsewhere.goto(notMe);
  await elsewhere.getByRole('button', { name: 'This was not me: take it away' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'The password is gone' })).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
});

async function linkIn(site: Site, address: string, subject: RegExp, path: string): Promise<string> {
  const mail = await site.mailTo(address, subject);
  const link = (mail.text ?? '').match(/https?:\/\/\S+/g)?.find((found) => found.includes(path));
  return link ?? 'no link in the mail';
}
