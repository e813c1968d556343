import { createHash } from 'node:crypto';
import { ownerId } from '@/lib/accounts/queries';
import { bbcodeToMarkdown, looksLikeBbcode } from '@/lib/bbcode-to-markdown';
import { StartError } from '@/lib/errors';
import { importArticle } from '@/lib/faq/import-article';
import { ImportedArticle } from '@/lib/faq/schema';
import { importThread } from '@/lib/forum/import-thread';
import { htmlToMarkdown } from '@/lib/html-to-markdown';
import { mendMarkdown } from '@/lib/imports/mend-markdown';
import type { RowResult } from '@/lib/imports/rows';
import { importOrder } from '@/lib/refunds/orders/import-order';

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

type Options = { dryRun?: boolean };

/** Imports threads with their replies; their people become names without an account. */
export async function importThreadRow(options: Options = {}): Promise<ImportOne> {
  return async (value) => {
    const row = asRow(value);
    if (!row) return { ok: false, reason: 'the row is not an object' };
    const sourceId = row.sourceId ?? row.id ?? `thread:${digest(row.title, row.author, row.createdAt)}`;
    const replies = Array.isArray(row.replies)
      ? row.replies.map((reply) => withMarkdownBody(reply, row.bodyFormat))
      : row.replies;
    const body = markdown(row.body, row.bodyFormat);
    return importThread({ ...row, sourceId: String(sourceId), body, replies }, new Map(), options);
  };
}

/** Imports topics of a Discourse forum, as lib/imports/read-discourse.ts makes threads of them. */
export async function importDiscourseRow(options: Options = {}): Promise<ImportOne> {
  return (value) => importThread(value, new Map(), options);
}

/** Imports orders; the same externalId is the same order. */
export async function importOrderRow(): Promise<ImportOne> {
  return importOrder;
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
