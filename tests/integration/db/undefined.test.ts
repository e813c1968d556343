import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { otherClient } from '../../support/database';

const nothing: string | undefined = undefined;

beforeEach(async () => {
  await db.signInLink.deleteMany();
  for (const id of ['a', 'b']) {
    await db.signInLink.create({
      data: {
        id,
        email: `${id}@example.com`,
        tokenHash: `hash-${id}`,
        createdAt: new Date(),
        expiresAt: new Date(),
      },
    });
  }
});

describe('undefined in a where', () => {
  test('means every row to Prisma itself, which is why a token is never looked up unchecked', async () => {
    const bare = otherClient();
    expect(await bare.signInLink.findFirst({ where: { tokenHash: nothing } })).not.toBeNull();
    expect(await bare.signInLink.deleteMany({ where: { tokenHash: nothing } })).toEqual({ count: 2 });
    await bare.$disconnect();
  });

  test('is refused by our client where it would change or hand out a row', async () => {
    const refused = 'got undefined in its where';
    await expect(db.signInLink.findFirst({ where: { tokenHash: nothing } })).rejects.toThrow(refused);
    await expect(db.signInLink.deleteMany({ where: { tokenHash: nothing } })).rejects.toThrow(refused);
    await expect(db.signInLink.deleteMany({ where: { OR: [{ tokenHash: nothing }] } })).rejects.toThrow(
      refused,
    );
    await expect(
      db.signInLink.updateMany({ where: { tokenHash: nothing }, data: { usedAt: new Date() } }),
    ).rejects.toThrow(refused);
    const inside = transaction((tx) => tx.signInLink.deleteMany({ where: { tokenHash: nothing } }));
    await expect(inside).rejects.toThrow(refused);
    expect(await db.signInLink.count()).toBe(2);
  });

  test('may leave a filter of a list out', async () => {
    expect(await db.signInLink.findMany({ where: { email: nothing } })).toHaveLength(2);
  });
});

test('an operator smuggled in as JSON finds a row, unless zod has checked the token first', async () => {
  const smuggled = JSON.parse('{"token": {"startsWith": ""}}');
  expect(await db.signInLink.findFirst({ where: { tokenHash: smuggled.token } })).not.toBeNull();
  expect(z.object({ token: z.string().min(1) }).safeParse(smuggled).success).toBe(false);
});
