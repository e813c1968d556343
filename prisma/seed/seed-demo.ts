import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import matter from 'gray-matter';
import { nameSkeleton } from '@/lib/accounts/names';
import { hashPassword } from '@/lib/accounts/passwords';
import { ensureCategory } from '@/lib/categories/ensure-category';
import { calendarDay, DAY, HOUR, later, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Tx, transaction } from '@/lib/db/transaction';
import { importDigest } from '@/lib/digests/import-digest';
import { importArticle } from '@/lib/faq/import-article';
import { ImportedArticle } from '@/lib/faq/schema';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/jobs/queue';
import { slugify } from '@/lib/slug';

export const DEMO_PASSWORD = 'tallow and pine';

type SeedPerson = { name: string; email: string; role: 'owner' | 'helper' | 'member'; about?: string };
type SeedReply = { author: string; hoursAgo: number; body: string; accepted?: boolean; votes?: string[] };
type SeedThread = {
  id: string;
  title: string;
  body: string;
  author: string;
  category: string;
  tags: string[];
  hoursAgo: number;
  locked?: boolean;
  hidden?: boolean;
  meToo?: string[];
  replies: SeedReply[];
};
type SeedDigest = { daysAgo: number; title: string; body: string };

const FOLDER = path.resolve('prisma/seed/demo');

type People = Map<string, string>;

/** Fills an empty, migrated database with the demo shop: people, articles, threads in every state, two weeks of digests.
 * Rows are written as they would have come to be over weeks, so with times of their own.
 * @returns the id of the owner */
export async function seedDemo(say: (line: string) => void): Promise<string> {
  const people = await seedPeople();
  const ownerId = [...people.values()][0];
  if (!ownerId) throw new Error('The demo has no people.');
  await db.setting.create({ data: { key: 'shop', value: JSON.stringify(SHOP), updatedAt: now() } });
  say(`${people.size} people`);
  say(`${await seedArticles(ownerId)} articles`);
  say(`${await seedThreads(people, ownerId)} threads`);
  say(`${await seedDigests(ownerId)} digests`);
  return ownerId;
}

const SHOP = {
  shopName: 'Tallow & Pine',
  accent: '#8f4a12',
  timeZone: 'Europe/Berlin',
  contactEmail: 'hello@example.com',
  contactPhone: '+49 30 5550100',
  refundWindowDays: 0,
};

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(path.join(FOLDER, name), 'utf8')) as T;
}

async function seedPeople(): Promise<People> {
  const list = await readJson<SeedPerson[]>('people.json');
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const people: People = new Map();
  const sorted = [...list].sort((a, b) => Number(b.role === 'owner') - Number(a.role === 'owner'));
  await transaction(async (tx) => {
    for (const [index, person] of sorted.entries()) {
      const id = newId();
      people.set(person.name, id);
      await tx.person.create({
        data: {
          id,
          email: person.email,
          name: person.name,
          nameSkeleton: nameSkeleton(person.name),
          role: person.role,
          ownerSlot: person.role === 'owner' ? 1 : null,
          passwordHash,
          about: person.about ?? '',
          createdAt: later(now(), -(70 - index) * DAY),
        },
      });
    }
  });
  return people;
}

async function seedArticles(ownerId: string): Promise<number> {
  const names = (await readdir(path.join(FOLDER, 'articles'))).filter((name) => name.endsWith('.md')).sort();
  for (const [index, name] of names.entries()) {
    const { data, content } = matter(await readFile(path.join(FOLDER, 'articles', name), 'utf8'), {});
    const createdAt = later(now(), -Number(data.createdDaysAgo ?? 60) * DAY);
    const row = {
      sourceId: String(data.id),
      question: data.question,
      answer: content,
      category: data.category,
      keywords: data.keywords,
    };
    const { id } = await importArticle(ImportedArticle.parse({ ...row, createdAt }), ownerId);
    await seedFeedback(id, (index * 7) % 23, index % 3, createdAt);
  }
  return names.length;
}

/** As many answers to "was this helpful" as the counters say. */
async function seedFeedback(articleId: string, helped: number, notHelped: number, at: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.article.update({
      where: { id: articleId },
      data: { helpedCount: helped, notHelpedCount: notHelped },
    });
    const answers = Array.from({ length: helped + notHelped }, (_, index) => index < helped);
    await tx.articleFeedback.createMany({
      data: answers.map((helpful, index) => ({
        id: newId(),
        articleId,
        visitorKey: `demo-${index}`,
        helpful,
        at,
      })),
    });
  });
}

async function seedThreads(people: People, ownerId: string): Promise<number> {
  const text = await readFile(path.join(FOLDER, 'threads.jsonl'), 'utf8');
  const threads = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SeedThread);
  const at = now();
  for (const thread of threads) await transaction((tx) => seedThread(tx, thread, people, ownerId, at));
  return threads.length;
}

async function seedThread(
  tx: Tx,
  thread: SeedThread,
  people: People,
  ownerId: string,
  at: Date,
): Promise<void> {
  const ago = (hours: number) => later(at, -hours * HOUR);
  const idOf = (name: string) => {
    const id = people.get(name);
    if (!id) throw new Error(`${thread.id} names ${name}, who is not in people.json.`);
    return id;
  };
  const category = await ensureCategory(tx, thread.category);
  const id = newId();
  const lastActivity = Math.min(thread.hoursAgo, ...thread.replies.map((reply) => reply.hoursAgo));
  await tx.thread.create({
    data: {
      id,
      slug: slugify(thread.title),
      title: thread.title,
      body: thread.body,
      categoryId: category.id,
      authorId: idOf(thread.author),
      createdAt: ago(thread.hoursAgo),
      lastActivityAt: ago(lastActivity),
      replyCount: thread.replies.length,
      lastNumber: thread.replies.length,
      acceptedCount: thread.replies.filter((reply) => reply.accepted).length,
      meTooCount: thread.meToo?.length ?? 0,
      sourceId: thread.id,
    },
  });
  for (const name of thread.tags) {
    const slug = slugify(name);
    const tag = await tx.tag.upsert({ where: { slug }, create: { id: newId(), slug, name }, update: {} });
    await tx.threadTag.create({ data: { threadId: id, tagId: tag.id } });
  }
  for (const name of thread.meToo ?? []) {
    await tx.meToo.create({ data: { threadId: id, personId: idOf(name), at: ago(lastActivity) } });
  }
  for (const [index, reply] of thread.replies.entries()) {
    await seedReply(tx, { id, number: index + 1, asker: idOf(thread.author) }, reply, idOf, ago);
  }
  const byOwner = {
    byId: ownerId,
    at: ago(lastActivity),
    reason: thread.hidden ? 'Advertising' : 'Settled; please open a new question.',
  };
  if (thread.locked) await tx.threadLock.create({ data: { id: newId(), threadId: id, ...byOwner } });
  if (thread.hidden) await tx.hiding.create({ data: { id: newId(), threadId: id, ...byOwner } });
  for (const action of [thread.locked && 'lock', thread.hidden && 'hide']) {
    if (!action) continue;
    await tx.moderationEntry.create({
      data: { id: newId(), action, subjectKind: 'thread', subjectId: id, ...byOwner },
    });
  }
  await enqueue(tx, 'forum.thread-changed', { threadId: id });
}

async function seedReply(
  tx: Tx,
  thread: { id: string; number: number; asker: string },
  reply: SeedReply,
  idOf: (name: string) => string,
  ago: (hours: number) => Date,
): Promise<void> {
  const id = newId();
  const at = ago(reply.hoursAgo);
  const votes = (reply.votes ?? []).filter((name) => name !== reply.author);
  await tx.reply.create({
    data: {
      id,
      threadId: thread.id,
      number: thread.number,
      body: reply.body,
      authorId: idOf(reply.author),
      createdAt: at,
      voteCount: votes.length,
    },
  });
  for (const name of votes) await tx.replyVote.create({ data: { replyId: id, personId: idOf(name), at } });
  if (reply.accepted) {
    await tx.acceptedAnswer.create({
      data: { id: newId(), threadId: thread.id, replyId: id, byId: thread.asker, at: later(at, HOUR / 4) },
    });
  }
}

async function seedDigests(ownerId: string): Promise<number> {
  const digests = await readJson<SeedDigest[]>('digests.json');
  for (const { daysAgo, title, body } of digests) {
    const publishedAt = later(now(), -daysAgo * DAY);
    await importDigest({ date: calendarDay(publishedAt, SHOP.timeZone), title, body, publishedAt }, ownerId);
  }
  return digests.length;
}
