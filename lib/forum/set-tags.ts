import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { EMPTY_SLUG, slugify } from '@/lib/slug';

/** Longest slug of a tag; names have at most 30 characters, some of which become two (ß). */
const TAG_SLUG_MAX = 60;

/** Tags as they are kept: one per slug, in the order of the slugs; signs alone are no tag. */
export function tagsBySlug(names: readonly string[]): Map<string, string> {
  const bySlug = new Map<string, string>();
  for (const name of names) {
    const slug = slugify(name, TAG_SLUG_MAX);
    if (slug !== EMPTY_SLUG && !bySlug.has(slug)) bySlug.set(slug, name);
  }
  // In one order everywhere, so that two transactions that share tags do not wait for each other in a circle.
  return new Map([...bySlug].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Gives a thread exactly these tags; a tag that exists keeps the spelling it was made with. */
export async function setTags(tx: Tx, threadId: string, names: readonly string[]): Promise<void> {
  const tagIds: string[] = [];
  for (const [slug, name] of tagsBySlug(names)) {
    const tag = await tx.tag.upsert({
      where: { slug },
      create: { id: newId(), slug, name },
      update: {},
      select: { id: true },
    });
    tagIds.push(tag.id);
  }
  await tx.threadTag.deleteMany({ where: { threadId, tagId: { notIn: tagIds } } });
  const kept = await tx.threadTag.findMany({ where: { threadId }, select: { tagId: true } });
  const missing = tagIds.filter((id) => !kept.some((row) => row.tagId === id));
  if (missing.length > 0) {
    await tx.threadTag.createMany({ data: missing.map((tagId) => ({ threadId, tagId })) });
  }
}
