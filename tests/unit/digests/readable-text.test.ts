import { describe, expect, test } from 'vitest';
import { linkedIds, readableText } from '@/lib/digests/readable-text';
import type { Withheld } from '@/lib/forum/withheld-queries';

const gone = '0abcdefghjkmnpq1';
const kept = '0abcdefghjkmnpq2';
const reply = '0abcdefghjkmnpq3';
const other = '0abcdefghjkmnpq4';
const ANSWER = 'Let the wax go cold, then lift it with a card; warm water does the rest of the work.';

function withheld(ids: string[], replies: string[] = []): Withheld {
  return { ids: new Set(ids), replies };
}

test('a text names threads and replies, each once', () => {
  const body = `See [a](/t/${kept}/x) and /t/${kept}/y, [b](/t/${kept}?reply=${reply}), not /t/short/x.`;
  expect(linkedIds(body)).toEqual([kept, reply]);
  const other = `/t/${gone}/a-slug?page=2#reply-${reply} and /t/${gone}/a-slug?reply=${kept}`;
  expect(linkedIds(other)).toEqual([gone, reply, kept]);
});

describe('a digest without a thread that readers may not see', () => {
  const body = [
    '# Solved',
    `**[Gone](/t/${gone}/x)** (2 people)`,
    '> Its answer.',
    '# Still open',
    `**[Kept](/t/${kept}/x)** (1 person)`,
    'We are on it.',
    `Also asked: [Gone](/t/${gone}/x)`,
  ].join('\n\n');

  test('loses a problem with its answer and its heading, and mentions of it', () => {
    expect(readableText(body, withheld([gone]))).toBe(
      `# Still open\n\n**[Kept](/t/${kept}/x)** (1 person)\n\nWe are on it.`,
    );
  });

  test('is the same text when nothing of it is withheld', () => {
    const spaced = body.replaceAll('\n\n', '\n\n\n');
    expect(readableText(spaced, withheld([]))).toBe(spaced);
    expect(readableText(spaced, withheld(['0abcdefghjkmnpq9'], ['Other words.']))).toBe(spaced);
  });
});

describe('a digest without a reply that readers may not see', () => {
  const headline = `**[Wax on the oak floor](/t/${kept}/x)** (3 people)`;
  const quote = (id: string) => `> ${ANSWER} [Read the answer](/t/${kept}?reply=${id})`;
  const left = (parts: string[], given: Withheld) => readableText(parts.join('\n\n'), given).split('\n\n');

  test('loses the quotation that links to it, whatever its words are by now, and nothing else', () => {
    const own = `The [answer](/t/${kept}?reply=${reply}) helped me as well.`;
    const parts = ['# Solved', headline, quote(reply), own];
    expect(left(parts, withheld([reply]))).toEqual(['# Solved', headline, own]);
  });

  test('loses a quotation of several lines, and one that follows a line directly, as a whole', () => {
    const long = `> ${ANSWER}\n>\n> More of it.\n> [Read the answer](/t/${kept}?reply=${reply})`;
    expect(left([headline, long], withheld([reply]))).toEqual([headline]);
    expect(left([`${headline}\n${long}`], withheld([reply]))).toEqual([headline]);
  });

  test('loses words of it that carry no link, in a quote or not', () => {
    const body = `**${ANSWER}** And [more](https://example.com) below.\n\nEnd.`;
    const parts = ['Good morning.', headline, '> Let the wax go cold,…', ANSWER, 'We are on it.'];
    expect(left(parts, withheld([], [body]))).toEqual(['Good morning.', headline, 'We are on it.']);
  });

  test('keeps the quotation of another reply, also where the withheld one had quoted it', () => {
    const quoting = `> ${ANSWER}\n\nRude words.`;
    expect(left([headline, quote(other)], withheld([reply], [quoting]))).toEqual([headline, quote(other)]);
    expect(left([headline, `> ${ANSWER}`], withheld([reply], [quoting]))).toEqual([headline, `> ${ANSWER}`]);
    expect(left([headline, quote(other)], withheld([reply], [ANSWER]))).toEqual([headline, quote(other)]);
  });

  test('keeps a headline that the withheld reply repeats, and short words that many use', () => {
    const long = 'When does the money of my refund arrive on the account that I paid from?';
    const parts = [`**[${long}](/t/${kept}/x)** (1 person)`, 'We are on it.'];
    expect(left(parts, withheld([], [`${long} We are on it.`]))).toEqual(parts);
  });
});
