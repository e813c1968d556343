import { expect, test } from 'vitest';
import { typedAt } from '@/app/(site)/forum/_parts/completion';
import { nameAsTyped } from '@/app/(site)/forum/_parts/completion-options';
import { findEmoji } from '@/app/(site)/forum/_parts/emoji';
import { mentionOf, mentionsIn } from '@/lib/mentions';

const typed = (text: string) => typedAt(text, text.length);

test('an @ at the beginning of a word asks for a name, with blanks only after a quotation mark', () => {
  expect(typed('Hello @an')).toEqual({ kind: 'name', query: 'an', from: 6 });
  expect(typed('(@"Ana M')).toEqual({ kind: 'name', query: 'Ana M', from: 1 });
  expect(typed('@')).toEqual({ kind: 'name', query: '', from: 0 });
  expect(typed('@Ana is')).toBeNull();
  expect(typed('ana@example')).toBeNull();
});

test('a colon asks for an emoji from two letters on; a face stays what it is', () => {
  expect(typed('fine :smi')).toEqual({ kind: 'emoji', query: 'smi', from: 5 });
  for (const text of ['fine :)', ':D', ':-)', 'at 10:30', 'https://a', ':s']) expect(typed(text)).toBeNull();
});

test('emoji are found by English and German words, the named one first', () => {
  expect(findEmoji('smile')[0]?.sign).toBe('🙂');
  expect(findEmoji('fire')[0]?.sign).toBe('🔥');
  expect(findEmoji('herz').map(({ sign }) => sign)).toContain('❤️');
  expect(findEmoji('tränen').map(({ sign }) => sign)).toContain('😂');
  expect(findEmoji('traenen').map(({ sign }) => sign)).toContain('😂');
  expect(findEmoji('')).toHaveLength(8);
  expect(findEmoji('zzz')).toEqual([]);
});

test('every emoji has a name of its own', () => {
  const names = 'abcdefghijklmnopqrstuvwxyz'.split('').flatMap((letter) => findEmoji(letter));
  const byName = new Map(names.map(({ name, sign }) => [name, sign]));
  for (const { name, sign } of names) expect(byName.get(name)).toBe(sign);
});

test('a completed name is read as that name, here and there', () => {
  for (const name of ['Ana', 'Ana Maria', 'Zoë_1', "O'Neil", 'J. R.', '_x', 'Ann-', '李雷', 'a b c']) {
    expect(nameAsTyped(name)).toBe(mentionOf(name));
    expect(mentionsIn(`Thanks ${nameAsTyped(name)}, that was it.`), name).toEqual([name]);
  }
});
