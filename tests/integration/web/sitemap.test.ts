import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { threadPage } from '@/lib/forum/page-queries';
import { newId } from '@/lib/ids';
import { hidePost } from '@/lib/moderation/hide-post';
import { sitemapFile, siteSitemap } from '@/lib/web/sitemap';
import { aPerson } from '../../support/a-person';
import { aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();

async function textOf(pieces: AsyncIterable<string> | null): Promise<string> {
  let text = '';
  for await (const piece of pieces ?? []) text += piece;
  return text;
}
const addresses = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url ?? '');

test('a small site has one sitemap with every public thread and when it last moved', async () => {
  const id = await aThread({ by: ana, title: 'Is & < in the address?' });
  const hidden = await aThread({ by: ana });
  const merged = await aThread({ by: ana });
  await hidePost({ kind: 'thread', id: hidden, reason: 'spam' }, owner);
  await db.thread.update({ where: { id: merged }, data: { mergedIntoId: id } });
  const xml = await textOf(await siteSitemap());
  const page = await threadPage(id, null, 1);
  const { lastActivityAt } = await db.thread.findUniqueOrThrow({ where: { id } });
  expect(xml).toContain(
    `<url><loc>http://localhost:3000${page?.href}</loc><lastmod>${lastActivityAt.toISOString()}</lastmod></url>`,
  );
  expect(xml).not.toContain(hidden);
  expect(xml).not.toContain(merged);
  expect(addresses(xml)).toContain('http://localhost:3000/forum/general');
  expect(xml).toMatch(
    /^<\?xml [^>]*\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">/,
  );
});

test('a large one is a list of files that hold every address once, with the last change of each', async () => {
  const category = await db.category.findFirstOrThrow();
  const at = (minute: number) => new Date(Date.UTC(2020, 0, 1, 0, minute));
  const many = Array.from({ length: 2_300 }, (_, index) => ({
    id: newId(),
    slug: `many-${index}`,
    title: `Many ${index}`,
    body: 'Text',
    categoryId: category.id,
    authorId: ana.id,
    // Two at a time, so that the order has ties.
    createdAt: at(Math.floor(index / 2)),
    lastActivityAt: at(index),
  }));
  await db.thread.createMany({ data: many });
  const index = await textOf(await siteSitemap(1_100));
  expect(index).toContain('<sitemapindex ');
  const files = addresses(index).map((url) => url.split('/sitemaps/')[1] ?? '');
  expect(files).toEqual(['pages-1.xml', 'threads-1.xml', 'threads-2.xml', 'threads-3.xml']);
  expect(index).toContain(`threads-1.xml</loc><lastmod>${at(1_099).toISOString()}</lastmod>`);
  const all: string[] = [];
  for (const file of files) {
    const found = addresses(await textOf(await sitemapFile(file, 1_100)));
    expect(found.length).toBeLessThanOrEqual(1_100);
    all.push(...found);
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((url) => url.includes('/many-'))).toHaveLength(many.length);
});

test('other names are no files', async () => {
  for (const name of [
    'threads-0.xml',
    'threads-99.xml',
    'people-1.xml',
    '../x',
    'threads-1',
    'toString-1.xml',
  ])
    expect(await sitemapFile(name), name).toBeNull();
});
