import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { openSession } from '@/lib/accounts/open-session';
import { ARGON2, hashPassword, isPassword, NOBODYS_HASH } from '@/lib/accounts/passwords';
import { actorOfSession } from '@/lib/accounts/session-queries';
import { setPassword } from '@/lib/accounts/set-password';
import { signInWithPassword } from '@/lib/accounts/sign-in-with-password';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { aPerson } from '@/tests/support/a-person';

const PASSWORD = 'four words are enough';
let host = 0;
const freshAddress = () => {
  host += 1;
  return `198.51.${Math.floor(host / 250)}.${host % 250}`;
};
const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

describe('passwords', () => {
  test('are kept with argon2id and the parameters in force, as is the hash that stands for nobody', async () => {
    for (const kept of [await hashPassword(PASSWORD), NOBODYS_HASH]) {
      expect(kept.startsWith('$argon2id$')).toBe(true);
      expect(parseOptions(kept)).toMatchObject(ARGON2);
    }
  });

  test('are the same however the keyboard composes them, and with any character', async () => {
    const kept = await hashPassword('cafe\u0301 ① \u0000 🔑');
    expect(await isPassword('caf\u00E9 1 \u0000 🔑', kept)).toBe(true);
    expect(await isPassword('cafe 1 \u0000 🔑', kept)).toBe(false);
    const spaces = await hashPassword(' '.repeat(100));
    expect(await isPassword(' '.repeat(99), spaces)).toBe(false);
    expect(await isPassword(' '.repeat(100), spaces)).toBe(true);
  });

  test('count to their last character, and a giant one is only wrong', async () => {
    const kept = await hashPassword('x'.repeat(200));
    expect(await isPassword(`${'x'.repeat(199)}y`, kept)).toBe(false);
    const started = performance.now();
    expect(await isPassword('x'.repeat(10_000_000), kept)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
    await expect(hashPassword('x'.repeat(201))).rejects.toThrow();
  });

  test('do not hold the process up while they are hashed', async () => {
    let turns = 0;
    let going = true;
    const turn = () => {
      turns += 1;
      if (going) setImmediate(turn);
    };
    turn();
    await Promise.all(Array.from({ length: 20 }, () => hashPassword(PASSWORD)));
    going = false;
    // Hashing in the process's own thread would let it turn a handful of times; beside it, it turns thousands of times.
    expect(turns).toBeGreaterThan(200);
  });
});

describe('signing in with a password', () => {
  test('answers an unknown address, a wrong password and a suspended person alike', async () => {
    const passwordHash = await hashPassword(PASSWORD);
    const ana = await aPerson({ passwordHash });
    const gone = await aPerson({ passwordHash, suspendedAt: now() });
    const withoutPassword = await aPerson();
    const tries = [
      { email: 'nobody@example.com', password: PASSWORD },
      { email: ana.email ?? '', password: 'not the password' },
      { email: gone.email ?? '', password: PASSWORD },
      { email: withoutPassword.email ?? '', password: '' },
      { email: 'not an address', password: PASSWORD },
      { email: '', password: '' },
    ];
    for (const input of tries) {
      expect(await signInWithPassword(input, freshAddress())).toEqual({ ok: false, reason: 'wrong' });
    }
    expect(
      await signInWithPassword({ email: ` ${ana.email?.toUpperCase()}`, password: PASSWORD }, freshAddress()),
    ).toEqual({
      ok: true,
      personId: ana.id,
    });
  });

  test('takes the same time for known and unknown addresses', async () => {
    const passwordHash = await hashPassword(PASSWORD);
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson({ passwordHash })));
    const known: number[] = [];
    const unknown: number[] = [];
    const measure = async (times: number[], email: string) => {
      const started = performance.now();
      await signInWithPassword({ email, password: 'a wrong password' }, freshAddress());
      times.push(performance.now() - started);
    };
    for (let i = 0; i < 48; i += 1) {
      await measure(known, people[i % people.length]?.email ?? '');
      await measure(unknown, `nobody-${i % 6}@example.com`);
    }
    // Without the dummy hash the two differ by the whole of argon2; half of the smaller is far from that, far from noise.
    const [a, b] = [median(known), median(unknown)];
    expect(Math.abs(a - b)).toBeLessThan(0.5 * Math.min(a, b));
  });

  test('stops after ten tries on one account, whatever address they come from, and nobody else is stopped', async () => {
    const passwordHash = await hashPassword(PASSWORD);
    const [ana, ben] = [await aPerson({ passwordHash }), await aPerson({ passwordHash })];
    for (let i = 0; i < 10; i += 1) {
      const tried = await signInWithPassword(
        { email: ana.email ?? '', password: `guess ${i}` },
        freshAddress(),
      );
      expect(tried).toEqual({ ok: false, reason: 'wrong' });
    }
    const locked = await signInWithPassword({ email: ana.email ?? '', password: PASSWORD }, freshAddress());
    expect(locked).toEqual({ ok: false, reason: 'too-many' });
    expect(
      await signInWithPassword({ email: ben.email ?? '', password: PASSWORD }, freshAddress()),
    ).toMatchObject({ ok: true });
  });

  test('stops one address that tries many accounts, also when it changes within its IPv6 network', async () => {
    const answers: string[] = [];
    for (let i = 0; i < 40; i += 1) {
      const tried = await signInWithPassword(
        { email: `spray-${i}@example.com`, password: 'Password1' },
        `2001:db8:1:2::${i.toString(16)}`,
      );
      answers.push(tried.ok ? 'ok' : tried.reason);
    }
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(30);
    expect(answers.at(-1)).toBe('too-many');
  });
});

describe('changing a password', () => {
  test('needs the current one, keeps this device, signs the others out and tells the mailbox', async () => {
    const ana = await aPerson({ passwordHash: await hashPassword(PASSWORD) });
    const [here, there] = [await openSession(ana.id, 'here'), await openSession(ana.id, 'there')];
    const wrong = await setPassword({ currentPassword: 'nope', newPassword: 'a new long one' }, ana, here);
    expect(wrong).toMatchObject({ ok: false, reason: 'wrong', field: 'currentPassword' });
    expect(await actorOfSession(there)).not.toBeNull();
    const changed = await setPassword(
      { currentPassword: PASSWORD, newPassword: 'a new long one' },
      ana,
      here,
    );
    expect(changed).toEqual({ ok: true });
    expect(await actorOfSession(here)).toMatchObject({ id: ana.id });
    expect(await actorOfSession(there)).toBeNull();
    expect(
      await signInWithPassword({ email: ana.email ?? '', password: 'a new long one' }, freshAddress()),
    ).toMatchObject({ ok: true });
    expect(
      await db.mail.count({ where: { toEmail: ana.email ?? '', subject: 'Your password was changed' } }),
    ).toBe(1);
  });

  test('sets a first one without asking for what does not exist', async () => {
    const ana = await aPerson();
    expect(await setPassword({ newPassword: 'my very first one' }, ana, null)).toEqual({ ok: true });
  });
});
