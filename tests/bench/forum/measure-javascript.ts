import path from 'node:path';
import { db } from '@/lib/db/client';
import { JAVASCRIPT_BUDGET, javascriptOf } from '@/tests/support/javascript-of-page';
import { type BenchSite, benchSite, row, timedPage } from './bench-site';
import { beginForum, growForum } from './fill-forum';

/** The JavaScript of the pages people come to, for somebody signed in, from the scripts their HTML loads. Ends with exit code
 * 1 above the budget. */
export async function measureJavascript(): Promise<void> {
  const site = await benchSite('sqlite');
  try {
    await beginForum(site.cast.ann.id);
    await growForum(0, 1000);
    const pages = {
      home: '/',
      'FAQ article': await anArticle(site),
      'forum list': '/forum',
      thread: '/t/t000000000000007/thread',
    };
    const { all: mostInAll, ours: mostOurs } = JAVASCRIPT_BUDGET;
    console.log('\nJavaScript of a page, signed in, gzip');
    row('', 'in all', 'ours');
    row('budget', `${mostInAll} kB`, `${mostOurs} kB`);
    let thread: Awaited<ReturnType<typeof javascriptOf>> | undefined;
    for (const [name, address] of Object.entries(pages)) {
      const found = await javascriptOf((await timedPage(site.url + address, site.cast.ann.cookie)).html);
      const isOver = found.all > mostInAll || found.ours > mostOurs;
      row(name, `${found.all.toFixed(1)} kB`, `${found.ours.toFixed(1)} kB`, isOver ? 'over' : '');
      if (isOver) process.exitCode = 1;
      thread = found;
    }
    console.log('\nOf the thread');
    for (const { src, kb, isOurs } of thread?.scripts ?? []) {
      row(path.basename(src), `${kb.toFixed(1)} kB`, isOurs ? 'ours' : 'React and Next');
    }
  } finally {
    await site.stop();
  }
}

async function anArticle({ cast }: BenchSite): Promise<string> {
  const at = new Date();
  await db.article.create({
    data: {
      id: 'bencharticle0000',
      slug: 'bench-article',
      title: 'How is the lamp cleaned?',
      body: 'With a dry cloth.',
      state: 'published',
      category: { connect: { slug: 'shelf-1' } },
      author: { connect: { id: cast.owner.id } },
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
    },
  });
  return '/faq/bench-article';
}
