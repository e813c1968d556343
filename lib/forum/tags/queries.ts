import { db } from '@/lib/db/client';
import { PER_PAGE } from '@/lib/web/page-number';

export type DeskTag = { id: string; slug: string; name: string; description: string; threads: number };

/** One page of all tags by name, for the desk. */
export async function deskTags(page: number): Promise<{ items: DeskTag[]; total: number; perPage: number }> {
  const [rows, total] = await Promise.all([
    db.tag.findMany({
      orderBy: [{ slug: 'asc' }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: { id: true, slug: true, name: true, description: true, _count: { select: { threads: true } } },
    }),
    db.tag.count(),
  ]);
  const items = rows.map(({ _count, ...tag }) => ({ ...tag, threads: _count.threads }));
  return { items, total, perPage: PER_PAGE };
}
