import type { Actor } from '@/lib/accounts/schema';
import { db, type Prisma } from '@/lib/db/client';
import { canSeeArticle, canWriteArticles } from '@/lib/faq/policy';
import { popularity } from '@/lib/faq/rules';
import { plainText } from '@/lib/markdown';
import { beginningOfMarkdown } from '@/lib/markdown-beginning';

/** An article as every list shows it. */
export type ArticleCard = {
  id: string;
  slug: string;
  href: string;
  title: string;
  /** First words as plain text. */
  excerpt: string;
  state: 'draft' | 'published';
  category: { slug: string; name: string };
  updatedAt: Date;
  helpedCount: number;
};

const EXCERPT_LENGTH = 160;
/** Only the start is read for an excerpt: a list of long articles must not cost as many long parses. */
const EXCERPT_SOURCE = 800;
/** Popular answers are chosen from this many with the most thanks. */
const POPULAR_CANDIDATES = 50;

const cardFields = {
  id: true,
  slug: true,
  title: true,
  body: true,
  state: true,
  updatedAt: true,
  helpedCount: true,
  notHelpedCount: true,
  category: { select: { slug: true, name: true } },
} as const satisfies Prisma.ArticleSelect;

type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardFields }>;

/** The address of an article. */
export function articleHref(slug: string): string {
  return `/faq/${encodeURIComponent(slug)}`;
}

function toCard(row: CardRow): ArticleCard {
  const { body, notHelpedCount: _, ...rest } = row;
  return {
    ...rest,
    href: articleHref(row.slug),
    excerpt: plainText(beginningOfMarkdown(body, EXCERPT_SOURCE), EXCERPT_LENGTH),
  };
}

export type ArticleList = { items: ArticleCard[]; total: number };

/** One page of published articles, in a category (slug) or in all, the most helpful first. */
export async function articleList(filter: {
  category?: string;
  page: number;
  perPage: number;
}): Promise<ArticleList> {
  const where: Prisma.ArticleWhereInput = { state: 'published' };
  if (filter.category !== undefined) where.category = { slug: filter.category };
  const [rows, total] = await Promise.all([
    db.article.findMany({
      where,
      select: cardFields,
      orderBy: [{ helpedCount: 'desc' }, { title: 'asc' }, { id: 'asc' }],
      skip: (filter.page - 1) * filter.perPage,
      take: filter.perPage,
    }),
    db.article.count({ where }),
  ]);
  return { items: rows.map(toCard), total };
}

/** The articles that helped most; before anybody has said so, the newest. */
export async function popularArticles(n: number): Promise<ArticleCard[]> {
  const rows = await db.article.findMany({
    where: { state: 'published' },
    select: cardFields,
    orderBy: [{ helpedCount: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    take: Math.max(POPULAR_CANDIDATES, n),
  });
  return rows
    .sort((a, b) => popularity(b) - popularity(a))
    .slice(0, n)
    .map(toCard);
}

/** Cards for ids found elsewhere (search), in the order of the ids; drafts are left out for everybody. */
export async function articleCards(ids: readonly string[]): Promise<ArticleCard[]> {
  if (ids.length === 0) return [];
  const rows = await db.article.findMany({
    where: { id: { in: [...ids] }, state: 'published' },
    select: cardFields,
  });
  const byId = new Map(rows.map((row) => [row.id, toCard(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What search may know of an article, or null when it is a draft or gone. Texts are Markdown as written. */
export async function articleForSearch(id: string): Promise<{
  title: string;
  body: string;
  keywords: string;
  category: string;
  updatedAt: Date;
} | null> {
  const row = await db.article.findFirst({
    where: { id, state: 'published' },
    select: {
      title: true,
      body: true,
      keywords: true,
      updatedAt: true,
      category: { select: { name: true } },
    },
  });
  return row && { ...row, category: row.category.name };
}

export type ArticlePage = ArticleCard & {
  /** Markdown as written. */
  body: string;
  keywords: string;
  createdAt: Date;
  notHelpedCount: number;
  /** Where an imported text came from. */
  sourceNote: string | null;
  /** The public thread this article was promoted from. */
  fromThread: { id: string; slug: string } | null;
  previous: { href: string; title: string } | null;
  next: { href: string; title: string } | null;
  can: { edit: boolean };
};

/** An article by its address: the page, where it has moved to, or null where there is nothing for this person. */
export async function articlePage(
  slug: string,
  actor: Actor | null,
): Promise<{ article: ArticlePage } | { movedTo: string } | null> {
  const row = await db.article.findUnique({
    where: { slug },
    select: {
      ...cardFields,
      keywords: true,
      createdAt: true,
      sourceNote: true,
      categoryId: true,
      fromThread: { select: { id: true, slug: true, hiding: { select: { id: true } } } },
    },
  });
  if (!row) return movedArticle(slug, actor);
  if (!canSeeArticle(actor, row)) return null;
  const { fromThread, categoryId, ...rest } = row;
  return {
    article: {
      ...rest,
      ...toCard(row),
      fromThread: fromThread && !fromThread.hiding ? { id: fromThread.id, slug: fromThread.slug } : null,
      ...(await neighbours(row.id, row.title, categoryId)),
      can: { edit: canWriteArticles(actor) },
    },
  };
}

async function movedArticle(slug: string, actor: Actor | null): Promise<{ movedTo: string } | null> {
  const old = await db.articleOldSlug.findUnique({
    where: { slug },
    select: { article: { select: { slug: true, state: true } } },
  });
  return old && canSeeArticle(actor, old.article) ? { movedTo: old.article.slug } : null;
}

/** The published articles before and after this one in its category, by title. */
async function neighbours(id: string, title: string, categoryId: string) {
  const base = { state: 'published' as const, categoryId, id: { not: id } };
  const select = { slug: true, title: true };
  const [previous, next] = await Promise.all([
    db.article.findFirst({ where: { ...base, title: { lt: title } }, orderBy: { title: 'desc' }, select }),
    db.article.findFirst({ where: { ...base, title: { gt: title } }, orderBy: { title: 'asc' }, select }),
  ]);
  const toLink = (row: { slug: string; title: string } | null) =>
    row && { href: articleHref(row.slug), title: row.title };
  return { previous: toLink(previous), next: toLink(next) };
}

export type DeskArticle = ArticleCard & { notHelpedCount: number; author: string };

/** One page of all articles for the desk, the last changed first. */
export async function deskArticles(filter: {
  state?: 'draft' | 'published';
  page: number;
  perPage: number;
}): Promise<{ items: DeskArticle[]; total: number; drafts: number; published: number }> {
  const where: Prisma.ArticleWhereInput = filter.state === undefined ? {} : { state: filter.state };
  const [rows, drafts, published] = await Promise.all([
    db.article.findMany({
      where,
      select: { ...cardFields, author: { select: { name: true } } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      skip: (filter.page - 1) * filter.perPage,
      take: filter.perPage,
    }),
    db.article.count({ where: { state: 'draft' } }),
    db.article.count({ where: { state: 'published' } }),
  ]);
  const items = rows.map((row) => ({
    ...toCard(row),
    notHelpedCount: row.notHelpedCount,
    author: row.author.name,
  }));
  const total =
    filter.state === 'draft' ? drafts : filter.state === 'published' ? published : drafts + published;
  return { items, total, drafts, published };
}

export type ArticleForEdit = {
  id: string;
  slug: string;
  title: string;
  body: string;
  keywords: string;
  state: 'draft' | 'published';
  category: string;
  updatedAt: Date;
  fromThreadId: string | null;
  /** Every save, the newest first. */
  versions: { id: string; title: string; body: string; by: string; at: Date }[];
};

/** How many saves the history shows. */
const VERSIONS_SHOWN = 50;

/** An article as its editor sees it, or null. The caller has made sure that this is one of the shop's people. */
export async function articleForEdit(id: string): Promise<ArticleForEdit | null> {
  const row = await db.article.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      body: true,
      keywords: true,
      state: true,
      updatedAt: true,
      fromThreadId: true,
      category: { select: { slug: true } },
      revisions: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: VERSIONS_SHOWN,
        select: { id: true, title: true, body: true, at: true, by: { select: { name: true } } },
      },
    },
  });
  if (!row) return null;
  const { revisions, category, ...article } = row;
  return {
    ...article,
    category: category.slug,
    versions: revisions.map(({ by, ...version }) => ({ ...version, by: by.name })),
  };
}
