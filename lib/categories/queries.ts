import { isStaff } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';

export type CategoryKind = 'faq' | 'forum';
export type CategoryWithCount = {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** Public articles or threads in it. */
  count: number;
};

/** The owner's order; the name decides between two that were made at the same moment. */
export const inOrder = [{ position: 'asc' as const }, { name: 'asc' as const }];

const publicOnly = {
  select: {
    articles: { where: { state: 'published' as const } },
    threads: { where: { hiding: { is: null } } },
  },
};

/** The categories with how many public articles ('faq') or threads ('forum') each has, in the owner's order.
 * Visitors and members see those with something in them; the shop's people see all. */
export async function categoriesWithCounts(
  kind: CategoryKind,
  actor: Actor | null,
): Promise<CategoryWithCount[]> {
  const rows = await db.category.findMany({
    orderBy: inOrder,
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      _count: publicOnly,
    },
  });
  return rows
    .map(({ _count, ...category }) => ({
      ...category,
      count: kind === 'faq' ? _count.articles : _count.threads,
    }))
    .filter((category) => category.count > 0 || isStaff(actor));
}

export type DeskCategory = {
  id: string;
  slug: string;
  name: string;
  description: string;
  /** What everybody can read in it. */
  articles: number;
  threads: number;
};

/** Every category in the owner's order, the empty ones too, for the desk. */
export async function deskCategories(): Promise<DeskCategory[]> {
  const rows = await db.category.findMany({
    orderBy: inOrder,
    select: { id: true, slug: true, name: true, description: true, _count: publicOnly },
  });
  return rows.map(({ _count, ...category }) => ({ ...category, ..._count }));
}

/** Every category, for choosing one in a form. */
export async function categoryChoices(): Promise<{ slug: string; name: string }[]> {
  return db.category.findMany({ orderBy: inOrder, select: { slug: true, name: true } });
}

/** One category by its address, or null. */
export async function categoryBySlug(
  slug: string,
): Promise<{ id: string; slug: string; name: string; description: string } | null> {
  return db.category.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, description: true },
  });
}
