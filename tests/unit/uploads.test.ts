import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isDocumentHref, isUploadName, measuresOf, namesInText } from '@/lib/uploads/names';
import { remakePicture } from '@/lib/uploads/remake-picture';
import { formatOf, titleOf } from '@/lib/uploads/rules';
import { FRAMES_MAX, SIDE_MAX } from '@/lib/uploads/schema';
import { aMovingGif, aPicture, chunk, foreignFiles, ftyp, handMadePng, phonePhoto } from '../support/files';

type Picture = 'jpeg' | 'png' | 'webp' | 'gif';

async function remade(bytes: Buffer) {
  const format = formatOf(bytes);
  if (format === null || format === 'pdf') throw new Error('This is no picture.');
  return remakePicture(bytes, format);
}

async function made(bytes: Buffer) {
  const result = await remade(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('what a file is', () => {
  test.each(Object.entries(foreignFiles()))('%s is nothing we take', (_, bytes) => {
    expect(formatOf(bytes)).toBeNull();
  });

  test('is said by its first bytes', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      expect(formatOf(await aPicture(format))).toBe(format);
    }
    expect(formatOf(Buffer.from('%PDF-1.4\n'))).toBe('pdf');
    expect(formatOf(Buffer.alloc(0))).toBeNull();
  });

  test('the samples are many', () => {
    expect(Object.keys(foreignFiles()).length).toBeGreaterThanOrEqual(40);
  });
});

describe('a picture made anew', () => {
  test('has no place, camera, name or comment in it, and stands upright', async () => {
    const photo = await phonePhoto(400, 300);
    const before = await sharp(photo).metadata();
    expect([before.exif !== undefined, before.orientation]).toEqual([true, 6]);
    expect(photo.includes('CANARY')).toBe(true);
    const { bytes, width, height } = await made(photo);
    expect([width, height]).toEqual([300, 400]);
    expect(bytes.includes('CANARY')).toBe(false);
    const after = await sharp(bytes).metadata();
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
  });

  test('is at most 2560 pixels long, and a small one stays as it is', async () => {
    const large = await sharp({ create: { width: 5000, height: 1000, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer();
    expect(await made(large)).toMatchObject({ width: SIDE_MAX, height: 512, ending: 'jpg' });
    expect(await made(await aPicture('webp'))).toMatchObject({ width: 60, height: 40, ending: 'webp' });
  });

  test('a photo in a PNG becomes a smaller WebP', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const photo = await sharp({
      create: { width: 1500, height: 1200, channels: 3, background: '#000', noise },
    })
      .png()
      .toBuffer();
    expect(await made(photo)).toMatchObject({ ending: 'webp', width: 1500, height: 1200 });
  });

  test.each<[string, (picture: Buffer) => Buffer]>([
    [
      'a script behind its end',
      (picture) => Buffer.concat([picture, Buffer.from('<script>CANARY</script>')]),
    ],
    ['an archive behind its end', (picture) => Buffer.concat([picture, Buffer.from('PK\x03\x04CANARY')])],
  ])('loses %s', async (_, spoil) => {
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const result = await remade(spoil(await aPicture(format)));
      if (result.ok) expect(result.bytes.includes('CANARY'), format).toBe(false);
    }
  });

  test('a GIF that is a script as well is only a picture after', async () => {
    const gif = await aPicture('gif');
    // The screen's width reads as "/*" to a script engine.
    const polyglot = Buffer.concat([gif, Buffer.from('*/=1;alert("CANARY")')]);
    polyglot.write('/*', 6, 'latin1');
    const result = await remade(polyglot);
    if (result.ok) {
      expect(result.bytes.includes('alert')).toBe(false);
      expect((await sharp(result.bytes).metadata()).format).toBe('gif');
    }
  });

  test('keeps moving while that is cheap, else shows its first frame', async () => {
    const short = await made(await aMovingGif(5));
    expect([(await sharp(short.bytes).metadata()).pages, short.width, short.height]).toEqual([5, 20, 10]);
    const long = await made(await aMovingGif(FRAMES_MAX + 1, 4, 4));
    expect([(await sharp(long.bytes).metadata()).pages ?? 1, long.width, long.height]).toEqual([1, 4, 4]);
  });

  test('a GIF that lies about its screen is as large as its frame', async () => {
    const gif = Buffer.from(await aPicture('gif'));
    gif.writeUInt16LE(65_535, 6);
    gif.writeUInt16LE(65_535, 8);
    expect(await made(gif)).toMatchObject({ width: 60, height: 40 });
  });

  test('texts that unpack to 200 MB are dropped before anybody unpacks them', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000));
    const note = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), bomb]));
    const wide = chunk('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0\0\0', 'latin1'), bomb]));
    const began = process.memoryUsage().rss;
    const started = performance.now();
    expect(await made(handMadePng(40, 30, [note, wide]))).toMatchObject({ width: 40, height: 30 });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(process.memoryUsage().rss - began).toBeLessThan(150_000_000);
  });
});

describe('a picture that is refused', () => {
  const tooMany: Record<string, () => Buffer | Promise<Buffer>> = {
    'a PNG of 4.3 gigapixels': () => handMadePng(65_535, 65_535, [], Buffer.alloc(100)),
    'a PNG with the largest sides there are': () => handMadePng(0x7fffffff, 0x7fffffff, [], Buffer.alloc(1)),
    'a JPEG of 3.6 gigapixels': async () => {
      const jpeg = Buffer.from(await aPicture('jpeg'));
      const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
      jpeg.writeUInt16BE(60_000, at + 5);
      jpeg.writeUInt16BE(60_000, at + 7);
      return jpeg;
    },
    'a GIF with a frame of 4.3 gigapixels': async () => {
      const gif = Buffer.from(await aPicture('gif'));
      const at = gif.indexOf(Buffer.from([0x21, 0xf9, 0x04])) + 8;
      for (const place of [6, 8, at + 5, at + 7]) gif.writeUInt16LE(65_535, place);
      return gif;
    },
    'just over 40 million': () => handMadePng(8000, 5001, [], Buffer.alloc(10)),
  };
  test.each(Object.entries(tooMany))('is %s, at once', async (_, make) => {
    const bytes = await make();
    const started = performance.now();
    const result = await remade(bytes);
    expect(result.ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('is cut off in the middle', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const whole = await sharp({
        create: { width: 300, height: 300, channels: 3, background: '#000', noise },
      })
        .toFormat(format)
        .toBuffer();
      const cut = whole.subarray(0, whole.length / 2);
      expect(await remade(cut), format).toMatchObject({ ok: false, reason: 'broken' });
    }
  });

  test.each<Picture>(['jpeg', 'png', 'webp', 'gif'])(
    'is a beginning of %s and then something else',
    async (format) => {
      const begin = (await aPicture(format)).subarray(0, 16);
      for (const rest of [
        Buffer.alloc(0),
        Buffer.alloc(5000, 0xff),
        Buffer.from('<script>alert(1)</script>'),
        ftyp('avif'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ]) {
        expect((await remade(Buffer.concat([begin, rest]))).ok).toBe(false);
      }
    },
  );

  test('a PNG whose head is missing, doubled or short', async () => {
    const png = handMadePng(4, 4);
    const headless = Buffer.concat([png.subarray(0, 8), png.subarray(33)]);
    expect((await remade(headless)).ok).toBe(false);
    const endless = Buffer.from(png);
    endless.writeUInt32BE(0xfffffff0, 33);
    expect((await remade(endless)).ok).toBe(false);
  });

  test('no other decoder than those of our four kinds can be reached in this process', async () => {
    for (const bytes of [ftyp('avif'), Buffer.from('II*\0\x08\0\0\0'), Buffer.from('%PDF-1.4\n')]) {
      await expect(sharp(bytes).metadata()).rejects.toThrow();
    }
    const tiff = Buffer.from(
      'SUkqAAgAAAAKAAABAwABAAAAAQAAAAEBAwABAAAAAQAAAAIBAwABAAAACAAAAAMBAwABAAAAAQAAAAYBAwABAAAAAQAAABEBBAABAAAAhgAAABUBAwABAAAAAQAAABYBAwABAAAAAQAAABcBBAABAAAAAQAAABwBAwABAAAAAQAAAAAAAAAA',
      'base64',
    );
    await expect(sharp(tiff).metadata()).rejects.toThrow(/unsupported/i);
  });
});

describe('names', () => {
  const letters = '0123456789abcdefghjkmnpqrs';
  test('of ours are letters of chance, measures and an ending; nothing else reaches the folder', () => {
    for (const name of [`${letters}.640x480.png`, `${letters}.pdf`, `${letters}.1x1.jpg`])
      expect(isUploadName(name), name).toBe(true);
    for (const name of [
      '',
      '..',
      '.env',
      '../.env',
      `../${letters}.pdf`,
      `${letters}.pdf/..`,
      `${letters}.PDF`,
      `${letters}.svg`,
      `${letters}.html`,
      `${letters}.pdf\0.png`,
      `${letters}.pdf\n`,
      `${letters}..pdf`,
      `${letters}%2e.pdf`,
      `${letters}.12345x1.png`,
      `${letters}.640x480`,
      letters.toUpperCase(),
      `${letters}x.png`,
      'é'.repeat(26),
      null,
      { not: '' },
    ])
      expect(isUploadName(name), String(name)).toBe(false);
  });

  test('are found in a text once each, and tell measures and documents', () => {
    const [png, pdf] = [`${letters}.640x480.png`, `${letters}.pdf`];
    const text = `![a](/uploads/${png}) [b](/uploads/${pdf} "t") /uploads/${png} /uploads/${letters}.pdfx`;
    expect(namesInText(text)).toEqual([png, pdf]);
    expect(measuresOf(`/uploads/${png}`)).toEqual({ width: 640, height: 480 });
    expect([measuresOf(`/uploads/${pdf}`), measuresOf('/uploads/lamp.webp')]).toEqual([null, null]);
    expect([isDocumentHref(`/uploads/${pdf}`), isDocumentHref(`/uploads/${png}`)]).toEqual([true, false]);
  });

  test.each([
    ['IMG_2042.JPG', 'IMG_2042'],
    ['C:\\Users\\ana\\My receipt.pdf', 'My receipt'],
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['', 'Picture'],
    ['\u202Egnp.exe', 'gnp'],
    ['a\r\nSet-Cookie: x=1.png', 'a Set-Cookie: x=1'],
    [`${'x'.repeat(3000)}.png`, 'x'.repeat(100)],
    ['\ud800.png', '\uFFFD'],
    ['Ünïcode 写真.webp', 'Ünïcode 写真'],
  ])('what a device called it, %j, becomes a title', (name, title) => {
    expect(titleOf(name, 'image')).toBe(title);
  });
});
