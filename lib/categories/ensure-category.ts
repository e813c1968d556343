import {
  CATEGORY_NAME_MAX,
  CATEGORY_SLUG_MAX,
  GENERAL_NAME,
  GENERAL_SLUG,
  RESERVED_SLUGS,
} from '@/lib/categories/schema';
import { type Tx, transaction } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { slugify } from '@/lib/slug';
import { cleanLine, foldForComparison } from '@/lib/text';

export type CategoryRef = { id: string; slug: string };

/** As many namesakes ("C", "C++", "C#") as can share the beginning of a slug. */
const SLUG_TRIES = 20;

/** Finds the category of this name, whatever its case and accents, or makes it. An empty name is the general one.
 * For importers and commands, inside their transaction. */
export async function ensureCategory(tx: Tx, name: string): Promise<CategoryRef> {
  const clean = cleanLine(name).slice(0, CATEGORY_NAME_MAX).trim() || GENERAL_NAME;
  const folded = foldForComparison(clean);
  const candidates = slugCandidates(clean);
  const taken = await tx.category.findMany({
    where: { OR: [{ name: clean }, { slug: { in: candidates } }] },
    select: { id: true, slug: true, name: true },
  });
  const found = taken.find(
    (category) =>
      category.name === clean || foldForComparison(category.name) === folded || isGeneral(category, clean),
  );
  if (found) return { id: found.id, slug: found.slug };
  const slug = candidates.find((candidate) => !taken.some((category) => category.slug === candidate));
  if (!slug) throw new Error(`No address is free for a category named "${clean}".`);
  // Two importers may meet here; whoever comes second gets the first one's row.
  return tx.category.upsert({
    where: { slug },
    create: { id: newId(), slug, name: clean, position: await nextPosition(tx) },
    update: {},
    select: { id: true, slug: true },
  });
}

/** Makes sure that the general category exists; cheap, called when a process begins. */
export async function ensureGeneralCategory(): Promise<CategoryRef> {
  return transaction((tx) => ensureCategory(tx, GENERAL_NAME));
}

/** Where a new category stands: after all others. */
export async function nextPosition(tx: Tx): Promise<number> {
  const last = await tx.category.aggregate({ _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}

/** The addresses a category of this name may have, the best first. */
export function slugCandidates(name: string): string[] {
  const plain = slugify(name, CATEGORY_SLUG_MAX);
  const base = RESERVED_SLUGS.includes(plain) ? `${plain}-topics` : plain;
  return [base, ...Array.from({ length: SLUG_TRIES }, (_, index) => `${base}-${index + 2}`)];
}

/** The owner may have renamed the general category; its address stays and is what it is known by. */
function isGeneral(category: CategoryRef, name: string): boolean {
  return category.slug === GENERAL_SLUG && slugify(name) === GENERAL_SLUG;
}
