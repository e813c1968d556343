import { Prisma } from '@/lib/generated/sqlite/client';

/** Words counted up to the edits; those that most documents have come first, and are what was meant more often. */
const LOOKED_AT = 1_500;

/** Words that begin with the first or, where the first two were swapped, the second letter, and are about as long. */
export function nearByLetters(word: string, edits: number): Prisma.Sql {
  const [first = '', second = first] = [...word];
  const size = [...word].length;
  return Prisma.sql`
    SELECT w.word AS word, w.stem AS stem, t.documents AS documents
    FROM "SearchWord" w JOIN "SearchTerm" t ON t.stem = w.stem
    WHERE w.first IN (${first}, ${second}) AND w.size BETWEEN ${size - edits} AND ${size + edits}
      AND t.documents > 0
    ORDER BY t.documents DESC, w.word LIMIT ${LOOKED_AT}`;
}
