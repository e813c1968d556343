import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { promoteThread } from '@/lib/faq/promote-thread';
import { publishArticle } from '@/lib/faq/publish-article';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { newId } from '@/lib/ids';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { openAnswer } from '@/lib/search/open-answer';
import { possibleDuplicates, relatedTo, similarAnswers } from '@/lib/search/similar-answers';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { anArticle } from '../../support/an-article';

const BODY = 'It began on Monday, and nothing that I tried helped so far.';
let owner: Actor;
let ana: Actor;
let article: string;
let solved: string;
let hidden: string;

beforeAll(async () => {
  owner = await aPerson({ role: 'owner' });
  ana = await aPerson();
  const written = await anArticle(owner, {
    title: 'How to descale the kettle',
    body: '**Vinegar** and warm water, for an hour.\n\nThen rinse it twice.',
  });
  article = written.id;
  solved = await aThread({ by: ana, title: 'The kettle is full of chalk', body: BODY });
  const reply = await aReply(solved, owner, 'Boil *lemon juice* in the kettle once.');
  await acceptAnswer({ threadId: solved, replyId: reply }, ana);
  await aThread({ by: ana, title: 'The kettle will not switch off', body: BODY });
  await aThread({ by: ana, title: 'A green kettle, please', body: 'Is there a green one?' });
  await aThread({ by: ana, title: 'Lid of the teapot', body: 'The kettle is fine, the kettle boils.' });
  hidden = await aThread({ by: ana, title: 'The kettle conspiracy', body: BODY });
  await db.hiding.create({ data: { id: newId(), threadId: hidden, byId: owner.id, at: new Date() } });
  for (const title of ['Lamp oil', 'Wool socks', 'Garden hose', 'Bread knife', 'Door bell']) {
    await anArticle(owner, { title, body: `All about: ${title}.` });
  }
  await runDueJobs(handlers);
});

test('at most three, from articles, solved and open threads, with the first lines of the answer', async () => {
  expect(await similarAnswers({ title: 'The kettle', body: '' }, null)).toHaveLength(3);
  const found = await similarAnswers({ title: 'kettle full of chalk, how to descale?', body: '' }, null);
  expect(found.find(({ id }) => id === article)).toMatchObject({
    kind: 'article',
    state: null,
    snippet: 'Vinegar and warm water, for an hour.\nThen rinse it twice.',
  });
  expect(found.find(({ id }) => id === solved)).toMatchObject({
    kind: 'thread',
    state: 'solved',
    snippet: 'Boil lemon juice in the kettle once.',
  });
});

test('the title counts more than the story, and the story alone is enough', async () => {
  const asked = { title: 'Where is the bread knife?', body: 'I wanted to descale the kettle.' };
  const [first, second] = await similarAnswers(asked, null);
  expect(first?.title).toBe('Bread knife');
  expect(second?.id).toBe(article);
  const [only] = await similarAnswers({ title: '', body: 'My kettle: descale it, but how?' }, null);
  expect(only?.id).toBe(article);
});

test('a misspelled, vague question finds the answer', async () => {
  const [first] = await similarAnswers({ title: 'how do i descael my ketle pls', body: '' }, null);
  expect(first?.id).toBe(article);
});

test('only the beginning of the story is read, and odd text is no error', async () => {
  const late = { title: '', body: `${'Nothing to see here. '.repeat(20)} descale the kettle` };
  expect((await similarAnswers(late, null)).map(({ id }) => id)).not.toContain(article);
  for (const odd of ['', '   ', '```', '\ud800', '\u0000', '[', 'x'.repeat(50_000), '👩‍👩‍👧‍👦'.repeat(300)]) {
    expect((await similarAnswers({ title: odd, body: odd }, null)).length).toBeLessThanOrEqual(3);
  }
});

test('what is hidden is never similar, related or a duplicate, whoever looks', async () => {
  for (const actor of [null, ana, owner]) {
    const found = [
      ...(await similarAnswers({ title: 'The kettle conspiracy', body: BODY }, actor)),
      ...(await relatedTo({ kind: 'thread', id: solved, title: 'The kettle conspiracy', body: BODY }, actor)),
      ...(await possibleDuplicates({ id: solved, title: 'The kettle conspiracy', body: BODY }, actor)),
    ];
    expect(found.map(({ id }) => id)).not.toContain(hidden);
  }
});

test('related things are at most four and never the thing itself, its article or its thread', async () => {
  const subject = { kind: 'thread' as const, id: solved, title: 'The kettle is full of chalk', body: BODY };
  const before = await relatedTo(subject, null);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThanOrEqual(4);
  expect(before.map(({ id }) => id)).not.toContain(solved);

  const promoted = await promoteThread(solved, owner);
  if (!promoted.ok) throw new Error(promoted.reason);
  await publishArticle(promoted.id, owner);
  await runDueJobs(handlers);
  expect((await relatedTo(subject, null)).map(({ id }) => id)).not.toContain(promoted.id);
  const ofArticle = await relatedTo({ ...subject, kind: 'article', id: promoted.id }, null);
  expect(ofArticle.map(({ id }) => id)).not.toContain(promoted.id);
  expect(ofArticle.map(({ id }) => id)).not.toContain(solved);
  // While asking, the article stands for its thread.
  const ids = (await similarAnswers({ title: subject.title, body: '' }, null)).map(({ id }) => id);
  expect(ids).toContain(promoted.id);
  expect(ids).not.toContain(solved);
});

test('a thread that asks the same in other words is a possible duplicate, others of the same thing are not', async () => {
  const first = await aThread({ by: ana, title: 'The toaster burns the bread black', body: BODY });
  const second = await aThread({
    by: owner,
    title: 'My toaster burns every bread black!',
    body: 'Since May.',
  });
  await aThread({ by: owner, title: 'A longer cable for the toaster', body: 'Mine is short.' });
  await runDueJobs(handlers);
  const facts = await db.thread.findUniqueOrThrow({ where: { id: first } });
  expect((await possibleDuplicates(facts, owner)).map(({ id }) => id)).toEqual([second]);
});

test('"this solved it" leads to the answer, and nowhere else', async () => {
  expect(await openAnswer({ kind: 'article', id: article }, null)).toMatchObject({
    ok: true,
    href: expect.stringMatching(/^\/faq\//),
  });
  expect(await openAnswer({ kind: 'thread', id: solved }, null)).toMatchObject({ ok: true });
  expect(await openAnswer({ kind: 'thread', id: hidden }, null)).toEqual({ ok: false, reason: 'not-found' });
  expect(await openAnswer({ kind: 'article', id: 'nothing' }, owner)).toMatchObject({ ok: false });
});
