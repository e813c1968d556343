import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../served';
import { benchSite, DATABASES, type DatabaseName, row } from './bench-site';
import { beginForum, growForum } from './fill-forum';

const LISTENERS = 500;
const POSTS = 10;
const THREAD = 't000000000000007';

/** 500 pages of one thread listen: what each costs, and how long after a post they are told. */
export async function measureLive(kinds: readonly DatabaseName[] = DATABASES): Promise<void> {
  for (const kind of kinds) {
    // Behind a trusted proxy, which this process plays: one address may not hold 500 connections.
    process.env.TRUST_PROXY = '1';
    const site = await benchSite(kind);
    process.env.TRUST_PROXY = '';
    try {
      await beginForum(site.cast.ann.id);
      await growForum(0, 1000);
      await (await fetch(`${site.url}/t/${THREAD}/thread`)).arrayBuffer();
      const pid = site.server.pid ?? 0;
      const heard: number[] = [];
      const warm = await Promise.all(
        Array.from({ length: 20 }, (_, index) => listen(site.url, index, heard)),
      );
      for (const request of warm) request.destroy();
      await wait(1500);
      const before = await memory(pid);
      const listeners: http.ClientRequest[] = [];
      for (let from = 0; from < LISTENERS; from += 50) {
        const batch = Array.from({ length: 50 }, (_, index) => listen(site.url, 100 + from + index, heard));
        listeners.push(...(await Promise.all(batch)));
      }
      await wait(1500);
      const after = await memory(pid);
      const delays: number[] = [];
      for (let post = 0; post < POSTS; post += 1) {
        heard.length = 0;
        const writer = site.cast.crowd[post] ?? site.cast.ann;
        const began = performance.now();
        const answer = await fetch(`${site.url}/api/v1/threads/${THREAD}/replies`, {
          method: 'POST',
          headers: { authorization: `Bearer ${writer.tokens.all}`, 'content-type': 'application/json' },
          body: JSON.stringify({ body: `Told to many: ${post}` }),
        });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`Posting answered ${answer.status}`);
        for (let tries = 0; heard.length < LISTENERS && tries < 500; tries += 1) await wait(10);
        if (heard.length < LISTENERS) throw new Error(`Only ${heard.length} of ${LISTENERS} were told.`);
        if (post > 0) delays.push(...heard.map((at) => at - began));
      }
      console.log(`\nServer-sent events, ${LISTENERS} listeners on one thread, ${kind}`);
      row('memory of the process before', `${(before / 1024).toFixed(0)} MB`);
      row('memory per listener', `${((after - before) / LISTENERS).toFixed(1)} KB`);
      row('from the post sent to its event, p50', `${quantile(delays, 0.5).toFixed(0)} ms`);
      row('from the post sent to its event, p95', `${quantile(delays, 0.95).toFixed(0)} ms`);
      for (const request of listeners) request.destroy();
    } finally {
      await site.stop();
    }
  }
}

/** Opens a stream from an address of its own, and notes when it is told something. Resolves when it is open. */
function listen(site: string, index: number, heard: number[]): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      `${site}/api/live?thread=${THREAD}&after=20`,
      {
        agent: false,
        headers: { 'x-forwarded-for': `198.18.${Math.floor(index / 250)}.${index % 250}` },
      },
      (response) => {
        if (response.statusCode !== 200)
          return reject(new Error(`The stream answered ${response.statusCode}`));
        response.on('data', (data: Buffer) => {
          if (data.includes('data: {"replies"')) heard.push(performance.now());
        });
        response.on('error', () => {});
        resolve(request);
      },
    );
    request.on('error', (error) => (request.destroyed ? undefined : reject(error)));
  });
}

/** Resident memory of a process, KB (Linux). */
async function memory(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
