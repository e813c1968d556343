import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeRole } from '@/lib/accounts/change-role';
import { firstStartNotice } from '@/lib/accounts/first-start';
import { hasOwner, setUpState } from '@/lib/accounts/queries';
import { setUpOwner } from '@/lib/accounts/set-up-owner';
import { signInWithPassword } from '@/lib/accounts/sign-in-with-password';
import { config, forgetConfig } from '@/lib/config';
import { db } from '@/lib/db/client';
import { StartError } from '@/lib/errors';
import { newToken } from '@/lib/secrets';
import { forgetShopSettings, shopSettings } from '@/lib/settings/queries';
import { aPerson } from '@/tests/support/a-person';

const form = (token: string, over: object = {}) => ({
  token,
  email: 'owner@example.com',
  name: 'Ida Lind',
  shopName: 'Lamps & Sons',
  password: 'a calm long sentence',
  starter: true,
  ...over,
});

async function printedToken(): Promise<string> {
  const lines = await firstStartNotice();
  const token = /\/setup\?token=([\w-]{43})$/.exec(lines.at(-1) ?? '')?.[1];
  if (!token) throw new Error(`No link in ${lines.join('|')}`);
  return token;
}

beforeEach(async () => {
  await db.job.deleteMany({});
  await db.person.deleteMany({});
  await db.setting.deleteMany({});
  forgetShopSettings();
});

afterEach(() => {
  delete process.env.OWNER_EMAIL;
  delete process.env.OWNER_PASSWORD;
  forgetConfig();
});

describe('the owner', () => {
  test('is set up with the printed token: account, shop name and the wish for starter articles', async () => {
    const token = await printedToken();
    const result = await setUpOwner(form(token), 'de');
    expect(result).toMatchObject({ ok: true });
    expect(await db.person.findFirstOrThrow({})).toMatchObject({
      role: 'owner',
      ownerSlot: 1,
      email: 'owner@example.com',
      language: 'de',
    });
    expect((await shopSettings()).shopName).toBe('Lamps & Sons');
    const job = await db.job.findFirstOrThrow({ where: { event: 'accounts.owner-set-up' } });
    expect(JSON.parse(job.payload)).toEqual({ personId: result.ok ? result.personId : '', starter: true });
    expect(await firstStartNotice()).toEqual([]);
    expect(await db.setting.count({ where: { key: 'setup-token' } })).toBe(0);
  });

  test('is one, when twenty race with the same token', async () => {
    const token = await printedToken();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        setUpOwner(
          form(token, { email: `racer-${i}@example.com`, name: `Racer ${'abcdefghijklmnopqrst'[i]}q` }),
        ),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok))
      expect(result).toMatchObject({ reason: 'already-set-up' });
    expect(await db.person.count()).toBe(1);
    expect(await db.person.count({ where: { role: 'owner' } })).toBe(1);
  });

  test('is never hidden by a right token called wrong, whenever one looks', async () => {
    const token = await printedToken();
    const states = new Set<string>();
    const look = async () => {
      // SQLite answers without leaving the event loop, which the hash of the password needs.
      for (; !states.has('done'); await setImmediate()) states.add(await setUpState(token));
    };
    const [made] = await Promise.all([setUpOwner(form(token)), ...Array.from({ length: 12 }, look)]);
    expect(made).toMatchObject({ ok: true });
    expect([...states].sort()).toEqual(['done', 'open']);
  });

  test('is not made with a wrong, old or used token', async () => {
    const old = await printedToken();
    const token = await printedToken();
    expect(await setUpOwner(form(old))).toMatchObject({ ok: false, reason: 'token-wrong' });
    expect(await setUpOwner(form(newToken()))).toMatchObject({ ok: false, reason: 'token-wrong' });
    expect(await hasOwner()).toBe(false);
    expect(await setUpOwner(form(token))).toMatchObject({ ok: true });
    expect(await setUpOwner(form(token, { email: 'other@example.com', name: 'Otto Ude' }))).toMatchObject({
      ok: false,
      reason: 'already-set-up',
    });
  });

  test('may be somebody who had signed up before, and a refused form leaves the token usable', async () => {
    const early = await aPerson({ email: 'owner@example.com' });
    await aPerson({ name: 'Taken Name' });
    const token = await printedToken();
    expect(await setUpOwner(form(token, { name: 'Taken Name' }))).toMatchObject({
      reason: 'name-taken',
      field: 'name',
    });
    expect(await setUpOwner(form(token, { email: 'nonsense' }))).toMatchObject({ reason: 'email-invalid' });
    expect(await setUpOwner(form(token))).toEqual({ ok: true, personId: early.id });
  });

  test('comes from OWNER_EMAIL and OWNER_PASSWORD, once, also when two processes start together', async () => {
    process.env.OWNER_EMAIL = 'Boss@Example.com';
    process.env.OWNER_PASSWORD = 'from the environment';
    forgetConfig();
    expect(config().ownerEmail).toBe('Boss@Example.com');
    const lines = (await Promise.all([firstStartNotice(), firstStartNotice()])).flat();
    expect(lines).toEqual([expect.stringContaining('boss@example.com')]);
    expect(lines.join()).not.toContain('from the environment');
    expect(await db.person.count()).toBe(1);
    const signedIn = await signInWithPassword(
      { email: 'boss@example.com', password: 'from the environment' },
      '192.0.2.77',
    );
    expect(signedIn).toMatchObject({ ok: true });
    expect(await firstStartNotice()).toEqual([]);
  });

  test('is not made from an address that is none', async () => {
    process.env.OWNER_EMAIL = 'boss@@example.com';
    process.env.OWNER_PASSWORD = 'from the environment';
    forgetConfig();
    await expect(firstStartNotice()).rejects.toThrow(StartError);
    expect(await hasOwner()).toBe(false);
  });

  test('is not waited for by a link when the environment names an address without a password', async () => {
    process.env.OWNER_EMAIL = 'boss@example.com';
    forgetConfig();
    await expect(firstStartNotice()).rejects.toThrow('OWNER_PASSWORD');
    expect(await db.setting.count({ where: { key: 'setup-token' } })).toBe(0);
  });

  test('cannot be dismissed, not even by the owner', async () => {
    const owner = await aPerson({ role: 'owner' });
    expect(await changeRole({ personId: owner.id, role: 'member' }, owner)).toMatchObject({
      reason: 'not-allowed',
    });
  });
});
