import { isOwnAddress, isRecord } from '@/app/_ui/suggestions';

export type MatchState = 'answer' | 'solved' | 'open';

/** An answer that may save a question; `id` names it to the button "This solved it". */
export type Match = { id: string; title: string; url: string; snippet: string; state: MatchState };

/** More boxes are dismissed unread (defaults). */
const SHOWN = 3;

/** Takes the answer of `/api/similar` apart; what does not fit is left out. */
export function readMatches(value: unknown): Match[] {
  const answers = isRecord(value) && Array.isArray(value.answers) ? value.answers : [];
  return answers.flatMap(readMatch).slice(0, SHOWN);
}

function readMatch(value: unknown): Match[] {
  if (!isRecord(value) || typeof value.title !== 'string' || !isOwnAddress(value.url)) return [];
  const { id, title, url, kind, snippet, state } = value;
  return [
    {
      id: `${kind}:${id}`,
      title,
      url,
      snippet: typeof snippet === 'string' ? snippet : '',
      state: kind === 'article' ? 'answer' : state === 'solved' ? 'solved' : 'open',
    },
  ];
}
