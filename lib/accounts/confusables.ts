/**
 * Letters of other scripts, and of Latin itself, that a reader takes for a plain Latin letter. Small on purpose: what
 * common fonts draw alike, not every historic sign. Each entry reads "Latin letter: its look-alikes".
 */

/** Looked up before case is folded: these are alike only as capitals (Η is an H, η is not). */
const CAPITALS: Record<string, string> = {
  a: 'ΑАᎪꓮ',
  b: 'ΒВᏴꓐ',
  c: 'СᏟϹꓚ',
  d: 'Ꭰꓓ',
  e: 'ΕЕᎬꓰ',
  f: 'Ϝꓝ',
  g: 'Ꮐꓖ',
  h: 'ΗНᎻꓧ',
  i: 'ΙІӀꓲ',
  j: 'ЈᎫꓙͿ',
  k: 'ΚКᏦꓗ',
  l: 'Ꮮꓡ',
  m: 'ΜМᎷꓟ',
  n: 'Νꓠ',
  o: 'ΟОՕꓳ',
  p: 'ΡРᏢꓑ',
  q: 'Ԛ',
  r: 'ᎡᏒꓣ',
  s: 'ЅᏚՏꓢ',
  t: 'ΤТᎢꓔ',
  u: 'Սꓴ',
  v: 'ѴᏙꓦ',
  w: 'ԜᎳꓪ',
  x: 'ΧХꓫ',
  y: 'ΥУҮꓬ',
  z: 'ΖᏃꓜ',
};

/** Looked up after case is folded. */
const SMALL: Record<string, string> = {
  a: 'αаɑᴀ',
  b: 'ьвʙ',
  c: 'сϲᴄ',
  d: 'ԁđðᴅ',
  e: 'еёєεᴇɛəө',
  f: 'ſƒ',
  g: 'ɡցɢ',
  h: 'һнհħʜ',
  i: 'іїιıɩɪ',
  j: 'јϳᴊ',
  k: 'кκᴋқ',
  l: 'ӏłʟ',
  m: 'мᴍ',
  n: 'ոηɴпŋ',
  o: 'оοσօøᴏ',
  p: 'рρᴘþ',
  q: 'ԛզ',
  r: 'гʀᴦ',
  s: 'ѕꜱ',
  t: 'тτŧᴛ',
  u: 'ᴜսυʋ',
  v: 'ѵνᴠ',
  w: 'ԝωᴡшա',
  x: 'хχ',
  y: 'уγүʏ',
  z: 'ᴢʐ',
};

function tableOf(alike: Record<string, string>): Map<string, string> {
  const table = new Map<string, string>();
  for (const [letter, signs] of Object.entries(alike)) for (const sign of signs) table.set(sign, letter);
  return table;
}

const capitals = tableOf(CAPITALS);
const small = tableOf(SMALL);

function mapEach(text: string, table: Map<string, string>): string {
  let out = '';
  for (const sign of text) out += table.get(sign) ?? sign;
  return out;
}

/**
 * Folds case and look-alikes: two strings that a reader may confuse come out equal. Digits and letters that many fonts
 * draw alike are one as well (0/o, 1/l/i), and so are the pairs rn/m and vv/w. For comparing only.
 */
export function foldLookalikes(text: string): string {
  const folded = mapEach(text, capitals).toUpperCase().toLowerCase().replace(/ς/g, 'σ');
  return mapEach(folded, small)
    .replace(/0/g, 'o')
    .replace(/[i1|]/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}
