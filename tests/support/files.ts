import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A PNG chunk with its checksum. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const PNG_SIGN = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A grey PNG made by hand, with chunks of one's own before its pixels. */
export function handMadePng(width: number, height: number, more: Buffer[] = [], pixels?: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const data = pixels ?? Buffer.alloc((width + 1) * height);
  return Buffer.concat([
    PNG_SIGN,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG as a phone makes it: on its side, with the place it was taken, a camera and a comment. */
export async function phonePhoto(width = 400, height = 300): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#804020', noise } })
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'CANARY-CAMERA', Copyright: 'CANARY-NAME' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 31/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 18/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY-XMP</x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

/** A small picture of one colour. */
export function aPicture(
  format: 'jpeg' | 'png' | 'webp' | 'gif' = 'png',
  background = '#c07030',
): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

/** Some frames of a moving picture. */
export async function aMovingGif(frames: number, width = 20, height = 10): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * frames * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = Math.floor(at / (width * height * 3)) * 9;
  return sharp(pixels, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ loop: 0, delay: Array(frames).fill(100) })
    .toBuffer();
}

/** The first bytes of an ISO media file of that brand, and some rubbish. */
export function ftyp(brand: string): Buffer {
  const box = Buffer.alloc(32);
  box.writeUInt32BE(32, 0);
  box.write(`ftyp${brand}\0\0\0\0mif1${brand}miaf`, 4, 'latin1');
  return Buffer.concat([box, Buffer.alloc(500, 7)]);
}

/** Files that are nothing we take, whatever they are called. */
export function foreignFiles(): Record<string, Buffer> {
  const text = (words: string) => Buffer.from(words, 'utf8');
  const bytes = (latin1: string) => Buffer.from(latin1.padEnd(200, '\x01'), 'latin1');
  return {
    ...Object.fromEntries(
      ['avif', 'avis', 'heic', 'heix', 'hevc', 'heim', 'mif1', 'msf1', 'crx ', 'isom', 'mp42', 'qt  '].map(
        (brand) => [`ftyp ${brand}`, ftyp(brand)],
      ),
    ),
    SVG: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
    'SVG after a declaration': text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    'SVG that reads a file': text(
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>',
    ),
    'SVG packed': bytes('\x1f\x8b\x08\0\0\0\0\0'),
    HTML: text('<!doctype html><script>alert(1)</script>'),
    'HTML after a comment': text('<!-- --><html><body onload=alert(1)>'),
    'HTML before a picture': Buffer.concat([text('<script>alert(1)</script>'), PNG_SIGN]),
    script: text('alert(document.cookie)'),
    XML: text('<?xml version="1.0"?><x/>'),
    'shell script': text('#!/bin/sh\nid\n'),
    PHP: text('<?php system($_GET[0]); ?>'),
    'PDF after a blank': text(' %PDF-1.7\n%%EOF'),
    'PDF after a line': text('\n%PDF-1.7\n%%EOF'),
    'PDF after rubbish': Buffer.concat([Buffer.alloc(900, 65), text('%PDF-1.7\n%%EOF')]),
    PostScript: text('%!PS-Adobe-3.0\n'),
    ZIP: bytes('PK\x03\x04'),
    'Windows program': bytes('MZ\x90\0'),
    'Linux program': bytes('\x7fELF\x02\x01\x01'),
    'Java class': bytes('\xca\xfe\xba\xbe'),
    'TIFF, little end': bytes('II*\0\x08\0\0\0'),
    'TIFF, big end': bytes('MM\0*\0\0\0\x08'),
    BMP: bytes('BM\x36\0\x0c\0'),
    icon: bytes('\0\0\x01\0\x01\0'),
    'JPEG XL': bytes('\xff\x0a'),
    'JPEG XL in a box': bytes('\0\0\0\x0cJXL \r\n\x87\n'),
    'JPEG 2000': bytes('\0\0\0\x0cjP  \r\n\x87\n'),
    Photoshop: bytes('8BPS\0\x01'),
    EPS: bytes('\xc5\xd0\xd3\xc6'),
    'WebM video': bytes('\x1a\x45\xdf\xa3'),
    'AVI in RIFF': bytes('RIFF\0\0\0\0AVI LIST'),
    'WAV in RIFF': bytes('RIFF\0\0\0\0WAVEfmt '),
    MP3: bytes('ID3\x04\0'),
    'ImageMagick script': text("push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://x\")'\n"),
    'Flash movie': bytes('CWS\x09'),
    'almost PNG': bytes('\x89PNG\n\x1a\n'),
    'almost GIF': bytes('GIF90a'),
    'almost JPEG': bytes('\xff\xd8\0'),
    'WebP of another kind': bytes('RIFF\0\0\0\0WEBQVP8 '),
    'one byte': Buffer.from([0xff]),
    NULs: Buffer.alloc(1000),
    'GIF in wide letters': Buffer.from('GIF89a', 'utf16le'),
    'PNG in base64': text(PNG_SIGN.toString('base64')),
    'a data address': text('data:image/png;base64,iVBORw0KGgo='),
  };
}
