import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { benchSite, row, timedPage } from './bench-site';
import { beginForum, growForum } from './fill-forum';

/** The numbers, kilobytes of 1,000 after gzip. */
const BUDGET_IN_ALL = 170;
const BUDGET_OURS = 45;

/** What of React, Next and the bundler's own is in a file: such files are theirs, all others are counted as ours. */
const THEIRS =
  /\/turbopack-|react-dom|reactjs\.org|react\.dev|next-router|__next_|TURBOPACK_CHUNK_LISTS|polyfill/i;

/** The JavaScript of a thread page for somebody signed in, from the scripts its HTML loads. Ends with exit code 1 above
 * the budget. */
export async function measureJavascript(): Promise<void> {
  const site = await benchSite('sqlite');
  try {
    await beginForum();
    await growForum(0, 1000);
    const { html } = await timedPage(`${site.url}/t/t000000000000007/thread`, site.cast.ann.cookie);
    const scripts = [...new Set(html.match(/\/_next\/static\/[^"\\]+?\.js/g) ?? [])];
    const modern = scripts.filter(
      (src) => !new RegExp(`noModule[^>]*${src}|${src}[^>]*noModule`, 'i').test(html),
    );
    const sizes = await Promise.all(modern.map(sizeOf));
    const [all, ours] = [sum(sizes), sum(sizes.filter(({ isOurs }) => isOurs))];
    console.log('\nJavaScript of a thread page, signed in, gzip');
    for (const { src, kb, isOurs } of sizes.sort((a, b) => b.kb - a.kb)) {
      row(path.basename(src), `${kb.toFixed(1)} kB`, isOurs ? 'ours' : 'React and Next');
    }
    row('in all', `${all.toFixed(1)} kB`, `budget ${BUDGET_IN_ALL} kB`);
    row('ours', `${ours.toFixed(1)} kB`, `budget ${BUDGET_OURS} kB`);
    if (all > BUDGET_IN_ALL || ours > BUDGET_OURS) {
      console.log('  Above the budget.');
      process.exitCode = 1;
    }
  } finally {
    await site.stop();
  }
}

async function sizeOf(src: string): Promise<{ src: string; kb: number; isOurs: boolean }> {
  const text = await readFile(path.join('.next', decodeURIComponent(src).replace(/^\/_next\//, '')));
  return { src, kb: gzipSync(text).length / 1000, isOurs: !THEIRS.test(src + text.toString('utf8')) };
}

const sum = (sizes: { kb: number }[]) => sizes.reduce((total, { kb }) => total + kb, 0);
