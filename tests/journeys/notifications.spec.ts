import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

const TITLE = 'The matches of the blue box break';

test('a person follows, is mailed once, and unsubscribes with one click', async ({
  visit,
  people,
  site,
  api,
}) => {
  const asked = await api('POST', '/threads', {
    title: TITLE,
    body: 'Every second one breaks when I strike it.',
    category: 'general',
    tags: ['matches'],
  });
  expect(asked.status).toBe(201);
  const id = String(asked.body.id);
  const reply = (body: string) => api('POST', `/threads/${id}/replies`, { body });

  const nora = await visit({ as: await people.member('Nora') });
  await test.step('she follows the thread; the same button stops it', async () => {
    await nora.goto(`/t/${id}`);
    await nora.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect(nora.getByRole('button', { name: 'Stop following' })).toBeVisible();
    await expectAccessible(nora);
  });

  const mail =
    await test.step('two replies are one mail, and one line with a number at the bell', async () => {
      await reply('Strike them away from you.');
      const first = await site.mailTo('nora@example.com', /matches of the blue box/);
      expect(first.text).toContain('Strike them away');
      await reply('Keep them dry, too.');
      await wait(3000);
      const newest = await site.mailTo('nora@example.com', /matches of the blue box/);
      expect(newest.messageId).toBe(first.messageId);
      await nora.goto('/');
      await nora.getByRole('link', { name: /Notifications, 2 new/ }).click();
      await expect(nora.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
      await expect(nora.getByRole('listitem').filter({ hasText: TITLE })).toHaveCount(2);
      await expectAccessible(nora);
      await expectFitsWindow(nora);
      return first;
    });

  await test.step('opening the thread is reading what told of it', async () => {
    await nora.getByRole('link', { name: TITLE }).first().click();
    await expect(nora.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(nora.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
    await nora.goto('/notifications');
    await expect(nora.getByText('You have seen everything.')).toBeVisible();
  });

  await test.step('her mail program stops the thread with one press, without cookie or origin', async () => {
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const stop = header('list-unsubscribe').replace(/[<>]/g, '');
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(stop, { method })).status).toBe(200);
    await nora.goto(`/t/${id}`);
    await expect(nora.getByRole('button', { name: 'Stop following' }), 'looking stops nothing').toBeVisible();
    const press = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    for (const _ of [1, 2]) expect((await fetch(stop, press)).status).toBe(200);
    const forged = await fetch(`${stop.slice(0, -2)}AA`, press);
    expect(forged.status).toBe(404);
    await nora.reload();
    await expect(nora.getByRole('button', { name: 'Follow', exact: true })).toBeVisible();
    await reply('One more thing.');
    await wait(3000);
    const newest = await site.mailTo('nora@example.com', /matches of the blue box/);
    expect(newest.messageId).toBe(mail.messageId);

    const visitor = await visit({ scripts: false, phone: true });
    await visitor.goto(stop);
    await expect(visitor.getByRole('heading', { level: 1, name: 'Stopped' })).toBeVisible();
    await expectFitsWindow(visitor);
    await visitor.getByRole('button', { name: /Undo/ }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: 'Stop these mails?' })).toBeVisible();
    await visitor.getByRole('button', { name: 'Stop these mails' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: 'Stopped' })).toBeVisible();
  });
});

test('what one is told is switched without JavaScript, and lists what is followed and muted', async ({
  visit,
  people,
}) => {
  const odo = await visit({ as: await people.member('Odo'), scripts: false });
  await people.member('Pia');
  await odo.goto('/u/Pia');
  await odo.getByRole('button', { name: 'Mute' }).click();
  await expect(odo.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await odo.goto('/forum/general');
  await odo.getByRole('button', { name: 'Follow', exact: true }).click();
  await expect(odo.getByRole('button', { name: 'Stop following' })).toBeVisible();
  await odo.goto('/account');
  await odo.getByRole('link', { name: 'What I am told' }).click();
  await expect(odo.getByRole('region', { name: 'Whom you muted' })).toContainText('Pia');
  const questions = odo.getByRole('group', { name: /New questions/ });
  await questions.getByLabel('By mail').uncheck();
  await odo.getByRole('button', { name: 'Save' }).click();
  await expect(odo.getByText('Saved.')).toBeVisible();
  await odo.reload();
  await expect(questions.getByLabel('By mail')).not.toBeChecked();
  await expect(questions.getByLabel('On the site')).toBeChecked();
  await expectAccessible(odo);
  await odo.getByRole('button', { name: /^Stop following/ }).click();
  await expect(odo.getByText('Nothing yet.')).toBeVisible();
});
