/** A group of digits that nothing else stands in: where, and which. */
export type Group = { start: number; end: number; digits: string };
/** Groups of digits with no more than a few signs between them, as people write long numbers. */
export type Run = { groups: Group[]; hasPlus: boolean };

/** Signs between the groups of one number; a line's end is none, nor is a comma, which lists numbers. */
const GAP = /^[ \t\u00A0\u2009\u202F.\-–_/()·]{1,3}$/u;
const DATES = /(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?!\d)/g;

/** The runs of digits of a text; parts of words ("SKU4411") are left out. Dates are a run's end. */
export function digitRuns(text: string): Run[] {
  const dates = [...text.matchAll(DATES)].map(({ index, 0: date }) => ({
    start: index,
    end: index + date.length,
  }));
  const runs: Run[] = [];
  let run: Run | null = null;
  let date = 0;
  for (const { index: start, 0: digits } of text.matchAll(/\d+/g)) {
    const end = start + digits.length;
    while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= start) date += 1;
    const isDate = start >= (dates[date]?.start ?? Number.POSITIVE_INFINITY);
    const isWord = /\p{L}/u.test(text[start - 1] ?? ' ') || /\p{L}/u.test(text[end] ?? ' ');
    const last = run?.groups.at(-1);
    if (!run || !last || !GAP.test(text.slice(last.end, Math.min(start, last.end + 4)))) run = null;
    if (isDate || isWord) {
      run = null;
      continue;
    }
    if (!run) {
      run = { groups: [], hasPlus: /\+\(?$/.test(text.slice(Math.max(0, start - 2), start)) };
      runs.push(run);
    }
    run.groups.push({ start, end, digits });
  }
  return runs;
}
