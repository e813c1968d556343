/** Characters and words that have broken systems before (reference: security, Q01 and P12). */
export const HOSTILE_TEXTS = {
  NUL: 'a\u0000b',
  'lone surrogate': 'a\ud800b',
  'other lone surrogate': '\udfff',
  'right-to-left override': 'abc\u202Edcba',
  'emoji family': '👩‍👩‍👧‍👦🏴‍☠️',
  'combining marks': `Z${'\u0335'.repeat(10_000)}`,
  blanks: ' \u3000\u200B\t ',
  __proto__: '__proto__',
  'quotes and engines': `' OR 1=1 -- " ); DROP TABLE "Person"; /* %_\\ \${7*7} {{7*7}}`,
  markup: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'line ends': 'a\r\nSet-Cookie: x=1\r\n\r\nb\u2028\u2029\u0085',
  path: '../../../../etc/passwd',
  '100 KB': 'x'.repeat(100_000),
} as const;

/** Values of every wrong type, for each field in turn. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  [],
  {},
  ['a', ['b']],
  { not: '' },
  { contains: '' },
  { set: 'x', push: 'y' },
  JSON.parse('{"__proto__":{"isOwner":true},"constructor":{"prototype":{}}}'),
  ...Object.values(HOSTILE_TEXTS),
];

/** Whole bodies that are no JSON object of ours, as bytes. */
export const HOSTILE_BODIES: Record<string, string | Buffer> = {
  empty: '',
  blank: '   ',
  'cut off': '{"title":"a',
  'not JSON': 'title=a&body=b',
  null: 'null',
  array: '[]',
  number: '7',
  'huge number': '1e999999',
  string: '"words"',
  true: 'true',
  'nothing in it': '{}',
  '10,000 arrays deep': '['.repeat(10_000) + ']'.repeat(10_000),
  '10,000 objects deep': `${'{"title":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'a prototype': '{"__proto__":{"role":"owner"},"constructor":1,"toString":2}',
  'the same key again and again': `{${'"title":"a",'.repeat(5000)}"title":"b"}`,
  '20,000 keys': `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
  'not UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  '300 KB': JSON.stringify({ title: 'x'.repeat(300_000) }),
};

/** For parts of a path, already escaped. */
export const HOSTILE_SEGMENTS: readonly string[] = [
  'nothing',
  '0',
  '-1',
  '__proto__',
  'constructor',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'a%2Fb',
  'a%5Cb',
  '%00',
  'a%00b',
  '%ff%fe',
  '%ED%A0%80',
  '%E2%80%AE',
  '%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9',
  "'%20OR%201=1--",
  '%7B%22not%22%3A%22%22%7D',
  '%',
  '%zz',
  'x'.repeat(10_000),
  '%F0%9F%92%A3'.repeat(1000),
];

/** For `?q=` and its like, already escaped. */
export const HOSTILE_QUERIES: readonly string[] = [
  'x'.repeat(12_000),
  'word+'.repeat(2500),
  '%22unbalanced',
  'AND+OR+NOT+NEAR(a+b%2C+5)+a*+%5Ea+a%3Ab',
  '(((((((((a',
  '%25_%25_%5C',
  '.*%2B%3F%5B%5D(a%2B)%2B%24',
  "'%3B+DROP+TABLE+%22Person%22%3B--",
  'a+%26+%7C+!+%3C-%3E+b',
  'a%00b',
  '%ED%A0%80',
  '%ff%fe',
  '%E2%80%AE%E2%80%8B',
  '%20%20%20',
  '%F0%9F%94%A6',
  '%E0%B8%AB%E0%B8%A5%E0%B8%AD%E0%B8%94%E0%B9%84%E0%B8%9F',
  '%7B%7B7*7%7D%7D%24%7B7*7%7D',
  '-1',
  '1e9',
  'NaN',
  '__proto__',
];

/** What an answer may never tell: how the inside is made, or where it broke. */
export const INSIDE_WORDS =
  /PrismaClient|SQLITE_|sqlite3?\b.*(error|constraint)|better-sqlite|pg_catalog|invalid byte sequence|syntax error at|unterminated|ZodError|TypeError|RangeError|ReferenceError|node_modules|node:internal|webpack|\bat \S+ \(\S+:\d+:\d+\)|\.tsx?:\d+:\d+|Invalid `|Unexpected token|FlexSearch/;
