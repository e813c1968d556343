import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { importThreadRow } from '@/bin/import-rows';
import { db } from '@/lib/db/client';
import { readRows } from '@/lib/imports/read-rows';
import { runImport } from '@/lib/imports/rows';
import { aPerson } from '../../support/a-person';

const owner = await aPerson({ role: 'owner' });
const outside = await mkdtemp(path.join(os.tmpdir(), 'porchlight-outside-'));
const folder = await mkdtemp(path.join(os.tmpdir(), 'porchlight-board-'));
await mkdir(path.join(folder, 'files'));
const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer();
await writeFile(path.join(folder, 'files/button.jpg'), picture);
await writeFile(path.join(folder, 'files/not-a-picture.jpg'), '<script>alert(1)</script>');
await writeFile(path.join(outside, 'secret.jpg'), picture);
await symlink(path.join(outside, 'secret.jpg'), path.join(folder, 'files/link.jpg'));
const row = {
  sourceId: 'board-9',
  title: 'Which button is this one?',
  body: 'See [attachment=0]button.jpg[/attachment][b]![/b]',
  author: 'user1',
  attachments: [
    { file: 'files/button.jpg', name: 'The [button] "red".jpg' },
    { file: 'files/not-a-picture.jpg' },
    { file: 'files/missing.jpg' },
    { file: path.relative(folder, path.join(outside, 'secret.jpg')) },
    { file: 'files/link.jpg' },
    { name: 'no file' },
  ],
  replies: [
    {
      sourceId: 'board-9-1',
      body: 'This one.',
      author: 'user2',
      attachments: [{ file: 'files/button.jpg' }],
    },
  ],
};
const place = path.join(folder, 'board.jsonl');
await writeFile(place, `${JSON.stringify(row)}\n`);
const said: string[] = [];
// On a slow machine the import also says how far it is.
const say = (line: string) => void (/rows so far$/.test(line) || said.push(line));

test('a dry run looks at the files and keeps none', async () => {
  const importOne = await importThreadRow({ dryRun: true, folder });
  expect(await runImport(readRows(place), importOne, say)).toMatchObject({ created: 1 });
  expect(said).toHaveLength(5);
  expect([await db.upload.count(), await db.thread.count()]).toEqual([0, 0]);
});

test('files come in with their posts, what cannot is told and left out, and again changes nothing', async () => {
  said.length = 0;
  const importOne = await importThreadRow({ folder });
  expect(await runImport(readRows(place), importOne, say)).toMatchObject({ created: 1 });
  expect(said).toEqual([
    expect.stringContaining('files/not-a-picture.jpg is left out: Files can be pictures'),
    expect.stringContaining('files/missing.jpg is left out: there is no such file beside the import'),
    expect.stringMatching(/secret\.jpg is left out: there is no such file beside the import/),
    expect.stringMatching(/link\.jpg is left out: there is no such file beside the import/),
    expect.stringContaining('it has no "file"'),
  ]);
  const thread = await db.thread.findUniqueOrThrow({
    where: { sourceId: 'board-9' },
    select: { body: true, uploads: true, replies: { select: { body: true, uploads: true } } },
  });
  expect(thread.body).toMatch(/^See button\.jpg\*\*!\*\*\n\n!\[.*\]\(\/uploads\/[\w.]+\)$/);
  expect(thread.replies[0]?.body).toMatch(/^This one\.\n\n!\[.*\]\(\/uploads\/[\w.]+\)$/);
  expect([thread.uploads.length, thread.replies[0]?.uploads.length]).toEqual([1, 1]);
  expect(await db.upload.findMany({ select: { ownerId: true, kind: true, width: true } })).toEqual([
    { ownerId: owner.id, kind: 'image', width: 40 },
  ]);
  expect(await runImport(readRows(place), importOne, say)).toMatchObject({ unchanged: 1 });
  expect([await db.upload.count(), await db.uploadUse.count()]).toEqual([1, 2]);
});
