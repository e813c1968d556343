import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { topicToThread } from '@/lib/imports/discourse-topic';
import { parseJson, readJson } from '@/lib/imports/read-json';
import type { ImportRow } from '@/lib/imports/rows';

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
  for await (const row of readJson(place, NAME_FILES)) {
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

async function categoryNames(folder: string): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const name of NAME_FILES) {
    const row = await readFile(path.join(folder, name), 'utf8').then(
      (text) => parseJson(name, text),
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
