import type { Language } from '@/lib/words/languages';

/** A sentence that counts: which form is taken follows the language's own rule (CLDR); `{n}` is the number. */
export type Counted = { one: string; other: string };

type Values = Readonly<Record<string, string | number>>;

const rules = new Map<Language, Intl.PluralRules>();
const numbers = new Map<Language, Intl.NumberFormat>();

/** A number as the language writes it: 12,000 or 12.000. */
export function numberWords(n: number, language: Language): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(n);
}

/** Fills the places of a sentence: `{name}` becomes `values.name`. A place without a value stays as it is, so that a mistake
 * is seen. What is filled in is never read again for places. */
export function say(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

/** The form of a counting sentence for a number, its places not filled in yet. */
export function formFor(counted: Counted, n: number, language: Language): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return rule.select(n) === 'one' ? counted.one : counted.other;
}

/** A sentence with its number: `{ one: '{n} reply', other: '{n} replies' }` and 12 make "12 replies". */
export function sayCount(counted: Counted, n: number, language: Language, values: Values = {}): string {
  return say(formFor(counted, n, language), { ...values, n: numberWords(n, language) });
}

/** A sentence taken apart at its places, in order, where what stands there is more than text (a link, an isolated name):
 * `'{who} wrote'` is `[{ place: 'who', text: '{who}' }, { text: ' wrote' }]`. */
export function inPieces(sentence: string): { text: string; place?: string }[] {
  return sentence
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => (/^\{\w+\}$/.test(text) ? { text, place: text.slice(1, -1) } : { text }));
}
