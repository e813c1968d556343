import { cleanLine } from '@/lib/text';
import { TITLE_MAX } from '@/lib/uploads/schema';

/** What we take, by its first bytes. */
export type FileFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'pdf';

/** What a file is by its first bytes, or null for everything we do not take: AVIF, HEIC, SVG, HTML, archives, programs.
 * Names and declared types are somebody's words and decide nothing. */
export function formatOf(bytes: Uint8Array): FileFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1');
  if (head.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  return head.startsWith('%PDF-') ? 'pdf' : null;
}

/** What a person called a file, fit to be read: its name without folders and ending, on one line. */
export function titleOf(fileName: string, kind: 'image' | 'pdf'): string {
  const last = cleanLine(fileName.slice(-1000)).split(/[/\\]/).at(-1) ?? '';
  const title = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const short = [...title].slice(0, TITLE_MAX).join('').trim();
  return short || (kind === 'pdf' ? 'Document' : 'Picture');
}
