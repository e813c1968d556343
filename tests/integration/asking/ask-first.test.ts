import { beforeAll, expect, test } from 'vitest';
import { removeExpiredSignIns } from '@/lib/accounts/remove-expired-sign-ins';
import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import { CODE_TRIES } from '@/lib/accounts/schema';
import { askQuestion } from '@/lib/asking/ask-question';
import { enterByCode, enterByLink } from '@/lib/asking/enter-by-mail';
import { postWaitingQuestion } from '@/lib/asking/post-waiting-question';
import { askedInBrowser, waitingQuestion } from '@/lib/asking/queries';
import { AskQuestion } from '@/lib/asking/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readDraft } from '@/lib/drafts/queries';
import { hashToken, newToken } from '@/lib/secrets';
import { aPerson } from '@/tests/support/a-person';

let made = 0;
beforeAll(async () => void (await ensureGeneralCategory()));

/** A visitor with a browser, an address and a question of their own. */
function aVisitor(email?: string) {
  made += 1;
  const token = newToken();
  const question = {
    title: `Does lamp number ${made} hum?`,
    body: `Mine does, says SECRETWORD${made}.`,
    category: 'general',
  };
  return { token, email: email ?? `asker-${made}@example.org`, question, name: `Asker ${'x'.repeat(made)}` };
}
type Visitor = ReturnType<typeof aVisitor>;

const ask = ({ token, email, question }: Visitor, more: object = {}) =>
  askQuestion(AskQuestion.parse({ ...question, email, ...more }), null, async () => token);

async function mailOf(email: string) {
  const mail = await db.mail.findFirstOrThrow({
    where: { toEmail: email },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const token = /\/sign-in\/([\w-]{43})/.exec(mail.text)?.[1] ?? '';
  const code = /\b(\d{6})\b/.exec(mail.text.replaceAll(token, ''))?.[1] ?? '';
  return { token, code, mail };
}
const threadsOf = (visitor: Visitor) => db.thread.findMany({ where: { title: visitor.question.title } });

test('a question waits until the link is confirmed, then it is a thread of the person of that address', async () => {
  const visitor = aVisitor();
  expect(await ask(visitor)).toMatchObject({ ok: true, id: null, href: '/sign-in/check-mail' });
  expect(await threadsOf(visitor)).toHaveLength(0);
  expect(await db.person.count({ where: { email: visitor.email } })).toBe(0);
  const { token, mail } = await mailOf(visitor.email);
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/SECRETWORD|lamp number/);
  expect(await waitingQuestion(token)).toMatchObject(visitor.question);
  const other = newToken();
  expect(await enterByLink({ token }, other)).toMatchObject({ ok: false, reason: 'name-needed' });
  expect(await threadsOf(visitor)).toHaveLength(0);
  const entered = await enterByLink({ token, name: visitor.name }, other);
  const [thread] = await threadsOf(visitor);
  expect(entered).toMatchObject({ ok: true, redirectTo: `/t/${thread?.id}/${thread?.slug}` });
  const author = await db.person.findUniqueOrThrow({ where: { id: thread?.authorId ?? '' } });
  expect(author).toMatchObject({ email: visitor.email, name: visitor.name });
  // Posted elsewhere, so the draft of the browser that asked is done with, and its page says where the question is.
  expect(await readDraft(`browser:${hashToken(visitor.token)}`, 'new-thread')).toBeNull();
  expect(await askedInBrowser(visitor.token)).toEqual({ href: `/t/${thread?.id}/${thread?.slug}` });
});

test('the code does the same, in the browser that asked and in no other', async () => {
  const visitor = aVisitor();
  await ask(visitor);
  const { code } = await mailOf(visitor.email);
  expect(await enterByCode({ code, name: visitor.name }, newToken())).toMatchObject({ reason: 'code-wrong' });
  expect(await enterByCode({ code, name: visitor.name }, null)).toMatchObject({ reason: 'code-wrong' });
  expect(await enterByCode({ code, name: '' }, visitor.token)).toMatchObject({ reason: 'name-needed' });
  expect(await enterByCode({ code, name: visitor.name }, visitor.token)).toMatchObject({
    ok: true,
    redirectTo: expect.stringMatching(/^\/t\//),
  });
  expect(await threadsOf(visitor)).toHaveLength(1);
});

test('ordinary sign-in has a code, too, and known people need no name', async () => {
  const ana = await aPerson();
  const token = newToken();
  await requestSignInLink({ email: ana.email ?? '', next: '/faq' }, { browserToken: token });
  const { code } = await mailOf(ana.email ?? '');
  expect(await enterByCode({ code }, token)).toEqual({ ok: true, personId: ana.id, redirectTo: '/faq' });
  expect(await enterByCode({ code }, token)).toMatchObject({ ok: false, reason: 'code-wrong' });
});

test('five wrong codes are all, also when they are sent together; the link still works', async () => {
  const visitor = aVisitor();
  await ask(visitor);
  const { code, token } = await mailOf(visitor.email);
  const wrong = code === '000000' ? '000001' : '000000';
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => enterByCode({ code: wrong }, visitor.token)),
  );
  const reasons = answers.map((answer) => (answer.ok ? 'ok' : answer.reason));
  expect(reasons.filter((reason) => reason === 'code-wrong')).toHaveLength(CODE_TRIES);
  expect(await enterByCode({ code, name: visitor.name }, visitor.token)).toMatchObject({
    reason: 'code-gone',
  });
  expect(await enterByLink({ token, name: visitor.name }, null)).toMatchObject({ ok: true });
});

test('link and code at once, on two devices, pressed twice: one thread, and everybody is led to it', async () => {
  const visitor = aVisitor();
  await ask(visitor);
  const { code, token } = await mailOf(visitor.email);
  const [first] = await Promise.all(
    Array.from({ length: 6 }, (_, at) => [
      enterByLink({ token, name: visitor.name }, at % 2 ? newToken() : visitor.token),
      enterByCode({ code, name: visitor.name }, visitor.token),
    ]).flat(),
  );
  expect(first).toBeDefined();
  const threads = await threadsOf(visitor);
  expect(threads).toHaveLength(1);
  const link = await db.signInLink.findFirstOrThrow({ where: { email: visitor.email } });
  const person = await db.person.findUniqueOrThrow({ where: { email: visitor.email } });
  const again = await Promise.all(Array.from({ length: 10 }, () => postWaitingQuestion(link.id, person.id)));
  expect(new Set(again)).toEqual(new Set([`/t/${threads[0]?.id}/${threads[0]?.slug}`]));
  const late = await enterByLink({ token, name: visitor.name }, null);
  expect(late).toEqual({ ok: true, personId: null, redirectTo: again[0] });
  expect(await threadsOf(visitor)).toHaveLength(1);
});

test('ten that post the same waiting question at once post it once', async () => {
  const person = await aPerson();
  const visitor = aVisitor(person.email ?? '');
  await ask(visitor);
  const link = await db.signInLink.findFirstOrThrow({ where: { email: visitor.email } });
  const all = await Promise.all(Array.from({ length: 10 }, () => postWaitingQuestion(link.id, person.id)));
  expect(new Set(all).size).toBe(1);
  expect(await threadsOf(visitor)).toHaveLength(1);
});

test('when the link is too old, the text is still in the browser and can be sent again', async () => {
  const visitor = aVisitor();
  await ask(visitor, { tags: 'lamp, hum', note: 'Order of my aunt.' });
  const { token, code } = await mailOf(visitor.email);
  await db.signInLink.updateMany({
    where: { email: visitor.email },
    data: { expiresAt: later(now(), -MINUTE) },
  });
  await removeExpiredSignIns();
  expect(await enterByLink({ token, name: visitor.name }, visitor.token)).toMatchObject({
    reason: 'link-gone',
  });
  expect(await enterByCode({ code, name: visitor.name }, visitor.token)).toMatchObject({
    reason: 'code-wrong',
  });
  const draft = await readDraft(`browser:${hashToken(visitor.token)}`, 'new-thread');
  expect(draft?.fields).toMatchObject({ ...visitor.question, tags: 'lamp, hum', note: 'Order of my aunt.' });
  expect(await ask(visitor)).toMatchObject({ ok: true });
  await enterByLink({ token: (await mailOf(visitor.email)).token, name: visitor.name }, visitor.token);
  expect(await threadsOf(visitor)).toHaveLength(1);
});

test('a category that went away meanwhile is the general one', async () => {
  const category = await db.category.create({
    data: { id: 'gone', slug: 'gone', name: 'Gone', position: 9 },
  });
  const visitor = aVisitor();
  await ask(visitor, { category: category.slug });
  await db.category.delete({ where: { id: category.id } });
  const { token } = await mailOf(visitor.email);
  expect(await enterByLink({ token, name: visitor.name }, null)).toMatchObject({ ok: true });
  const [thread] = await threadsOf(visitor);
  expect((await db.category.findUniqueOrThrow({ where: { id: thread?.categoryId ?? '' } })).slug).toBe(
    'general',
  );
});

test('signing in with another link posts nothing: a question is posted by its own link alone', async () => {
  const victim = await aPerson();
  const stranger = aVisitor(victim.email ?? '');
  await ask(stranger);
  const { token: theirs } = await mailOf(stranger.email);
  await requestSignInLink({ email: stranger.email });
  const { token } = await mailOf(stranger.email);
  expect(token).not.toBe(theirs);
  expect(await enterByLink({ token }, null)).toMatchObject({
    ok: true,
    personId: victim.id,
    redirectTo: '/',
  });
  expect(await threadsOf(stranger)).toHaveLength(0);
});

test('a known and an unknown address are answered alike, and so is one that had too many mails', async () => {
  const known = await aPerson();
  const answers = [];
  for (const email of [known.email ?? '', 'nobody-yet@example.org', ...Array(4).fill('bombed@example.org')])
    answers.push(await ask(aVisitor(email)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.mail.count({ where: { toEmail: 'bombed@example.org' } })).toBe(3);
});

test('without an address, or with none, nothing is sent and the form says why', async () => {
  const visitor = aVisitor();
  const { email: _, ...nobody } = { ...visitor.question, email: '' };
  expect(await askQuestion(AskQuestion.parse(nobody), null, async () => visitor.token)).toMatchObject({
    reason: 'email-needed',
  });
  expect(await ask({ ...visitor, email: 'not an address' })).toMatchObject({ reason: 'email-invalid' });
});
