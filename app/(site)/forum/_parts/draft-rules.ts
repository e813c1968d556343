export type Fields = Record<string, string>;
/** A draft as it is kept: `seq` is the number of the server's draft that it continues, `base` stands for what the form held
 * before anything was typed. */
export type Kept = { seq: number; fields: Fields; base: string };

/** Saved on the server so long after the last change (defaults) … */
const PAUSE_MS = 2_000;
/** … and while somebody types on and on at least so often. */
const AT_LEAST_MS = 10_000;

/** How long to wait with the next save. */
export function waitForSave(at: { firstUnsaved: number; lastChange: number; now: number }): number {
  return Math.max(0, Math.min(at.lastChange + PAUSE_MS, at.firstUnsaved + AT_LEAST_MS) - at.now);
}

/** A short sign for what a form held at first, to see later whether the post has changed since. */
export function signOf(fields: Fields): string {
  const text = JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 33 + text.charCodeAt(index)) >>> 0;
  return `${text.length.toString(36)}-${hash.toString(36)}`;
}

export function sameFields(one: Fields, other: Fields): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => normal(one[name]) === normal(other[name]));
}

function normal(value: string | undefined): string {
  return (value ?? '').replace(/\r\n?/g, '\n');
}

export function isBlank(fields: Fields): boolean {
  return Object.values(fields).every((value) => value.trim() === '');
}

/**
 * What to do with a draft when its form comes up: nothing (there is none, or the form says the same), put it back, or offer
 * it, because what the form says has another origin (the post was changed meanwhile, an address came with words).
 * @param shown what the form holds now
 * @param initial what the page came with
 */
export function meetDraft(
  draft: Pick<Kept, 'fields' | 'base'> | null,
  { shown, initial, writable }: { shown: Fields; initial: Fields; writable: readonly string[] },
): 'nothing' | 'restore' | 'offer' {
  if (!draft || isBlank(draft.fields)) return 'nothing';
  // The page came with it already, even where somebody typed on before any script ran.
  if ([shown, initial].some((held) => sameFields({ ...held, ...draft.fields }, held))) return 'nothing';
  if (!sameFields(shown, initial)) return 'offer';
  if (draft.base === signOf(initial)) return 'restore';
  return writable.every((name) => (initial[name] ?? '').trim() === '') ? 'restore' : 'offer';
}

/** A kept draft taken apart; null for anything that is not one. */
export function readKept(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const seq: unknown = Reflect.get(value, 'seq');
    const base: unknown = Reflect.get(value, 'base');
    const fields = readFields(Reflect.get(value, 'fields'));
    if (!fields || typeof seq !== 'number') return null;
    return { seq, fields, base: typeof base === 'string' ? base : '' };
  } catch {
    return null;
  }
}

/** Names with their texts, or null. */
export function readFields(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
