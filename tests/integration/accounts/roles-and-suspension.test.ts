import { beforeAll, describe, expect, test } from 'vitest';
import { changeRole } from '@/lib/accounts/change-role';
import { makeApiToken } from '@/lib/accounts/make-api-token';
import { openSession } from '@/lib/accounts/open-session';
import { accountPage, actorOfToken, peoplePage, publicPerson } from '@/lib/accounts/queries';
import { reinstatePerson } from '@/lib/accounts/reinstate-person';
import { removeExpiredSignIns } from '@/lib/accounts/remove-expired-sign-ins';
import { revokeApiToken } from '@/lib/accounts/revoke-api-token';
import { saveProfile } from '@/lib/accounts/save-profile';
import type { Actor } from '@/lib/accounts/schema';
import { actorOfSession } from '@/lib/accounts/session-queries';
import { signOutDevice } from '@/lib/accounts/sign-out-device';
import { signOutEverywhere } from '@/lib/accounts/sign-out-everywhere';
import { suspendPerson } from '@/lib/accounts/suspend-person';
import { DAY, HOUR, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { aPerson } from '@/tests/support/a-person';

let owner: Actor;
beforeAll(async () => {
  owner = await aPerson({ role: 'owner', name: 'Nora Hale' });
});

describe('sessions', () => {
  test('all end at the next request when their person signs out everywhere', async () => {
    const ana = await aPerson();
    const sessions = await Promise.all(['a', 'b', 'c'].map((agent) => openSession(ana.id, agent)));
    for (const id of sessions) expect(await actorOfSession(id)).toMatchObject({ id: ana.id });
    await signOutEverywhere(ana);
    for (const id of sessions) expect(await actorOfSession(id)).toBeNull();
    expect(await db.session.count({ where: { personId: ana.id } })).toBe(0);
  });

  test('are listed without their ids and end one by one, only for their own person', async () => {
    const [ana, ben] = [await aPerson(), await aPerson()];
    const here = await openSession(
      ana.id,
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    );
    const there = await openSession(ana.id, 'curl');
    const page = await accountPage(ana, here);
    expect(JSON.stringify(page)).not.toContain(there);
    expect(page.devices.find((device) => device.isThis)).toMatchObject({
      browser: 'Firefox',
      system: 'Linux',
    });
    const other = page.devices.find((device) => !device.isThis)?.device ?? '';
    await signOutDevice({ device: other }, ben);
    expect(await actorOfSession(there)).not.toBeNull();
    await signOutDevice({ device: other }, ana);
    expect(await actorOfSession(there)).toBeNull();
    expect(await actorOfSession(here)).not.toBeNull();
  });
});

describe('roles', () => {
  test('are given and taken by the owner only; sessions end and the log says who', async () => {
    const [ana, ben] = [await aPerson(), await aPerson()];
    const session = await openSession(ana.id, 'before');
    expect(await changeRole({ personId: ana.id, role: 'helper' }, ben)).toMatchObject({
      reason: 'not-allowed',
    });
    expect(await changeRole({ personId: ana.id, role: 'helper' }, ana)).toMatchObject({
      reason: 'not-allowed',
    });
    expect(await changeRole({ personId: ana.id, role: 'helper' }, owner)).toEqual({ ok: true });
    expect(await actorOfSession(session)).toBeNull();
    const again = await openSession(ana.id, 'after');
    expect(await actorOfSession(again)).toMatchObject({ role: 'helper' });
    expect(await changeRole({ personId: ana.id, role: 'helper' }, owner)).toEqual({ ok: true });
    expect(await actorOfSession(again)).not.toBeNull();
    expect(await changeRole({ personId: ana.id, role: 'member' }, owner)).toEqual({ ok: true });
    expect(await actorOfSession(again)).toBeNull();
    const log = await db.moderationEntry.findMany({ where: { subjectId: ana.id } });
    expect(log.map((entry) => [entry.action, entry.byId])).toEqual([
      ['role', owner.id],
      ['role', owner.id],
    ]);
  });

  test('are not for people who cannot sign in', async () => {
    const imported = await aPerson({ email: null });
    expect(await changeRole({ personId: imported.id, role: 'helper' }, owner)).toMatchObject({
      reason: 'cannot-sign-in',
    });
    expect(await changeRole({ personId: newId(), role: 'helper' }, owner)).toMatchObject({
      reason: 'not-found',
    });
  });
});

describe('a suspension', () => {
  test('ends sessions and stops tokens at once, and is lifted again', async () => {
    const ana = await aPerson();
    const session = await openSession(ana.id, 'browser');
    const made = await makeApiToken({ label: 'Mine', scopes: ['read'] }, ana);
    const token = made.ok ? made.token : '';
    expect(await actorOfToken(token)).toMatchObject({ scopes: ['read'] });
    expect(await suspendPerson({ personId: ana.id, reason: 'Sold pills.' }, owner)).toEqual({ ok: true });
    expect(await suspendPerson({ personId: ana.id }, owner)).toEqual({ ok: true });
    expect(await actorOfSession(session)).toBeNull();
    expect(await actorOfSession(await openSession(ana.id, 'again'))).toBeNull();
    expect(await actorOfToken(token)).toBeNull();
    expect(await reinstatePerson({ personId: ana.id }, owner)).toEqual({ ok: true });
    expect(await actorOfSession(session)).toBeNull();
    expect(await actorOfToken(token)).not.toBeNull();
    const log = await db.moderationEntry.findMany({ where: { subjectId: ana.id }, orderBy: { at: 'asc' } });
    expect(log.map((entry) => [entry.action, entry.reason])).toEqual([
      ['suspend', 'Sold pills.'],
      ['reinstate', ''],
    ]);
  });

  test('is within the reach of helpers for members only, and of nobody for the owner or for themselves', async () => {
    const [helper, second, member] = [
      await aPerson({ role: 'helper' }),
      await aPerson({ role: 'helper' }),
      await aPerson(),
    ];
    const refused = { ok: false, reason: 'not-allowed' };
    expect(await suspendPerson({ personId: owner.id }, helper)).toEqual(refused);
    expect(await suspendPerson({ personId: owner.id }, owner)).toEqual(refused);
    expect(await suspendPerson({ personId: second.id }, helper)).toEqual(refused);
    expect(await suspendPerson({ personId: helper.id }, helper)).toEqual(refused);
    expect(await suspendPerson({ personId: helper.id }, member)).toEqual(refused);
    expect(await suspendPerson({ personId: member.id }, helper)).toEqual({ ok: true });
    expect(await suspendPerson({ personId: second.id }, owner)).toEqual({ ok: true });
    expect(await changeRole({ personId: member.id, role: 'helper' }, owner)).toMatchObject({
      reason: 'suspended',
    });
  });
});

describe('API tokens', () => {
  test('carry no more than their person may, also after the person lost a role', async () => {
    const [helper, member] = [await aPerson({ role: 'helper' }), await aPerson()];
    expect(await makeApiToken({ label: 'x', scopes: ['read', 'admin'] }, helper)).toMatchObject({
      reason: 'scope-not-allowed',
    });
    expect(await makeApiToken({ label: 'x', scopes: ['moderate'] }, member)).toMatchObject({
      reason: 'scope-not-allowed',
    });
    const made = await makeApiToken({ label: 'Bot', scopes: ['write', 'read', 'moderate'] }, helper);
    const token = made.ok ? made.token : '';
    expect(await actorOfToken(token)).toMatchObject({ scopes: ['read', 'write', 'moderate'] });
    await changeRole({ personId: helper.id, role: 'member' }, owner);
    expect(await actorOfToken(token)).toMatchObject({ actor: { role: 'member' }, scopes: ['read', 'write'] });
    expect(JSON.stringify(await db.apiToken.findMany({}))).not.toContain(token);
  });

  test('are revoked by their person or the owner, nobody else', async () => {
    const [ana, ben] = [await aPerson(), await aPerson()];
    const made = await makeApiToken({ label: 'Mine', scopes: ['read'] }, ana);
    if (!made.ok) throw new Error(made.reason);
    expect(await revokeApiToken({ tokenId: made.tokenId }, ben)).toMatchObject({ reason: 'not-found' });
    expect(await actorOfToken(made.token)).not.toBeNull();
    expect(await revokeApiToken({ tokenId: made.tokenId }, owner)).toEqual({ ok: true });
    expect(await actorOfToken(made.token)).toBeNull();
  });
});

describe('names', () => {
  test('cannot be changed to one that looks like another person or speaks for the shop', async () => {
    const ana = await aPerson({ name: 'Anton Ruhl' });
    await aPerson({ name: 'Marlis Korn' });
    const named = (name: string) => saveProfile({ name, about: 'Hi', showsPurchases: true }, ana);
    for (const name of ['Marlis Korn', 'MARLIS KORN', 'Маrlis Korn', 'Marlis-Korn', 'Mar1is K0rn']) {
      expect(await named(name), name).toMatchObject({ reason: 'name-taken' });
    }
    expect(await named('Admin')).toMatchObject({ reason: 'reserved' });
    expect(await named('Anton\u202ERuhl')).toMatchObject({ reason: 'characters' });
    expect(await named('Anton R. Ruhl')).toEqual({ ok: true });
    expect(await publicPerson('anton r ruhl')).toMatchObject({ id: ana.id, about: 'Hi' });
    expect(JSON.stringify(await publicPerson('Anton R. Ruhl'))).not.toContain('@');
  });

  test("of the owner and of helpers are nobody else's, with trimmings neither; a name made before the rule stays", async () => {
    const helper = await aPerson({ name: 'Philippa', role: 'helper' });
    const ana = await aPerson({ name: 'Philippa 2' });
    const named = (name: string, actor: Actor = ana) =>
      saveProfile({ name, about: '', showsPurchases: true }, actor);
    for (const name of [
      'Philippa',
      'Рhilippa',
      'The Official Philippa',
      'Philippa 7',
      'philíppa',
      'P_h_i_lippa',
    ]) {
      expect(await named(name), name).toMatchObject({ reason: 'reserved' });
    }
    expect(await named('Philippa 2')).toEqual({ ok: true });
    expect(await named('Philippa Moor')).toEqual({ ok: true });
    expect(await named('Philippa', helper)).toEqual({ ok: true });
    expect(await named('The Philippa', helper)).toEqual({ ok: true });
  });

  test('and addresses are found by a part in any case', async () => {
    const found = await aPerson({ name: 'Quentin Zorn', email: 'q.zorn@example.org' });
    for (const search of ['quentin', 'ZORN', 'q.zorn@', 'Zorn@Example']) {
      const page = await peoplePage(search, 1, 30, owner);
      expect(
        page.people.map((person) => person.id),
        search,
      ).toEqual([found.id]);
    }
    expect((await peoplePage('nobody-like-this', 1, 30, owner)).total).toBe(0);
  });
});

test('the daily tidy removes used and expired links, dead sessions and old answers, and nothing else', async () => {
  const ana = await aPerson();
  const at = now();
  const link = (id: string, expiresAt: Date, usedAt: Date | null) => ({
    data: { id, email: 'tidy@example.com', tokenHash: id, createdAt: at, expiresAt, usedAt },
  });
  await db.signInLink.create(link('old', later(at, -1), null));
  await db.signInLink.create(link('used', later(at, DAY), later(at, -HOUR - 1)));
  await db.signInLink.create(link('live', later(at, DAY), null));
  const [live, dead] = [await openSession(ana.id, 'live'), await openSession(ana.id, 'dead')];
  await db.session.update({ where: { id: dead }, data: { expiresAt: later(at, -1) } });
  const answer = { actorKey: ana.id, requestHash: 'x' };
  await db.idempotentAnswer.create({
    data: { id: 'a', key: 'old', ...answer, createdAt: later(at, -2 * DAY) },
  });
  await db.idempotentAnswer.create({ data: { id: 'b', key: 'new', ...answer, createdAt: at } });
  await removeExpiredSignIns();
  expect((await db.signInLink.findMany({})).map((row) => row.id)).toEqual(['live']);
  expect((await db.session.findMany({ where: { personId: ana.id } })).map((row) => row.id)).toEqual([live]);
  expect((await db.idempotentAnswer.findMany({})).map((row) => row.id)).toEqual(['b']);
});
