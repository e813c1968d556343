import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { canEdit } from '@/lib/digests/policy';
import { linkedIds, readableText } from '@/lib/digests/readable-text';
import { withheldOf } from '@/lib/forum/withheld-queries';
import { plainText, renderMarkdown } from '@/lib/markdown';
import { PER_PAGE } from '@/lib/web/page-number';

/** First words of a digest where only a glimpse is shown. */
const EXCERPT_CHARS = 220;

export type PublishedDigest = {
  date: string;
  title: string;
  /** Markdown, without what readers may not see. */
  body: string;
  /** From renderMarkdown. */
  html: string;
  publishedAt: Date;
  updatedAt: Date;
  can: { edit: boolean };
};

export type DigestCard = { date: string; title: string; excerpt: string; publishedAt: Date };

type PublishedRow = {
  date: string;
  title: string;
  body: string;
  updatedAt: Date;
  publication: { at: Date } | null;
};

export const publishedFields = {
  date: true,
  title: true,
  body: true,
  updatedAt: true,
  publication: { select: { at: true } },
} as const;

export const isPublished = { publication: { isNot: null } } as const;

/** A digest's text as everybody may read it: what was hidden, folded or taken back since is not told any more, and is again
 * once it is shown again. */
export async function readableBody(body: string): Promise<string> {
  return readableText(body, await withheldOf(linkedIds(body)));
}

async function publishedDigest(row: PublishedRow, actor: Actor | null): Promise<PublishedDigest | null> {
  if (!row.publication) return null;
  const { date, title } = row;
  const body = await readableBody(row.body);
  const publishedAt = row.publication.at;
  // An edit before the publication is none that a reader could have noticed.
  const updatedAt = new Date(Math.max(row.updatedAt.getTime(), publishedAt.getTime()));
  const can = { edit: canEdit(actor, { isPublished: true }) };
  return { date, title, body, html: renderMarkdown(body), publishedAt, updatedAt, can };
}

type PinnedRow = {
  date: string;
  title: string;
  body: string;
  updatedAt: Date | string;
  publishedAt: Date | string;
};

/** What stands in the one slot: the digest that was published last, or null before the first. It stands above lists, which
 * ask little of the database: it is one statement, and a second one where threads are named. */
export async function pinnedDigest(actor: Actor | null): Promise<PublishedDigest | null> {
  const [row] = await db.$queryRaw<PinnedRow[]>`
    SELECT d."date", d."title", d."body", d."updatedAt", p."at" AS "publishedAt"
    FROM "DigestPublication" p JOIN "Digest" d ON d."id" = p."digestId"
    ORDER BY p."at" DESC, d."date" DESC LIMIT 1`;
  if (!row) return null;
  const publication = { at: new Date(row.publishedAt) };
  return publishedDigest({ ...row, updatedAt: new Date(row.updatedAt), publication }, actor);
}

/** One published digest by its day; drafts do not exist here, whoever asks. */
export async function digestPage(date: string, actor: Actor | null): Promise<PublishedDigest | null> {
  const row = await db.digest.findUnique({ where: { date }, select: publishedFields });
  return row && publishedDigest(row, actor);
}

/** The published days before and after one, for the way through the archive. */
export async function neighbours(date: string): Promise<{ earlier: string | null; later: string | null }> {
  const [earlier, later] = await Promise.all([
    db.digest.findFirst({
      where: { ...isPublished, date: { lt: date } },
      orderBy: { date: 'desc' },
      select: { date: true },
    }),
    db.digest.findFirst({
      where: { ...isPublished, date: { gt: date } },
      orderBy: { date: 'asc' },
      select: { date: true },
    }),
  ]);
  return { earlier: earlier?.date ?? null, later: later?.date ?? null };
}

/** Published digests, the newest day first. */
export async function digestArchive(
  page: number,
  perPage = PER_PAGE,
): Promise<{ items: DigestCard[]; page: number; perPage: number; total: number }> {
  const [rows, total] = await Promise.all([
    db.digest.findMany({
      where: isPublished,
      orderBy: { date: 'desc' },
      skip: (page - 1) * perPage,
      take: perPage,
      select: publishedFields,
    }),
    db.digest.count({ where: isPublished }),
  ]);
  const items = await Promise.all(
    rows.map(async (row) => ({
      date: row.date,
      title: row.title,
      excerpt: plainText(await readableBody(row.body), EXCERPT_CHARS),
      publishedAt: row.publication?.at ?? row.updatedAt,
    })),
  );
  return { items, page, perPage, total };
}

/** The latest published digests in full, for feeds. */
export async function latestDigests(most: number): Promise<PublishedDigest[]> {
  const rows = await db.digest.findMany({
    where: isPublished,
    orderBy: { date: 'desc' },
    take: most,
    select: publishedFields,
  });
  const digests = await Promise.all(rows.map((row) => publishedDigest(row, null)));
  return digests.filter((digest) => digest !== null);
}
