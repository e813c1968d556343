import { readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, type Performer, type Stage, test } from '@/tests/journeys/stage';
import { freshAddress } from '@/tests/support/ask';
import { aPicture, foreignFiles } from '@/tests/support/files';
import { type Entry, filePart, formsOf, multipart } from '@/tests/support/forms';
import { INSIDE_WORDS } from '@/tests/support/hostile';

test.describe.configure({ timeout: 120_000 });

const MB = 1024 * 1024;
const PDF = Buffer.from('%PDF-1.4\n<script>alert(1)</script>\n%%EOF');

function give(stage: Stage, by: Performer, bytes: Buffer, name = 'A lamp.png') {
  return stage.ask('/api/uploads', {
    method: 'POST',
    cookie: by.cookie,
    ...multipart([], [filePart('file', name, bytes)]),
  });
}

async function given(stage: Stage, by: Performer, bytes: Buffer, name?: string) {
  const answer = await give(stage, by, bytes, name);
  expect(answer.status, answer.text).toBe(201);
  return JSON.parse(answer.text) as { url: string; markdown: string };
}

async function aThread(stage: Stage, by: Performer, body: string) {
  const words = { title: `With a file, ${Math.random()}`, body, category: 'general' };
  const { json } = await stage.api('POST', '/threads', by.tokens.all, words);
  return { id: json.id, path: new URL(json.url).pathname };
}

test('a file is its giver’s until a post shows it, and leaves when the post is hidden', async ({ stage }) => {
  const { bob, owner } = stage.cast;
  const ann = stage.cast.crowd[34] as Performer;
  const file = await given(stage, ann, await aPicture());
  const statuses = async () =>
    Promise.all(
      [undefined, bob.cookie, ann.cookie, owner.cookie].map(
        async (cookie) => (await stage.ask(file.url, { cookie })).status,
      ),
    );
  expect(await statuses()).toEqual([404, 404, 200, 200]);
  const mine = await stage.ask(file.url, { cookie: ann.cookie });
  expect(mine.headers['cache-control']).toBe('private, no-store');
  const thread = await aThread(stage, ann, `Look: ${file.markdown}`);
  expect(await statuses()).toEqual([200, 200, 200, 200]);
  const page = (await stage.ask(thread.path)).text;
  expect(page).toContain(
    `<a href="${file.url}" rel="noopener"><img src="${file.url}" alt="A lamp" width="60" height="40"`,
  );
  await stage.api('POST', `/threads/${thread.id}/hide`, owner.tokens.all);
  expect(await statuses()).toEqual([404, 404, 200, 200]);
});

test('a file is served so that nothing in it runs, and is asked for again by its tag', async ({ stage }) => {
  const ann = stage.cast.crowd[30] as Performer;
  const [picture, pdf] = [
    await given(stage, ann, await aPicture('jpeg'), 'Фото "x".jpg'),
    await given(stage, ann, PDF, 'The receipt.pdf'),
  ];
  await aThread(stage, ann, `${picture.markdown} ${pdf.markdown}`);
  const shown = await stage.ask(picture.url);
  expect(shown.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'public, max-age=60',
    'content-disposition': `inline; filename="____ -x-.jpg"; filename*=UTF-8''%D0%A4%D0%BE%D1%82%D0%BE%20-x-.jpg`,
  });
  const tag = shown.headers.etag ?? '';
  const again = await stage.ask(picture.url, { headers: { 'if-none-match': tag } });
  expect([again.status, again.text, again.headers.etag]).toEqual([304, '', tag]);
  expect((await stage.ask(picture.url, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  const head = await stage.ask(picture.url, { method: 'HEAD' });
  expect([head.status, head.text, head.headers['content-length']]).toEqual([
    200,
    '',
    shown.headers['content-length'],
  ]);
  expect((await stage.ask(picture.url, { headers: { range: 'bytes=0-1,5-' } })).status).toBe(200);
  const document = await stage.ask(pdf.url);
  expect(document.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="The receipt.pdf"; filename*=UTF-8''The%20receipt.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(document.text).toBe(PDF.toString());
});

test('what is no file name of ours is not there', async ({ stage }) => {
  const { url } = await given(stage, stage.cast.owner, await aPicture());
  const name = url.replace('/uploads/', '');
  for (const address of [
    '/uploads/../.env',
    '/uploads/%2e%2e/.env',
    '/uploads/..%2f..%2fporchlight.db',
    '/uploads/%2e%2e%2fsecrets.json',
    '/uploads/..%5csecrets.json',
    '/uploads/....//secrets.json',
    '/uploads/.',
    '/uploads/',
    '/uploads/.new-x',
    `/uploads/x/${name}`,
    `/uploads/${name}/x`,
    `/uploads/${name}%00.png`,
    `/uploads/${name}%0a`,
    `/uploads/${name}.html`,
    `/uploads/${name.toUpperCase()}`,
    `/uploads/${name.replace('.png', '%2epng%20')}`,
    `/uploads/${'x'.repeat(5000)}`,
    '/uploads/%ff%fe',
    `/uploads/${'0'.repeat(26)}.pdf`,
  ]) {
    const answer = await stage.ask(address, { cookie: stage.cast.owner.cookie });
    expect([308, 400, 404], address).toContain(answer.status);
    expect(answer.text, address).not.toMatch(INSIDE_WORDS);
    expect(answer.text, address).not.toContain('"session"');
  }
  expect((await stage.ask(`${url}?x=1`, { cookie: stage.cast.owner.cookie })).status).toBe(200);
});

test('forty and more files under the name of a picture are refused, with words', async ({ stage }) => {
  const { tokens } = stage.cast.owner;
  const files = Object.entries(foreignFiles());
  expect(files.length).toBeGreaterThan(40);
  for (const [what, bytes] of files) {
    const form = multipart([], [filePart('file', 'photo.png', bytes)]);
    const answer = await stage.api('POST', '/uploads', tokens.admin, undefined, form);
    expect([answer.status, answer.json.code], what).toEqual([403, 'scope-missing']);
    const asked = await stage.api('POST', '/uploads', tokens.all, undefined, form);
    expect([asked.status, asked.json.code], what).toEqual([422, 'not-accepted']);
    expect(asked.json.detail, what).toContain('JPEG');
  }
});

test('a visitor gives a few files before saying who they are, and sees them', async ({ stage }) => {
  const post = (cookie?: string) => async (background: string) =>
    stage.ask('/api/uploads', {
      method: 'POST',
      cookie,
      headers: { 'x-forwarded-for': '203.0.113.5' },
      ...multipart([], [filePart('file', 'a.png', await aPicture('png', background))]),
    });
  const first = await post()('#111111');
  expect(first.status, first.text).toBe(201);
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=lax/i);
  const { url } = JSON.parse(first.text) as { url: string };
  expect([(await stage.ask(url, { cookie })).status, (await stage.ask(url)).status]).toEqual([200, 404]);
  for (const colour of ['#222222', '#333333', '#444444', '#555555'])
    expect((await post(cookie)(colour)).status).toBe(201);
  const tooMany = await post(cookie)('#666666');
  expect([tooMany.status, JSON.parse(tooMany.text).code]).toEqual([429, 'quota']);
});

test('a body that is too large, no form, without a file, from elsewhere or of another kind is refused', async ({
  stage,
}) => {
  const { cookie } = stage.cast.ann;
  const post = (question: object) => stage.ask('/api/uploads', { method: 'POST', cookie, ...question });
  const large = multipart([], [filePart('file', 'a.png', Buffer.alloc(11 * MB))]);
  expect((await post(large)).status).toBe(413);
  const chunked = { 'content-length': null, 'transfer-encoding': 'chunked' };
  const endless = await post({ ...large, headers: chunked }).catch(() => ({ status: 413 }));
  expect(endless.status).toBe(413);
  expect((await post({ raw: 'x', type: 'application/json' })).status).toBe(400);
  expect((await post({ raw: 'x', type: 'multipart/form-data; boundary=y' })).status).toBe(400);
  expect((await post(multipart([['file', 'x']]))).status).toBe(422);
  expect((await post({})).status).toBe(400);
  const photo = multipart([], [filePart('file', 'a.png', await aPicture())]);
  expect((await post({ ...photo, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  expect((await post({ ...photo, method: 'PUT' })).status).toBe(405);
});

/** Begins to send a file and stops. */
function beginToSend(stage: Stage, length: number): net.Socket {
  const { hostname, port, host } = new URL(stage.url);
  const socket = net.connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/uploads HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${stage.url}\r\nX-Forwarded-For: ${freshAddress()}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n--b\r\n`,
  );
  return socket;
}

test('two hundred that hang up in the middle leave nothing, and others go on', async ({ stage }) => {
  const { ann } = stage.cast;
  for (let round = 0; round < 25; round += 1) {
    const sockets = Array.from({ length: 8 }, () => beginToSend(stage, 5 * MB));
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await expect.poll(async () => (await give(stage, ann, await aPicture('png', '#abcdef'))).status).toBe(201);
  const folder = path.join(String(stage.env.DATA_DIR), 'uploads');
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('while all places for files are taken, others are told to wait, and places that stand still are given up', async ({
  stage,
}) => {
  const sockets = Array.from({ length: 8 }, () => beginToSend(stage, MB));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const picture = await aPicture('png', '#fedcba');
  const busy = await give(stage, stage.cast.bob, picture);
  expect([busy.status, JSON.parse(busy.text).code]).toEqual([503, 'busy']);
  expect((await stage.ask('/')).status).toBe(200);
  await expect
    .poll(async () => (await give(stage, stage.cast.bob, picture)).status, {
      timeout: 45_000,
      intervals: [3000],
    })
    .toBe(201);
  for (const socket of sockets) socket.destroy();
});

test('a photo comes along with a reply sent without script; the form keeps its limits', async ({ stage }) => {
  const bob = stage.cast.crowd[33] as Performer;
  const thread = await aThread(stage, stage.cast.crowd[31] as Performer, 'How does yours look?');
  const page = await stage.ask(thread.path, { cookie: bob.cookie });
  expect(page.text).toMatch(/<input[^>]*type="file"[^>]*name="files"/);
  const form = formsOf(page.text).find((one) => one.fields.some(({ value }) => value === 'look'));
  const entries = (form?.fields ?? [])
    .filter((field) => field.kind !== 'button')
    .map((field): Entry => [field.name, field.name === 'body' ? 'Like this.' : field.value]);
  const post = (more: Buffer[], words: Entry[] = entries, by: Performer = bob) =>
    stage.ask(thread.path, {
      method: 'POST',
      cookie: by.cookie,
      ...multipart([...words, ['intent', 'post']], more),
    });
  const photo = filePart('files', 'mine.png', await aPicture('png', '#345678'));
  const nothing = filePart('files', '', Buffer.alloc(0), 'application/octet-stream');
  const posted = await post([photo]);
  expect(posted.status, posted.text.slice(0, 300)).toBe(303);
  expect((await post([photo])).status, 'sent twice').toBe(303);
  const after = (await stage.ask(thread.path)).text;
  expect(after.match(/alt="mine"/g)).toHaveLength(1);
  expect(
    (
      await post(
        [nothing],
        entries.map(([name, value]) => [name, name === 'body' ? 'No photo.' : value]),
        stage.cast.crowd[32],
      )
    ).status,
  ).toBe(303);
  const refused = await post([filePart('files', 'x.png', Buffer.from('<svg/>'))]);
  expect([refused.status, refused.text.includes('Like this.')]).toEqual([422, true]);
  expect((await post([filePart('files', 'x.png', Buffer.alloc(11 * MB))])).status).toBe(413);
  const many = Array.from({ length: 20_000 }, (_, at): Entry => [`$ACTION_REF_${at}`, 'x']);
  const started = performance.now();
  expect((await post([photo], many)).status).toBe(413);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a bare form that asks brings photos for everybody and for the shop, and a refusal gives all of them back', async ({
  stage,
}) => {
  const asker = stage.cast.crowd[35] as Performer;
  const fieldsOf = (html: string, words: Record<string, string> = {}) =>
    (formsOf(html).find((one) => one.fields.some(({ name }) => name === 'privateFiles'))?.fields ?? [])
      // A box that is not ticked is not sent.
      .filter(({ kind, name }) => kind !== 'button' && name !== 'dropFiles' && name !== 'forShop')
      .map(({ name, value }): Entry => [name, words[name] ?? value]);
  const send = (path: string, entries: Entry[], more: Buffer[] = []) =>
    stage.ask(path, { method: 'POST', cookie: asker.cookie, ...multipart(entries, more) });
  const asking = (await stage.ask('/forum/new', { cookie: asker.cookie })).text;
  const words = { title: 'The box came open, what now?', body: 'Write to me@mail.example.' };
  const [shown, receipt] = [await aPicture('png', '#13579b'), await aPicture('png', '#b97531')];
  const wrong = await send(
    '/forum/new',
    [...fieldsOf(asking, words), ['intent', 'ask']],
    [filePart('privateFiles', 'x.png', Buffer.from('<svg/>'))],
  );
  expect([wrong.status, wrong.text.includes(words.title)]).toEqual([422, true]);
  const refused = await send(
    '/forum/new',
    [...fieldsOf(asking, words), ['intent', 'ask']],
    [filePart('files', 'the box.png', shown), filePart('privateFiles', 'the receipt.png', receipt)],
  );
  expect([refused.status, refused.text.includes('With these hidden')]).toEqual([422, true]);
  const back = fieldsOf(refused.text);
  expect(Object.fromEntries(back).body).toMatch(/!\[the box\]\(\/uploads\//);
  const line = Object.fromEntries(back).privateFiles ?? '';
  expect(line).toMatch(/^[0-9a-z]{26}\.60x40\.png the receipt$/);
  const posted = await send('/forum/new', [...back, ['intent', 'hidden']]);
  expect(posted.status, posted.text.slice(0, 300)).toBe(303);
  const path = new URL(posted.headers.location ?? '', stage.url).pathname;

  const url = `/uploads/${line.split(' ')[0]}`;
  const statuses = async () =>
    Promise.all(
      [undefined, stage.cast.bob.cookie, asker.cookie, stage.cast.owner.cookie].map(
        async (cookie) => (await stage.ask(url, { cookie })).status,
      ),
    );
  expect(await statuses()).toEqual([404, 404, 200, 200]);
  const id = path.split('/')[2] ?? '';
  for (const [place, cookie] of [
    [path, undefined],
    [path, stage.cast.bob.cookie],
    [`/t/${id}/feed.xml`, undefined],
    ['/forum/feed.xml', undefined],
    [`/api/v1/threads/${id}`, undefined],
    ['/search?q=box+came+open', undefined],
  ] as const)
    expect((await stage.ask(place, { cookie })).text, place).not.toContain(line.slice(0, 26));
  const mine = (await stage.ask(path, { cookie: asker.cookie })).text;
  expect(mine).toContain('alt="the box"');
  expect(mine).toContain(`<img src="${url}" alt="the receipt"`);
  const taken = await send(path, [...fieldsOf(mine), ['dropFiles', url.replace('/uploads/', '')]]);
  expect(taken.status).toBe(200);
  expect((await stage.ask(path, { cookie: stage.cast.owner.cookie })).text).not.toContain(line.slice(0, 26));
});
