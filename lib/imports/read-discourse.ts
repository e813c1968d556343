import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { topicToThread } from '@/lib/imports/discourse-topic';
import { readLines } from '@/lib/imports/read-lines';
import type { ImportRow } from '@/lib/imports/rows';

/** A topic with a thousand long posts has some 10 MB. */
const FILE_MAX = 64 * 1024 * 1024;
/** Files with the names of categories, as the API of Discourse gives them. */
const NAME_FILES = ['categories.json', 'site.json'];

const Category = z.object({ id: z.number(), name: z.string() });

/** Reads topics as Discourse's API gives them: a folder of `.json` files, one such file (also with a list of topics), or
 * JSON lines. Names of categories are read from `categories.json` or `site.json` beside them.
 * @param from address of the forum, for links to the sources; null when it is not told
 * @throws Error with a sentence when there is nothing readable at the path */
export async function* readDiscourse(place: string, from: string | null): AsyncGenerator<ImportRow> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new Error(`There is nothing at ${place}.`);
  const folder = found.isDirectory() ? place : path.dirname(place);
  const names = { categories: await categoryNames(folder), from: from?.replace(/\/+$/, '') ?? null };
  const rows = found.isDirectory() ? readFolder(place) : readFileOf(place, path.basename(place));
  for await (const row of rows) {
    if ('error' in row) {
      yield row;
      continue;
    }
    const made = topicToThread(row.value, names);
    yield made.ok
      ? { line: row.line, value: made.value, notes: made.notes }
      : { line: row.line, error: made.reason };
  }
}

async function* readFolder(folder: string): AsyncGenerator<ImportRow> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.json$/i.test(entry.name) && !NAME_FILES.includes(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const name of names) yield* readFileOf(path.join(folder, name), name);
}

async function* readFileOf(file: string, name: string): AsyncGenerator<ImportRow> {
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(file)) {
    for await (const { number, text } of readLines(file)) {
      if (text?.trim() !== '') yield parsed(`line ${number}`, text);
    }
    return;
  }
  if ((await stat(file)).size > FILE_MAX) {
    yield { line: name, error: 'the file is larger than 64 MB' };
    return;
  }
  const row = parsed(name, await readFile(file, 'utf8'));
  if ('value' in row && Array.isArray(row.value)) {
    for (const [index, value] of row.value.entries()) yield { line: `${name} [${index + 1}]`, value };
  } else yield row;
}

function parsed(line: string, text: string | null): ImportRow {
  if (text === null) return { line, error: 'the line is too long or not UTF-8 text' };
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, error: 'it is not valid JSON' };
  }
}

async function categoryNames(folder: string): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const name of NAME_FILES) {
    const row = await readFile(path.join(folder, name), 'utf8').then(
      (text) => parsed(name, text),
      () => null,
    );
    if (row && 'value' in row) collect(row.value, names, 0);
  }
  return names;
}

/** Both files have their categories in lists of this name, at different depths; those below others in one of their own. */
function collect(value: unknown, names: Map<number, string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > 5) return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'category_list') collect(inside, names, depth + 1);
    if ((key === 'categories' || key === 'subcategory_list') && Array.isArray(inside)) {
      for (const one of inside) {
        const category = Category.safeParse(one);
        if (category.success) names.set(category.data.id, category.data.name);
        collect(one, names, depth + 1);
      }
    }
  }
}
