import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { METHOD_KINDS } from '@/lib/refunds/orders/schema';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seed = join(root, 'prisma/seed');
const read = (path: string) => readFileSync(path, 'utf8');
const lines = (path: string) => read(path).trim().split('\n');

const frontMatter = z.strictObject({
  id: z.string().regex(/^(starter|demo)-[a-z0-9-]+$/),
  question: z.string().min(8).max(150),
  category: z.string().min(3),
  keywords: z.string().min(3),
  createdDaysAgo: z.number().positive().optional(),
});
const person = z.strictObject({
  name: z.string().min(2),
  email: z.string().regex(/^[a-z0-9.-]+@example\.com$/),
  role: z.enum(['owner', 'helper', 'member']),
  about: z.string().min(1).optional(),
});
const thread = z.strictObject({
  id: z.string().regex(/^demo-t\d+$/),
  title: z.string().min(8).max(150),
  body: z.string().min(1).max(30_000),
  author: z.string(),
  category: z.string(),
  tags: z.array(z.string().regex(/^[a-z0-9-]+$/)),
  hoursAgo: z
    .number()
    .min(0.5)
    .max(24 * 60),
  locked: z.literal(true).optional(),
  hidden: z.literal(true).optional(),
  meToo: z.array(z.string()).optional(),
  replies: z.array(
    z.strictObject({
      author: z.string(),
      hoursAgo: z.number().positive(),
      body: z.string().min(1).max(30_000),
      accepted: z.literal(true).optional(),
      votes: z.array(z.string()).optional(),
    }),
  ),
});
const digest = z.strictObject({
  daysAgo: z.number().int().min(1).max(14),
  title: z.string().min(8).max(150),
  body: z.string().min(100),
});
const items = z.array(
  z.strictObject({
    name: z.string().min(1),
    quantity: z.number().int().positive(),
    unitMinor: z.number().int().positive(),
  }),
);

function articles(folder: string) {
  const path = join(seed, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const { data, content } = matter(read(join(path, name)));
      return { ...frontMatter.parse(data), body: content.trim() };
    });
}

/** Splits one CSV line whose quoted fields double their quotes (RFC 4180). */
function csvFields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}

const words = (text: string) => text.split(/\s+/).length;
const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);

const starter = articles('starter');
const demo = articles('demo/articles');
const people = z.array(person).parse(JSON.parse(read(join(seed, 'demo/people.json'))));
const threads = lines(join(seed, 'demo/threads.jsonl')).map((line) => thread.parse(JSON.parse(line)));
const digests = z.array(digest).parse(JSON.parse(read(join(seed, 'demo/digests.json'))));
const names = new Set(people.map(({ name }) => name));

describe('the starter articles', () => {
  test('are a dozen, each with an id of its own', () => {
    expect(starter).toHaveLength(12);
    expect(repeated(starter.map(({ id }) => id))).toEqual([]);
  });

  test('answer in 80 to 220 words, the short answer first', () => {
    for (const { id, body } of starter) {
      expect(words(body), id).toBeGreaterThanOrEqual(80);
      expect(words(body), id).toBeLessThanOrEqual(220);
      expect(body, id).toMatch(/^[A-Z[]/);
    }
  });
});

describe('the demo shop', () => {
  test('has forty articles in seven categories', () => {
    expect(demo).toHaveLength(40);
    expect(repeated([...demo, ...starter].map(({ id }) => id))).toEqual([]);
    expect(new Set(demo.map(({ category }) => category)).size).toBe(7);
  });

  test('has one owner, two helpers, and nobody twice', () => {
    const withRole = (role: string) => people.filter((one) => one.role === role).length;
    expect([withRole('owner'), withRole('helper')]).toEqual([1, 2]);
    expect(withRole('member')).toBeGreaterThanOrEqual(35);
    expect(repeated(people.map(({ name }) => name))).toEqual([]);
    expect(repeated(people.map(({ email }) => email))).toEqual([]);
  });

  test('has 150 threads that nobody wrote twice', () => {
    expect(threads).toHaveLength(150);
    expect(repeated(threads.map(({ id }) => id))).toEqual([]);
    expect(repeated(threads.map(({ title }) => title))).toEqual([]);
    expect(repeated(threads.map(({ body }) => body))).toEqual([]);
  });

  test('lets only its own people speak, in its own categories', () => {
    const categories = new Set([...demo.map(({ category }) => category), 'General']);
    for (const one of threads) {
      expect(categories, one.id).toContain(one.category);
      const replies = one.replies.flatMap(({ author, votes = [] }) => [author, ...votes]);
      for (const name of [one.author, ...(one.meToo ?? []), ...replies])
        expect(names, one.id).toContain(name);
      expect(one.meToo ?? [], one.id).not.toContain(one.author);
      for (const { author, votes = [] } of one.replies) expect(votes, one.id).not.toContain(author);
    }
  });

  test('has every reply after its thread and after the reply before it', () => {
    for (const one of threads) {
      const times = [one.hoursAgo, ...one.replies.map(({ hoursAgo }) => hoursAgo)];
      expect(times, one.id).toEqual([...times].sort((a, b) => b - a));
      expect(new Set(times).size, one.id).toBe(times.length);
    }
  });

  test('has threads in every state, and enough of them from the last day for a digest', () => {
    const solved = threads.filter(({ replies }) => replies.some(({ accepted }) => accepted)).length;
    const unanswered = threads.filter(({ replies }) => replies.length === 0).length;
    expect([solved, threads.length - solved - unanswered, unanswered]).toEqual([90, 38, 22]);
    expect(threads.filter(({ hoursAgo }) => hoursAgo < 24).length).toBeGreaterThanOrEqual(18);
    const accepted = threads.map(({ replies }) => replies.filter((reply) => reply.accepted).length);
    expect(accepted.filter((count) => count > 1).length).toBeGreaterThanOrEqual(3);
    expect(threads.filter(({ hidden }) => hidden)).toHaveLength(3);
    expect(threads.some(({ locked }) => locked)).toBe(true);
    expect(Math.max(...threads.map(({ replies }) => replies.length))).toBeGreaterThanOrEqual(40);
  });

  test('has a digest for each of the last fourteen days', () => {
    expect(digests.map(({ daysAgo }) => daysAgo)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
    for (const { daysAgo, body } of digests) {
      expect(words(body), `${daysAgo} days ago`).toBeGreaterThanOrEqual(60);
      expect(words(body), `${daysAgo} days ago`).toBeLessThanOrEqual(180);
    }
  });

  test('has orders of its people whose items add up, one for each way a refund can go', () => {
    const [header, ...rows] = lines(join(seed, 'demo/orders.csv'));
    expect(header).toBe(
      'externalId,number,email,currency,totalMinor,capturedMinor,paidAt,methodLabel,methodKind,country,provider,paymentRef,items',
    );
    const orders = rows.map(csvFields);
    expect(orders).toHaveLength(14);
    for (const fields of orders) {
      const [externalId, number, email, currency, total, captured, paidAt] = fields;
      const [label, kind, country, provider, , list] = fields.slice(7);
      expect(externalId).toMatch(/^demo-order-\d+$/);
      expect(number).toMatch(/^TP-10\d\d$/);
      expect(people.map((one) => one.email)).toContain(email);
      expect([currency, provider, captured]).toEqual(['EUR', 'pretend', total]);
      expect(paidAt).toMatch(/^2026-1[01]-\d\dT/);
      expect([label !== '', METHOD_KINDS, country]).toEqual([
        true,
        expect.arrayContaining([kind]),
        expect.stringMatching(/^[A-Z]{2}$/),
      ]);
      const sum = items
        .parse(JSON.parse(list ?? ''))
        .reduce((at, { quantity, unitMinor }) => at + quantity * unitMinor, 0);
      expect(sum, number).toBe(Number(total));
    }
    const refs = orders.map((fields) => fields[11] ?? '');
    expect(repeated(refs)).toEqual([]);
    const outcomes = new Set(refs.map((ref) => ref.replace(/^pretend_(.+)_\d+$/, '$1')));
    expect([...outcomes].sort()).toEqual([
      'already_refunded',
      'disputed',
      'error500',
      'fail_later',
      'ok',
      'pending',
      'refused',
      'timeout',
    ]);
  });
});

describe('the real samples', () => {
  test('have entries with a source, and threads with their authors and links', () => {
    const faq = lines(join(root, 'tests/data/faq-covid-sample.jsonl'));
    const entry = z.object({ sourceId: z.string(), question: z.string().min(1), answer: z.string().min(1) });
    expect(faq.map((line) => entry.parse(JSON.parse(line)))).toHaveLength(12);

    const forum = lines(join(root, 'tests/data/forum-onstartups-sample.jsonl'));
    const real = z.object({ sourceUrl: z.url(), title: z.string(), author: z.string(), authorUrl: z.url() });
    expect(forum.map((line) => real.parse(JSON.parse(line)))).toHaveLength(25);
  });
});
