import { readFile, writeFile } from 'node:fs/promises';

type Row = Record<string, unknown> & {
  sourceId: string;
  title: string;
  body: string;
  replies: (Record<string, unknown> & { body: string })[];
};

const SAMPLE = 'tests/data/forum-onstartups-sample.jsonl';

/** Writes `count` threads made by resampling sentences of the real sample (tests/data/README.md names its licence): new
 * titles and bodies of real words, so that an index of them is as hard to search as a real one. Deterministic. */
export async function writeThreads(file: string, count: number, replies?: number): Promise<void> {
  const rows = (await readFile(SAMPLE, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const sentences = rows
    .flatMap((row) => [row.body, ...row.replies.map((reply) => reply.body)])
    .flatMap((body) => body.replace(/<[^>]+>/g, ' ').split(/(?<=[.?!])\s+/))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length > 20 && sentence.length < 300);
  const next = generator(42);
  const pick = () => sentences[Math.floor(next() * sentences.length)] ?? '';
  const text = (sentenceCount: number) => Array.from({ length: sentenceCount }, pick).join(' ');
  const lines: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const title = `${pick().slice(0, 90)} (${i})`;
    const own = Array.from({ length: replies ?? Math.floor(next() * 6) }, (_, n) => ({
      sourceId: `bench-${i}-r${n}`,
      body: text(5),
      author: `Person ${Math.floor(next() * 200)}`,
      accepted: n === 0 && i % 2 === 0,
    }));
    lines.push(
      JSON.stringify({
        sourceId: `bench-${i}`,
        title,
        body: text(6),
        author: `Person ${i % 200}`,
        tags: [`topic-${i % 40}`],
        replies: own,
      }),
    );
  }
  await writeFile(file, `${lines.join('\n')}\n`);
}

/** Words of the sample's titles as a customer would type them: two to six in a row. */
export async function writeQueries(count: number): Promise<string[]> {
  const rows = (await readFile(SAMPLE, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const next = generator(7);
  return Array.from({ length: count }, () => {
    const row = rows[Math.floor(next() * rows.length)];
    const words = `${row?.title ?? ''} ${(row?.body ?? '').replace(/<[^>]+>/g, ' ').slice(0, 300)}`.split(
      /\s+/,
    );
    const start = Math.floor(next() * Math.max(1, words.length - 6));
    return words.slice(start, start + 2 + Math.floor(next() * 5)).join(' ');
  });
}

/** A small fixed random sequence (mulberry32), so that two runs measure the same work. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
