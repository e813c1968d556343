import { expect, test } from 'vitest';
import { confirmSignInLink } from '@/lib/accounts/confirm-sign-in-link';
import { answerEmailChange } from '@/lib/accounts/contact/answer-email-change';
import { mailPasswordForgotten, wasNotMe } from '@/lib/accounts/contact/not-me';
import { requestEmailChange } from '@/lib/accounts/contact/request-email-change';
import { keepAccount } from '@/lib/accounts/leaving/keep-account';
import { requestDeletion } from '@/lib/accounts/leaving/request-deletion';
import { openSession } from '@/lib/accounts/open-session';
import { actorById } from '@/lib/accounts/queries';
import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import { saveLanguage } from '@/lib/accounts/save-language';
import { actorOfSession } from '@/lib/accounts/session-queries';
import { setPassword } from '@/lib/accounts/set-password';
import { db } from '@/lib/db/client';
import { aPerson } from '@/tests/support/a-person';
import { mailedToken } from './mailed-link';

test('the language somebody chose goes with them to every device, and nobody else speaks it', async () => {
  const [ana, ben] = await Promise.all([aPerson(), aPerson()]);
  const phone = await openSession(ana.id, 'phone');
  expect((await actorOfSession(phone))?.language).toBeNull();

  await saveLanguage({ language: 'de', back: '/' }, ana);

  expect((await actorOfSession(phone))?.language).toBe('de');
  expect((await actorById(ana.id))?.language).toBe('de');
  expect((await actorById(ben.id))?.language).toBeNull();
});

test('a visitor’s choice is kept by the browser alone', async () => {
  expect(await saveLanguage({ language: 'de', back: '/forum' }, null)).toEqual({
    ok: true,
    language: 'de',
    back: '/forum',
  });
});

test('the mail that signs in is written in the language of the page that asked for it', async () => {
  const email = 'frieda.wolf@example.com';
  await requestSignInLink({ email }, { language: 'de' });
  const mail = await db.mail.findFirstOrThrow({ where: { toEmail: email } });
  expect(mail.subject).toMatch(/^Ihr Link zur Anmeldung bei /);
  expect(mail.html).toContain('<html lang="de">');
  expect(mail.text).toMatch(/Oder geben Sie diesen Code .*: \d{6}/);
});

test('somebody new speaks the language of the page they sign up on; who was here before keeps theirs', async () => {
  const email = 'neu.hier@example.com';
  await requestSignInLink({ email });
  const made = await confirmSignInLink({ token: await mailedToken(email), name: 'Neu Hier' }, null, 'de');
  if (!made.ok) throw new Error(made.reason);
  expect((await actorById(made.personId))?.language).toBe('de');

  const ana = await aPerson();
  await requestSignInLink({ email: ana.email ?? '' });
  const token = await mailedToken(ana.email ?? '');
  expect(await confirmSignInLink({ token }, null, 'de')).toMatchObject({ ok: true, personId: ana.id });
  expect((await actorById(ana.id))?.language).toBeNull();
});

/** What an address was mailed, the oldest first. */
async function mailsOf(email: string | null) {
  return db.mail.findMany({
    where: { toEmail: email ?? '' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

test('every mail about an account is written in the language of the page that made it', async () => {
  const ana = await aPerson();
  const email = `neu-${ana.id}@example.com`;
  await requestDeletion({ texts: 'keep', sure: 'on' }, ana, 'de');
  await keepAccount(ana, 'de');
  await setPassword({ newPassword: 'ein kurzer Satz' }, ana, null, 'de');
  await mailPasswordForgotten(ana, 'de');
  await requestEmailChange({ email, password: 'ein kurzer Satz' }, ana, 'de');
  for (const address of [ana.email, email]) {
    const mails = await mailsOf(address);
    const token = /account\/email\/([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
    await answerEmailChange({ token, answer: 'confirm' }, 'de');
  }
  const mails = [...(await mailsOf(ana.email)), ...(await mailsOf(email))];

  expect(mails.map(({ subject }) => subject.replace(/(für) .*/, '$1 …')).sort()).toEqual([
    'Bestätigen Sie Ihre neue Adresse für …',
    'Die Adresse Ihres Kontos wurde geändert',
    'Die Adresse Ihres Kontos wurde geändert',
    'Gehört die neue Adresse Ihres Kontos Ihnen?',
    'Ihr Konto bleibt',
    'Ihr Konto wird gelöscht',
    'Ihr Passwort wurde geändert',
    'Ihr vergessenes Passwort entfernen',
  ]);
  for (const { text, html } of mails) {
    expect(html).toContain('<html lang="de">');
    expect(text).not.toMatch(/\b(You|Your|The|If|It|Somebody|Orders)\b/);
    expect(text).not.toMatch(/\{\w+\}/);
  }
});

test('a password taken away is answered with a link in the language of that page', async () => {
  const ben = await aPerson();
  await setPassword({ newPassword: 'somebody else chose' }, ben, null);
  const [mail] = await mailsOf(ben.email);
  expect(mail?.subject).toBe('Your password was changed');
  const token = /account\/not-me\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(await wasNotMe({ token }, 'de')).toEqual({ ok: true });
  expect((await mailsOf(ben.email)).at(-1)?.subject).toMatch(/^Ihr Link zur Anmeldung/);
});

test('who chose a language is told of the new address in it, wherever the link was opened', async () => {
  const cem = await aPerson();
  await saveLanguage({ language: 'de', back: '/' }, cem);
  const email = `cem-${cem.id}@example.com`;
  await requestEmailChange({ email }, cem);
  for (const address of [cem.email, email]) {
    const token = /account\/email\/([\w-]+)/.exec((await mailsOf(address))[0]?.text ?? '')?.[1] ?? '';
    await answerEmailChange({ token, answer: 'confirm' }, 'en');
  }
  expect((await mailsOf(email)).at(-1)?.subject).toBe('Die Adresse Ihres Kontos wurde geändert');
});
