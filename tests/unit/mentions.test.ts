import { expect, test } from 'vitest';
import { MENTIONS_MAX, mentionsIn } from '@/lib/mentions';

test('names are called by @, with quotation marks where they have spaces', () => {
  expect(mentionsIn('Ask @Mara, or @"Ben the Brave". **@Zoë!** (@J.R.R.)')).toEqual([
    'Mara',
    'Ben the Brave',
    'Zoë',
    'J.R.R',
  ]);
});

test('code, quotes, links and addresses call nobody', () => {
  const text = [
    '`@code` and mail ana@example.com or https://example.com/@somebody',
    '> @quoted said so',
    '',
    '[@linked](https://example.com)',
    '',
    '```',
    '@fenced',
    '```',
  ].join('\n');
  expect(mentionsIn(text)).toEqual([]);
});

test('each name once, at most ten, however many are shouted', () => {
  expect(mentionsIn('@ana @Ana @ANA')).toEqual(['ana']);
  const many = Array.from({ length: 5000 }, (_, number) => `@name${number}`).join(' ');
  expect(mentionsIn(many)).toHaveLength(MENTIONS_MAX);
  expect(mentionsIn('@ @@ @"" @- "@')).toEqual([]);
});
