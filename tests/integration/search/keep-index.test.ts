import { rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { config } from '@/lib/config';
import { db } from '@/lib/db/client';
import { takeProcessWide } from '@/lib/db/process-wide';
import { editArticle } from '@/lib/faq/edit-article';
import { handlers } from '@/lib/jobs/handlers';
import { runDueJobs } from '@/lib/jobs/worker';
import { joinPieces } from '@/lib/search/mark-matches';
import { searchSettings } from '@/lib/search/queries';
import { saveSearchSettings } from '@/lib/search/save-search-settings';
import { SearchSettings } from '@/lib/search/schema';
import { searchPage, suggest } from '@/lib/search/search';
import { freshIndex, saveOnStop } from '@/lib/search/sync';
import { aPerson } from '../../support/a-person';
import { anArticle } from '../../support/an-article';

let owner: Actor;
let changed: { id: string };

beforeAll(async () => {
  owner = await aPerson({ role: 'owner' });
  await ensureGeneralCategory();
  changed = await anArticle(owner, { title: 'Where is my parcel', body: 'On its way.' });
  await anArticle(owner, { title: 'Unsere Häuser und wie man sie findet', body: 'Mit dem Bus.' });
  await anArticle(owner, { title: 'Use a gift card', body: 'At the till.' });
  await runDueJobs(handlers);
});

/** As a process that has just begun. */
beforeEach(async () => {
  await freshIndex();
  takeProcessWide('search-index');
});

async function titles(query: string): Promise<string[]> {
  const found = await searchPage(query, { page: 1 }, null);
  return found.items.map((item) => joinPieces(item.title));
}

test('a process that begins reads what the last one saved, and what came after it', async () => {
  expect(await titles('parcel')).toEqual(['Where is my parcel']);
  await editArticle(changed.id, { title: 'Where is my zeppelin' }, owner);
  await runDueJobs(handlers);
  await freshIndex();
  await saveOnStop();
  await editArticle(changed.id, { title: 'Where is my hovercraft' }, owner);
  await runDueJobs(handlers);
  takeProcessWide('search-index');
  expect(await titles('hovercraft')).toEqual(['Where is my hovercraft']);
  expect(await titles('zeppelin')).toEqual([]);
});

test('a file that knows more than the rows is of another database and is not used', async () => {
  expect(await titles('gift')).toEqual(['Use a gift card']);
  const { id } = await anArticle(owner, { title: 'Soon forgotten marzipan', body: 'Gone.' });
  await runDueJobs(handlers);
  expect(await titles('marzipan')).toHaveLength(1);
  await saveOnStop();
  // As a backup of before would have it.
  await db.searchDocument.deleteMany({ where: { subjectId: id } });
  takeProcessWide('search-index');
  expect((await freshIndex()).find('article', id)).toBeUndefined();
  expect(await titles('gift')).toEqual(['Use a gift card']);
});

test('a row that differs from the saved index is mended in the background', async () => {
  await titles('gift');
  await anArticle(owner, { title: 'The last one written', body: 'So that its number is the highest.' });
  await runDueJobs(handlers);
  await titles('written');
  await saveOnStop();
  const row = await db.searchDocument.findFirstOrThrow({ where: { title: 'Use a gift card' } });
  await db.searchDocument.update({
    where: { seq: row.seq },
    data: { body: 'Under the plum tree.', at: new Date() },
  });
  takeProcessWide('search-index');
  await expect.poll(() => titles('plum tree')).toEqual(['Use a gift card']);
});

test('without a folder for it the search works all the same', async () => {
  await rm(path.join(config().dataDir, 'search'), { recursive: true, force: true });
  expect(await titles('gift')).toEqual(['Use a gift card']);
});

test('the owner’s synonyms take effect at once, and another language within a search or two', async () => {
  const settings = SearchSettings.parse({ languages: 'en', synonyms: 'voucher, gift card' });
  expect(await titles('voucher')).toEqual([]);
  expect(await saveSearchSettings(settings, owner)).toEqual({ ok: true });
  expect(await titles('voucher')).toEqual(['Use a gift card']);
  expect(await titles('haus')).toEqual([]);
  await saveSearchSettings({ ...settings, languages: ['en', 'de'] }, owner);
  await expect.poll(() => titles('haus')).toEqual(['Unsere Häuser und wie man sie findet']);
  expect((await freshIndex()).languages).toEqual(['en', 'de']);
});

test('only the owner sets them, and nothing but what there is', async () => {
  const member = await aPerson();
  const settings = await searchSettings();
  expect(await saveSearchSettings(settings, member)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(SearchSettings.safeParse({ languages: [], synonyms: '' }).success).toBe(false);
  expect(SearchSettings.safeParse({ languages: ['xx'], synonyms: '' }).success).toBe(false);
  expect(SearchSettings.safeParse({ languages: ['en'], synonyms: 'x'.repeat(20_000) }).success).toBe(false);
});

test('suggestions complete the word being typed', async () => {
  const groups = await suggest('use a gif', null);
  expect(groups[0]?.items.map((item) => item.title)).toContain('Use a gift card');
});
