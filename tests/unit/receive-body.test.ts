import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorProblem } from '@/lib/errors';
import { isModestForm, letFinish, receiveBody, takeSlot, withBody } from '@/lib/web/receive-body';
import { multipart } from '../support/forms';

let outcomes: string[] = [];
const server = http.createServer((request, response) => {
  receiveBody(request, 1000, { idleMs: 400, wholeMs: 1200 })
    .then(async (body) => {
      let again = '';
      const replayed = withBody(request, body);
      for await (const chunk of replayed) again += String(chunk);
      outcomes.push(`${replayed.method} ${replayed.url} ${replayed.headers['x-a']} ${again.length}`);
      response.end('fine');
    })
    .catch((error: DoorProblem) => {
      outcomes.push(String(error.status));
      response.statusCode = error.status;
      response.end(error.message, () => request.socket.destroy());
    });
});

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Writes these pieces to the server, `pause` ms apart, and then hangs up or waits to be answered. */
async function send(pieces: string[], { pause = 0, hangUp = false } = {}): Promise<string> {
  outcomes = [];
  const { port } = server.address() as AddressInfo;
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  for (const piece of pieces) {
    socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  if (hangUp) socket.destroy();
  await expect.poll(() => outcomes.length, { timeout: 3000 }).toBe(1);
  socket.destroy();
  return outcomes[0] ?? '';
}

const head = (more: string) => `POST /x HTTP/1.1\r\nHost: a\r\nX-A: b\r\n${more}\r\n\r\n`;

test('a body that arrives whole is read once and can be read again', async () => {
  expect(await send([head('Content-Length: 6'), 'abc', 'def'], { pause: 20 })).toBe('POST /x b 6');
  expect(await send([head('Transfer-Encoding: chunked'), '3\r\nabc\r\n0\r\n\r\n'])).toBe('POST /x b 3');
  expect(await send([head('Content-Length: 0')])).toBe('POST /x b 0');
});

test('one that is too large, stands still, drips, or breaks off is given up', async () => {
  expect(await send([head('Content-Length: 5000'), 'x'.repeat(1001)])).toBe('413');
  expect(await send([head('Transfer-Encoding: chunked'), `3e9\r\n${'x'.repeat(1001)}\r\n`])).toBe('413');
  expect(await send([head('Content-Length: 500'), 'abc'])).toBe('408');
  expect(await send([head('Transfer-Encoding: chunked'), '3\r\nabc\r\n'])).toBe('408');
  expect(await send([head('Content-Length: 500'), ...Array(24).fill('x')], { pause: 60 })).toBe('408');
  expect(await send([head('Content-Length: 500'), 'abc'], { pause: 20, hangUp: true })).toBe('400');
});

test('who is refused before the body is sent can still read why; who then stands still is left', async () => {
  const refusing = http.createServer((request, response) => {
    response.writeHead(413);
    response.end('too large');
    letFinish(request, { idleMs: 200, wholeMs: 2000 });
  });
  await new Promise<void>((resolve) => void refusing.listen(0, '127.0.0.1', resolve));
  const { port } = refusing.address() as AddressInfo;
  const told = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: Buffer.alloc(12_000_000) });
  expect([told.status, await told.text()]).toEqual([413, 'too large']);
  const still = net.connect(port, '127.0.0.1');
  still.on('error', () => undefined);
  const left = new Promise<number>((resolve) => still.on('close', () => resolve(performance.now() - began)));
  const began = performance.now();
  still.write(head('Content-Length: 5000'));
  still.resume();
  expect(await left).toBeLessThan(1500);
  refusing.closeAllConnections();
  await new Promise((resolve) => refusing.close(resolve));
});

test('places for large bodies are few for one address, some for all, and free again afterwards', () => {
  const mine = [1, 2, 3, 4].map(() => takeSlot('a'));
  expect(mine.map(Boolean)).toEqual([true, true, true, false]);
  const others = Array.from({ length: 8 }, (_, at) => takeSlot(`b${at}`));
  expect(others.filter(Boolean)).toHaveLength(5);
  for (const release of [...mine, ...others]) {
    release?.();
    release?.();
  }
  const again = Array.from({ length: 9 }, (_, at) => takeSlot(`c${at}`));
  expect(again.filter(Boolean)).toHaveLength(8);
  for (const release of again) release?.();
});

test('a large form is modest when it is large by its files', () => {
  const photo = Buffer.concat([
    Buffer.from('Content-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n'),
    Buffer.alloc(300_000, 1),
  ]);
  const withPhoto = multipart([['body', 'words']], [photo]);
  expect(isModestForm(withPhoto.raw, withPhoto.type)).toBe(true);
  const long = multipart([['body', 'x'.repeat(300_000)]]);
  expect(isModestForm(long.raw, long.type)).toBe(false);
  const many = multipart(Array.from({ length: 6000 }, (_, at) => [`$ACTION_REF_${at}`, 'x']));
  expect(isModestForm(many.raw, many.type)).toBe(false);
  expect(isModestForm(Buffer.alloc(300_000, 'x'), 'multipart/form-data; boundary=x')).toBe(false);
  expect(isModestForm(Buffer.alloc(300_000, 'x'), undefined)).toBe(false);
});
