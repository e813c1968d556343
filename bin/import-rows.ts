import { createHash } from 'node:crypto';
import { type AttachmentPlace, takeInAttachments } from '@/bin/import-attachments';
import { ownerId } from '@/lib/accounts/queries';
import { bbcodeToMarkdown, looksLikeBbcode } from '@/lib/bbcode-to-markdown';
import { StartError } from '@/lib/errors';
import { importArticle } from '@/lib/faq/import-article';
import { ImportedArticle } from '@/lib/faq/schema';
import { importThread } from '@/lib/forum/import-thread';
import { htmlToMarkdown } from '@/lib/html-to-markdown';
import { mendMarkdown } from '@/lib/imports/mend-markdown';
import type { RowResult } from '@/lib/imports/rows';
import { importTold } from '@/lib/refunds/orders/import-told';
import { readOrderRow } from '@/lib/refunds/orders/read-order-row';
import { readStripePayment } from '@/lib/refunds/orders/read-stripe-payment';
import { readWoocommerceOrder } from '@/lib/refunds/orders/read-woocommerce-order';

type ImportOne = (value: unknown) => Promise<RowResult>;

/** Imports FAQ entries as published articles of the owner. */
export async function importArticleRow(): Promise<ImportOne> {
  const actorId = await ownerId();
  if (!actorId) {
    throw new StartError(
      'There is no owner yet, and articles need an author; run npm start and open the set-up link first.',
    );
  }
  return async (value) => {
    const row = asRow(value);
    if (!row) return { ok: false, reason: 'the row is not an object' };
    const keywords = Array.isArray(row.keywords) ? row.keywords.join(', ') : row.keywords;
    const sourceId = row.sourceId ?? row.id ?? `question:${digest(row.question)}`;
    const parsed = ImportedArticle.safeParse({
      ...row,
      keywords,
      sourceId: String(sourceId),
      answer: markdown(row.answer),
    });
    if (!parsed.success) return { ok: false, reason: firstProblem(parsed.error.issues) };
    const { outcome } = await importArticle(parsed.data, actorId);
    return { ok: true, what: outcome === 'added' ? 'created' : outcome };
  };
}

type Options = {
  dryRun?: boolean;
  /** Where the files of the posts lie: the folder of the import file. Without it no file is taken in. */
  folder?: string;
};

/** Imports threads with their replies; their people become names without an account. */
export async function importThreadRow(options: Options = {}): Promise<ImportOne> {
  const files = await filesOf(options);
  return async (value) => {
    const row = asRow(value);
    if (!row) return { ok: false, reason: 'the row is not an object' };
    const sourceId = row.sourceId ?? row.id ?? `thread:${digest(row.title, row.author, row.createdAt)}`;
    const notes: string[] = [];
    const post = async (given: unknown): Promise<unknown> => {
      const made = withMarkdownBody(given, row.bodyFormat);
      return files ? withFiles(made, files, notes) : made;
    };
    const replies = Array.isArray(row.replies) ? await inTurn(row.replies, post) : row.replies;
    const question = asRow(await post(row)) ?? row;
    const result = await importThread({ ...question, sourceId: String(sourceId), replies }, new Map(), {
      dryRun: options.dryRun,
      filesBy: files?.ownerId,
    });
    return result.ok ? { ...result, notes } : result;
  };
}

/** Files have to belong to somebody before their posts exist; without an owner none is taken in. */
async function filesOf({ dryRun = false, folder }: Options): Promise<AttachmentPlace | null> {
  const owner = folder === undefined ? null : await ownerId();
  return folder !== undefined && owner ? { folder, ownerId: owner, dryRun } : null;
}

/** The post with its files shown below its text. */
async function withFiles(post: unknown, place: AttachmentPlace, notes: string[]): Promise<unknown> {
  const row = asRow(post);
  if (!row || row.attachments === undefined) return post;
  const taken = await takeInAttachments(row.attachments, place);
  notes.push(...taken.notes);
  const body = typeof row.body === 'string' ? row.body : '';
  return { ...row, body: [body, ...taken.markdown].filter((part) => part !== '').join('\n\n') };
}

/** One after the other: each may read and remake ten files of ten megabytes. */
async function inTurn(given: unknown[], make: (one: unknown) => Promise<unknown>): Promise<unknown[]> {
  const made: unknown[] = [];
  for (const one of given) made.push(await make(one));
  return made;
}

/** Imports topics of a Discourse forum, as lib/imports/read-discourse.ts makes threads of them. */
export async function importDiscourseRow(options: Options = {}): Promise<ImportOne> {
  return (value) => importThread(value, new Map(), { dryRun: options.dryRun });
}

/** How orders are read, by the kind of the file; the same order again is the same order. */
const ORDER_READERS = {
  orders: readOrderRow,
  stripe: readStripePayment,
  woocommerce: readWoocommerceOrder,
};
export type OrderKind = keyof typeof ORDER_READERS;

export function isOrderKind(kind: string): kind is OrderKind {
  return Object.hasOwn(ORDER_READERS, kind);
}

/** Imports rows of one kind of file with orders, a batch at a time. */
export function importOrderRows(kind: OrderKind): (values: unknown[]) => Promise<RowResult[]> {
  return (values) => importTold(values.map(ORDER_READERS[kind]));
}

function withMarkdownBody(reply: unknown, format: unknown): unknown {
  const row = asRow(reply);
  return row ? { ...row, body: markdown(row.body, row.bodyFormat ?? format) } : reply;
}

/** Other forums export HTML, BBCode, or Markdown with HTML in it; ours is Markdown.
 * @param format as the row names it; where it names none, the text is looked at */
function markdown(text: unknown, format?: unknown): unknown {
  if (typeof text !== 'string') return text;
  const isBbcode = format === 'bbcode' || (format === undefined && looksLikeBbcode(text));
  return isBbcode ? bbcodeToMarkdown(text) : mendMarkdown(htmlToMarkdown(text));
}

function asRow(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** A row without an id of its own is known by its words. */
function digest(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

function firstProblem(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return `${issue?.path.map(String).join('.') || 'the row'}: ${issue?.message ?? 'cannot be read'}`;
}
