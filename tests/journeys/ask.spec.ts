import type { Page } from '@playwright/test';
import { expect, mailedLink, test } from './people';
import { expectAccessible, expectFitsWindow, OWNER } from './site';

const TITLE = 'The lamp hums when it is dimmed below half';
const ANSWER = 'Mine hummed, too. A *trailing edge* dimmer made it quiet at once.';

test('a newcomer asks, somebody answers, and on her phone she says that it solved it', async ({
  visit,
  site,
}) => {
  const mara = await visit();
  await test.step('she writes, gives her address and is told to look into her mail', async () => {
    await mara.goto('/forum/new');
    await mara.getByLabel('Your question in one line').fill(TITLE);
    await mara
      .getByLabel('What happened, and what have you tried?')
      .fill('It is fine when it is **full on**.');
    await mara.getByLabel('Tags').fill('dimmer, lamp');
    await mara.getByText('Only the shop sees this').click();
    await mara.getByLabel('Note for the shop').fill('The bell is broken, please knock.');
    await mara.getByRole('button', { name: 'Preview' }).click();
    await expect(mara.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('full on');
    await mara.getByLabel('Your e-mail').fill('Mara@Example.com');
    await expectAccessible(mara);
    await mara.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(mara.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible();
    await expectAccessible(mara);
  });
  await test.step('the link in the mail, which tells nothing of it, posts the question', async () => {
    const mail = await site.mailTo('mara@example.com', /Confirm your question/);
    expect(mail.text).not.toContain('full on');
    expect(mail.text).not.toContain('hums');
    const link = linkIn(mail.text);
    // A mail scanner opens every link: that must use nothing up and sign nobody in.
    for (const method of ['GET', 'HEAD', 'GET']) {
      const scanned = await fetch(link, { method });
      expect(scanned.status).toBe(200);
      expect(scanned.headers.get('set-cookie')).toBeNull();
    }
    await mara.goto(link);
    await expect(mara.getByRole('region', { name: 'Your question' })).toContainText(TITLE);
    await expectAccessible(mara);
    await mara.getByLabel('Your public name').fill('Mara');
    await mara.getByRole('button', { name: 'Post my question' }).click();
    await expect(mara.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(mara.getByRole('main').getByText('Unanswered')).toBeVisible();
    await expect(mara.getByRole('region', { name: 'Only the shop sees this' })).toContainText('please knock');
    await expectAccessible(mara);
    expect((await fetch(link)).status).toBe(410);
    const stranger = await visit();
    await stranger.goto(mara.url());
    await expect(stranger.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(stranger.getByText('please knock')).toHaveCount(0);
    await mara.goto('/forum/new');
    await expect(mara.getByLabel('Your question in one line')).toHaveValue('');
    await mara.goBack();
  });
  const thread = new URL(mara.url()).pathname;

  const bengt = await visit();
  await test.step('somebody signs up with a password and replies', async () => {
    await bengt.goto(`/sign-in?next=${encodeURIComponent(thread)}`);
    await bengt.getByText('New here? Choose a password').click();
    await bengt.locator('#sign-up-email').fill('bengt@example.org');
    await bengt.getByLabel('New password').fill('nine dimmers in a row');
    await bengt.getByRole('button', { name: 'Make my account' }).click();
    await expect(bengt.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible();
    await bengt.goto(await mailedLink(site, 'bengt@example.org'));
    await bengt.getByLabel('Your public name').fill('Bengt');
    await bengt.getByRole('button', { name: 'Make my account' }).click();
    await bengt.waitForURL((url) => url.pathname === thread);
    await bengt.getByLabel('Your reply').fill(ANSWER);
    await bengt.getByRole('button', { name: 'Post the reply' }).click();
    await expect(bengt.getByRole('article').getByText(/dimmer made it quiet/)).toBeVisible();
    await expect(bengt.getByLabel('Your reply')).toHaveValue('');
  });
  await test.step('the password works from then on, and only the right one', async () => {
    await bengt.goto('/account');
    await bengt.getByRole('button', { name: 'Sign out', exact: true }).click();
    await bengt.waitForURL((url) => url.pathname !== '/account');
    await signInWithPassword(bengt, 'bengt@example.org', 'nine dimmers in a raw');
    await expect(
      bengt
        .getByRole('alert')
        .or(bengt.getByText(/do not fit|wrong/i))
        .first(),
    ).toBeVisible();
    await signInWithPassword(bengt, 'bengt@example.org', 'nine dimmers in a row');
    await bengt.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  });

  const phone = await visit({ as: await mara.context().storageState(), phone: true });
  await test.step('she gets a mail, opens it on her phone and accepts the reply', async () => {
    const mail = await site.mailTo('mara@example.com', /New reply/);
    expect(mail.text).toContain('quiet at once');
    const link = /https?:\/\/\S+\/t\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
    await phone.goto(link);
    await expectFitsWindow(phone);
    await phone.getByRole('button', { name: 'This solved it' }).tap();
    await expect(phone.getByRole('heading', { name: 'What solved it' })).toBeVisible();
    await expect(phone.getByRole('main').getByText('Solved', { exact: true }).first()).toBeVisible();
    await expectAccessible(phone);
    await site.mailTo('bengt@example.org', /Your reply solved/);
  });
  await test.step('she takes it back and accepts again', async () => {
    await phone.getByRole('button', { name: 'Not solved by this' }).first().tap();
    await expect(phone.getByRole('heading', { name: 'What solved it' })).toBeHidden();
    await phone.getByRole('button', { name: 'This solved it' }).tap();
    await expect(phone.getByRole('heading', { name: 'What solved it' })).toBeVisible();
  });
  await test.step('she edits her question; so soon after asking it is finishing, not changing', async () => {
    await phone.getByRole('link', { name: 'Edit' }).first().click();
    await phone.getByLabel('Text').fill('It is fine when it is full on. (The bulb is a 7 W LED.)');
    await phone.getByRole('button', { name: 'Save' }).click();
    await expect(phone.getByText('The bulb is a 7 W LED.')).toBeVisible();
    await expect(phone.getByRole('link', { name: /^edited/ })).toHaveCount(0);
  });
  await test.step('everybody else sees a solved question', async () => {
    const visitor = await visit();
    await visitor.goto('/forum?state=solved');
    await visitor.getByRole('link', { name: TITLE }).click();
    await expect(visitor.getByRole('heading', { name: 'What solved it' })).toBeVisible();
    await expect(visitor.getByRole('button', { name: /solved/ })).toHaveCount(0);
    await visitor.goto('/forum?state=unsolved');
    await expect(visitor.getByRole('link', { name: TITLE })).toHaveCount(0);
  });
});

test('without JavaScript a visitor asks and types the code from the mail', async ({ visit, site }) => {
  const page = await visit({ scripts: false });
  const title = 'Does the <b>porch</b> lamp go with a "smart" switch?';
  const body = 'It flickers.\n\n* with the *old* switch\n* with the </textarea> new one';
  await page.goto('/forum/new');
  const category = await page.getByLabel('Category').locator('option').last().getAttribute('value');
  await page.getByLabel('Your question in one line').fill(title);
  await page.getByLabel('What happened, and what have you tried?').fill(body);
  await page.getByLabel('Category').selectOption(category);
  await page.getByLabel('Tags').fill('switch, lamp');
  await page.getByLabel('Your e-mail').fill('selma@example');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByText('This is not an e-mail address we can use.').first()).toBeVisible();
  await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue(body);
  await page.getByLabel('Your e-mail').fill('selma@example.com');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible();
  const [kept] = (await page.context().cookies()).filter(({ name }) => name === 'porchlight-browser');
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  // Until it is confirmed, the text waits in this browser and in no other.
  const again = await page.context().newPage();
  await again.goto('/forum/new');
  await expect(again.getByLabel('Your question in one line')).toHaveValue(title);
  await expect(again.getByLabel('What happened, and what have you tried?')).toHaveValue(body);
  await expect(again.getByLabel('Category')).toHaveValue(category ?? '');
  await expect(again.getByLabel('Tags')).toHaveValue('switch, lamp');
  const stranger = await visit({ scripts: false });
  await stranger.goto('/forum/new');
  await expect(stranger.getByLabel('What happened, and what have you tried?')).toHaveValue('');
  const { text } = await site.mailTo('selma@example.com', /Confirm your question/);
  const code = codeIn(text);
  await page.getByLabel('Six-digit code').fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Post my question' }).click();
  await expect(page.getByText('This is not the code of the newest mail.').first()).toBeVisible();
  await page.getByLabel('Six-digit code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByLabel('Your public name').fill('Selma');
  await page.getByRole('button', { name: 'Post my question' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'switch' }).first()).toBeVisible();
  await page.goto('/forum/new');
  await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue('');
});

test('the link on the phone and the code on the desk, one after the other: one question, both are led to it', async ({
  visit,
  site,
  api,
}) => {
  const [desk, phone] = [await visit(), await visit({ phone: true })];
  const title = 'Which screws hold the lamp on a brick wall?';
  await desk.goto('/forum/new');
  await desk.getByLabel('Your question in one line').fill(title);
  await desk.getByLabel('What happened, and what have you tried?').fill('The old ones fell out.');
  await desk.getByLabel('Your e-mail').fill('tove@example.com');
  await desk.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Check your mail' })).toBeVisible();
  const { text } = await site.mailTo('tove@example.com', /Confirm your question/);
  await phone.goto(linkIn(text));
  await phone.getByLabel('Your public name').fill('Tove');
  await phone.getByRole('button', { name: 'Post my question' }).dblclick();
  await expect(phone.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await desk.getByLabel('Six-digit code').fill(codeIn(text));
  await desk.getByLabel('Your public name').fill('Tove');
  await desk.getByRole('button', { name: 'Post my question' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(new URL(desk.url()).pathname).toBe(new URL(phone.url()).pathname);
  const { items } = (await api('GET', '/threads?perPage=100')).body as { items: { title: string }[] };
  expect(items.filter((thread) => thread.title === title)).toHaveLength(1);
});

test('what should not be public is shown hidden first, and the shop gets it', async ({ visit, people }) => {
  for (const scripts of [true, false]) {
    const page = await visit({ as: await people.member('Ona'), scripts });
    await page.goto('/forum/new');
    const title = `May I change the address of my parcel, ${scripts ? 'once' : 'twice'}?`;
    await page.getByLabel('Your question in one line').fill(title);
    await page
      .getByLabel('What happened, and what have you tried?')
      .fill('Write to ona.private@example.com, I paid with 4111 1111 1111 1111.');
    await page.getByRole('button', { name: 'Post the question' }).click();
    const look = page.getByRole('region', { name: 'With these hidden' });
    await expect(look).toContainText('Write to [e-mail hidden], I paid with [card number hidden].');
    await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue(/ona\.private/);
    // The checker is a script itself.
    if (scripts) await expectAccessible(page);
    await page.getByRole('button', { name: 'Post with these hidden' }).click();
    // The second one comes soon after the first, which is told and loses nothing.
    if (!scripts) {
      await expect(page.getByText(/You posted a moment ago/).first()).toBeVisible();
      await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue(/ona\.private/);
      continue;
    }
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Write to [e-mail hidden]');
    const forShop = page.getByRole('region', { name: 'Only the shop sees this' });
    await expect(forShop).toContainText('ona.private@example.com, 4111 1111 1111 1111');
    const visitor = await visit();
    await visitor.goto(page.url());
    expect(await visitor.content()).not.toContain('ona.private');
  }
});

test('an edit that shows what should not be public is looked at, too', async ({ visit, people, api }) => {
  const { body } = await api('POST', '/threads', {
    title: 'Who answers the telephone on Sundays?',
    body: 'Nobody did.',
    category: 'general',
  });
  for (const scripts of [true, false]) {
    const page = await visit({ as: await people.owner(), scripts });
    await page.goto(`${new URL(String(body.url)).pathname}?edit=question`);
    await page.getByLabel('Text').fill(`Call me under 0171 2345678, ${scripts ? 'please' : 'if you like'}.`);
    await page.getByRole('button', { name: 'Save' }).click();
    const look = page.getByRole('region', { name: 'With these hidden' });
    await expect(look).toContainText('Call me under [phone number hidden]');
    await expect(page.getByLabel('Text')).toHaveValue(/2345678/);
    if (scripts) await expectAccessible(page);
    const choice = scripts ? 'Save with these hidden' : 'They are meant to be public: save as written';
    await page.getByRole('button', { name: choice }).click();
    await expect(page.getByLabel('Text')).toBeHidden();
    await expect(page.getByRole('main')).toContainText(
      scripts ? '[phone number hidden], please' : '2345678, if',
    );
  }
});

test('what a visitor keeps comes back with a password, too; what was typed since is newer', async ({
  visit,
}) => {
  for (const scripts of [true, false]) {
    const page = await visit({ scripts });
    const title = page.getByLabel('Your question in one line');
    const text = page.getByLabel('What happened, and what have you tried?');
    await page.goto('/forum/new');
    await title.fill('Is the glass of the shade tempered?');
    await text.fill('Somebody dropped it.');
    await page.getByRole('button', { name: 'Sign in with a password' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    const signIn = page.url();
    await page.goto('/forum/new');
    await expect(text).toHaveValue('Somebody dropped it.');
    if (scripts) {
      await text.fill('Somebody dropped it twice.');
      await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    }
    await page.goto(signIn);
    await page.getByLabel('E-mail').first().fill(OWNER.email);
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
    await page.getByRole('button', { name: 'Sign in with password' }).click();
    await expect(title).toHaveValue('Is the glass of the shade tempered?');
    await expect(text).toHaveValue(scripts ? 'Somebody dropped it twice.' : 'Somebody dropped it.');
    await page.goto('/forum/new?title=Another%20question%20altogether');
    await expect(title).toHaveValue('Another question altogether');
  }
});

test("the owner's answer carries the owner's badge", async ({ visit, people, api }) => {
  const { id } = (await api('POST', '/threads', question('Does the shop answer here at all?'))).body;
  const owner = await visit({ as: await people.owner() });
  await owner.goto(`/t/${id}/x`);
  await owner.getByLabel('Your reply').fill('Yes, at least once a day.');
  await owner.getByRole('button', { name: 'Post the reply' }).click();
  const visitor = await visit();
  await visitor.goto(`/t/${id}/x`);
  const reply = visitor.getByRole('article').filter({ hasText: 'at least once a day' });
  await expect(reply.locator('.badge', { hasText: 'Owner' })).toBeVisible();
});

test('two presses make one question and one reply', async ({ visit, people, api }) => {
  const page = await visit({ as: await people.member('Tess') });
  const again = await page.context().newPage();
  const title = 'Can the timer be set for weekends only?';
  for (const one of [page, again]) {
    await one.goto('/forum/new');
    await one.getByLabel('Your question in one line').fill(title);
    await one.getByLabel('What happened, and what have you tried?').fill('I found no button for it.');
  }
  await page.getByRole('button', { name: 'Post the question' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await again.getByRole('button', { name: 'Post the question' }).click();
  await expect(again.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(again.url()).toBe(page.url());
  await page.getByLabel('Your reply').fill('It is in the second menu.');
  await page.getByRole('button', { name: 'Post the reply' }).dblclick();
  await expect(page.getByRole('article').getByText('It is in the second menu.')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/')[2];
  const thread = (await api('GET', `/threads/${id}`)).body;
  expect(thread.replyCount ?? (thread.replies as unknown[]).length).toBe(1);
});

test('what was typed stays when something is missing, with and without JavaScript', async ({
  visit,
  people,
}) => {
  for (const scripts of [true, false]) {
    const page = await visit({ as: await people.member('Ona'), scripts });
    await page.goto('/forum/new');
    await page.getByLabel('Your question in one line').fill('Help');
    await page
      .getByLabel('What happened, and what have you tried?')
      .fill('A long story that must not be lost.');
    await page.getByRole('button', { name: 'Post the question' }).click();
    await expect(page.getByText('Write a title of at least 8 characters.')).toBeVisible();
    await expect(page.getByLabel('Your question in one line')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('What happened, and what have you tried?')).toHaveValue(/long story/);
    await page.context().clearCookies();
  }
});

test('without JavaScript one can ask, reply, accept and take it back', async ({ visit, people }) => {
  const asker = await visit({ as: await people.member('Jona'), scripts: false });
  await asker.goto('/forum/new');
  await asker.getByLabel('Your question in one line').fill('Is the shade washable at forty degrees?');
  await asker.getByLabel('What happened, and what have you tried?').fill('There is jam on it.');
  await asker.getByRole('button', { name: 'Post the question' }).click();
  await expect(asker.getByRole('heading', { level: 1, name: /shade washable/ })).toBeVisible();
  const helper = await visit({ as: await people.member('Pim'), scripts: false, phone: true });
  await helper.goto(asker.url());
  await helper.getByLabel('Your reply').fill('Thirty degrees, by hand.');
  await helper.getByRole('button', { name: 'Preview' }).click();
  await expect(helper.getByRole('region', { name: 'Preview' })).toContainText('Thirty degrees');
  await helper.getByRole('button', { name: 'Post the reply' }).click();
  await expect(helper.getByRole('article').getByText('Thirty degrees, by hand.')).toBeVisible();
  await expect(helper.getByRole('button', { name: 'This solved it' })).toHaveCount(0);
  await asker.reload();
  await asker.getByRole('button', { name: 'This solved it' }).click();
  await expect(asker.getByRole('heading', { name: 'What solved it' })).toBeVisible();
  await asker.getByRole('button', { name: 'Not solved by this' }).first().click();
  await expect(asker.getByRole('heading', { name: 'What solved it' })).toBeHidden();
});

function linkIn(text: string | undefined): string {
  return /https?:\/\/\S+\/sign-in\/[\w.~-]+/.exec(text ?? '')?.[0] ?? '';
}

function codeIn(text: string | undefined): string {
  return /: (\d{6})\b/.exec(text ?? '')?.[1] ?? '';
}

function question(title: string) {
  return { title, body: 'Asked to see what happens.', category: 'general' };
}

async function signInWithPassword(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').first().fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in with password' }).click();
}
