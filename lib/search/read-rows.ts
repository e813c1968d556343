import { db } from '@/lib/db/client';
import type { IndexedDocument, SearchIndex } from '@/lib/search/hold-index';
import { Slices } from '@/lib/search/slices';

/** An index and how far it has followed the rows of `SearchDocument`. */
export type Following = {
  index: SearchIndex;
  /** The highest row taken in. */
  lastSeq: number;
  /** Rows taken in near `lastSeq`. */
  taken: Set<number>;
};

/** On PostgreSQL a number may be committed after a higher one: so many below the highest are looked for again. */
const OVERLAP = 500;
const AT_ONCE = 100;
/** Rows compared at a time; they come without their texts. */
const COMPARED_AT_ONCE = 2_000;

/** An index that has read nothing yet, or one that was saved with all rows up to `lastSeq`. */
export function followingOf(index: SearchIndex, lastSeq = 0): Following {
  return { index, lastSeq, taken: new Set() };
}

/** Takes in all rows that are new to an index. @returns how many there were */
export async function catchUp(following: Following): Promise<number> {
  const found = await db.searchDocument.findMany({
    where: { seq: { gt: following.lastSeq - OVERLAP } },
    select: { seq: true },
    orderBy: { seq: 'asc' },
  });
  const wanted = found.map((row) => row.seq).filter((seq) => !following.taken.has(seq));
  const slices = new Slices();
  let changed = 0;
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    changed += await takeIn(following, wanted.slice(from, from + AT_ONCE), slices);
  }
  for (const seq of following.taken) if (seq <= following.lastSeq - OVERLAP) following.taken.delete(seq);
  return changed;
}

/** Compares every document of an index with its row and mends what differs: the index may come from a file, and the
 * database from a backup. @returns how many differed */
export async function compareWithRows(following: Following): Promise<number> {
  const { index } = following;
  const slices = new Slices();
  const upTo = following.lastSeq;
  const standing = new Set<number>();
  let differing = 0;
  for (let after = 0; ; ) {
    const rows = await db.searchDocument.findMany({
      where: { seq: { gt: after, lte: upTo } },
      select: { seq: true, kind: true, subjectId: true, at: true, removed: true },
      orderBy: { seq: 'asc' },
      take: COMPARED_AT_ONCE,
    });
    const wrong: number[] = [];
    for (const row of rows) {
      const doc = index.find(row.kind, row.subjectId);
      const isNewer = doc !== undefined && doc.seq > upTo;
      if (!isNewer && !isAsKnown(row, doc)) wrong.push(row.seq);
      if (!row.removed) standing.add(row.seq);
    }
    for (let from = 0; from < wrong.length; from += AT_ONCE) {
      await takeIn(following, wrong.slice(from, from + AT_ONCE), slices);
    }
    differing += wrong.length;
    await slices.pause();
    const last = rows.at(-1);
    if (!last || rows.length < COMPARED_AT_ONCE) break;
    after = last.seq;
  }
  for (const doc of index.documents()) {
    if (doc.seq > upTo || standing.has(doc.seq)) continue;
    // Its row was replaced by a newer one, which is taken in when it is met, or is gone for good.
    const row = await db.searchDocument.findUnique({
      where: { kind_subjectId: { kind: doc.kind, subjectId: doc.subjectId } },
      select: { removed: true },
    });
    if (row && !row.removed) continue;
    index.remove(doc.kind, doc.subjectId);
    differing += 1;
  }
  return differing;
}

type RowHead = { seq: number; at: Date; removed: boolean };

function isAsKnown(row: RowHead, doc: IndexedDocument | undefined): boolean {
  return row.removed ? doc === undefined : doc?.seq === row.seq && doc.at === row.at.getTime();
}

/** @returns how many documents were put or taken out */
async function takeIn(following: Following, seqs: readonly number[], slices: Slices): Promise<number> {
  const rows = await db.searchDocument.findMany({
    where: { seq: { in: [...seqs] } },
    orderBy: { seq: 'asc' },
  });
  let changed = 0;
  for (const row of rows) {
    const known = following.index.find(row.kind, row.subjectId);
    if (isAsKnown(row, known)) continue;
    if (row.removed) following.index.remove(row.kind, row.subjectId);
    else following.index.put(row);
    changed += 1;
    await slices.pause();
  }
  for (const seq of seqs) {
    following.taken.add(seq);
    following.lastSeq = Math.max(following.lastSeq, seq);
  }
  return changed;
}
