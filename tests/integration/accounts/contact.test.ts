import { describe, expect, test } from 'vitest';
import { answerEmailChange } from '@/lib/accounts/contact/answer-email-change';
import { isNotMeLink, mailPasswordForgotten, wasNotMe } from '@/lib/accounts/contact/not-me';
import { emailChangePage } from '@/lib/accounts/contact/queries';
import { requestEmailChange } from '@/lib/accounts/contact/request-email-change';
import { openSession } from '@/lib/accounts/open-session';
import { hashPassword } from '@/lib/accounts/passwords';
import { accountPage } from '@/lib/accounts/queries';
import { removePicture, savePicture } from '@/lib/accounts/save-picture';
import type { Actor } from '@/lib/accounts/schema';
import { setPassword } from '@/lib/accounts/set-password';
import { db } from '@/lib/db/client';
import { aPerson } from '../../support/a-person';
import { aPicture } from '../../support/files';

/** The token in the newest mail to an address whose link begins so. */
async function mailedToken(email: string, path: string): Promise<string> {
  const mails = await db.mail.findMany({ where: { toEmail: email }, orderBy: { createdAt: 'asc' } });
  const found = mails.map((mail) => new RegExp(`${path}/([\\w.-]+)`).exec(mail.text)?.[1]);
  return found.filter(Boolean).at(-1) ?? '';
}

async function begin(actor: Actor, email: string) {
  expect(await requestEmailChange({ email }, actor)).toEqual({ ok: true });
  return {
    old: await mailedToken(actor.email ?? '', '/account/email'),
    newer: await mailedToken(email, '/account/email'),
  };
}

const addressOf = async (actor: Actor) =>
  (await db.person.findUniqueOrThrow({ where: { id: actor.id } })).email;

describe('a new address', () => {
  test('counts once both mailboxes confirmed it, in whatever order, and both are told', async () => {
    for (const order of ['old first', 'new first']) {
      const ann = await aPerson();
      const email = `fresh-${ann.id}@example.com`;
      const links = await begin(ann, email);
      const [first, second] = order === 'old first' ? [links.old, links.newer] : [links.newer, links.old];
      expect(await emailChangePage(first)).toMatchObject({ isConfirmedHere: false });
      expect(await answerEmailChange({ token: first, answer: 'confirm' })).toEqual({
        ok: true,
        state: 'waiting',
      });
      expect(await addressOf(ann)).toBe(ann.email);
      expect(await answerEmailChange({ token: first, answer: 'confirm' })).toEqual({
        ok: true,
        state: 'waiting',
      });
      expect(await answerEmailChange({ token: second, answer: 'confirm' })).toEqual({
        ok: true,
        state: 'done',
      });
      expect(await addressOf(ann)).toBe(email);
      for (const address of [ann.email ?? '', email]) {
        const subjects = (await db.mail.findMany({ where: { toEmail: address } })).map(
          (mail) => mail.subject,
        );
        expect(subjects).toContain('The address of your account was changed');
      }
      expect(await answerEmailChange({ token: second, answer: 'confirm' })).toMatchObject({
        reason: 'link-gone',
      });
    }
  });

  test('is stopped by either mailbox, and by a newer wish', async () => {
    const ann = await aPerson();
    for (const side of ['old', 'newer'] as const) {
      const links = await begin(ann, `stop-${side}-${ann.id}@example.com`);
      expect(await answerEmailChange({ token: links[side], answer: 'stop' })).toEqual({
        ok: true,
        state: 'stopped',
      });
      for (const token of [links.old, links.newer]) {
        expect(await emailChangePage(token)).toBeNull();
        expect(await answerEmailChange({ token, answer: 'confirm' })).toMatchObject({ reason: 'link-gone' });
      }
    }
    const older = await begin(ann, `older-${ann.id}@example.com`);
    await begin(ann, `newer-${ann.id}@example.com`);
    expect(await answerEmailChange({ token: older.old, answer: 'confirm' })).toMatchObject({
      reason: 'link-gone',
    });
    expect(await addressOf(ann)).toBe(ann.email);
  });

  test('that has an account is mailed and answered like any other, and never becomes two', async () => {
    const ann = await aPerson();
    const taken = await aPerson();
    const links = await begin(ann, taken.email ?? '');
    await answerEmailChange({ token: links.old, answer: 'confirm' });
    expect(await answerEmailChange({ token: links.newer, answer: 'confirm' })).toMatchObject({
      reason: 'taken',
    });
    expect([await addressOf(ann), await addressOf(taken)]).toEqual([ann.email, taken.email]);
  });

  test('needs the password where there is one, and to be an address, and another', async () => {
    const bob = await aPerson({ passwordHash: await hashPassword('eight or more') });
    const ask = (email: string, password?: string) => requestEmailChange({ email, password }, bob);
    expect(await ask('b@example.com')).toMatchObject({ reason: 'wrong' });
    expect(await ask('b@example.com', 'eight or less')).toMatchObject({ reason: 'wrong' });
    expect(await ask('not an address', 'eight or more')).toMatchObject({ reason: 'email-invalid' });
    expect(await ask(bob.email ?? '', 'eight or more')).toMatchObject({ reason: 'same' });
    expect(await ask('b@example.com', 'eight or more')).toEqual({ ok: true });
  });

  test('is confirmed once when twenty presses come together', async () => {
    const ann = await aPerson();
    const links = await begin(ann, `many-${ann.id}@example.com`);
    await answerEmailChange({ token: links.old, answer: 'confirm' });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => answerEmailChange({ token: links.newer, answer: 'confirm' })),
    );
    expect(all.filter((outcome) => outcome.ok && outcome.state === 'done')).toHaveLength(1);
    expect(
      all.filter((outcome) => !outcome.ok).every((outcome) => !outcome.ok && outcome.reason === 'link-gone'),
    ).toBe(true);
  });
});

describe('“this was not me”', () => {
  test('takes the password and every device away, once, and mails a link to sign in', async () => {
    const ann = await aPerson();
    await setPassword({ newPassword: 'a thief chose this' }, ann, null);
    await openSession(ann.id, 'the thief');
    const token = await mailedToken(ann.email ?? '', '/account/not-me');
    expect(await isNotMeLink(token)).toBe(true);
    expect(await isNotMeLink(`${token.slice(0, -2)}AA`)).toBe(false);
    expect(await wasNotMe({ token })).toEqual({ ok: true });
    expect(await db.session.count({ where: { personId: ann.id } })).toBe(0);
    expect((await db.person.findUniqueOrThrow({ where: { id: ann.id } })).passwordHash).toBeNull();
    expect(await db.signInLink.count({ where: { email: ann.email ?? '', usedAt: null } })).toBe(1);
    expect(await isNotMeLink(token)).toBe(false);
    expect(await wasNotMe({ token })).toMatchObject({ reason: 'link-gone' });
  });

  test('is about one password: a later one is not touched by the mail of an earlier one', async () => {
    const ann = await aPerson();
    await setPassword({ newPassword: 'the first of two' }, ann, null);
    const token = await mailedToken(ann.email ?? '', '/account/not-me');
    await setPassword({ currentPassword: 'the first of two', newPassword: 'the second of two' }, ann, null);
    expect(await wasNotMe({ token })).toMatchObject({ reason: 'link-gone' });
    for (const hostile of ['', '..', 'x.y.z', `${ann.id}.99999999999999.${'A'.repeat(43)}`, 'a'.repeat(400)])
      expect(await wasNotMe({ token: hostile })).toMatchObject({ reason: 'link-gone' });
  });
});

describe('a forgotten password', () => {
  test('is taken away by a mailed link, three times an hour at most, and not from the open browser alone', async () => {
    const ann = await aPerson({ passwordHash: await hashPassword('not remembered') });
    expect(await mailPasswordForgotten(ann)).toEqual({ ok: true });
    const kept = async () => (await db.person.findUniqueOrThrow({ where: { id: ann.id } })).passwordHash;
    expect(await kept()).not.toBeNull();
    await mailPasswordForgotten(ann);
    await mailPasswordForgotten(ann);
    expect(await mailPasswordForgotten(ann)).toMatchObject({ reason: 'too-many' });
    const token = await mailedToken(ann.email ?? '', '/account/not-me');
    expect(await wasNotMe({ token })).toEqual({ ok: true });
    expect(await kept()).toBeNull();
  });
});

describe('one’s own picture', () => {
  const form = (bytes: Buffer, name: string) => {
    const data = new FormData();
    data.set('picture', new File([new Uint8Array(bytes)], name));
    return data;
  };

  test('is set, replaced and removed; what is no picture changes nothing', async () => {
    const ann = await aPerson();
    const shown = async () => (await accountPage(ann, null)).picture;
    expect(await shown()).toBeNull();
    expect(await savePicture(form(await aPicture('png', '#abcdef'), 'me.png'), ann)).toEqual({ ok: true });
    const first = await shown();
    const upload = await db.upload.findFirstOrThrow({ where: { uses: { some: { personId: ann.id } } } });
    expect([upload.width, upload.height]).toEqual([192, 192]);
    expect(first).toMatch(/^\/uploads\//);
    for (const [bytes, name] of [
      [Buffer.from('<svg onload="alert(1)"/>'), 'me.svg'],
      [Buffer.from('%PDF-1.4\n%%EOF\n'), 'me.pdf'],
      [Buffer.alloc(0), ''],
    ] as const)
      expect(await savePicture(form(bytes, name), ann)).toMatchObject({ ok: false, field: 'picture' });
    expect(await shown()).toBe(first);
    await savePicture(form(await aPicture('png', '#fedcba'), 'other.png'), ann);
    expect(await shown()).not.toBe(first);
    expect(await db.uploadUse.count({ where: { personId: ann.id } })).toBe(1);
    await removePicture(ann);
    expect(await shown()).toBeNull();
  });
});
