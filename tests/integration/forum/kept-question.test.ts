import { expect, test } from 'vitest';
import { DAY, later, MINUTE, now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { dropOldQuestions, dropQuestion } from '@/lib/forum/drop-question';
import { keepQuestion } from '@/lib/forum/keep-question';
import { keptQuestion } from '@/lib/forum/queries';
import { KeepQuestion } from '@/lib/forum/schema';
import { newToken } from '@/lib/secrets';

const question = { title: 'Unfinished', body: 'It *hums*.', category: 'general', tags: 'lamp, dimmer' };

test('a browser finds the question it left, and nobody else does', async () => {
  const token = newToken();
  await keepQuestion(question, token);
  expect(await keptQuestion(token)).toEqual(question);
  expect(await keptQuestion(newToken())).toBeNull();
  const row = await db.keptQuestion.findFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token);
});

test('twenty that are sent together leave one: a browser has one question', async () => {
  const token = newToken();
  const before = await db.keptQuestion.count();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => keepQuestion({ ...question, title: `No. ${at}` }, token)),
  );
  expect(await db.keptQuestion.count()).toBe(before + 1);
});

test('what was posted is forgotten, and after a day so is what was not', async () => {
  const [posted, left] = [newToken(), newToken()];
  await keepQuestion(question, posted);
  await keepQuestion(question, left);
  await dropQuestion(posted);
  expect(await keptQuestion(posted)).toBeNull();
  await dropOldQuestions(later(now(), DAY - MINUTE));
  expect(await keptQuestion(left)).toEqual(question);
  await db.keptQuestion.updateMany({ data: { expiresAt: later(now(), -MINUTE) } });
  expect(await keptQuestion(left)).toBeNull();
  await dropOldQuestions(now());
  expect(await db.keptQuestion.count()).toBe(0);
});

test('unfinished questions are kept, endless ones are not', () => {
  expect(KeepQuestion.parse({})).toEqual({ title: '', body: '', category: '', tags: '' });
  for (const change of [
    { title: 'x'.repeat(301) },
    { body: 'x'.repeat(60_001) },
    { category: 'x'.repeat(101) },
    { tags: 'x'.repeat(1001) },
  ]) {
    expect(KeepQuestion.safeParse(change).success).toBe(false);
  }
});
