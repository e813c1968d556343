import { expect, test } from 'vitest';
import { newPositions, questionAsReply, replyAsQuestion } from '@/lib/forum/curation/rules';
import { PointAtThread, SplitThread } from '@/lib/forum/curation/schema';

const ID = '01j9zk3v4m5n6p7q';

test('a thread is named by its id or by any address of it', () => {
  for (const target of [
    ID,
    ` ${ID} `,
    `/t/${ID}`,
    `/t/${ID}/a-slug?page=2#reply-x`,
    `https://shop.example/t/${ID}/a-slug`,
  ]) {
    expect(PointAtThread.parse({ threadId: 'x', target }).target).toBe(ID);
  }
  for (const target of ['', 'hello', '/t/', '/t/short/x', `/faq/${ID}`, `javascript:${ID}`]) {
    expect(PointAtThread.safeParse({ threadId: 'x', target }).success, target).toBe(false);
  }
});

test('one tick and several are a list of replies; none is refused in words', () => {
  const form = { threadId: 'x', title: 'A question of its own' };
  expect(SplitThread.parse({ ...form, replyIds: 'a' }).replyIds).toEqual(['a']);
  expect(SplitThread.parse({ ...form, replyIds: ['a', 'b'] }).replyIds).toEqual(['a', 'b']);
  expect(SplitThread.safeParse(form).error?.issues[0]?.message).toBe('Choose the replies that go.');
});

test('a question becomes a reply with its title, unless that is said already, and back', () => {
  const question = { title: '*Wax* on [oak](x)', body: 'How?' };
  const reply = questionAsReply(question, 'Another title');
  expect(reply).toBe('**\\*Wax\\* on \\[oak\\](x)**\n\nHow?');
  expect(replyAsQuestion(reply, question.title)).toBe('How?');
  expect(questionAsReply(question, '*WAX* on [oak](x)')).toBe('How?');
});

test('people have read up to the same reply as before, over gaps and past the end', () => {
  const before = [
    { id: 'a', number: 1 },
    { id: 'b', number: 4 },
  ];
  const after = new Map([
    ['a', 2],
    ['x', 3],
    ['b', 5],
  ]);
  expect(newPositions([0, 1, 3, 4, 9], before, after)).toEqual(
    new Map([
      [0, 0],
      [1, 2],
      [3, 2],
      [4, 5],
      [9, 5],
    ]),
  );
});
