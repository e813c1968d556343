import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { askQuestion } from '@/lib/asking/ask-question';
import { publicQuestion, publicWords } from '@/lib/asking/hide-private';
import { ownOrders, privateDetails } from '@/lib/asking/queries';
import { savePrivateDetails } from '@/lib/asking/save-private-details';
import { AskQuestion } from '@/lib/asking/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { threadPage } from '@/lib/forum/page-queries';
import { startThread } from '@/lib/forum/start-thread';
import { newId } from '@/lib/ids';
import { newToken } from '@/lib/secrets';
import { aPerson } from '@/tests/support/a-person';

let made = 0;
beforeAll(async () => void (await ensureGeneralCategory()));

const details = { orderNumber: '', address: '', note: '', privateFiles: '' };

async function anOrder(number: string, email: string | null) {
  const at = new Date('2026-11-12T10:00:00Z');
  const id = newId();
  await db.order.create({
    data: {
      id,
      externalId: `x-${id}`,
      number,
      numberKey: number.toUpperCase().replace(/[^A-Z0-9]/g, ''),
      email: email ?? '',
      currency: 'EUR',
      totalMinor: 2400,
      capturedMinor: 2400,
      paidAt: at,
      provider: 'pretend',
      paymentRef: id,
      createdAt: at,
      updatedAt: now(),
    },
  });
  return id;
}

/** Asks through the form; what the person posted before was yesterday, so that the limits stay out of the way. */
async function asked(actor: Actor, fields: object) {
  made += 1;
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await db.thread.updateMany({ where: { authorId: actor.id }, data: { createdAt: yesterday } });
  const question = { title: `Where is parcel ${made}?`, body: 'It is late.', category: 'general' };
  return askQuestion(AskQuestion.parse({ ...question, ...fields }), actor, async () => newToken());
}

async function idOf(answer: Promise<{ ok: boolean } & object>): Promise<string> {
  const result = await answer;
  if (!('id' in result) || typeof result.id !== 'string') throw new Error(JSON.stringify(result));
  return result.id;
}

test('the asker and the staff see what is for the shop, and nobody else does, anywhere', async () => {
  const [ana, bo] = [await aPerson(), await aPerson()];
  const [owner, helper] = [await aPerson({ role: 'owner' }), await aPerson({ role: 'helper' })];
  const id = await idOf(asked(ana, { address: 'HIDDENSTREET 5', note: 'HIDDENNOTE' }));
  for (const actor of [ana, owner, helper]) {
    expect((await privateDetails(id, actor))?.details).toMatchObject({
      address: 'HIDDENSTREET 5',
      note: 'HIDDENNOTE',
      order: null,
    });
  }
  expect(await privateDetails(id, bo)).toBeNull();
  expect(await privateDetails(id, null)).toBeNull();
  expect(JSON.stringify(await threadPage(id, owner, 1))).not.toContain('HIDDEN');
  expect(JSON.stringify(await db.searchDocument.findMany())).not.toContain('HIDDEN');
});

test("one's own order is recognised however its number is typed; somebody else's is like an unknown one", async () => {
  const [ana, bo] = [await aPerson(), await aPerson()];
  const own = await anOrder('AB-7719', ana.email);
  await anOrder('BO-1', bo.email);
  expect(await ownOrders(ana)).toEqual([{ number: 'AB-7719', words: 'Order AB-7719, 12 Nov 2026, €24.00' }]);
  const of = async (orderNumber: string) =>
    (await privateDetails(await idOf(asked(ana, { orderNumber })), ana))?.details;
  expect(await of('#ab 7719')).toMatchObject({ orderId: own, order: 'Order AB-7719, 12 Nov 2026, €24.00' });
  const { orderNumber: _a, at: _b, ...theirs } = { ...(await of('BO-1')) };
  const { orderNumber: _c, at: _d, ...unknown } = { ...(await of('ZZ-1')) };
  expect(theirs).toEqual(unknown);
  expect(theirs).toMatchObject({ orderId: null, order: null });
});

test('the asker adds, changes and empties it later; nobody else may', async () => {
  const [ana, owner] = [await aPerson(), await aPerson({ role: 'helper' })];
  const threadId = await idOf(asked(ana, {}));
  expect((await privateDetails(threadId, ana))?.details).toBeNull();
  expect(await savePrivateDetails({ threadId, ...details, note: 'Ring twice.' }, ana)).toMatchObject({
    ok: true,
  });
  expect((await privateDetails(threadId, owner))?.details?.note).toBe('Ring twice.');
  for (const other of [owner, await aPerson()]) {
    expect(await savePrivateDetails({ threadId, ...details, note: 'x' }, other)).toMatchObject({ ok: false });
  }
  expect(await savePrivateDetails({ threadId: newId(), ...details }, ana)).toMatchObject({
    reason: 'not-found',
  });
  await savePrivateDetails({ threadId, ...details }, ana);
  expect((await privateDetails(threadId, ana))?.details).toBeNull();
});

test('words that should not be public come back once; then they are hidden, or as written', async () => {
  const ana = await aPerson();
  await anOrder('QX-4711', ana.email);
  const body = 'Order QX-4711, write to ana@example.com. Paid with 4111 1111 1111 1111.';
  const masked = 'Order [order number hidden], write to [e-mail hidden]. Paid with [card number hidden].';
  expect(await asked(ana, { body })).toMatchObject({
    ok: false,
    reason: 'shows-private',
    masked: { body: masked },
  });
  expect(await db.thread.count({ where: { authorId: ana.id } })).toBe(0);
  const hidden = await idOf(asked(ana, { body, intent: 'hidden', forShop: 'on' }));
  expect((await db.thread.findUniqueOrThrow({ where: { id: hidden } })).body).toBe(masked);
  expect((await privateDetails(hidden, ana))?.details?.note).toBe(
    'Hidden from the question: QX-4711, ana@example.com, 4111 1111 1111 1111',
  );
  const bo = await aPerson();
  const written = await idOf(asked(bo, { body, intent: 'written' }));
  expect((await db.thread.findUniqueOrThrow({ where: { id: written } })).body).toBe(
    'Order QX-4711, write to ana@example.com. Paid with [card number hidden].',
  );
});

test('a card is hidden by the command itself, so the API cannot publish one', async () => {
  const ana = await aPerson();
  const question = {
    title: 'My card 4111111111111111',
    body: 'DE89 3704 0044 0532 0130 00',
    category: 'general',
    tags: [],
  };
  const id = await idOf(startThread(question, ana));
  expect(await db.thread.findUniqueOrThrow({ where: { id } })).toMatchObject({
    title: 'My card [card number hidden]',
    body: '[account number hidden]',
  });
});

test('an edit that shows something private is looked at like a new post, title and text alike', async () => {
  const ana = await aPerson();
  await anOrder('EDIT-4711', ana.email);
  const words = { title: 'About order EDIT-4711', body: 'Call 0171 2345678.' };
  expect(await publicQuestion(words, undefined, ana)).toEqual({
    decided: false,
    title: 'About order [order number hidden]',
    body: 'Call [phone number hidden].',
  });
  expect(await publicQuestion(words, 'hidden', ana)).toMatchObject({
    decided: true,
    body: 'Call [phone number hidden].',
  });
  expect(await publicQuestion(words, 'written', ana)).toEqual({ decided: true, ...words });
  // What is not given is not made up.
  expect(await publicQuestion({ title: 'A lamp' }, undefined, ana)).toEqual({
    decided: true,
    title: 'A lamp',
    body: undefined,
  });
  expect(await publicWords('It is edit-4711.', 'save', ana)).toMatchObject({ decided: false });
});
