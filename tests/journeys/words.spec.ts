import type { Page } from '@playwright/test';
import { wordsOf } from '@/lib/words/catalogue';
import { expect, test } from './people';
import { expectAccessible } from './site';

const de = wordsOf('de');

/** Sentences of the English catalogue, long enough to mean only themselves. */
function sentences(node: unknown): string[] {
  if (typeof node === 'string') return node.includes('{') || node.length < 12 ? [] : [node];
  return Object.values(node as Record<string, unknown>).flatMap(sentences);
}

/** The page says that it is German, and holds no English sentence of ours. */
async function expectGerman(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('main [lang="en"]')).toHaveCount(0);
  const text = await page.locator('body').innerText();
  expect(sentences(wordsOf('en')).filter((sentence) => text.includes(sentence))).toEqual([]);
}

async function chooseGerman(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Language: English' }).click();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Sprache: Deutsch' })).toBeVisible();
}

test('without script somebody chooses German, reads the list and a thread, and asks in German', async ({
  visit,
  api,
  site,
}) => {
  const asked = await api('POST', '/threads', {
    title: 'Die Lampe flackert bei Regen',
    body: 'Seit gestern, immer wenn es nass ist.',
    category: 'general',
  });
  expect(asked.status).toBe(201);
  await api('POST', `/threads/${asked.body.id}/replies`, { body: 'Die Dichtung unten prüfen.' });

  const page = await visit({ scripts: false });
  await chooseGerman(page);

  await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Forum' }).click();
  await expectGerman(page);
  const row = page.getByRole('listitem').filter({ hasText: 'Die Lampe flackert bei Regen' });
  await expect(row).toContainText('1 Antwort');
  await row.getByRole('link', { name: 'Die Lampe flackert bei Regen' }).click();

  await expect(page.getByRole('heading', { name: '1 Antwort', exact: true })).toBeVisible();
  await expect(page.getByText('Melden Sie sich an, um zu antworten')).toBeVisible();
  await expectGerman(page);

  await page.goto('/forum/new');
  await page.getByLabel(de.asking.question).fill('Kurz');
  await page.getByLabel(de.asking.what).fill('Ich finde unten keine Schraube.');
  await page.getByLabel(de.asking.email).fill('frieda@example.com');
  await page.getByRole('button', { name: de.asking.ask, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(de.refusals.marked);
  await expect(page.getByText('Schreiben Sie mindestens 8 Zeichen.')).toBeVisible();
  await expectGerman(page);

  await page.getByLabel(de.asking.question).fill('Wie wechsle ich die Dichtung?');
  await page.getByRole('button', { name: de.asking.ask, exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in\/check-mail$/);
  await expectGerman(page);
  const mail = await site.mailTo('frieda@example.com', /^Bestätigen Sie Ihre Frage/);
  const code = /Code .*: (\d{6})/.exec(mail.text ?? '')?.[1] ?? '';
  await page.getByLabel(de.signIn.code).fill(code);
  await page.getByLabel(de.signIn.name).fill('Frieda Wolf');
  await page.getByRole('button', { name: de.signIn.postQuestion }).click();
  await expect(page.getByRole('heading', { name: 'Wie wechsle ich die Dichtung?' })).toBeVisible();
  await expectGerman(page);
});

test('the browser’s wish is heard, a member’s choice before it: lists, the composer, search, help and contact speak German', async ({
  visit,
  people,
}) => {
  const visitor = await visit({ locale: 'de-AT' });
  await visitor.goto('/forum');
  await expectGerman(visitor);

  // His account was made on an English page, and speaks English until he says otherwise.
  const page = await visit({ as: await people.member('Gustav'), locale: 'de-AT' });
  await chooseGerman(page);
  await page.goto('/forum');
  await expectGerman(page);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Die Lampe flackert bei Regen' }).click();
  // What helps to write comes when one comes to the box.
  await page.getByRole('textbox', { name: de.writing.reply.label }).focus();
  await expect(page.getByRole('toolbar', { name: de.writing.tools.label })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fett' })).toBeVisible();
  await expectGerman(page);
  await expectAccessible(page);

  const places = {
    '/contact': 'Kontakt',
    '/digests': 'Tagesberichte',
    '/faq': 'Hilfeartikel',
    '/search?q=Lampe': 'Suche',
    '/there/is/nothing': de.parts.missing.title,
    '/widget?q=Lampe': de.home.question,
  };
  for (const [path, heading] of Object.entries(places)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expectGerman(page);
  }
  for (const path of ['/account', '/account/notifications', '/notifications', '/u/Gustav']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectGerman(page);
    await expectAccessible(page);
  }
  await page.goto('/account');
  await page.getByLabel(de.account.profileForm.name).fill('!');
  await page.getByRole('button', { name: de.account.profileForm.save }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/^Bitte /);
  await expectGerman(page);

  expect((await page.request.get('/forum')).headers().vary).toMatch(/Accept-Language/i);
});
