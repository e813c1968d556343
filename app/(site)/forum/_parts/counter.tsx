import type { Words } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { numberWords, say } from '@/lib/words/say';

type LengthWords = Words['writing']['length'];
type Props = { length: number; max: number; words: LengthWords; language: Language };

/** From here on it is said how many are left. */
const NEAR = 0.9;
/** Bytes of one text that a form still carries: the server takes 256 KB, and an answer with errors sends it twice. */
const BYTES_MAX = 120_000;

/** Why a text cannot be sent yet, in words for the browser's own bubble; '' when it can. */
export function refusalOf(text: string, max: number, filesUnderWay: number, words: LengthWords): string {
  if (filesUnderWay > 0) return words.refuseFile;
  const isTooLong = text.length > max || (text.length > max / 4 && new Blob([text]).size > BYTES_MAX);
  return isTooLong ? words.refuseLong : '';
}

/** How many characters are left, once that matters; a screen reader hears only that it has begun to matter. */
export function Counter({ length, max, words, language }: Props) {
  const left = max - length;
  const isNear = length >= max * NEAR;
  return (
    <>
      {isNear ? (
        <span className={left < 0 ? 'font-semibold text-bad' : ''}>
          {left < 0
            ? say(words.over, { n: numberWords(-left, language) })
            : say(words.left, { n: numberWords(left, language) })}
        </span>
      ) : null}
      <span role="status" className="sr-only">
        {left < 0 ? words.tooLong : isNear ? words.near : ''}
      </span>
    </>
  );
}
