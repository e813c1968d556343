const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks one paragraph into lines that fit: between words, and inside of a word that no line holds.
 * @param measure the width of a text in the unit of `width`
 * @returns where each line begins and ends (not included), the white space around its end left out */
export function breakLines(
  text: string,
  width: number,
  measure: (text: string) => number,
): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let line = { start: 0, end: 0, width: 0 };
  const finish = () => {
    if (line.end > line.start) lines.push({ start: line.start, end: line.end });
  };
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    for (const piece of piecesOf(word, width, measure)) {
      const start = index + piece.start;
      const end = index + piece.end;
      const space = line.end > line.start ? measure(text.slice(line.end, start)) : 0;
      if (line.end > line.start && line.width + space + piece.width <= width) {
        line = { start: line.start, end, width: line.width + space + piece.width };
        continue;
      }
      finish();
      line = { start, end, width: piece.width };
    }
  }
  finish();
  return lines;
}

/** A word whole if it fits into a line, else cut between its characters; what no line holds stands alone. */
function piecesOf(word: string, width: number, measure: (text: string) => number) {
  const whole = measure(word);
  if (whole <= width) return [{ start: 0, end: word.length, width: whole }];
  const pieces: { start: number; end: number; width: number }[] = [];
  let piece = { start: 0, end: 0, width: 0 };
  for (const { segment, index } of graphemes.segment(word)) {
    const more = measure(segment);
    if (piece.end > piece.start && piece.width + more > width) {
      pieces.push(piece);
      piece = { start: index, end: index, width: 0 };
    }
    piece = { start: piece.start, end: index + segment.length, width: piece.width + more };
  }
  return [...pieces, piece];
}
