import { nearChanges, wordChanges } from '@/lib/forum/word-changes';
import type { Words } from '@/lib/words/catalogue';

type Props = { before: string; after: string; words: Words['thread']['history'] };

/** What an edit changed, word by word; for those who do not see the colours it is said in words. */
export function Changes({ before, after, words }: Props) {
  const runs = nearChanges(wordChanges(before, after));
  let place = 0;
  return (
    <p dir="auto" className="whitespace-pre-wrap">
      {runs.map(({ kind, text, cut }) => {
        place += 1;
        if (kind === 'removed') {
          return (
            <del key={place} className="rounded-sm bg-bad-soft text-bad decoration-bad">
              <span className="sr-only">[{words.takenOut} </span>
              {text}
              <span className="sr-only">]</span>
            </del>
          );
        }
        if (kind === 'added') {
          return (
            <ins key={place} className="rounded-sm bg-good-soft text-good decoration-good">
              <span className="sr-only">[{words.putIn} </span>
              {text}
              <span className="sr-only">]</span>
            </ins>
          );
        }
        return (
          <span key={place}>
            {cut === 'start' ? '… ' : ''}
            {text}
            {cut === 'end' ? ' …' : ''}
          </span>
        );
      })}
    </p>
  );
}
