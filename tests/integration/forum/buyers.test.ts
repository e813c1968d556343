import { expect, test } from 'vitest';
import { saveProfile } from '@/lib/accounts/save-profile';
import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { countStatements } from '@/lib/db/count-statements';
import { forumPage } from '@/lib/forum/list-queries';
import { replyView, threadPage } from '@/lib/forum/page-queries';
import { threadCards, threadsByAuthor } from '@/lib/forum/queries';
import { newId } from '@/lib/ids';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const SECRET = 'Lantern, small, engraved for Milena';

async function anOrder(
  email: string,
  paidAt: Date | null,
  items = [SECRET, 'Wick trimmer'],
): Promise<string> {
  const id = newId();
  await db.order.create({
    data: {
      id,
      externalId: newId(),
      number: '1042',
      numberKey: '1042',
      email,
      currency: 'EUR',
      totalMinor: 2400,
      capturedMinor: 2400,
      paidAt,
      provider: 'pretend',
      paymentRef: newId(),
      createdAt: now(),
      updatedAt: now(),
      items: {
        create: items.map((name, position) => ({
          id: newId(),
          position,
          name,
          quantity: 1,
          unitMinor: 1200,
        })),
      },
    },
  });
  return id;
}

async function aBuyer(): Promise<Actor> {
  const buyer = await aPerson();
  await anOrder(buyer.email ?? '', now());
  return buyer;
}

test('who paid with their proven address is a verified buyer on every page, and nobody else is', async () => {
  const buyer = await aBuyer();
  const [unpaid, imported] = [await aPerson(), await aPerson({ email: null })];
  await anOrder(unpaid.email ?? '', null);
  const threadId = await aThread({ by: buyer });
  const replyId = await aReply(threadId, buyer);
  await aReply(threadId, unpaid);
  await aReply(threadId, imported);
  const page = await threadPage(threadId, null, 1);
  expect(page?.author.verifiedBuyer).toBe(true);
  expect(page?.replies.map(({ author }) => author.verifiedBuyer)).toEqual([true, false, false]);
  expect((await replyView(replyId, null))?.reply.author.verifiedBuyer).toBe(true);
  expect((await threadCards([threadId], null))[0]?.author.verifiedBuyer).toBe(true);
  expect((await threadsByAuthor(buyer.id, null, 1)).items[0]?.author.verifiedBuyer).toBe(true);
  const list = await forumPage({ page: 1 }, null);
  expect(list.items.find(({ id }) => id === threadId)?.author.verifiedBuyer).toBe(true);
});

test('a refunded buyer has bought as well', async () => {
  const buyer = await aPerson();
  const orderId = await anOrder(buyer.email ?? '', now());
  await db.refund.create({
    data: {
      id: newId(),
      orderId,
      seq: 1,
      amountMinor: 2400,
      currency: 'EUR',
      provider: 'pretend',
      paymentRef: newId(),
      state: 'succeeded',
      idempotencyKey: newId(),
      policySnapshot: '{}',
      requestedVia: 'page',
      createdAt: now(),
      updatedAt: now(),
    },
  });
  const threadId = await aThread({ by: buyer });
  expect((await threadPage(threadId, null, 1))?.author.verifiedBuyer).toBe(true);
});

test('only the tag that names a product is told, in the words of the tag', async () => {
  const buyer = await aBuyer();
  const about = await aThread({ by: buyer, tags: ['Shipping', 'Lantern'] });
  const elsewhere = await aThread({ by: buyer, tags: ['Lan', 'Trimmer', 'Milena'] });
  const [told, quiet] = [await threadPage(about, null, 1), await threadPage(elsewhere, null, 1)];
  expect(told?.author.bought).toBe('Lantern');
  expect(quiet?.author).toMatchObject({ verifiedBuyer: true, bought: null });
  const seen = JSON.stringify([told, quiet, await forumPage({ page: 1 }, null)]);
  for (const canary of [SECRET, 'engraved', 'Wick', buyer.email ?? '']) {
    expect(seen.includes(canary), canary).toBe(false);
  }
});

test('whoever switches it off shows neither badge nor product', async () => {
  const buyer = await aBuyer();
  const threadId = await aThread({ by: buyer, tags: ['Lantern'] });
  await saveProfile({ name: buyer.name, about: '', showsPurchases: false }, buyer);
  const plain = { verifiedBuyer: false, bought: null };
  expect((await threadPage(threadId, null, 1))?.author).toMatchObject(plain);
  const list = await forumPage({ page: 1 }, null);
  expect(list.items.find(({ id }) => id === threadId)?.author).toMatchObject(plain);
});

test('everybody on a page is looked up in one statement, and in lists in none of their own', async () => {
  const buyer = await aBuyer();
  const threadId = await aThread({ by: buyer });
  const statements = async (work: () => Promise<unknown>) => {
    const count = { statements: 0 };
    await countStatements(count, work);
    return count.statements;
  };
  await aReply(threadId, buyer);
  const few = await statements(() => threadPage(threadId, null, 1));
  for (let index = 0; index < 8; index += 1) await aReply(threadId, await aBuyer());
  expect(await statements(() => threadPage(threadId, null, 1))).toBe(few);
  expect(await statements(() => forumPage({ page: 1 }, null))).toBe(1);
});
