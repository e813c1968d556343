import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeDataFolder } from '@/lib/data-folder';
import { StartError } from '@/lib/errors';

const place = mkdtempSync(path.join(os.tmpdir(), 'porchlight-folder-'));
afterAll(() => rmSync(place, { recursive: true }));

test('a folder is made with the folders it is in, for its owner alone, and twice is once', () => {
  const folder = path.join(place, 'a', 'b');
  makeDataFolder(folder);
  makeDataFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('where no folder can be, one sentence names DATA_DIR and gives an example', () => {
  writeFileSync(path.join(place, 'file'), '');
  // /proc is there and takes no folder: Node's own way of making it never comes back.
  for (const folder of [
    path.join(place, 'file'),
    path.join(place, 'file', 'x'),
    '/proc/nope',
    '/proc/nope/data',
  ]) {
    expect(() => makeDataFolder(folder), folder).toThrow(StartError);
    expect(() => makeDataFolder(folder), folder).toThrow(/DATA_DIR.*for example/);
  }
});
