import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files';

const DOMAINS = [
  'accounts',
  'categories',
  'faq',
  'forum',
  'moderation',
  'digests',
  'refunds',
  'search',
  'insights',
  'settings',
  'reading',
  'live',
  'following',
  'notifications',
  'inbound-mail',
];
/** What one domain may take from another: reading, deciding and shapes, never acting. */
const READABLE = /\/(queries|policy|schema|rules|.*-queries|search-source)$/;
const lib = sourceFiles('lib');
const app = sourceFiles('app');

function violations(files: SourceFile[], isWrong: (file: SourceFile, imported: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((imported) => isWrong(file, imported))
      .map((imported) => `${file.path} imports ${imported}`),
  );
}

function domainOf(place: string): string | undefined {
  const room = /^lib\/([^/]+)\//.exec(place)?.[1];
  return room && DOMAINS.includes(room) ? room : undefined;
}

test('next/* stays in app/, lib/web and lib/accounts/session: a command knows nothing of requests', () => {
  const allowed = /^lib\/(web\/|accounts\/session\.ts$)/;
  expect(
    violations(lib, (file, imported) => /^package:next(\/|$)/.test(imported) && !allowed.test(file.path)),
    'Pass what you need as an argument from app/ or lib/web instead.',
  ).toEqual([]);
});

test('app/ never talks to the database: pages ask queries, actions call commands', () => {
  expect(
    violations(app, (_file, imported) => imported.startsWith('lib/db/') && imported !== 'lib/db/readiness'),
    'Move the query into queries.ts of its room.',
  ).toEqual([]);
  expect(violations(app, (_file, imported) => imported.includes('lib/generated'))).toEqual([]);
});

test('a domain reads another through queries, policy or schema, and acts on it only through an event', () => {
  const shared =
    /^lib\/(moderation\/record-entry|categories\/ensure-category|accounts\/import-author|accounts\/email-address|accounts\/names|forum\/recount-thread|live\/wake|following\/(follow-thread|set-stopped)|forum\/check-limits|inbound-mail\/reply-address|settings\/(queries|name-shop))$/;
  const wrong = violations(lib, (file, imported) => {
    const from = domainOf(file.path);
    const to = domainOf(`${imported}/`) ?? domainOf(imported);
    if (!from || !to || from === to) return false;
    return !READABLE.test(imported) && !shared.test(imported) && !imported.startsWith(`lib/${to}/schema`);
  }).filter((line) => !/\/api\.ts imports/.test(line));
  expect(
    wrong,
    'Enqueue an event and answer it in lib/jobs/handlers.ts, or move the shared rule to schema/policy.',
  ).toEqual([]);
});

test('only lib/jobs/handlers knows all rooms: the queue and the worker know none', () => {
  const wrong = violations(
    lib.filter((file) => file.path.startsWith('lib/jobs/') && !/(handlers|begin-work)\.ts$/.test(file.path)),
    (_file, imported) =>
      ['faq', 'forum', 'refunds', 'digests', 'search', 'moderation'].includes(domainOf(imported) ?? ''),
  );
  expect(wrong, 'Name the function in lib/jobs/handlers.ts.').toEqual([]);
});

test('the ground floor does not look up: lib/db and single files of lib import no room', () => {
  const ground = lib.filter((file) => /^lib\/(db\/.*|[a-z-]+\.ts)$/.test(file.path));
  expect(violations(ground, (_file, imported) => domainOf(imported) !== undefined)).toEqual([]);
});

test('process.env is read in lib/config alone, so that every setting is explained in one place', () => {
  const wrong = [...lib, ...app, ...sourceFiles('server.ts')]
    .filter((file) => file.path !== 'lib/config.ts' && /process\.env\b/.test(file.text))
    .map((file) => file.path);
  expect(wrong, 'Add the setting to lib/config.ts.').toEqual([]);
});

test('_ui holds parts for any product: nothing from a domain', () => {
  const ui = app.filter((file) => file.path.startsWith('app/_ui/'));
  expect(violations(ui, (_file, imported) => domainOf(imported) !== undefined)).toEqual([]);
});

test('the browser gets the words it shows, never a catalogue', () => {
  const leaves = [...app, ...lib].filter((file) => /^'use client'/m.test(file.text));
  expect(
    violations(
      leaves,
      (file, imported) => /^lib\/words\/(catalogue|en|de)(\/|$)/.test(imported) && !typeOnly(file, imported),
    ),
    'Let the page hand the words on as a property.',
  ).toEqual([]);
});

test('there are no import cycles', () => {
  const byPath = new Map([...lib, ...app].map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (name: string, trail: string[]) => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
      return;
    }
    state.set(name, 'open');
    for (const imported of valueImports(byPath.get(name))) visit(imported, [...trail, name]);
    state.set(name, 'done');
  };
  const valueImports = (file: SourceFile | undefined) =>
    (file?.imports ?? []).filter((name) => byPath.has(name) && !typeOnly(file, name));
  for (const name of byPath.keys()) visit(name, []);
  expect(cycles).toEqual([]);
});

function typeOnly(file: SourceFile | undefined, imported: string): boolean {
  const lines =
    (file?.text ?? '').match(new RegExp(`import[^;]*?from '(@/)?[^']*${imported.split('/').pop()}';`, 'g')) ??
    [];
  return lines.length > 0 && lines.every((line) => /^import type\b/.test(line));
}
