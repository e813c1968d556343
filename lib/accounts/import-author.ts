import { checkName, NAME_MAX, nameSkeleton } from '@/lib/accounts/names';
import type { Tx } from '@/lib/db/transaction';
import { newId } from '@/lib/ids';
import { foldForComparison } from '@/lib/text';

/** Someone who wrote elsewhere. `url` is their page there, shown as attribution; it is also what tells namesakes apart. */
export type ImportedAuthor = { name?: string; url?: string };

/** Posts of an import that name nobody are by this one person. */
const NOBODY = 'Guest';
/** So many people of one name are numbered before the id decides. */
const NUMBERED = 500;

/** The key under which an imported person is found again. */
export function authorKey(author: ImportedAuthor): string {
  if (author.url) return author.url;
  return author.name ? `name:${foldForComparison(author.name.trim())}` : 'nobody';
}

/** Finds or makes the people of an import, inside the importer's transaction. They have no e-mail address, so they cannot
 * sign in and nobody can become them; a name that is taken (or looks like one that is) gets a number.
 * @returns person ids by `authorKey` */
export async function importAuthors(
  tx: Tx,
  authors: readonly ImportedAuthor[],
  at: Date,
): Promise<Map<string, string>> {
  const wanted = new Map(authors.map((author) => [authorKey(author), author]));
  const known = await tx.person.findMany({
    where: { sourceId: { in: [...wanted.keys()] } },
    select: { id: true, sourceId: true },
  });
  const ids = new Map(known.flatMap(({ id, sourceId }) => (sourceId === null ? [] : [[sourceId, id]])));
  // In one order everywhere, so that two imports which share people do not wait for each other in a circle.
  for (const key of [...wanted.keys()].filter((one) => !ids.has(one)).sort()) {
    const author = wanted.get(key) ?? {};
    const id = newId();
    const { name, skeleton } = await freeName(tx, publicName(author.name), id);
    await tx.person.create({
      data: { id, name, nameSkeleton: skeleton, createdAt: at, sourceId: key, sourceUrl: author.url ?? null },
    });
    ids.set(key, id);
  }
  return ids;
}

/** A name we would accept at sign-up, as close to the given one as possible. */
function publicName(given: string | undefined): string {
  const bare = (given ?? '')
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{Nd} ._'-]|\p{Default_Ignorable_Code_Point}/gu, ' ')
    // Dots inside words read as addresses ("shop.example").
    .replace(/\.(?=\S)/g, '. ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...bare].slice(0, NAME_MAX).join('').trim();
  for (const candidate of [short, `Imported ${short}`.slice(0, NAME_MAX).trim()]) {
    const checked = checkName(candidate);
    if (checked.ok) return checked.name;
  }
  return NOBODY;
}

async function freeName(tx: Tx, name: string, id: string): Promise<{ name: string; skeleton: string }> {
  const candidates = [
    name,
    ...Array.from({ length: NUMBERED }, (_, index) => withSuffix(name, String(index + 2))),
  ];
  const bySkeleton = new Map(candidates.map((one) => [nameSkeleton(one), one]));
  const taken = await tx.person.findMany({
    where: { nameSkeleton: { in: [nameSkeleton(name)] } },
    select: { nameSkeleton: true },
  });
  if (taken.length === 0) return { name, skeleton: nameSkeleton(name) };
  const rows = await tx.person.findMany({
    where: { nameSkeleton: { in: [...bySkeleton.keys()] } },
    select: { nameSkeleton: true },
  });
  for (const row of rows) bySkeleton.delete(row.nameSkeleton);
  const [free] = bySkeleton;
  if (free) return { name: free[1], skeleton: free[0] };
  const last = withSuffix(name, id);
  return { name: last, skeleton: nameSkeleton(last) };
}

function withSuffix(name: string, suffix: string): string {
  const room = NAME_MAX - suffix.length - 1;
  return `${[...name].slice(0, room).join('').trim()} ${suffix}`;
}
