import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { namesToMention } from '@/lib/forum/mention-queries';
import { quoteOf } from '@/lib/forum/quote-queries';
import { hidePost } from '@/lib/moderation/hide-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';

const owner = await aPerson({ role: 'owner', name: 'Olga' });
const ana = await aPerson({ name: 'Ana' });
const anna = await aPerson({ name: 'Anna-Lena Winter' });
const arne = await aPerson({ name: 'Arne' });
const silent = await aPerson({ name: 'Anatol' });
let thread = '';
let reply = '';

beforeAll(async () => {
  thread = await aThread({ by: ana, body: 'The *lamp* hums.' });
  reply = await aReply(thread, arne, '> The lamp hums.\n\nTry another dimmer.');
  await aThread({ by: anna });
});

test('people of the thread come first, then others who wrote where everybody can read it', async () => {
  const elsewhere = await aThread({ by: owner });
  await aReply(elsewhere, anna, 'I wrote here.');
  expect(await namesToMention('an', elsewhere, null)).toEqual(['Anna-Lena Winter', 'Ana']);
  expect(await namesToMention('an', thread, null)).toEqual(['Ana', 'Anna-Lena Winter']);
  expect(await namesToMention('AN', null, null)).toEqual(['Ana', 'Anna-Lena Winter']);
});

test('a name is found at every letter of it, also where two letters look like one', async () => {
  for (const typed of ['a', 'ar', 'arn', 'arne', 'ARNE']) {
    expect(await namesToMention(typed, null, null), typed).toContain('Arne');
  }
  expect(await namesToMention('anna-lena w', null, null)).toEqual(['Anna-Lena Winter']);
});

test('nothing typed offers the people of the thread alone, oneself left out', async () => {
  expect(await namesToMention('', thread, null)).toEqual(['Ana', 'Arne']);
  expect(await namesToMention('', thread, ana)).toEqual(['Arne']);
  expect(await namesToMention('', null, null)).toEqual([]);
});

test('who never wrote, who was suspended, and signs of the database are not offered', async () => {
  expect(await namesToMention('anat', null, null)).toEqual([]);
  await db.person.update({ where: { id: silent.id }, data: { suspendedAt: new Date() } });
  await aThread({ by: silent });
  expect(await namesToMention('anat', null, null)).toEqual([]);
  for (const typed of ['%', '_', "'", '\\', 'a%e', 'x'.repeat(10_000)]) {
    expect(await namesToMention(typed, null, null), typed).toEqual([]);
  }
});

test('who wrote only what is hidden is not offered, and a hidden thread names nobody', async () => {
  const quiet = await aPerson({ name: 'Quirin' });
  const gone = await aThread({ by: quiet });
  expect(await namesToMention('quir', null, null)).toEqual(['Quirin']);
  await hide('thread', gone, owner);
  expect(await namesToMention('quir', null, null)).toEqual([]);
  expect(await namesToMention('', gone, null)).toEqual([]);
});

test('at most six names', async () => {
  for (let number = 0; number < 8; number += 1) {
    await aThread({ by: await aPerson({ name: `Zeno ${number}` }) });
  }
  expect(await namesToMention('zeno', null, null)).toHaveLength(6);
});

test('a quote of a post begins the reply: who, where, and their own words', async () => {
  expect(await quoteOf(thread, reply, null)).toMatch(
    new RegExp(
      `^> \\[Arne wrote\\]\\(/t/${thread}\\?reply=${reply}\\):\\n>\\n> Try another dimmer\\.\\n\\n$`,
    ),
  );
  expect(await quoteOf(thread, 'question', null)).toContain('> The *lamp* hums.');
});

test('only what this person may see, in this thread, is quoted', async () => {
  const other = await aThread({ by: anna });
  expect(await quoteOf(other, reply, null)).toBe('');
  expect(await quoteOf(thread, 'no-such-reply', null)).toBe('');
  const secret = await aReply(thread, arne, 'My telephone number');
  await hide('reply', secret, owner);
  expect(await quoteOf(thread, secret, ana)).toBe('');
  expect(await quoteOf(thread, secret, owner)).toContain('telephone');
});

async function hide(kind: 'thread' | 'reply', id: string, by: Actor): Promise<void> {
  const hidden = await hidePost({ kind, id, reason: 'For the test' }, by);
  expect(hidden.ok).toBe(true);
}
