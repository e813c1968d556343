import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { LIMITED } from '@/lib/forum/check-limits';
import { postReply } from '@/lib/forum/post-reply';
import { startThread } from '@/lib/forum/start-thread';
import { newId } from '@/lib/ids';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';

await ensureGeneralCategory();
const owner = await aPerson({ role: 'owner' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-02T09:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});
const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

let asked = 0;
function ask(actor: Actor, words = {}) {
  asked += 1;
  const input = {
    title: `A question of its own, number ${asked}`,
    body: 'Text',
    category: 'general',
    tags: [],
  };
  return startThread({ ...input, ...words }, actor, LIMITED);
}

async function aBuyer(paidAt: Date | null = new Date()): Promise<Actor> {
  const person = await aPerson();
  await db.order.create({
    data: {
      id: newId(),
      externalId: newId(),
      number: '1042',
      numberKey: '1042',
      email: person.email ?? '',
      currency: 'EUR',
      totalMinor: 2400,
      capturedMinor: 2400,
      provider: 'pretend',
      paymentRef: newId(),
      paidAt,
      createdAt: new Date(),
      updatedAt: new Date(),
    },
  });
  return person;
}

test('somebody new asks three times on the first day, a minute apart, and is told how long to wait', async () => {
  const ana = await aPerson();
  expect((await ask(ana)).ok).toBe(true);
  expect(await ask(ana)).toEqual({ ok: false, reason: 'too-soon', waitSeconds: 60 });
  wait(59 * SECOND);
  expect(await ask(ana)).toEqual({ ok: false, reason: 'too-soon', waitSeconds: 1 });
  wait(SECOND);
  expect((await ask(ana)).ok).toBe(true);
  wait(MINUTE);
  expect((await ask(ana)).ok).toBe(true);
  wait(HOUR);
  const tooMany = await ask(ana);
  expect(tooMany).toMatchObject({
    ok: false,
    reason: 'too-many-today',
    waitSeconds: (23 * HOUR - 2 * MINUTE) / SECOND,
  });
  wait(DAY);
  expect((await ask(ana)).ok).toBe(true);
});

test('a paid order is trust: ten seconds apart, and ten questions a day', async () => {
  const buyer = await aBuyer();
  for (let index = 0; index < 10; index += 1) {
    expect((await ask(buyer)).ok).toBe(true);
    expect(await ask(buyer)).toMatchObject({ ok: false });
    wait(10 * SECOND);
  }
  expect(await ask(buyer)).toMatchObject({ ok: false, reason: 'too-many-today' });
});

test('an order that nobody has paid yet is no trust, and a badge that is switched off still is', async () => {
  const waiting = await aBuyer(null);
  expect((await ask(waiting)).ok).toBe(true);
  wait(30 * SECOND);
  expect(await ask(waiting)).toMatchObject({ ok: false, reason: 'too-soon', waitSeconds: 30 });
  const modest = await aBuyer();
  await db.person.update({ where: { id: modest.id }, data: { showsPurchases: false } });
  expect((await ask(modest)).ok).toBe(true);
  wait(10 * SECOND);
  expect((await ask(modest)).ok).toBe(true);
});

test('questions and replies are counted apart, and twenty replies sent at once by somebody new are one', async () => {
  const ana = await aPerson();
  const threadId = await aThread({ by: owner });
  expect((await ask(ana)).ok).toBe(true);
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => postReply({ threadId, body: `Reply ${index}` }, ana, LIMITED)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.reply.count({ where: { authorId: ana.id } })).toBe(1);
});

test('the same words again are answered with the first post, however soon', async () => {
  const ana = await aPerson();
  const threadId = await aThread({ by: owner });
  const input = { threadId, body: 'Only once, please.' };
  const first = await postReply(input, ana, LIMITED);
  expect(await postReply(input, ana, LIMITED)).toMatchObject({
    ok: true,
    repeated: true,
    replyId: first.ok && first.replyId,
  });
});

test('somebody new posts two links and two pictures, and the refusal names the field', async () => {
  const ana = await aPerson();
  const two = 'https://a.example and www.b.example ![x](/uploads/1.png) ![y](/uploads/2.png)';
  expect(await ask(ana, { body: `${two} https://c.example` })).toEqual({
    ok: false,
    reason: 'too-many-links',
    field: 'body',
  });
  expect(await ask(ana, { body: `${two} ![z](/uploads/3.png)` })).toMatchObject({
    reason: 'too-many-images',
  });
  expect((await ask(ana, { body: two })).ok).toBe(true);
});

test('the shop’s own people have no limits', async () => {
  for (let index = 0; index < 5; index += 1) expect((await ask(owner)).ok).toBe(true);
});
