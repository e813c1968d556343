/** From here on it is said how many are left. */
const NEAR = 0.9;
/** Bytes of one text that a form still carries: the server takes 256 KB, and an answer with errors sends it twice. */
const BYTES_MAX = 120_000;

/** Why a text cannot be sent yet, in words for the browser's own bubble; '' when it can. */
export function refusalOf(text: string, max: number, filesUnderWay: number): string {
  if (filesUnderWay > 0) return 'A file is still on its way. One moment, please.';
  const isTooLong = text.length > max || (text.length > max / 4 && new Blob([text]).size > BYTES_MAX);
  return isTooLong ? 'This is too long to send. Please shorten it.' : '';
}

/** How many characters are left, once that matters; a screen reader hears only that it has begun to matter. */
export function Counter({ length, max }: { length: number; max: number }) {
  const left = max - length;
  const isNear = length >= max * NEAR;
  return (
    <>
      {isNear ? (
        <span className={left < 0 ? 'font-semibold text-bad' : ''}>
          {left < 0
            ? `${(-left).toLocaleString('en')} characters too many`
            : `${left.toLocaleString('en')} characters left`}
        </span>
      ) : null}
      <span role="status" className="sr-only">
        {left < 0 ? 'The text is too long.' : isNear ? 'The text is nearly as long as it may be.' : ''}
      </span>
    </>
  );
}
