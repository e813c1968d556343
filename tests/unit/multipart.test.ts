import { describe, expect, test } from 'vitest';
import { DoorProblem } from '@/lib/errors';
import { PARTS_MAX, readMultipart } from '@/lib/web/multipart';
import { multipart } from '../support/forms';

const TYPE = 'multipart/form-data; boundary=b';

function part(head: string, body: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`--b\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
}
const file = (name: string, body: string | Buffer) =>
  part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png`, body);
const whole = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('--b--\r\n')]);

describe('a form with files', () => {
  test('is read byte for byte, as browsers send it', () => {
    const bytes = Buffer.from([0, 13, 10, 45, 45, 99, 13, 10, 0, 255, 254]);
    const form = whole(
      part('Content-Disposition: form-data; name="a"', 'é'),
      file('Фото %22x%22.png', bytes),
    );
    expect(readMultipart(form, TYPE)).toEqual([
      { name: 'a', fileName: null, bytes: Buffer.from('é') },
      { name: 'file', fileName: 'Фото "x".png', bytes },
    ]);
    const { raw, type } = multipart([['x', 'y']]);
    expect(readMultipart(raw, type)).toEqual([{ name: 'x', fileName: null, bytes: Buffer.from('y') }]);
    expect(readMultipart(whole(file('', '')), TYPE)).toEqual([
      { name: 'file', fileName: '', bytes: Buffer.alloc(0) },
    ]);
    expect(readMultipart(whole(), 'multipart/form-data; charset=utf-8; boundary="b"')).toEqual([]);
  });

  test.each<[string, Buffer, string | null]>([
    ['no type', whole(file('a', 'x')), null],
    ['another type', whole(file('a', 'x')), 'application/json'],
    ['no boundary', whole(file('a', 'x')), 'multipart/form-data'],
    ['another boundary', whole(file('a', 'x')), 'multipart/form-data; boundary=c'],
    ['nothing', Buffer.alloc(0), TYPE],
    ['words before it', Buffer.concat([Buffer.from('preamble\r\n'), whole(file('a', 'x'))]), TYPE],
    ['its end missing', whole(file('a', 'x')).subarray(0, -10), TYPE],
    ['cut off in its head', Buffer.from('--b\r\nContent-Disposition: form-da'), TYPE],
    ['a head without an end', Buffer.concat([Buffer.from('--b\r\n'), Buffer.alloc(100_000, 'x')]), TYPE],
    ['a part without a name', whole(part('Content-Disposition: form-data', 'x')), TYPE],
    ['a part that is no field', whole(part('Content-Disposition: attachment; name="file"', 'x')), TYPE],
    ['a boundary with something behind it', Buffer.from('--bx\r\n\r\n\r\n--b--'), TYPE],
    ['too many parts', whole(...Array.from({ length: PARTS_MAX + 1 }, () => file('a', 'x'))), TYPE],
  ])('is refused with %s', (_, body, type) => {
    expect(() => readMultipart(body, type)).toThrow(DoorProblem);
  });

  test('of two hundred thousand parts costs no more than one', () => {
    const body = Buffer.from('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(200_000));
    const started = performance.now();
    expect(() => readMultipart(body, TYPE)).toThrow(DoorProblem);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
