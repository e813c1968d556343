import { describe, expect, test } from 'vitest';
import { confirmSignInLink } from '@/lib/accounts/confirm-sign-in-link';
import { signInLinkPage } from '@/lib/accounts/queries';
import { requestSignInLink } from '@/lib/accounts/request-sign-in-link';
import { signInWithPassword } from '@/lib/accounts/sign-in-with-password';
import { signUpWithPassword } from '@/lib/accounts/sign-up-with-password';
import { later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newToken } from '@/lib/secrets';
import { aPerson } from '@/tests/support/a-person';
import { mailedToken } from './mailed-link';

const PASSWORD = 'a lamp on the porch';
let count = 0;
const freshEmail = () => {
  count += 1;
  return `visitor-${count}@example.org`;
};

describe('a mailed link', () => {
  test('signs a new person up with the name they choose, and leads where they wanted to go', async () => {
    const email = freshEmail();
    await requestSignInLink({ email, next: '/forum/new?title=Soap' });
    const token = await mailedToken(email);
    expect(await confirmSignInLink({ token }, null)).toMatchObject({ ok: false, reason: 'name-needed' });
    const result = await confirmSignInLink({ token, name: 'Maja Berg' }, null);
    expect(result).toMatchObject({ ok: true, redirectTo: '/forum/new?title=Soap' });
    const person = await db.person.findUniqueOrThrow({ where: { email } });
    expect(person).toMatchObject({ name: 'Maja Berg', role: 'member', passwordHash: null, ownerSlot: null });
  });

  test('signs a known person in without asking a name', async () => {
    const ana = await aPerson();
    await requestSignInLink({ email: ana.email ?? '' });
    const result = await confirmSignInLink({ token: await mailedToken(ana.email ?? '') }, null);
    expect(result).toMatchObject({ ok: true, personId: ana.id, redirectTo: '/' });
  });

  test('works once when twenty press the button together', async () => {
    const email = freshEmail();
    await requestSignInLink({ email });
    const token = await mailedToken(email);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        confirmSignInLink({ token, name: `Racer ${'abcdefghijklmnopqrst'[i]}q` }, null),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok))
      expect(result).toMatchObject({ reason: 'link-gone' });
    expect(await db.person.count({ where: { email } })).toBe(1);
  });

  test('makes one person when two links to one new address are used together', async () => {
    const email = freshEmail();
    await requestSignInLink({ email });
    const first = await mailedToken(email);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await requestSignInLink({ email });
    const second = await mailedToken(email);
    expect(second).not.toBe(first);
    const results = await Promise.all([
      confirmSignInLink({ token: first, name: 'Twin Alpha' }, null),
      confirmSignInLink({ token: second, name: 'Twin Beta' }, null),
    ]);
    expect(results.some((result) => result.ok)).toBe(true);
    expect(await db.person.count({ where: { email } })).toBe(1);
  });

  test('is dead once another link to the same address was used', async () => {
    const ana = await aPerson();
    await requestSignInLink({ email: ana.email ?? '' });
    const first = await mailedToken(ana.email ?? '');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await requestSignInLink({ email: ana.email ?? '' });
    expect(await confirmSignInLink({ token: await mailedToken(ana.email ?? '') }, null)).toMatchObject({
      ok: true,
    });
    expect(await confirmSignInLink({ token: first }, null)).toMatchObject({ ok: false, reason: 'link-gone' });
  });

  test('is refused after thirty minutes, and looking at it uses nothing up', async () => {
    const ana = await aPerson();
    await requestSignInLink({ email: ana.email ?? '' });
    const token = await mailedToken(ana.email ?? '');
    expect(await signInLinkPage(token, null)).toMatchObject({ email: ana.email, name: ana.name });
    expect(await signInLinkPage(token, null)).not.toBeNull();
    const link = await db.signInLink.findFirstOrThrow({ where: { email: ana.email ?? '' } });
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(30 * MINUTE);
    await db.signInLink.update({ where: { id: link.id }, data: { expiresAt: later(now(), -1) } });
    expect(await signInLinkPage(token, null)).toBeNull();
    expect(await confirmSignInLink({ token }, null)).toMatchObject({ ok: false, reason: 'link-gone' });
  });

  test('stays usable after a name that is taken, looks like a taken one, or speaks for the shop', async () => {
    await aPerson({ name: 'Clara Mill' });
    const email = freshEmail();
    await requestSignInLink({ email });
    const token = await mailedToken(email);
    for (const name of ['Clara Mill', 'clara mill', 'С1ага Мill', 'Clara_Mi11', 'ＣＬＡＲＡ ＭＩＬＬ']) {
      expect(await confirmSignInLink({ token, name }, null), name).toMatchObject({
        ok: false,
        reason: 'name-taken',
      });
    }
    for (const name of ['Owner', '0wner', 'Оwner', 'Porchlight', 'Support']) {
      expect(await confirmSignInLink({ token, name }, null), name).toMatchObject({
        ok: false,
        reason: 'reserved',
      });
    }
    expect(await confirmSignInLink({ token, name: 'evil.invalid' }, null)).toMatchObject({
      reason: 'characters',
    });
    expect(await confirmSignInLink({ token, name: 'Somebody Else' }, null)).toMatchObject({ ok: true });
  });

  test('does not let a suspended person in, and says so only to the mailbox', async () => {
    const person = await aPerson({ suspendedAt: now() });
    expect(await requestSignInLink({ email: person.email ?? '' })).toEqual({ ok: true });
    const token = await mailedToken(person.email ?? '');
    expect(await confirmSignInLink({ token }, null)).toMatchObject({ ok: false, reason: 'suspended' });
  });

  test('is kept as a hash only', async () => {
    const email = freshEmail();
    await requestSignInLink({ email });
    const token = await mailedToken(email);
    expect(JSON.stringify(await db.signInLink.findMany({ where: { email } }))).not.toContain(token);
  });
});

describe('asking for a link', () => {
  test('gives known and unknown addresses the same answer, the same rows and the same words', async () => {
    const known = await aPerson();
    const unknown = freshEmail();
    const answers = [
      await requestSignInLink({ email: known.email ?? '' }),
      await requestSignInLink({ email: unknown }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    const [one, other] = await Promise.all(
      [known.email ?? '', unknown].map((toEmail) => db.mail.findFirstOrThrow({ where: { toEmail } })),
    );
    const withoutToken = (text: string | undefined) =>
      text?.replace(/sign-in\/[\w-]{43}/g, 'sign-in/…').replace(/\b\d{6}\b/, '……');
    expect(withoutToken(one?.text)).toBe(withoutToken(other?.text));
    expect(one?.subject).toBe(other?.subject);
  });

  test('mails an address three times an hour and keeps giving the same answer', async () => {
    const email = freshEmail();
    for (let i = 0; i < 10; i += 1) expect(await requestSignInLink({ email })).toEqual({ ok: true });
    expect(await db.mail.count({ where: { toEmail: email } })).toBe(3);
    expect(await signUpWithPassword({ email, password: PASSWORD }, newToken())).toEqual({ ok: true });
    expect(await db.mail.count({ where: { toEmail: email } })).toBe(3);
  });

  test('puts nothing into the mail that was typed', async () => {
    const email = freshEmail();
    await requestSignInLink({ email, next: '/t/buy-cheap-pills' });
    const mail = await db.mail.findFirstOrThrow({ where: { toEmail: email } });
    expect(mail.toName).toBe('');
    for (const text of [mail.subject, mail.text, mail.html]) {
      expect(text).not.toContain('pills');
      expect(text).not.toContain(email);
    }
  });

  test('reads an address in one way only and mails nobody else', async () => {
    const before = await db.mail.count();
    const bad = [
      'a@x.example,b@y.example',
      '"e@attacker.example"@victim.example',
      'a@b@c.example',
      'a b@example.com',
    ];
    bad.push(
      'a@example.com.',
      'a@example.com\r\nBcc: b@example.com',
      '<'.repeat(900),
      'a@localhost',
      'ana',
      '',
    );
    for (const email of bad) {
      expect(await requestSignInLink({ email }), email.slice(0, 40)).toMatchObject({
        reason: 'email-invalid',
      });
    }
    expect(await db.mail.count()).toBe(before);
    expect(await requestSignInLink({ email: ' Full.Width＠Example.ＣＯＭ ' })).toEqual({ ok: true });
    expect(await db.mail.count({ where: { toEmail: 'full.width@example.com' } })).toBe(1);
  });

  test('never leads to another site or back to the sign-in page', async () => {
    for (const next of [
      '//evil.invalid',
      'https://evil.invalid/',
      '/\\evil.invalid',
      '/sign-in?next=/sign-in',
      '/setup',
    ]) {
      const email = freshEmail();
      await requestSignInLink({ email, next });
      const link = await db.signInLink.findFirstOrThrow({ where: { email } });
      expect(link.redirectTo, next).toBe('/');
    }
  });
});

describe('a password chosen at sign-up', () => {
  test('works when the link is confirmed in the browser that chose it', async () => {
    const email = freshEmail();
    const browser = newToken();
    await signUpWithPassword({ email, password: PASSWORD }, browser);
    const result = await confirmSignInLink({ token: await mailedToken(email), name: 'Own Browser' }, browser);
    expect(result).toMatchObject({ ok: true });
    expect(await signInWithPassword({ email, password: PASSWORD }, '192.0.2.10')).toMatchObject({ ok: true });
  });

  test('dies when another browser confirms: nobody prepares an account for a stranger', async () => {
    const email = freshEmail();
    await signUpWithPassword({ email, password: 'the attacker knows this' }, newToken());
    const token = await mailedToken(email);
    expect(await signInLinkPage(token, null)).toMatchObject({ passwordDropped: true });
    expect(await confirmSignInLink({ token, name: 'Victim Person' }, newToken())).toMatchObject({ ok: true });
    const person = await db.person.findUniqueOrThrow({ where: { email } });
    expect(person.passwordHash).toBeNull();
    const tried = await signInWithPassword({ email, password: 'the attacker knows this' }, '192.0.2.11');
    expect(tried).toEqual({ ok: false, reason: 'wrong' });
  });

  test('gives no access before the mailbox is proven', async () => {
    const email = freshEmail();
    await signUpWithPassword({ email, password: PASSWORD }, newToken());
    expect(await db.person.count({ where: { email } })).toBe(0);
    expect(await signInWithPassword({ email, password: PASSWORD }, '192.0.2.12')).toMatchObject({
      ok: false,
    });
  });

  test('is dropped for an address that has an account, whose own password stays', async () => {
    const ana = await aPerson();
    const browser = newToken();
    await signUpWithPassword({ email: ana.email ?? '', password: PASSWORD }, browser);
    const result = await confirmSignInLink({ token: await mailedToken(ana.email ?? '') }, browser);
    expect(result).toMatchObject({ ok: true, personId: ana.id });
    expect((await db.person.findUniqueOrThrow({ where: { id: ana.id } })).passwordHash).toBeNull();
  });
});
