import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { DATABASES } from './forum/bench-site';
import { measureForum } from './forum/measure-forum';
import { measureGrowth, SIZES } from './forum/measure-growth';
import { measureJavascript } from './forum/measure-javascript';
import { measureLive } from './forum/measure-live';
import { measureLong } from './forum/measure-long';
import { measureStatements } from './forum/measure-statements';
import { load } from './load';
import { writeQueries, writeThreads } from './real-threads';
import { measureLookups } from './refunds/measure-lookups';
import { measureOrders } from './refunds/measure-orders';
import { measureRefunds } from './refunds/measure-refunds';
import { cpuMs, freePort, quantile, runCommand, startAndWait, stopProcess, throwaway } from './served';

/** Prints honest figures beside their comparison in the same run; machines are noisy, so read the ratios.
 * `npm run bench -- page` measures one part: start, page, search, orders, refunds, lookups, forum, long, live, javascript,
 * statements or growth. `sqlite` or `postgresql` behind it keeps lookups, forum, live, statements and growth to one database,
 * numbers keep growth to these sizes. */
async function main(): Promise<void> {
  const [cpu] = os.cpus();
  console.log(
    `Node ${process.version}, ${os.cpus().length} cores (${cpu?.model}), load ${os.loadavg()[0]?.toFixed(1)}\n`,
  );
  const wanted = process.argv.slice(2);
  const named = DATABASES.filter((kind) => wanted.includes(kind));
  const sizes = wanted.map(Number).filter((size) => size > 0);
  const kinds = named.length > 0 ? named : DATABASES;
  const parts = {
    start: measureStart,
    page: measureThreadPage,
    search: measureSearchAndImport,
    orders: measureOrders,
    refunds: measureRefunds,
    lookups: () => measureLookups(kinds),
    forum: () => measureForum(kinds),
    long: measureLong,
    live: () => measureLive(kinds),
    javascript: measureJavascript,
    statements: () => measureStatements(kinds),
    growth: () => measureGrowth(sizes.length > 0 ? sizes : SIZES, kinds),
  };
  const isAll = !Object.keys(parts).some((name) => wanted.includes(name));
  for (const [name, measure] of Object.entries(parts)) {
    if (isAll || wanted.includes(name)) await measure();
  }
}

async function measureStart(): Promise<void> {
  const site = await throwaway();
  const times: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    const { child, ms } = await startAndWait(['bin/start.mjs'], site.env, `${site.url}/readyz`);
    times.push(ms);
    await stopProcess(child);
  }
  await site.remove();
  console.log('Start (dependencies installed, site built)');
  row('cold: empty DATA_DIR, migrations, owner', `${(times[0] ?? 0).toFixed(0)} ms`);
  row('warm: median of 3', `${quantile(times.slice(1), 0.5).toFixed(0)} ms`);
}

async function measureThreadPage(): Promise<void> {
  const site = await throwaway();
  const file = path.join(site.dataDir, 'one.jsonl');
  const { child } = await startAndWait(['--import', 'tsx', 'server.ts'], site.env, `${site.url}/readyz`);
  await writeThreads(file, 1, 20);
  await runCommand(['bin/import.ts', 'threads', file], site.env);
  const list = (await (await fetch(`${site.url}/api/v1/threads`)).json()) as { items: { url: string }[] };
  const page = list.items[0]?.url ?? '';
  const html = Buffer.from(await (await fetch(page)).arrayBuffer());
  const bare = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(html),
  );
  const barePort = await freePort();
  await new Promise<void>((resolve) => bare.listen(barePort, resolve));
  const ours: number[][] = [];
  const theirs: number[][] = [];
  for (let round = 0; round < 3; round += 1) {
    ours.push(await rate(page, child.pid ?? 0));
    theirs.push(await rate(`http://localhost:${barePort}/`, process.pid));
  }
  bare.close();
  await stopProcess(child);
  await site.remove();
  const median = (rounds: number[][], index: number) =>
    quantile(
      rounds.map((round) => round[index] ?? 0),
      0.5,
    );
  console.log(
    `\nThread page of 20 replies, ${(html.length / 1024).toFixed(0)} KB of HTML, 32 connections, medians of 3 × 8 s`,
  );
  row('Porchlight', `${median(ours, 0).toFixed(0)} requests/s, ${median(ours, 1).toFixed(2)} CPU ms each`);
  row(
    'bare node:http, same bytes',
    `${median(theirs, 0).toFixed(0)} requests/s, ${median(theirs, 1).toFixed(2)} CPU ms each`,
  );
  row('ratio of CPU', `${(median(ours, 1) / median(theirs, 1)).toFixed(0)}×`);
}

async function rate(url: string, pid: number): Promise<number[]> {
  await load(url, 2);
  const before = await cpuMs(pid);
  const { requests, perSecond } = await load(url, 8);
  return [perSecond, ((await cpuMs(pid)) - before) / requests];
}

async function measureSearchAndImport(): Promise<void> {
  const site = await throwaway();
  const file = path.join(site.dataDir, 'many.jsonl');
  await writeThreads(file, 10_000);
  const { output: token } = await commandAfterStart(site.env, site.url);
  const { output, peakMb } = await runCommand(['bin/import.ts', 'threads', file], site.env);
  console.log('\nImport of 10,000 threads with 2.5 replies each, SQLite');
  row('rate', output.trim().split('\n').at(-1) ?? '');
  row('most memory', `${peakMb.toFixed(0)} MB`);
  const began = performance.now();
  const { child, ms } = await startAndWait(['--import', 'tsx', 'server.ts'], site.env, `${site.url}/readyz`);
  await waitForIndex(site.url, token);
  console.log('\nSearch over these 10,000 threads, by HTTP, one at a time');
  row('start with all of them still to be indexed', `answers after ${(ms / 1000).toFixed(1)} s`);
  row('… until the last of them is indexed', `${((performance.now() - began) / 1000).toFixed(1)} s`);
  const queries = await writeQueries(300);
  const times: number[] = [];
  for (const query of queries)
    times.push(await timed(`${site.url}/api/v1/search?q=${encodeURIComponent(query)}`, token));
  const floor: number[] = [];
  for (let i = 0; i < 300; i += 1) floor.push(await timed(`${site.url}/healthz`, token));
  row('search p50 / p95', `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`);
  row(
    'floor: /healthz p50 / p95',
    `${quantile(floor, 0.5).toFixed(1)} / ${quantile(floor, 0.95).toFixed(1)} ms`,
  );
  await stopProcess(child);
  await site.remove();
}

/** The owner comes into being at the first start; then a token can be made. */
async function commandAfterStart(env: NodeJS.ProcessEnv, url: string): Promise<{ output: string }> {
  const { child } = await startAndWait(['--import', 'tsx', 'server.ts'], env, `${url}/readyz`);
  const made = await runCommand(
    ['bin/token.ts', '--email', 'owner@example.com', '--scopes', 'read,write,admin'],
    env,
  );
  await stopProcess(child);
  return { output: /[A-Za-z0-9_-]{40,}/.exec(made.output)?.[0] ?? '' };
}

/** Waits until the jobs of the import are done. */
async function waitForIndex(url: string, token: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    const metrics = await (
      await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    ).text();
    const waiting = [...metrics.matchAll(/jobs\{state="(?:waiting|running)"\} (\d+)/g)].map((match) =>
      Number(match[1]),
    );
    if (waiting.length > 0 && waiting.every((count) => count === 0)) return;
    if (performance.now() - began > 1_200_000)
      throw new Error('The index was not complete after 20 minutes.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function timed(url: string, token: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - began;
}

function row(name: string, value: string): void {
  console.log(`  ${name.padEnd(48)} ${value}`);
}

await main();
