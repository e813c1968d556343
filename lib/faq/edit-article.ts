import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canWriteArticles } from '@/lib/faq/policy';
import { momentOfSave } from '@/lib/faq/rules';
import { type ArticleReason, type EditArticle, SLUG_MAX } from '@/lib/faq/schema';
import { keepVersion, takenSlugs } from '@/lib/faq/write-article';
import { enqueue } from '@/lib/jobs/queue';
import { slugify } from '@/lib/slug';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

type Edited = Outcome<{ id: string; slug: string }, ArticleReason>;

/** Changes an article; what the input leaves out stays. With `basedOn` a save that happened since is not overwritten.
 * A changed address keeps the old one leading here. */
export async function editArticle(id: string, input: EditArticle, actor: Actor): Promise<Edited> {
  if (!canWriteArticles(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await transaction((tx) => edit(tx, id, input, actor));
  } catch (error) {
    // Somebody took the address between our look and our write.
    if (isUniqueViolation(error)) return { ok: false, reason: 'slug-taken', field: 'slug' };
    throw error;
  }
}

async function edit(tx: Tx, id: string, input: EditArticle, actor: Actor): Promise<Edited> {
  // Begins with a write, so that the row is ours on both databases before anything is decided.
  const locked = await tx.article.updateMany({ where: { id }, data: { helpedCount: { increment: 0 } } });
  if (locked.count === 0) return { ok: false, reason: 'not-found' };
  const before = await tx.article.findUniqueOrThrow({ where: { id } });
  if (input.basedOn !== undefined && new Date(input.basedOn).getTime() !== before.updatedAt.getTime()) {
    return { ok: false, reason: 'changed-meanwhile' };
  }
  const categoryId = await categoryIdOf(tx, input.category, before.categoryId);
  if (!categoryId) return { ok: false, reason: 'category-unknown', field: 'category' };
  const slug = input.slug === undefined ? before.slug : slugify(input.slug, SLUG_MAX);
  if (slug !== before.slug && (await takenSlugs(tx, [slug], id)).has(slug)) {
    return { ok: false, reason: 'slug-taken', field: 'slug' };
  }
  const {
    title = before.title,
    body = before.body,
    keywords = before.keywords,
    state = before.state,
  } = input;
  const at = now();
  const data = { title, body, keywords, state, categoryId, slug };
  const isSame = Object.entries(data).every(([key, value]) => before[key as keyof typeof data] === value);
  if (isSame) return { ok: true, id, slug };

  if (slug !== before.slug) await moveAddress(tx, id, before.slug, slug, at);
  const publishedAt = state === 'published' ? (before.publishedAt ?? at) : before.publishedAt;
  await tx.article.update({
    where: { id },
    data: { ...data, publishedAt, updatedAt: momentOfSave(at, before.updatedAt) },
  });
  if (title !== before.title || body !== before.body) {
    await keepVersion(tx, { articleId: id, title, body, byId: actor.id, at });
  }
  await attachUploads(tx, { articleId: id }, uploadsInText(body), { actorId: actor.id, holder: null });
  await enqueue(tx, 'faq.article-changed', { articleId: id });
  return { ok: true, id, slug };
}

async function categoryIdOf(tx: Tx, slug: string | undefined, current: string): Promise<string | null> {
  if (slug === undefined) return current;
  const found = await tx.category.findUnique({ where: { slug }, select: { id: true } });
  return found?.id ?? null;
}

async function moveAddress(tx: Tx, articleId: string, from: string, to: string, at: Date): Promise<void> {
  // Going back to an address of its own: it is the real one again.
  await tx.articleOldSlug.deleteMany({ where: { slug: to, articleId } });
  await tx.articleOldSlug.create({ data: { slug: from, articleId, createdAt: at } });
}
