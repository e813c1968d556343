import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page may bring, kilobytes of 1,000 after gzip: in all, and of ours. */
export const JAVASCRIPT_BUDGET = { all: 170, ours: 45 };

export type Script = { src: string; kb: number; isOurs: boolean };

/** What of React, Next and the bundler's own is in a file: such files are theirs, all others are counted as ours. */
const THEIRS =
  /\/turbopack-|react-dom|reactjs\.org|react\.dev|next-router|__next_|TURBOPACK_CHUNK_LISTS|polyfill/i;

/** The scripts that a page's HTML has loaded, from the build beside it; what only old browsers get is left out. */
export async function javascriptOf(html: string): Promise<{ scripts: Script[]; all: number; ours: number }> {
  const all = [...new Set(html.match(/\/_next\/static\/[^"\\]+?\.js/g) ?? [])];
  const modern = all.filter((src) => !new RegExp(`noModule[^>]*${src}|${src}[^>]*noModule`, 'i').test(html));
  const scripts = await Promise.all(modern.map(weigh));
  return {
    scripts: scripts.sort((a, b) => b.kb - a.kb),
    all: sum(scripts),
    ours: sum(scripts.filter(({ isOurs }) => isOurs)),
  };
}

async function weigh(src: string): Promise<Script> {
  const text = await readFile(path.join('.next', decodeURIComponent(src).replace(/^\/_next\//, '')));
  return { src, kb: gzipSync(text).length / 1000, isOurs: !THEIRS.test(src + text.toString('utf8')) };
}

const sum = (scripts: Script[]) => scripts.reduce((total, { kb }) => total + kb, 0);
