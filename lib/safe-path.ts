/** Longer targets are not ours: the longest real one (a search with filters) has a few hundred characters. */
const MAX_LENGTH = 2_000;
/** A parser of ours only needs some origin to resolve against; `.invalid` can never be a real one. */
const BASE = 'http://same-origin.invalid';
/** How often a path is unescaped while looking for what hides in it: proxies are known to unescape twice. */
const UNESCAPE_ROUNDS = 3;

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them from addresses, which is the attack
const CONTROL_OR_BACKSLASH = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\\]/;

function isPlainPath(path: string): boolean {
  const compatible = path.normalize('NFKC');
  for (const form of [path, compatible]) {
    if (!form.startsWith('/') || form.includes('//') || CONTROL_OR_BACKSLASH.test(form)) return false;
  }
  // "/ /evil.example" and "/\t/evil.example" lose their blank in some clients; no page of ours has such a segment.
  return !/\/\s|\s\//.test(compatible);
}

/** The path unescaped again and again must stay a plain path; malformed escapes are refused. */
function staysPlain(path: string): boolean {
  let form = path;
  for (let round = 0; round <= UNESCAPE_ROUNDS; round += 1) {
    if (!isPlainPath(form)) return false;
    try {
      const next = decodeURIComponent(form);
      if (next === form) return true;
      form = next;
    } catch {
      return false;
    }
  }
  // Still unfolding after three rounds: nobody links like that.
  return false;
}

/**
 * Where to send someone after signing in and the like: a path on this site, or the fallback. Refuses every other origin
 * and whatever a browser or proxy might turn into one ('//evil', '/\evil', '/%09/evil', '/..//evil', 'https:…').
 * Comes out as ASCII, fit for a Location header. `fallback` is trusted.
 */
export function sameOriginPath(input: unknown, fallback = '/'): string {
  if (typeof input !== 'string' || input.length === 0 || input.length > MAX_LENGTH) return fallback;
  if (!input.startsWith('/') || CONTROL_OR_BACKSLASH.test(input) || /[\uD800-\uDFFF]/u.test(input))
    return fallback;
  const path = input.split(/[?#]/, 1)[0] ?? '';
  if (!staysPlain(path)) return fallback;
  let url: URL;
  try {
    url = new URL(input, BASE);
  } catch {
    return fallback;
  }
  // Resolving "..", "." and their escaped forms may uncover a double slash: look again at the result.
  if (url.origin !== BASE || url.username !== '' || url.password !== '' || !staysPlain(url.pathname))
    return fallback;
  return url.pathname + url.search + url.hash;
}
