import path from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files';

const app = sourceFiles('app');
const lib = sourceFiles('lib');

test('no drawers: no folder or file is called utils, helpers, misc or common, and there are no barrels', () => {
  const wrong = [...app, ...lib]
    .map((file) => file.path)
    .filter((name) => /(^|\/)(utils?|helpers|misc|common)(\/|\.)|\/index\.tsx?$/.test(name));
  expect(wrong, 'Name the thing: lib/money.ts, lib/slug.ts.').toEqual([]);
});

test('pages and layouts are server components: what moves in the browser sits at the leaf', () => {
  const wrong = app
    .filter((file) => /\/(page|layout)\.tsx$/.test(file.path) && /^'use client'/m.test(file.text))
    .map((file) => file.path);
  expect(wrong, "Move the moving part into a leaf such as reply-form.tsx with 'use client'.").toEqual([]);
});

test('every desk page guards itself, because a layout is no guard', () => {
  const wrong = app
    .filter(
      (file) =>
        /^app\/desk\/.*page\.tsx$/.test(file.path) && !/await require(Owner|Helper)\(\)/.test(file.text),
    )
    .map((file) => file.path);
  expect(wrong, 'Begin the page with `await requireHelper()` or `await requireOwner()`.').toEqual([]);
});

test('every action comes through a door', () => {
  const doors = /\b(publicAction|userAction|helperAction|ownerAction)\(/;
  const wrong = app
    .filter((file) => file.path.endsWith('actions.ts'))
    .flatMap((file) =>
      [...file.text.matchAll(/export (?:const|async function) (\w+)([\s\S]*?)(?=\nexport |$)/g)]
        .filter((match) => !doors.test(match[2] ?? ''))
        .map((match) => `${file.path}: ${match[1]}`),
    );
  expect(wrong, 'Write it as userAction({ schema, limit, run, words, after }).').toEqual([]);
});

test('an address of the API is one line: its endpoints and apiRoute, which answers for every method', () => {
  const wrong = app
    .filter((file) => /^app\/api\/v1\/.*route\.ts$/.test(file.path))
    .filter((file) => !/\[\.\.\.path\]/.test(file.path))
    .filter((file) => {
      const door = /webhooks|openapi/.test(file.path) ? 'withOtherMethods' : 'apiRoute';
      return !file.text.includes(`export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = ${door}(`);
    })
    .map((file) => file.path);
  expect(wrong, 'Describe the endpoint in lib/<room>/api.ts.').toEqual([]);
});

test('HTML is made by the one renderer and shown by the one part', () => {
  const wrong = app
    .filter(
      (file) =>
        /dangerouslySetInnerHTML/.test(file.text) &&
        !/app\/(_ui\/prose|\(site\)\/_parts\/json-ld)\.tsx$/.test(file.path),
    )
    .map((file) => file.path);
  expect(wrong, 'Render user text with lib/markdown and show it with <Prose html>.').toEqual([]);
});

test('public pages say "not found" in their first answer, which notFound() leaves to the browser', () => {
  const wrong = app
    .filter(
      (file) =>
        file.path.startsWith('app/(site)/') &&
        /\bnotFound\(\)/.test(file.text.replace(/\/\*[\s\S]*?\*\//g, '')),
    )
    .map((file) => file.path);
  expect(
    wrong,
    'Return <Missing /> from app/(site)/_parts: it answers 404 and is there without script.',
  ).toEqual([]);
});

test('the help panel knows nobody: what other sites may frame never asks who is here, and has no action', () => {
  const wrong = app
    .filter((file) => file.path.startsWith('app/widget/'))
    .filter(
      (file) =>
        file.imports.includes('lib/accounts/session') ||
        file.imports.some((name) => name.endsWith('/actions')),
    )
    .map((file) => file.path);
  expect(wrong, 'Pass null as the actor, and link to the page of the site in a new tab.').toEqual([]);
});

test('no inline styles: the policy of every page forbids them', () => {
  const wrong = app.filter((file) => /\sstyle=\{/.test(file.text)).map((file) => file.path);
  expect(wrong, 'Use a class from app/globals.css or Tailwind.').toEqual([]);
});

test('raw SQL carries no outside text: the Unsafe functions are used in lib/db alone', () => {
  const wrong = lib
    .filter((file) => /\$(query|execute)RawUnsafe/.test(file.text) && !file.path.startsWith('lib/db/'))
    .map((file) => file.path);
  expect(wrong, 'Use the tagged template $queryRaw`…`, which binds its values.').toEqual([]);
});

test('a source file fits in the head: at most 300 lines', () => {
  const wrong = [...app, ...lib, ...sourceFiles('server.ts', 'bin')]
    .map((file) => ({ name: file.path, lines: file.text.split('\n').length }))
    .filter((file) => file.lines > 300 && path.extname(file.name) !== '.sql')
    .map((file) => `${file.name}: ${file.lines}`);
  expect(wrong, 'Give its second thought a file of its own.').toEqual([]);
});
