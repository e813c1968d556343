import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type SourceFile = { path: string; text: string; imports: string[] };

const SKIPPED = new Set(['node_modules', '.next', 'generated', '.git', 'data', 'demo-data', 'public']);

/** All TypeScript files of some folders or files, with what they import ("@/" resolved to paths from the root). */
export function sourceFiles(...places: string[]): SourceFile[] {
  return places
    .flatMap((place) => list(place))
    .filter((file) => /\.tsx?$/.test(file))
    .map(read);
}

function list(place: string): string[] {
  const full = path.join(root, place);
  if (statSync(full).isFile()) return [place];
  return readdirSync(full)
    .filter((name) => !SKIPPED.has(name))
    .flatMap((name) => list(path.join(place, name)));
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\s)(?:import|export)\s[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm,
    ),
  ];
  const imports = found
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((name) => resolve(file, name));
  return { path: file, text, imports };
}

function resolve(from: string, name: string): string {
  if (name.startsWith('@/')) return name.slice(2);
  if (name.startsWith('.')) return path.join(path.dirname(from), name);
  return `package:${name}`;
}
