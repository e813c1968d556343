import { expect, test } from 'vitest';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { HOUR, later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { editReply } from '@/lib/forum/edit-reply';
import { editThread } from '@/lib/forum/edit-thread';
import { threadHistory } from '@/lib/forum/history-queries';
import { threadPage } from '@/lib/forum/page-queries';
import { postReply } from '@/lib/forum/post-reply';
import { threadList } from '@/lib/forum/queries';
import { sayMeToo } from '@/lib/forum/say-me-too';
import { EditReply, PostReply, StartThread } from '@/lib/forum/schema';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { unacceptAnswer } from '@/lib/forum/solutions/unaccept-answer';
import { startThread } from '@/lib/forum/start-thread';
import { voteReply } from '@/lib/forum/vote-reply';
import { lockThread } from '@/lib/moderation/lock-thread';
import { unlockThread } from '@/lib/moderation/unlock-thread';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

await ensureGeneralCategory();
const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();
const twenty = Array.from({ length: 20 }, (_, index) => index);

async function makeOlder(threadId: string, ms: number): Promise<void> {
  await db.thread.update({ where: { id: threadId }, data: { createdAt: later(now(), -ms) } });
}

test('asking twenty times at once with the same words gives one thread, and everybody gets its address', async () => {
  const input = StartThread.parse({
    title: 'Wax on the oak floor',
    body: 'How?',
    category: 'general',
    tags: 'wax, floor',
  });
  const results = await Promise.all(twenty.map(() => startThread(input, ana)));
  const ids = results.map((result) => (result.ok ? result.id : result.reason));
  expect(new Set(ids).size).toBe(1);
  expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
  expect(await db.thread.count({ where: { title: input.title } })).toBe(1);
  expect(await db.threadTag.count({ where: { threadId: ids[0] } })).toBe(2);
});

test('the same words by somebody else, or after ten minutes, are another thread', async () => {
  const input = StartThread.parse({
    title: 'Which bulb fits the lamp?',
    body: 'E14 or E27?',
    category: 'general',
  });
  const first = await startThread(input, ana);
  const other = await startThread(input, ben);
  if (!first.ok || !other.ok) throw new Error('refused');
  expect(other.id).not.toBe(first.id);
  await makeOlder(first.id, 11 * MINUTE);
  const later = await startThread(input, ana);
  expect(later).toMatchObject({ ok: true, repeated: false });
  expect(await startThread(input, ana)).toMatchObject({ ok: true, repeated: true });
});

test('an unknown category is refused in words and nothing is written', async () => {
  const input = StartThread.parse({ title: 'A question nowhere', body: 'Text', category: 'no-such-shelf' });
  expect(await startThread(input, ana)).toMatchObject({
    ok: false,
    reason: 'category-unknown',
    field: 'category',
  });
  expect(await db.thread.count({ where: { title: input.title } })).toBe(0);
});

test('own replies cannot be voted for and the asker is not counted twice', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  expect(await voteReply({ replyId, vote: true }, ben)).toEqual({ ok: false, reason: 'own' });
  expect(await sayMeToo({ threadId, meToo: true }, ana)).toEqual({ ok: false, reason: 'own' });
});

test('a reply of another thread cannot be accepted: it is not found', async () => {
  const threadId = await aThread({ by: ana });
  const elsewhere = await aReply(await aThread({ by: ana }), ben);
  expect(await acceptAnswer({ threadId, replyId: elsewhere }, ana)).toEqual({
    ok: false,
    reason: 'not-found',
  });
  expect(await unacceptAnswer({ threadId, replyId: elsewhere }, ana)).toEqual({
    ok: false,
    reason: 'not-found',
  });
});

test('only the asker and the staff accept, several replies if they like, and take it back', async () => {
  const threadId = await aThread({ by: ana });
  const one = await aReply(threadId, ben);
  const two = await aReply(threadId, owner);
  expect(await acceptAnswer({ threadId, replyId: one }, ben)).toEqual({ ok: false, reason: 'not-allowed' });
  await acceptAnswer({ threadId, replyId: one }, ana);
  await acceptAnswer({ threadId, replyId: two }, owner);
  expect((await threadPage(threadId, null, 1))?.accepted.map((reply) => reply.id)).toEqual([one, two]);
  await unacceptAnswer({ threadId, replyId: one }, ana);
  await unacceptAnswer({ threadId, replyId: two }, ana);
  expect((await threadPage(threadId, null, 1))?.state).toBe('unsolved');
});

test('other people’s posts cannot be edited, own ones for a day, by the staff always', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  const change = { threadId, title: 'Another title for it', body: 'Other words' };
  expect(await editThread(change, ben)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await editReply({ replyId, body: 'Mine now' }, ana)).toEqual({ ok: false, reason: 'not-allowed' });
  expect((await editThread(change, ana)).ok).toBe(true);
  await makeOlder(threadId, 25 * HOUR);
  await db.reply.update({ where: { id: replyId }, data: { createdAt: later(now(), -25 * HOUR) } });
  expect((await editThread(change, ana)).ok).toBe(false);
  expect((await editThread(change, owner)).ok).toBe(true);
  expect((await editReply({ replyId, body: 'Late' }, ben)).ok).toBe(false);
  await acceptAnswer({ threadId, replyId }, ana);
  expect((await editReply({ replyId, body: 'Late but accepted' }, ben)).ok).toBe(true);
});

test('an edit within five minutes leaves no trace, a later one keeps the old words in the history', async () => {
  const threadId = await aThread({ by: ana, title: 'The first title here', body: 'First words' });
  await editThread({ threadId, body: 'Second words' }, ana);
  expect((await threadPage(threadId, null, 1))?.editedAt).toBeNull();
  expect((await threadHistory(threadId, null))?.posts).toEqual([]);
  await makeOlder(threadId, 6 * MINUTE);
  await editThread({ threadId, title: 'The third title here', body: 'Third words' }, ana);
  const page = await threadPage(threadId, null, 1);
  expect(page).toMatchObject({ title: 'The third title here', slug: 'the-third-title-here' });
  expect(page?.editedAt).not.toBeNull();
  expect((await threadHistory(threadId, null))?.posts[0]).toMatchObject({
    current: { body: 'Third words' },
    revisions: [{ title: 'The first title here', body: 'Second words' }],
  });
});

test('a locked thread refuses replies, votes and edits, keeps accepting by the staff, and opens again', async () => {
  const threadId = await aThread({ by: ana });
  const replyId = await aReply(threadId, ben);
  await lockThread({ threadId, reason: 'Calm down' }, owner);
  for (const actor of [ana, ben, owner]) {
    expect(await postReply({ threadId, body: 'One more thing' }, actor)).toEqual({
      ok: false,
      reason: 'locked',
    });
  }
  expect(await voteReply({ replyId, vote: true }, ana)).toEqual({ ok: false, reason: 'closed' });
  expect((await editReply({ replyId, body: 'Changed' }, ben)).ok).toBe(false);
  expect((await editThread({ threadId, body: 'Changed' }, ana)).ok).toBe(false);
  expect(await acceptAnswer({ threadId, replyId }, ana)).toEqual({ ok: false, reason: 'not-allowed' });
  expect((await acceptAnswer({ threadId, replyId }, owner)).ok).toBe(true);
  expect((await threadPage(threadId, ben, 1))?.can).toMatchObject({
    reply: false,
    edit: false,
    meToo: false,
  });
  await unlockThread({ threadId }, owner);
  expect((await postReply({ threadId, body: 'One more thing' }, ben)).ok).toBe(true);
});

test('lists know the states, the category, the tags and their pages', async () => {
  const solved = await aThread({ by: ana, tags: ['Lamp care'] });
  await acceptAnswer({ threadId: solved, replyId: await aReply(solved, ben) }, ana);
  const open = await aThread({ by: ana, tags: ['lamp care', 'LAMP  CARE'] });
  const ids = async (filter: Parameters<typeof threadList>[0]) =>
    (await threadList(filter, null)).items.map((card) => card.id);
  expect(await ids({ tag: 'lamp-care', page: 1 })).toEqual([open, solved]);
  expect(await ids({ tag: 'lamp-care', state: 'solved', page: 1 })).toEqual([solved]);
  expect(await ids({ tag: 'lamp-care', state: 'unanswered', page: 1 })).toEqual([open]);
  expect(await ids({ tag: 'lamp-care', category: 'nowhere', page: 1 })).toEqual([]);
  expect(await threadList({ tag: 'lamp-care', page: 2, perPage: 1 }, null)).toMatchObject({
    total: 2,
    page: 2,
    perPage: 1,
    items: [{ id: solved, tags: [{ slug: 'lamp-care', name: 'Lamp care' }] }],
  });
});

test('hostile text stays the text it was typed as', async () => {
  const title = '<script>alert(1)</script> {{7*7}} "quoted"';
  const threadId = await aThread({
    by: ana,
    title,
    body: '<img src=x onerror=alert(1)>',
    tags: ['<b>x</b>'],
  });
  const page = await threadPage(threadId, null, 1);
  expect(page).toMatchObject({
    title,
    body: '<img src=x onerror=alert(1)>',
    slug: expect.stringMatching(/^[a-z0-9-]+$/),
  });
  expect(page?.tags[0]?.slug).toMatch(/^[a-z0-9-]+$/);
});

test('input of the wrong shape has words and never reaches a command', () => {
  const good = { title: 'A proper title', body: 'Text', category: 'general' };
  const problem = (change: object) => StartThread.safeParse({ ...good, ...change }).error?.issues[0]?.message;
  expect(problem({})).toBeUndefined();
  expect(problem({ title: 'short' })).toBe('Write a title of at least 8 characters.');
  expect(problem({ title: 'x'.repeat(151) })).toBe('Use at most 150 characters.');
  expect(problem({ title: '\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b' })).toBe('Write a title.');
  expect(problem({ title: ['a', 'b'] })).toBe('Write a title.');
  expect(problem({ body: '   ' })).toBe('Write your question.');
  expect(problem({ body: 'x'.repeat(30_001) })).toBe('Use at most 30,000 characters.');
  expect(problem({ body: { contains: 'x' } })).toBe('Write your question.');
  expect(problem({ tags: 'a,b,c,d,e,f' })).toBe('Use at most 5 tags.');
  expect(problem({ tags: "c++, .net, e-mail, 24/7, don't" })).toBeUndefined();
  expect(problem({ tags: 'Größe, лампа, ランプ, नमस्ते, می\u200cخواهم' })).toBeUndefined();
  for (const tags of ['<b>', 'lamp <b>', 'lamp "new"', '{{7*7}}', '[x](y)', '`code`']) {
    expect(problem({ tags }), tags).toMatch(/^Tags are words/);
  }
  expect(problem({ tags: 7 })).toBe('Give tags as words with commas between.');
  expect(StartThread.safeParse({ ...good, authorId: 'x' }).success).toBe(false);
});

test('a reply that only quotes is refused with words, own words anywhere make it one', () => {
  const problem = (body: string) =>
    PostReply.safeParse({ threadId: 'a', body }).error?.issues.map(({ message, path }) => [path[0], message]);
  const quote = '> [Ana wrote](/t/a?reply=b#reply-b):\n>\n> It hums.';
  const refused = [
    ['body', 'This is only a quote. Write your own words below it, with a blank line between.'],
  ];
  for (const only of [quote, `${quote}\n\n`, `\n ${quote}\n\n> > And it buzzes.`, '>', '> > >']) {
    expect(problem(only), only).toEqual(refused);
  }
  for (const more of [`${quote}\n\nMine, too.`, `Mine, too.\n\n${quote}`, `${quote}\n\n👍`, '\\> 3 V']) {
    expect(problem(more), more).toBeUndefined();
  }
  expect(EditReply.safeParse({ replyId: 'a', body: quote }).success).toBe(false);
});
