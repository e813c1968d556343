import type { Actor } from '@/lib/accounts/schema';
import { now } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import type { Outcome } from '@/lib/errors';
import { canWriteArticles } from '@/lib/faq/policy';
import { slugChoice } from '@/lib/faq/rules';
import type { WriteArticle } from '@/lib/faq/schema';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

/** As many articles as may share one title before the id has to tell them apart. */
const SLUG_TRIES = 50;
/** Writers of one title meet at the unique address and try the next number; the last try takes its id as one, which
 * nobody else has. */
const WRITE_TRIES = 3;

/** Writes a new article, as a draft or published at once. Its address is made from its title. */
export async function writeArticle(
  input: WriteArticle,
  actor: Actor,
): Promise<Outcome<{ id: string; slug: string }, 'not-allowed' | 'category-unknown'>> {
  if (!canWriteArticles(actor)) return { ok: false, reason: 'not-allowed' };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction((tx) => write(tx, input, actor, attempt === WRITE_TRIES));
    } catch (error) {
      if (!isUniqueViolation(error) || attempt >= WRITE_TRIES) throw error;
    }
  }
}

async function write(tx: Tx, input: WriteArticle, actor: Actor, isLastTry: boolean) {
  const category = await tx.category.findUnique({ where: { slug: input.category }, select: { id: true } });
  if (!category) return { ok: false, reason: 'category-unknown', field: 'category' } as const;
  const { title, body, keywords, state } = input;
  const fields = { title, body, keywords, state, categoryId: category.id };
  const article = await insertArticle(tx, actor.id, fields, isLastTry);
  return { ok: true, ...article } as const;
}

type NewArticle = {
  title: string;
  body: string;
  keywords: string;
  state: 'draft' | 'published';
  categoryId: string;
  createdAt?: Date;
  fromThreadId?: string;
  sourceId?: string;
  sourceNote?: string | null;
};

/** Inserts an article with its first version and tells search of it; for the commands that make articles.
 * @param isLastTry its address ends in its id, so that no other article can take it meanwhile */
export async function insertArticle(
  tx: Tx,
  byId: string,
  article: NewArticle,
  isLastTry = false,
): Promise<{ id: string; slug: string }> {
  const at = now();
  const createdAt = article.createdAt ?? at;
  const id = newId();
  const slug = isLastTry ? slugWithId(article.title, id) : await freeSlug(tx, article.title, id);
  await tx.article.create({
    data: {
      ...article,
      id,
      slug,
      authorId: byId,
      createdAt,
      updatedAt: createdAt,
      publishedAt: article.state === 'published' ? createdAt : null,
    },
  });
  await keepVersion(tx, { articleId: id, title: article.title, body: article.body, byId, at });
  await attachUploads(tx, { articleId: id }, uploadsInText(article.body), { actorId: byId, holder: null });
  await enqueue(tx, 'faq.article-changed', { articleId: id });
  return { id, slug };
}

/** Keeps what an article says after a save: history shows every save with who and when. */
export async function keepVersion(
  tx: Tx,
  version: { articleId: string; title: string; body: string; byId: string; at: Date },
): Promise<void> {
  await tx.articleRevision.create({ data: { id: newId(), ...version } });
}

async function freeSlug(tx: Tx, title: string, id: string): Promise<string> {
  const choices = Array.from({ length: SLUG_TRIES }, (_, attempt) => slugChoice(title, attempt));
  const taken = await takenSlugs(tx, choices);
  return choices.find((choice) => !taken.has(choice)) ?? slugWithId(title, id);
}

function slugWithId(title: string, id: string): string {
  return `${slugChoice(title, 0)}-${id}`;
}

/** Which of these addresses lead to an article already, now or from before it was renamed. */
export async function takenSlugs(tx: Tx, slugs: readonly string[], exceptId?: string): Promise<Set<string>> {
  const among = { slug: { in: [...slugs] } };
  const [current, old] = [
    await tx.article.findMany({ where: among, select: { slug: true, id: true } }),
    await tx.articleOldSlug.findMany({ where: among, select: { slug: true, articleId: true } }),
  ];
  return new Set([
    ...current.filter((row) => row.id !== exceptId).map((row) => row.slug),
    ...old.filter((row) => row.articleId !== exceptId).map((row) => row.slug),
  ]);
}
