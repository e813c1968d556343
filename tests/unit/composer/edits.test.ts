import { expect, test } from 'vitest';
import { commandOf, labelWithKeys } from '@/app/(site)/forum/_parts/composer-commands';
import {
  code,
  continueLine,
  type Edit,
  insertBlock,
  link,
  markLines,
  type Selection,
  wrap,
} from '@/app/(site)/forum/_parts/composer-edits';

/** A text with its selection between [ and ], or a caret at |. */
function at(marked: string): Selection {
  const start = marked.search(/[[|]/);
  const text = marked.replace(/[[|]/, '');
  const end = marked.includes('|') ? start : text.indexOf(']');
  return { text: text.replace(']', ''), start, end };
}

function after({ text }: Selection, edit: Edit | null): string {
  if (!edit) return 'nothing';
  const next = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const [start, end] = edit.select;
  return start === end
    ? `${next.slice(0, start)}|${next.slice(start)}`
    : `${next.slice(0, start)}[${next.slice(start, end)}]${next.slice(end)}`;
}

test('bold goes around the words without their blanks, and comes off again', () => {
  const words = at('It [hums ]loudly');
  expect(after(words, wrap(words, '**', 'x'))).toBe('It **[hums]** loudly');
  const bold = at('It **[hums]** loudly');
  expect(after(bold, wrap(bold, '**', 'x'))).toBe('It [hums] loudly');
  const none = at('It |');
  expect(after(none, wrap(none, '**', 'bold words'))).toBe('It **[bold words]**');
});

test('italics around bold words do not take half of their mark', () => {
  const bold = at('**[hums]**');
  expect(after(bold, wrap(bold, '*', 'x'))).toBe('***[hums]***');
});

test('a link asks for what is missing: the address, or the words', () => {
  const words = { text: 'see the manual', start: 8, end: 14 };
  const linked = link(words);
  expect(linked.insert).toBe('[manual](https://)');
  expect(linked.select).toEqual([17, 25]);
  const address = { text: 'https://a.example', start: 0, end: 17 };
  expect(link(address).insert).toBe('[words of the link](https://a.example)');
  expect(link({ text: '', start: 0, end: 0 })).toMatchObject({ select: [1, 18] });
});

test('code is a backtick in a line and a fence around several', () => {
  const word = at('run [npm]');
  expect(after(word, code(word))).toBe('run `[npm]`');
  const lines = at('so: [a\nb]');
  expect(after(lines, code(lines))).toBe('so: \n```\n[a\nb]\n```');
});

test('touched lines become a list, a numbered list or a quote, and plain again', () => {
  const lines = at('a\n[b\nc]\nd');
  expect(after(lines, markLines(lines, 'list'))).toBe('a\n[- b\n- c]\nd');
  expect(after(lines, markLines(lines, 'numbers'))).toBe('a\n[1. b\n2. c]\nd');
  const list = at('[- b\n- c]');
  expect(after(list, markLines(list, 'list'))).toBe('[b\nc]');
  expect(after(list, markLines(list, 'numbers'))).toBe('[1. b\n2. c]');
  expect(after(list, markLines(list, 'quote'))).toBe('[> - b\n> - c]');
  const caret = at('wo|rd');
  expect(after(caret, markLines(caret, 'quote'))).toBe('> wo|rd');
});

test('Enter continues a list or quote, counts on, and ends it on an empty item', () => {
  const cases: [string, string][] = [
    ['- one|', '- one\n- |'],
    ['9. nine|', '9. nine\n10. |'],
    ['  * in|ner', '  * in\n  * |ner'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['> said|', '> said\n> |'],
    ['> - both|', '> - both\n> - |'],
    ['- one\n- |', '- one\n|'],
    ['> |', '|'],
  ];
  for (const [before, then] of cases) {
    const here = { ...at(before.replace('[x]', 'BOX')) };
    here.text = here.text.replace('BOX', '[x]');
    expect(after(here, continueLine(here)), before).toBe(then);
  }
});

test('Enter is just a new line elsewhere: in words, in code, and with something selected', () => {
  for (const here of [at('words|'), at('```\n- no list|'), at('- o[n]e'), at('|- one')]) {
    expect(continueLine(here)).toBeNull();
  }
});

test('a block stands by itself, with the caret behind it', () => {
  const inWords = at('Look|here');
  expect(after(inWords, insertBlock(inWords, '![x]()'))).toBe('Look\n\n![x]()\n|here');
  const empty = at('|');
  expect(after(empty, insertBlock(empty, '> quote\n\n'))).toBe('> quote\n\n|');
});

test('keys go by letters, and by the place of digits, whatever Shift makes of them', () => {
  const press = (key: string, codeOfKey: string, more = {}) =>
    commandOf({
      key,
      code: codeOfKey,
      ctrlKey: true,
      metaKey: false,
      shiftKey: false,
      altKey: false,
      ...more,
    })?.name;
  expect(press('b', 'KeyB')).toBe('bold');
  expect(press('/', 'Digit7', { shiftKey: true })).toBe('numbers');
  expect(press('*', 'Digit8', { shiftKey: true })).toBe('list');
  expect(press('k', 'KeyK', { ctrlKey: false, metaKey: true })).toBe('link');
  expect(press('b', 'KeyB', { altKey: true })).toBeUndefined();
  expect(press('b', 'KeyB', { ctrlKey: false })).toBeUndefined();
  const keys = { code: 'Digit9', shift: true, shown: '9' };
  expect(labelWithKeys('Quote', keys, true)).toBe('Quote (⇧⌘9)');
  expect(labelWithKeys('Quote', keys, false)).toBe('Quote (Ctrl+Shift+9)');
});
