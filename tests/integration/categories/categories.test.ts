import { beforeEach, expect, test } from 'vitest';
import { addCategory } from '@/lib/categories/add-category';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { moveCategory } from '@/lib/categories/move-category';
import { deskCategories } from '@/lib/categories/queries';
import { renameCategory } from '@/lib/categories/rename-category';
import { AddCategory, MoveCategory, RenameCategory } from '@/lib/categories/schema';
import { db } from '@/lib/db/client';
import { newId } from '@/lib/ids';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';
import { anArticle } from '../../support/an-article';

const owner = await aPerson({ role: 'owner' });
const helper = await aPerson({ role: 'helper' });
const notAllowed = { ok: false, reason: 'not-allowed' };
const nameTaken = { ok: false, reason: 'name-taken', field: 'name' };

const add = (name: string, actor = owner) => addCategory(AddCategory.parse({ name }), actor);
const names = async () => (await deskCategories()).map((category) => category.name);
const positions = async () =>
  (await db.category.findMany({ orderBy: { position: 'asc' } })).map((category) => category.position);

async function idOf(name: string): Promise<string> {
  return (await db.category.findUniqueOrThrow({ where: { name } })).id;
}

async function move(name: string, position: number, actor = owner) {
  return moveCategory(MoveCategory.parse({ id: await idOf(name), position: String(position) }), actor);
}

async function rename(name: string, to: string, actor = owner) {
  return renameCategory(RenameCategory.parse({ id: await idOf(name), name: to, description: 'New.' }), actor);
}

beforeEach(async () => {
  await db.article.deleteMany();
  await db.thread.deleteMany();
  await db.category.deleteMany();
  await ensureGeneralCategory();
  for (const name of ['Shipping', 'Returns', 'Care']) expect((await add(name)).ok).toBe(true);
});

test('a new category stands at the end, and one of the same name is refused', async () => {
  expect(await names()).toEqual(['General', 'Shipping', 'Returns', 'Care']);
  expect(await positions()).toEqual([0, 1, 2, 3]);
  expect(await add('  SHIPPING ')).toEqual(nameTaken);
  expect(await add('Warranty', helper)).toEqual(notAllowed);
});

test('categories added at the same moment get a place each, and a name goes to one of them', async () => {
  const results = await Promise.all(
    ['Café', 'CAFE', 'cafe\u0301', 'Warranty', 'Gifts'].map((name) => add(name)),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(3);
  expect(results.filter((result) => !result.ok)).toEqual([nameTaken, nameTaken]);
  expect(await positions()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('the owner gives another name and description, and the address stays', async () => {
  expect(await rename('Shipping', 'Delivery')).toEqual({ ok: true, slug: 'shipping' });
  expect((await deskCategories())[1]).toMatchObject({
    slug: 'shipping',
    name: 'Delivery',
    description: 'New.',
  });
  expect(await rename('Delivery', 'returns')).toEqual(nameTaken);
  expect(await rename('Delivery', 'DELIVERY')).toEqual({ ok: true, slug: 'shipping' });
  expect(await rename('Care', 'Caring', helper)).toEqual(notAllowed);
  const gone = RenameCategory.parse({ id: newId(), name: 'Gone' });
  expect(await renameCategory(gone, owner)).toEqual({ ok: false, reason: 'not-found' });
});

test('two categories cannot get the same name in different letters at the same moment', async () => {
  const results = await Promise.all([rename('Shipping', 'Delivery'), rename('Care', 'DELIVERY')]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok)).toEqual([nameTaken]);
});

test('a category moves to a place, and a place beyond the end is the end', async () => {
  expect(await move('Care', 0)).toEqual({ ok: true, position: 0 });
  expect(await names()).toEqual(['Care', 'General', 'Shipping', 'Returns']);
  expect(await move('Care', 99)).toEqual({ ok: true, position: 3 });
  expect(await names()).toEqual(['General', 'Shipping', 'Returns', 'Care']);
  expect(await move('Returns', 1)).toEqual({ ok: true, position: 1 });
  expect(await names()).toEqual(['General', 'Returns', 'Shipping', 'Care']);
  expect(await positions()).toEqual([0, 1, 2, 3]);
});

test('only the owner moves a category, and only one that exists to a place that is a number', async () => {
  expect(await move('Care', 0, helper)).toEqual(notAllowed);
  expect(await moveCategory({ id: newId(), position: 0 }, owner)).toEqual({ ok: false, reason: 'not-found' });
  for (const position of ['-1', '1.5', 'up', '', '99999']) {
    expect(MoveCategory.safeParse({ id: 'x', position }).success, position).toBe(false);
  }
  expect(await names()).toEqual(['General', 'Shipping', 'Returns', 'Care']);
});

test('a button pressed twice at once moves once', async () => {
  const results = await Promise.all([move('Care', 2), move('Care', 2)]);
  expect(results).toEqual([
    { ok: true, position: 2 },
    { ok: true, position: 2 },
  ]);
  expect(await names()).toEqual(['General', 'Shipping', 'Care', 'Returns']);
  expect(await positions()).toEqual([0, 1, 2, 3]);
});

test('different buttons pressed at once leave every category in a place of its own', async () => {
  for (let round = 0; round < 5; round += 1) {
    const results = await Promise.all([
      move('Care', 0),
      move('General', 3),
      move('Shipping', round % 4),
      add(`Round ${round}`),
    ]);
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await positions()).toEqual(Array.from({ length: 5 + round }, (_, index) => index));
  }
});

test('places that were the same, as after an import, become different with the first move', async () => {
  await db.category.updateMany({ data: { position: 7 } });
  expect(await names()).toEqual(['Care', 'General', 'Returns', 'Shipping']);
  await move('Shipping', 2);
  expect(await names()).toEqual(['Care', 'General', 'Shipping', 'Returns']);
  expect(await positions()).toEqual([0, 1, 2, 3]);
});

test('the desk counts what everybody can read', async () => {
  await anArticle(owner, { title: 'How long does shipping take?', category: 'Shipping' });
  await anArticle(owner, { title: 'A draft on shipping', category: 'Shipping', state: 'draft' });
  await aThread({ by: owner });
  const hidden = await aThread({ by: owner });
  await db.hiding.create({ data: { id: newId(), threadId: hidden, byId: owner.id, at: new Date() } });
  const counts = (await deskCategories()).map(({ name, articles, threads }) => [name, articles, threads]);
  expect(counts).toEqual([
    ['General', 0, 1],
    ['Shipping', 1, 0],
    ['Returns', 0, 0],
    ['Care', 0, 0],
  ]);
});
