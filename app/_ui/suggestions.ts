export type Suggestion = { title: string; url: string; kind: 'article' | 'thread'; snippet?: string };
export type SuggestionGroup = { label: string; items: Suggestion[] };
export type Suggestions = { groups: SuggestionGroup[]; allUrl: string };

/** More than eight are not read while typing; the rest is one click away. */
export const MAX_SUGGESTIONS = 8;

/** Something with named parts. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Only addresses of this site: a list must never lead elsewhere, whatever the answer says. */
export function isOwnAddress(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value);
}

function readItem(value: unknown): Suggestion[] {
  if (!isRecord(value) || typeof value.title !== 'string' || !isOwnAddress(value.url)) return [];
  const snippet = typeof value.snippet === 'string' ? value.snippet : undefined;
  return [
    { title: value.title, url: value.url, kind: value.kind === 'article' ? 'article' : 'thread', snippet },
  ];
}

/** Takes the answer of `/api/suggest` apart; what does not fit is left out, at most eight items stay. */
export function readSuggestions(value: unknown, query: string): Suggestions {
  const body = isRecord(value) ? value : {};
  const allUrl = isOwnAddress(body.allUrl) ? body.allUrl : `/search?q=${encodeURIComponent(query)}`;
  let room = MAX_SUGGESTIONS;
  const groups = (Array.isArray(body.groups) ? body.groups : []).filter(isRecord).flatMap((group) => {
    const items = (Array.isArray(group.items) ? group.items : []).flatMap(readItem).slice(0, room);
    room -= items.length;
    return items.length > 0 ? [{ label: String(group.label ?? ''), items }] : [];
  });
  return { groups, allUrl };
}

/** Cuts a title into pieces, `hit` where a word of the query begins a word of the title. */
export function markMatches(title: string, query: string): { text: string; hit: boolean }[] {
  const words = query.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length > 1) ?? [];
  if (words.length === 0) return [{ text: title, hit: false }];
  // Words hold only letters and digits, so they need no escaping; longest first, so "refunds" wins over "refund".
  const found = words.sort((a, b) => b.length - a.length).join('|');
  return title
    .split(new RegExp(`((?<![\\p{L}\\p{N}])(?:${found}))`, 'giu'))
    .map((text, index) => ({ text, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
