import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readLines } from '@/lib/imports/read-lines';
import type { ImportRow } from '@/lib/imports/rows';

/** A topic with a thousand long posts has some 10 MB, ten thousand orders of a shop some 40. */
const FILE_MAX = 128 * 1024 * 1024;

/** Reads values as an API gives them: a folder of `.json` files, one such file (also with a list in it), or JSON lines.
 * @param beside names of files in the folder that are no rows
 * @throws Error with a sentence when there is nothing readable at the path */
export async function* readJson(place: string, beside: readonly string[] = []): AsyncGenerator<ImportRow> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new Error(`There is nothing at ${place}.`);
  if (!found.isDirectory()) {
    yield* readFileOf(place, path.basename(place));
    return;
  }
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.json$/i.test(entry.name) && !beside.includes(entry.name))
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const name of names) yield* readFileOf(path.join(place, name), name);
}

async function* readFileOf(file: string, name: string): AsyncGenerator<ImportRow> {
  if (/\.(jsonl|ndjson)(\.gz)?$/i.test(file)) {
    for await (const { number, text } of readLines(file)) {
      if (text?.trim() !== '') yield parseJson(`line ${number}`, text);
    }
    return;
  }
  if ((await stat(file)).size > FILE_MAX) {
    yield { line: name, error: 'the file is larger than 128 MB' };
    return;
  }
  const row = parseJson(name, await readFile(file, 'utf8'));
  if ('value' in row && Array.isArray(row.value)) {
    for (const [index, value] of row.value.entries()) yield { line: `${name} [${index + 1}]`, value };
  } else yield row;
}

/** One value of a file. @param text null when it could not be read */
export function parseJson(line: string, text: string | null): ImportRow {
  if (text === null) return { line, error: 'the line is too long or not UTF-8 text' };
  try {
    // What some editors put at the beginning is no part of it.
    return { line, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { line, error: 'it is not valid JSON' };
  }
}
