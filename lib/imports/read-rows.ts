import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import matter from 'gray-matter';
import { delimiterOf, readCsv } from '@/lib/imports/read-csv';
import { readLines } from '@/lib/imports/read-lines';
import type { ImportRow } from '@/lib/imports/rows';

/** A Markdown file larger than this is no FAQ answer. */
const MARKDOWN_MAX = 1024 * 1024;

/** Reads rows from what PATH is: a folder of Markdown files with front matter, a CSV file with a header, or JSON lines
 * (also `.gz`). Streams: memory does not grow with the file.
 * @throws Error with a sentence when there is nothing readable at the path */
export async function* readRows(place: string): AsyncGenerator<ImportRow> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new Error(`There is nothing at ${place}.`);
  if (found.isDirectory()) yield* readMarkdownFolder(place);
  else if (/\.csv$/i.test(place)) yield* readCsvFile(place);
  else if (/\.(jsonl|ndjson)(\.gz)?$/i.test(place)) yield* readJsonLines(place);
  else if (/\.md$/i.test(place)) yield await readMarkdown(path.dirname(place), path.basename(place));
  else throw new Error(`${place} is neither .jsonl, .jsonl.gz, .csv nor a folder of .md files.`);
}

async function* readJsonLines(file: string): AsyncGenerator<ImportRow> {
  for await (const { number, text } of readLines(file)) {
    const line = `line ${number}`;
    if (text === null) yield { line, error: 'the line is too long or not UTF-8 text' };
    else if (text.trim() !== '') yield parseJson(line, text);
  }
}

function parseJson(line: string, text: string): ImportRow {
  try {
    return { line, value: JSON.parse(text) };
  } catch {
    return { line, error: 'the line is not valid JSON' };
  }
}

async function* readCsvFile(file: string): AsyncGenerator<ImportRow> {
  const delimiter = delimiterOf(await headOf(file));
  for await (const row of readCsv(createReadStream(file), delimiter, MARKDOWN_MAX)) {
    const line = `line ${row.line}`;
    yield 'error' in row ? { line, error: row.error } : { line, value: withoutEmpty(row.cells) };
  }
}

/** The beginning of a file, enough for the header of any table. */
async function headOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** An empty cell means "not given". */
function withoutEmpty(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value.trim() !== ''));
}

async function* readMarkdownFolder(folder: string): AsyncGenerator<ImportRow> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  for (const name of names) yield await readMarkdown(folder, name);
}

async function readMarkdown(folder: string, name: string): Promise<ImportRow> {
  const file = path.join(folder, name);
  if ((await stat(file)).size > MARKDOWN_MAX) return { line: name, error: 'the file is larger than 1 MB' };
  try {
    // Options given, so that gray-matter does not keep a cache of files.
    const { data, content } = matter(await readFile(file, 'utf8'), {});
    const front = data as Record<string, unknown>;
    const question = front.question ?? front.title;
    return {
      line: name,
      value: { sourceId: front.id ?? `file:${name}`, ...front, question, answer: content.trim() },
    };
  } catch {
    return { line: name, error: 'the front matter between the --- lines is not valid YAML' };
  }
}
