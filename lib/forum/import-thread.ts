import { authorKey, type ImportedAuthor, importAuthors } from '@/lib/accounts/import-author';
import { ensureCategory } from '@/lib/categories/ensure-category';
import { later, now, SECOND } from '@/lib/clock';
import { isUniqueViolation, type Tx, transaction } from '@/lib/db/transaction';
import { recountThread } from '@/lib/forum/recount-thread';
import { ImportedThread } from '@/lib/forum/schema';
import { setTags, tagsBySlug } from '@/lib/forum/set-tags';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { slugify } from '@/lib/slug';
import { attachUploads, uploadsInText } from '@/lib/uploads/attach-uploads';

type Result =
  | { ok: true; what: 'created' | 'updated' | 'unchanged'; threadId: string }
  | { ok: false; reason: string };

type ReplyInput = ImportedThread['replies'][number] & { sourceId: string; createdAt: Date };
type ThreadInput = Omit<ImportedThread, 'replies' | 'createdAt'> & { createdAt: Date; replies: ReplyInput[] };

type ImportOptions = {
  /** Everything is done and then undone: the answer is what would have happened. */
  dryRun?: boolean;
  /** Whose the files are that the texts show; without it, none is attached. */
  filesBy?: string | null;
};

/** Undoes the transaction of a dry run, and carries out what it would have done. */
class NothingKept extends Error {
  constructor(readonly result: Result) {
    super('A dry run keeps nothing.');
  }
}

/** Two importers at once may meet on one new person or thread; whoever lost looks again. */
const TRIES = 5;

/** Takes over one thread from elsewhere with its replies, wholly or not at all. The same `sourceId` updates what it made
 * before and never doubles; replies that are no longer in the source stay. Sends no mail.
 * @param value one row as read, unchecked (`ImportedThread`)
 * @param people persons of ours by the name the source gives them; everybody else becomes an imported person */
export async function importThread(
  value: unknown,
  people: ReadonlyMap<string, string> = new Map(),
  { dryRun = false, filesBy = null }: ImportOptions = {},
): Promise<Result> {
  const parsed = ImportedThread.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      reason: `${issue?.path.join('.') || 'the row'} ${issue?.message ?? 'cannot be read'}`,
    };
  }
  const thread = inOrder(parsed.data, now());
  if (new Set(thread.replies.map((reply) => reply.sourceId)).size < thread.replies.length) {
    return { ok: false, reason: 'two replies have the same sourceId' };
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction(async (tx) => {
        const result = await write(tx, thread, people, filesBy);
        if (dryRun) throw new NothingKept(result);
        return result;
      });
    } catch (error) {
      if (error instanceof NothingKept) return error.result;
      if (attempt === TRIES || !isUniqueViolation(error)) throw error;
    }
  }
}

/** Gives every reply an id in its source and a time: where none is told, a second after the one before it. */
function inOrder(thread: ImportedThread, today: Date): ThreadInput {
  const notLater = (date: Date) => (date > today ? today : date);
  let last = notLater(thread.createdAt ?? today);
  const createdAt = last;
  const replies = thread.replies.map((reply, index) => {
    last = notLater(reply.createdAt ?? later(last, SECOND));
    return { ...reply, sourceId: reply.sourceId ?? `${thread.sourceId}#${index + 1}`, createdAt: last };
  });
  return { ...thread, createdAt, replies };
}

async function write(
  tx: Tx,
  thread: ThreadInput,
  people: ReadonlyMap<string, string>,
  filesBy: string | null,
): Promise<Result> {
  const { sourceId } = thread;
  // Locks the row if there is one; a transaction has to begin with a write on both databases.
  await tx.thread.updateMany({ where: { sourceId }, data: { replyCount: { increment: 0 } } });
  const known = await tx.thread.findUnique({
    where: { sourceId },
    select: {
      id: true,
      title: true,
      body: true,
      categoryId: true,
      sourceUrl: true,
      lastNumber: true,
      mergedIntoId: true,
      tags: { select: { tag: { select: { slug: true } } } },
    },
  });
  // What the staff merged stays merged: its posts are theirs to look after now.
  if (known?.mergedIntoId) return { ok: true, what: 'unchanged', threadId: known.mergedIntoId };
  const replySources = thread.replies.map((reply) => reply.sourceId);
  const knownReplies = await tx.reply.findMany({
    where: { sourceId: { in: replySources } },
    select: { id: true, sourceId: true, threadId: true, body: true, accepted: { select: { id: true } } },
  });
  const elsewhere = await repliesElsewhere(tx, known?.id ?? null, knownReplies, replySources);
  if (elsewhere === null) {
    return { ok: false, reason: 'a reply with the same sourceId belongs to another thread' };
  }
  const replies = thread.replies.filter((reply) => !elsewhere.has(reply.sourceId));
  const category = await ensureCategory(tx, thread.category ?? '');
  const authors = [authorOf(thread), ...thread.replies.map(authorOf)];
  const strangers = authors.filter((author) => !(author.name && people.has(author.name)));
  const ids = await importAuthors(tx, strangers, thread.createdAt);
  const personId = (author: ImportedAuthor): string => {
    const found = (author.name && people.get(author.name)) || ids.get(authorKey(author));
    if (!found) throw new Error('An author was neither found nor made.');
    return found;
  };
  const askerId = personId(authorOf(thread));
  const words = {
    title: thread.title,
    body: thread.body,
    slug: slugify(thread.title),
    categoryId: category.id,
    sourceUrl: thread.sourceUrl ?? null,
  };
  const threadId = known?.id ?? newId();
  let changed = false;
  if (!known) {
    await tx.thread.create({
      data: {
        id: threadId,
        ...words,
        authorId: askerId,
        createdAt: thread.createdAt,
        lastActivityAt: thread.createdAt,
        sourceId,
      },
    });
  } else if (
    known.title !== words.title ||
    known.body !== words.body ||
    known.categoryId !== words.categoryId ||
    known.sourceUrl !== words.sourceUrl
  ) {
    await tx.thread.update({ where: { id: threadId }, data: words });
    changed = true;
  }
  const tags = [...tagsBySlug(thread.tags).keys()].join();
  if (
    tags !==
    (known?.tags ?? [])
      .map(({ tag }) => tag.slug)
      .sort()
      .join()
  ) {
    await setTags(tx, threadId, thread.tags);
    changed = true;
  }
  const found = new Map(knownReplies.map((reply) => [reply.sourceId, reply]));
  const fresh = replies.filter((reply) => !found.has(reply.sourceId));
  const lastNumber = known?.lastNumber ?? 0;
  const made = fresh.map((reply, index) => ({
    id: newId(),
    threadId,
    number: lastNumber + index + 1,
    body: reply.body,
    authorId: personId(authorOf(reply)),
    createdAt: reply.createdAt,
    sourceId: reply.sourceId,
  }));
  if (made.length > 0) {
    await tx.reply.createMany({ data: made });
    await tx.thread.update({ where: { id: threadId }, data: { lastNumber: lastNumber + made.length } });
  }
  for (const reply of replies) {
    const before = found.get(reply.sourceId);
    if (!before || before.body === reply.body) continue;
    await tx.reply.update({ where: { id: before.id }, data: { body: reply.body } });
    changed = true;
  }
  const replyIds = new Map([...made, ...knownReplies].map((reply) => [reply.sourceId, reply.id]));
  if (filesBy !== null) await attachFiles(tx, threadId, { ...thread, replies }, replyIds, filesBy);
  const accepted = replies
    .filter((reply) => reply.accepted && !found.get(reply.sourceId)?.accepted)
    .flatMap((reply) => {
      const replyId = replyIds.get(reply.sourceId);
      return replyId ? [{ id: newId(), threadId, replyId, byId: askerId, at: reply.createdAt }] : [];
    });
  if (accepted.length > 0) await tx.acceptedAnswer.createMany({ data: accepted });
  if (known && !changed && made.length === 0 && accepted.length === 0) {
    return { ok: true, what: 'unchanged', threadId };
  }
  await recountThread(tx, threadId);
  await enqueue(tx, 'forum.thread-changed', { threadId });
  return { ok: true, what: known ? 'updated' : 'created', threadId };
}

/** The replies of this import that the staff put elsewhere: into another thread, or as the question of one. There they are
 * theirs to look after.
 * @returns their ids in the source; null when another thread has one of them for another reason */
async function repliesElsewhere(
  tx: Tx,
  threadId: string | null,
  knownReplies: readonly { sourceId: string | null; threadId: string }[],
  replySources: readonly string[],
): Promise<Set<string | null> | null> {
  const moved = knownReplies.filter((reply) => reply.threadId !== threadId);
  const questions = await tx.thread.findMany({
    where: { replySourceId: { in: [...replySources] } },
    select: { replySourceId: true },
  });
  if (moved.length === 0 && questions.length === 0) return new Set();
  const places = [...new Set(moved.map((reply) => reply.threadId))];
  const curated = await tx.thread.count({
    where: { id: { in: places }, events: { some: { kind: { in: ['merged', 'split'] } } } },
  });
  if (threadId === null || curated < places.length) return null;
  return new Set([
    ...moved.map(({ sourceId }) => sourceId),
    ...questions.map(({ replySourceId }) => replySourceId),
  ]);
}

/** Says which files the thread and its replies show, so that they are kept. */
async function attachFiles(
  tx: Tx,
  threadId: string,
  thread: ThreadInput,
  replyIds: ReadonlyMap<string | null, string>,
  filesBy: string,
): Promise<void> {
  const who = { actorId: filesBy, holder: null };
  await attachUploads(tx, { threadId }, uploadsInText(thread.body), who);
  for (const reply of thread.replies) {
    const names = uploadsInText(reply.body);
    const replyId = replyIds.get(reply.sourceId);
    if (names.length > 0 && replyId) await attachUploads(tx, { replyId }, names, who);
  }
}

function authorOf(post: { author?: string | null; authorUrl?: string | null }): ImportedAuthor {
  return { name: post.author || undefined, url: post.authorUrl ?? undefined };
}
