import { type Api, expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

async function ask(api: Api, title: string, ...replies: string[]) {
  const asked = await api('POST', '/threads', {
    title,
    body: `It is about this: ${title}`,
    category: 'general',
  });
  expect(asked.status).toBe(201);
  const id = asked.body.id as string;
  const replyIds: string[] = [];
  for (const body of replies) {
    const reply = await api('POST', `/threads/${id}/replies`, { body });
    expect(reply.status).toBe(201);
    replyIds.push(reply.body.id as string);
  }
  return { id, href: new URL(asked.body.url as string).pathname, replyIds };
}

test('the shop marks a question as the same problem, and readers find the way', async ({
  visit,
  people,
  api,
}) => {
  const target = await ask(api, 'The parcel stands still in Leipzig', 'It moves on Mondays.');
  const other = await ask(api, 'My delivery has not moved for days');
  const owner = await visit({ as: await people.owner() });
  await owner.goto(other.href);
  await owner.getByText('Same problem as…').click();
  await owner.getByLabel('Address of the other thread').first().fill('not an address');
  await owner.getByRole('button', { name: 'It is the same problem' }).click();
  await expect(owner.getByText('This is not the address of a thread')).toBeVisible();
  await owner
    .getByLabel('Address of the other thread')
    .first()
    .fill(`https://shop.example${target.href}?page=2#x`);
  await owner.getByRole('button', { name: 'It is the same problem' }).click();
  await expect(owner.getByText('The same problem was asked before')).toBeVisible();
  await expectAccessible(owner);

  const reader = await visit();
  await reader.goto(other.href);
  await reader.getByRole('link', { name: 'The parcel stands still in Leipzig' }).first().click();
  await reader.waitForURL((url) => url.pathname === target.href);
  await expect(reader.getByText('1 more person asked this')).toBeVisible();
  await reader.goto('/forum?state=unanswered');
  await expect(reader.getByRole('link', { name: 'My delivery has not moved for days' })).toHaveCount(0);

  await owner.getByRole('button', { name: 'It is another problem' }).click();
  await expect(owner.getByText('The same problem was asked before')).toHaveCount(0);
  await expect(owner.getByText('said that this is not the same problem as')).toBeVisible();
});

test('threads are merged and split, and every old address leads on', async ({ visit, people, api, site }) => {
  const into = await ask(api, 'How is the oak floor cleaned?', 'With soap, rarely.');
  const from = await ask(api, 'Cleaning an oak floor, how?', 'With a damp cloth.', 'And the lamp above it?');
  const owner = await visit({ as: await people.owner() });
  await owner.goto(from.href);
  await owner.getByText('Merge into…').click();
  const panel = owner.locator('details', { hasText: 'Merge into…' });
  await panel.getByLabel('Address of the other thread').fill(into.href);
  await panel.getByRole('button', { name: 'Merge into it' }).click();
  await owner.waitForURL((url) => url.pathname === into.href);
  const replies = owner.getByRole('article');
  await expect(replies).toHaveCount(4);
  await expect(owner.getByRole('heading', { level: 3 })).toHaveCount(4);
  await expect(replies.nth(1)).toContainText('Cleaning an oak floor, how?');
  await expect(owner.getByText('merged Cleaning an oak floor, how? into this')).toBeVisible();

  const old = await fetch(`${site.url}${from.href}`, { redirect: 'manual' });
  expect([old.status, old.headers.get('location')]).toEqual([308, into.href]);
  const lamp = from.replyIds[1] as string;
  const oldReply = await fetch(`${site.url}${from.href}?reply=${lamp}`, { redirect: 'manual' });
  expect(oldReply.headers.get('location')).toBe(`${into.href}#reply-${lamp}`);
  expect((await api('GET', `/threads/${from.id}`)).status).toBe(404);

  // Without script the ticks belong to the form above all the same.
  const bare = await visit({ as: await people.owner(), scripts: false });
  await bare.goto(`${into.href}?split=1`);
  await bare.getByLabel('The new question in one line').fill('Which lamp hangs above the floor?');
  await bare.getByRole('button', { name: 'Make the thread' }).click();
  await expect(bare.getByText('Choose the replies that go.')).toBeVisible();
  await bare.locator(`#reply-${lamp}`).getByRole('checkbox').check();
  await bare.getByRole('button', { name: 'Make the thread' }).click();
  await expect(
    bare.getByRole('heading', { level: 1, name: 'Which lamp hangs above the floor?' }),
  ).toBeVisible();
  await expect(bare.getByText('And the lamp above it?')).toBeVisible();
  const made = new URL(bare.url()).pathname;
  const moved = await fetch(`${site.url}${into.href}?reply=${lamp}`, { redirect: 'manual' });
  expect(moved.headers.get('location')).toBe(made);
  await owner.goto(into.href);
  await expect(owner.getByText('moved 1 reply to Which lamp hangs above the floor?')).toBeVisible();
  await owner.setViewportSize({ width: 320, height: 640 });
  await owner.goto(`${into.href}?split=1`);
  await expectFitsWindow(owner);
  await expectAccessible(owner);
});

for (const scripts of [true, false]) {
  test(`what was just posted can be taken back into the form, ${scripts ? 'with' : 'without'} script`, async ({
    visit,
    people,
    api,
  }) => {
    const { href } = await ask(api, `Where is the switch of the lamp ${scripts ? 'A' : 'B'}?`);
    const page = await visit({ as: await people.member(scripts ? 'Nils' : 'Olga'), scripts });
    await page.goto(href);
    await page.getByLabel('Your reply').fill('It is behind the');
    await page.getByRole('button', { name: 'Post the reply' }).click();
    await expect(page.getByLabel('Your reply')).toHaveValue('');
    await page.getByLabel('Your reply').fill('begun meanwhile');
    await page.getByRole('button', { name: 'Undo posting this reply' }).click();
    await expect(page.getByText('Your reply is taken back')).toBeVisible();
    await expect(page.getByLabel('Your reply')).toHaveValue('It is behind the\n\nbegun meanwhile');
    await page.goto(href);
    await expect(page.getByRole('article')).toHaveCount(0);
  });
}
