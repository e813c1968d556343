import { expect, test } from 'vitest';
import { popularWords } from '@/app/(site)/_parts/popular-words';
import { wordsOf } from '@/lib/words/catalogue';

const words = wordsOf('en').home;

test('answers are said to help only once somebody has said so', () => {
  expect(popularWords([{ helpedCount: 0 }, { helpedCount: 0 }], words)).toBe('Newest answers');
  expect(popularWords([{ helpedCount: 2 }, { helpedCount: 0 }], words)).toBe('Answers that help most');
});
