import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { afterCommit, isUniqueViolation, transaction, uniqueViolationOn } from '@/lib/db/transaction';

function setting(key: string, value = '') {
  return { key, value, updatedAt: new Date() };
}

describe('a transaction', () => {
  test('keeps all of its writes', async () => {
    const result = await transaction(async (tx) => {
      await tx.setting.create({ data: setting('kept-1') });
      await tx.setting.create({ data: setting('kept-2') });
      return 'done';
    });
    expect(result).toBe('done');
    expect(await db.setting.count({ where: { key: { startsWith: 'kept-' } } })).toBe(2);
  });

  test('keeps none of them when its work throws', async () => {
    const work = transaction(async (tx) => {
      await tx.setting.create({ data: setting('gone') });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await db.setting.findUnique({ where: { key: 'gone' } })).toBeNull();
  });

  test('cannot be committed after the error of a statement was swallowed', async () => {
    await db.setting.create({ data: setting('taken') });
    const work = transaction(async (tx) => {
      await tx.setting.create({ data: setting('beside-the-error') });
      await tx.setting.create({ data: setting('taken') }).catch(() => {});
    });
    await expect(work).rejects.toThrow('its error was swallowed');
    expect(await db.setting.findUnique({ where: { key: 'beside-the-error' } })).toBeNull();
  });

  test('is not mistaken for one by a write that goes to db inside it', async () => {
    const work = transaction(async (tx) => {
      await tx.setting.create({ data: setting('inside') });
      await db.setting.create({ data: setting('beside') });
    });
    await expect(work).rejects.toThrow('went to `db` instead of `tx`');
    expect(await db.setting.count({ where: { key: { in: ['inside', 'beside'] } } })).toBe(0);
  });

  test('is invisible to everybody else until it is committed', async () => {
    await transaction(async (tx) => {
      await tx.setting.create({ data: setting('not-yet') });
      expect(await db.setting.findUnique({ where: { key: 'not-yet' } })).toBeNull();
    });
    expect(await db.setting.findUnique({ where: { key: 'not-yet' } })).not.toBeNull();
  });

  test('is tried again as a whole when something was in the way', async () => {
    let tries = 0;
    await transaction(async (tx) => {
      tries += 1;
      await tx.setting.create({ data: setting('third-time') });
      if (tries < 3) throw Object.assign(new Error('conflict'), { code: 'P2034' });
    });
    expect(tries).toBe(3);
    expect(await db.setting.count({ where: { key: 'third-time' } })).toBe(1);
  });

  test('gives up after six tries', async () => {
    let tries = 0;
    const work = transaction(async () => {
      tries += 1;
      throw Object.assign(new Error('conflict'), { code: '40001' });
    });
    await expect(work).rejects.toThrow('conflict');
    expect(tries).toBe(6);
  });
});

describe('afterCommit', () => {
  test('runs once after the commit and sees the rows', async () => {
    const seen: (number | string)[] = [];
    let tries = 0;
    await transaction(async (tx) => {
      tries += 1;
      await tx.setting.create({ data: setting('announced') });
      afterCommit(tx, async () => {
        seen.push(await db.setting.count({ where: { key: 'announced' } }));
        await db.setting.create({ data: setting('written-after') });
      });
      if (tries === 1) throw Object.assign(new Error('conflict'), { code: 'P2034' });
      seen.push('work done');
    });
    expect(seen).toEqual(['work done', 1]);
    expect(await db.setting.count({ where: { key: 'written-after' } })).toBe(1);
  });

  test('never runs after a rollback', async () => {
    let ran = false;
    const work = transaction(async (tx) => {
      afterCommit(tx, () => {
        ran = true;
      });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(ran).toBe(false);
  });
});

describe('a unique violation', () => {
  test('is recognised with the field it is about', async () => {
    const category = { id: 'c1', slug: 'first', name: 'First' };
    await db.category.create({ data: category });
    const slug = await db.category.create({ data: { ...category, id: 'c2', name: 'Second' } }).catch(keep);
    expect(isUniqueViolation(slug)).toBe(true);
    expect(uniqueViolationOn(slug, 'slug')).toBe(true);
    expect(uniqueViolationOn(slug, 'name')).toBe(false);
    const id = await db.category.create({ data: { ...category, slug: 'third', name: 'Third' } }).catch(keep);
    expect(uniqueViolationOn(id, 'id')).toBe(true);
  });

  test('is recognised over two fields, inside a transaction, and in raw SQL', async () => {
    const search = { id: 's1', query: 'lamp', visitor: 'v', day: '2026-11-21', at: new Date() };
    const data = { ...search, place: 'page' as const, results: 0 };
    await db.search.create({ data });
    const inside = await transaction((tx) => tx.search.create({ data: { ...data, id: 's2' } })).catch(keep);
    expect(uniqueViolationOn(inside, 'visitor', 'query')).toBe(true);
    const raw =
      await db.$executeRaw`INSERT INTO "Category" ("id", "slug", "name") VALUES ('c9', 'first', 'Ninth')`.catch(
        keep,
      );
    expect(isUniqueViolation(raw)).toBe(true);
    expect(uniqueViolationOn(raw, 'slug')).toBe(true);
  });

  test('is not what other errors are', () => {
    expect(isUniqueViolation(new Error('no'))).toBe(false);
    expect(isUniqueViolation(null)).toBe(false);
  });
});

function keep(error: unknown): unknown {
  return error;
}
