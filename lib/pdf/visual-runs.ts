import makeBidi, { type EmbeddingLevels } from 'bidi-js';

const bidi = makeBidi();
/** The font turns what it takes for letters from right to left by itself; anything else we turn. */
const FROM_RIGHT = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Samr}\p{scx=Mand}]/u;

/** One stretch of a line in one direction, as it is handed to the font. */
export type Run = { text: string; fromRight: boolean };

/** The directions of the characters of a paragraph (Unicode's bidirectional algorithm). */
export function directionsOf(paragraph: string): EmbeddingLevels {
  return bidi.getEmbeddingLevels(paragraph, 'auto');
}

/** The stretches of a line from left to right as they are seen.
 * @param start where the line begins in its paragraph; `end` is not included */
export function visualRuns(
  paragraph: string,
  { levels }: EmbeddingLevels,
  { start, end }: { start: number; end: number },
): Run[] {
  const mirrored = bidi.getMirroredCharactersMap(paragraph, levels, start, end - 1);
  const runs: { level: number; text: string }[] = [];
  for (let index = start; index < end; index += 1) {
    const level = levels[index] ?? 0;
    const character = mirrored.get(index) ?? paragraph.charAt(index);
    const last = runs.at(-1);
    if (last?.level === level) last.text += character;
    else runs.push({ level, text: character });
  }
  return inVisualOrder(runs).map(({ level, text }) => {
    const fromRight = level % 2 === 1;
    if (!fromRight || FROM_RIGHT.test(text)) return { text, fromRight };
    return { text: [...text].reverse().join(''), fromRight: false };
  });
}

/** From the deepest level up, each stretch of runs at that level or deeper is turned round (rule L2). */
function inVisualOrder<R extends { level: number }>(runs: R[]): R[] {
  const deepest = Math.max(0, ...runs.map(({ level }) => level));
  let order = runs;
  for (let level = deepest; level > 0; level -= 1) {
    const next: R[] = [];
    let turned: R[] = [];
    for (const run of order) {
      if (run.level >= level) turned = [run, ...turned];
      else {
        next.push(...turned, run);
        turned = [];
      }
    }
    order = [...next, ...turned];
  }
  return order;
}
