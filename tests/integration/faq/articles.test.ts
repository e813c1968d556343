import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { ensureCategory, ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { categoriesWithCounts } from '@/lib/categories/queries';
import { db } from '@/lib/db/client';
import { transaction } from '@/lib/db/transaction';
import { addStarterContent } from '@/lib/faq/add-starter-content';
import { editArticle } from '@/lib/faq/edit-article';
import { importArticle } from '@/lib/faq/import-article';
import { promoteThread } from '@/lib/faq/promote-thread';
import { publishArticle } from '@/lib/faq/publish-article';
import { articleForEdit, articleList, articlePage } from '@/lib/faq/queries';
import { rateArticle } from '@/lib/faq/rate-article';
import { saveArticle } from '@/lib/faq/save-article';
import { EditArticle, ImportedArticle, WriteArticle } from '@/lib/faq/schema';
import { unpublishArticle } from '@/lib/faq/unpublish-article';
import { writeArticle } from '@/lib/faq/write-article';
import { newId } from '@/lib/ids';
import { aPerson } from '../../support/a-person';
import { anArticle } from '../../support/an-article';

let owner: Actor;
let member: Actor;

beforeAll(async () => {
  owner = await aPerson({ role: 'owner' });
  member = await aPerson();
  await ensureGeneralCategory();
});

async function seen(slug: string, actor: Actor | null) {
  const found = await articlePage(slug, actor);
  if (!found || !('article' in found)) throw new Error(`No article at ${slug}`);
  return found.article;
}

test('a category is made once, whatever the case, and namesakes get an address of their own', async () => {
  const make = (name: string) => transaction((tx) => ensureCategory(tx, name));
  const shipping = await make('Shipping');
  expect(await make('  SHIPPING ')).toEqual(shipping);
  expect((await make('C++')).slug).not.toBe((await make('C#')).slug);
  expect((await make('New')).slug).toBe('new-topics');
  expect((await make('')).slug).toBe('general');
});

test('categories that are empty are shown to the shop only', async () => {
  await anArticle(owner, { title: 'Where is my gift card?', category: 'Gift cards' });
  const draft = await anArticle(owner, { title: 'Only a draft', category: 'Drafts only', state: 'draft' });
  const forVisitors = await categoriesWithCounts('faq', null);
  expect(forVisitors.map((category) => category.name)).toContain('Gift cards');
  expect(forVisitors.map((category) => category.name)).not.toContain('Drafts only');
  const forOwner = await categoriesWithCounts('faq', owner);
  expect(forOwner.find((category) => category.name === 'Drafts only')?.count).toBe(0);
  expect(await articlePage(draft.slug, member)).toBeNull();
});

test('only the owner and helpers write and edit', async () => {
  const { id } = await anArticle(owner, { title: 'Not for members' });
  const input = WriteArticle.parse({ title: 'Members write', body: 'No' });
  expect(await writeArticle(input, member)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await editArticle(id, { title: 'Hijacked' }, member)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await addStarterContent(member)).toEqual({ ok: false, reason: 'not-allowed' });
});

test('articles of one title written at once get an address each, however many', async () => {
  const written = await Promise.all(
    Array.from({ length: 12 }, () => anArticle(owner, { title: 'The very same title' })),
  );
  expect(new Set(written.map((article) => article.slug)).size).toBe(12);
  expect(written.map((article) => article.slug)).toContain('the-very-same-title');
});

test('a draft is found by nobody but the shop until it is published', async () => {
  const { id, slug } = await anArticle(owner, { title: 'Secret launch plan', state: 'draft' });
  expect(await articlePage(slug, null)).toBeNull();
  expect((await seen(slug, owner)).state).toBe('draft');
  await publishArticle(id, owner);
  expect((await seen(slug, null)).state).toBe('published');
  await unpublishArticle(id, owner);
  expect(await articlePage(slug, member)).toBeNull();
  const listed = await articleList({ page: 1, perPage: 100 });
  expect(listed.items.map((article) => article.id)).not.toContain(id);
});

test('an old address leads to the new one, and nobody else can take it', async () => {
  const { id, slug } = await anArticle(owner, { title: 'Returns policy' });
  await editArticle(id, EditArticle.parse({ slug: 'How to return' }), owner);
  expect(await articlePage(slug, null)).toEqual({ movedTo: 'how-to-return' });
  const other = await anArticle(owner, { title: 'Returns policy' });
  expect(other.slug).toBe('returns-policy-2');
  expect(await editArticle(other.id, { slug: 'returns-policy' }, owner)).toMatchObject({
    reason: 'slug-taken',
  });
  await editArticle(id, { slug: 'returns-policy' }, owner);
  expect((await seen('returns-policy', null)).id).toBe(id);
  expect(await articlePage('how-to-return', null)).toEqual({ movedTo: 'returns-policy' });
});

test('an old address of a draft leads nowhere', async () => {
  const { id, slug } = await anArticle(owner, { title: 'Taken back later' });
  await editArticle(id, { slug: 'renamed', state: 'draft' }, owner);
  expect(await articlePage(slug, null)).toBeNull();
  expect(await articlePage(slug, owner)).toEqual({ movedTo: 'renamed' });
});

test('every save is kept, and a save since is not overwritten', async () => {
  const { id } = await anArticle(owner, { title: 'Warranty', body: 'One year.' });
  const start = await articleForEdit(id);
  const basedOn = start?.updatedAt.toISOString();
  const saves = await Promise.all(
    ['Two years.', 'Three years.'].map((body) => editArticle(id, { body, basedOn }, owner)),
  );
  expect(saves.filter((save) => save.ok)).toHaveLength(1);
  expect(saves.filter((save) => !save.ok)).toMatchObject([{ reason: 'changed-meanwhile' }]);
  const after = await articleForEdit(id);
  expect(after?.versions.map((version) => version.body)).toEqual([after?.body, 'One year.']);
});

test('a preview changes nothing', async () => {
  const before = await db.article.count();
  const form = { title: 'Preview me', body: 'Text', keywords: '', category: 'general' };
  expect(await saveArticle({ ...form, intent: 'preview' }, owner)).toEqual({ ok: true, id: null });
  expect(await db.article.count()).toBe(before);
  const draft = await saveArticle({ ...form, intent: 'draft' }, owner);
  expect(draft.ok && draft.id && (await articleForEdit(draft.id))?.state).toBe('draft');
});

test('fifty answers of one visitor at once are one answer, and the counters equal the rows', async () => {
  const { id, slug } = await anArticle(owner, { title: 'Was this helpful' });
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => rateArticle(id, index % 2 === 0, 'the same visitor')),
  );
  await rateArticle(id, true, 'the same visitor');
  await Promise.all(Array.from({ length: 10 }, (_, index) => rateArticle(id, index < 7, `visitor ${index}`)));
  const rows = await db.articleFeedback.findMany({ where: { articleId: id } });
  expect(rows).toHaveLength(11);
  const article = await seen(slug, null);
  expect(article.helpedCount).toBe(rows.filter((row) => row.helpful).length);
  expect(article.notHelpedCount).toBe(rows.filter((row) => !row.helpful).length);
  expect(article.helpedCount).toBe(8);
});

test('a draft cannot be rated', async () => {
  const { id } = await anArticle(owner, { title: 'Nobody saw this', state: 'draft' });
  expect(await rateArticle(id, true, 'someone')).toEqual({ ok: false, reason: 'not-found' });
});

test('an import adds, leaves alone what is the same, updates what changed, and is safe when run twice at once', async () => {
  const row = (answer: string) =>
    ImportedArticle.parse({
      sourceId: 'shop:1',
      question: 'Do you ship abroad?',
      answer,
      category: 'Delivery',
      keywords: 'international',
    });
  const both = await Promise.all([
    importArticle(row('Yes.'), owner.id),
    importArticle(row('Yes.'), owner.id),
  ]);
  expect(both.map((result) => result.outcome).sort()).toEqual(['added', 'unchanged']);
  expect((await importArticle(row('Yes, everywhere.'), owner.id)).outcome).toBe('updated');
  expect(await db.article.count({ where: { sourceId: 'shop:1' } })).toBe(1);
  const id = both[0]?.id ?? '';
  expect((await articleForEdit(id))?.versions).toHaveLength(2);
});

test('starter content is added once and never over an edit', async () => {
  const first = await addStarterContent(owner);
  expect(first).toMatchObject({ ok: true, added: 12 });
  const tracking = await db.article.findUniqueOrThrow({ where: { sourceId: 'starter-tracking' } });
  await editArticle(tracking.id, { body: 'Our own words.' }, owner);
  expect(await addStarterContent(owner)).toEqual({ ok: true, added: 0 });
  expect((await seen(tracking.slug, null)).body).toBe('Our own words.');
});

test('a thread becomes one draft with its accepted answers', async () => {
  const { id: categoryId } = await ensureGeneralCategory();
  const threadId = newId();
  const at = new Date();
  await db.thread.create({
    data: {
      id: threadId,
      slug: 'lamp-flickers',
      title: 'My lamp flickers on a dimmer',
      body: 'It flickers.',
      categoryId,
      authorId: member.id,
      createdAt: at,
      lastActivityAt: at,
      acceptedCount: 1,
    },
  });
  const replyId = newId();
  await db.reply.create({
    data: {
      id: replyId,
      threadId,
      number: 1,
      body: 'Use a trailing-edge dimmer.',
      authorId: owner.id,
      createdAt: at,
    },
  });
  await db.acceptedAnswer.create({ data: { id: newId(), threadId, replyId, byId: owner.id, at } });
  expect(await promoteThread(threadId, member)).toEqual({ ok: false, reason: 'not-allowed' });
  const both = await Promise.all([promoteThread(threadId, owner), promoteThread(threadId, owner)]);
  expect(new Set(both.map((result) => result.ok && result.id)).size).toBe(1);
  expect(both.filter((result) => result.ok && result.isNew)).toHaveLength(1);
  const slug = both[0]?.ok ? both[0].slug : '';
  const article = await seen(slug, owner);
  expect(article).toMatchObject({ state: 'draft', body: 'Use a trailing-edge dimmer.' });
  expect(article.fromThread?.id).toBe(threadId);
  expect(await articlePage(slug, null)).toBeNull();
});
