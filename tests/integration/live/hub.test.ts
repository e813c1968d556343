import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { countStatements } from '@/lib/db/count-statements';
import { newId } from '@/lib/ids';
import { type Listener, liveHub, PER_ADDRESS } from '@/lib/live/hub';
import { openStream } from '@/lib/live/open-stream';
import { hidePost } from '@/lib/moderation/hide-post';
import { stopAll } from '@/lib/web/lifecycle';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { otherClient } from '../../support/database';

const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();
const hub = liveHub();

type Told = Listener & { numbers: number[]; ended: boolean[]; leave: (() => void) | null };

function listen(threadId: string, facts: Partial<Listener> = {}): Told {
  const told: Told = {
    threadId,
    actorId: null,
    address: newId(),
    after: 0,
    numbers: [],
    ended: [],
    leave: null,
    tell: (replies) => told.numbers.push(...replies.map(({ number }) => number)),
    beat: () => {},
    end: (isOver) => {
      told.ended.push(isOver);
      told.leave?.();
    },
    ...facts,
  };
  told.leave = hub.listen(told);
  return told;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isSo(); tries += 1) await wait(10);
  expect(isSo()).toBe(true);
}

afterEach(() => {
  hub.endAll();
  expect(hub.size).toBe(0);
});

test('a reply of this process is told at once to everybody who has the thread open, and not to its author', async () => {
  const id = await aThread({ by: ana });
  const other = await aThread({ by: ana });
  const visitor = listen(id);
  const author = listen(id, { actorId: ben.id });
  const elsewhere = listen(other);
  await aReply(id, ben);
  const began = performance.now();
  await until(() => visitor.numbers.length === 1);
  expect(performance.now() - began).toBeLessThan(1000);
  await aReply(id, ana);
  await until(() => author.numbers.length === 1);
  expect([visitor.numbers, author.numbers, elsewhere.numbers]).toEqual([[1, 2], [2], []]);
});

test('what another process wrote is told after a look, and what was written before one listened as well', async () => {
  const id = await aThread({ by: ana });
  await aReply(id, ben);
  await aReply(id, ben);
  const late = listen(id, { after: 1 });
  await until(() => late.numbers.length === 1);
  const client = otherClient();
  await client.thread.update({ where: { id }, data: { lastNumber: 3 } });
  await client.reply.create({
    data: { id: newId(), threadId: id, number: 3, body: 'Text', authorId: ben.id, createdAt: new Date() },
  });
  await client.$disconnect();
  await until(() => late.numbers.length === 2);
  expect(late.numbers).toEqual([2, 3]);
});

test('hidden replies are not told, and a thread that is hidden ends its listeners', async () => {
  const id = await aThread({ by: ana });
  const first = await aReply(id, ben);
  await hidePost({ kind: 'reply', id: first, reason: '' }, owner);
  const visitor = listen(id, { after: 0 });
  await aReply(id, ben);
  await until(() => visitor.numbers.length === 1);
  expect(visitor.numbers).toEqual([2]);
  await hidePost({ kind: 'thread', id, reason: '' }, owner);
  await until(() => visitor.ended.length === 1);
  expect(visitor.ended).toEqual([true]);
});

test('one address has so many connections and no more, and each that is let go makes room', async () => {
  const id = await aThread({ by: ana });
  const held = Array.from({ length: PER_ADDRESS }, () => listen(id, { address: 'one' }));
  expect(listen(id, { address: 'one' }).leave).toBeNull();
  expect(listen(id, { address: 'two' }).leave).not.toBeNull();
  held[0]?.leave?.();
  held[0]?.leave?.();
  expect(listen(id, { address: 'one' }).leave).not.toBeNull();
  expect(hub.size).toBe(PER_ADDRESS + 1);
});

test('a stream ends when its browser goes, when nobody reads it, and when the server stops', async () => {
  const id = await aThread({ by: ana });
  const whom = { threadId: id, actorId: null, address: 'streams', after: 0 };
  const gone = new AbortController();
  openStream(whom, gone.signal);
  const reader = openStream(whom, new AbortController().signal)?.getReader();
  openStream(whom, AbortSignal.abort());
  expect(hub.size).toBe(2);
  gone.abort();
  expect(hub.size).toBe(1);
  await aReply(id, ben);
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes('data:')) text += decoder.decode((await reader?.read())?.value);
  expect(text).toMatch(/^retry: 5000\n\nid: 1\ndata: \{"replies":\[\{"id":"\w+","number":1\}\]\}\n\n$/);
  // From here on nobody reads.
  for (let index = 0; index < 25; index += 1) {
    await aReply(id, ben);
    await wait(15);
  }
  await until(() => hub.size === 0);
  openStream(whom, new AbortController().signal);
  expect(hub.size).toBe(1);
  await stopAll();
  expect(hub.size).toBe(0);
});

test('a thousand pages of one thread cost the database no more than one', async () => {
  const statementsWith = async (pages: number) => {
    const id = await aThread({ by: ana });
    const listeners = Array.from({ length: pages }, () => listen(id));
    await wait(200);
    const count = { statements: 0 };
    await countStatements(count, async () => {
      await aReply(id, ben);
      await until(() => listeners.every(({ numbers }) => numbers.length === 1));
    });
    hub.endAll();
    return count.statements;
  };
  const [one, thousand] = [await statementsWith(1), await statementsWith(1000)];
  expect(Math.abs(thousand - one)).toBeLessThanOrEqual(2);
});
