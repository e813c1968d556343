/** What every file is called: letters of a keyed hash that nobody can guess, for a picture its measures (so that a page
 * keeps room for it), and the ending of its kind. Nothing of who gave it or what it is. */
const NAME = /^[0-9a-hjkmnp-tv-z]{26}(?:\.(\d{1,4})x(\d{1,4}))?\.(jpg|png|webp|gif|pdf)$/;
const ADDRESS =
  /\/uploads\/([0-9a-hjkmnp-tv-z]{26}(?:\.\d{1,4}x\d{1,4})?\.(?:jpg|png|webp|gif|pdf))(?![\w.-])/g;

/** Content types by ending; a file is served as nothing else. */
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
};

/** For `<input type="file" accept>`; what a file really is, its first bytes say. */
export const ACCEPTED = Object.values(TYPES).join(',');

/** Whether this can be the name of a file of ours; nothing else reaches the folder or a query. */
export function isUploadName(name: unknown): name is string {
  return typeof name === 'string' && NAME.test(name);
}

/** The address of a file. */
export function uploadHref(fileName: string): string {
  return `/uploads/${fileName}`;
}

/** The ending of a name of ours: jpg png webp gif pdf. */
export function endingOf(fileName: string): string {
  return fileName.slice(fileName.lastIndexOf('.') + 1);
}

/** The content type that a name of ours stands for. */
export function typeOfName(fileName: string): string {
  return TYPES[endingOf(fileName)] ?? 'application/octet-stream';
}

/** Width and height of the picture at an address of ours, or null where the address does not say. */
export function measuresOf(href: string): { width: number; height: number } | null {
  const [, width, height] = NAME.exec(href.replace(/^\/uploads\//, '')) ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : null;
}

/** Whether an address on this site is a document of ours, which is downloaded and never shown. */
export function isDocumentHref(href: string): boolean {
  const name = /^\/uploads\/([^/?#]+)$/.exec(href)?.[1];
  return isUploadName(name) && name.endsWith('.pdf');
}

/** The names of all our files in a text, each once, in their order. */
export function namesInText(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(ADDRESS)].map(([, name = '']) => name))];
}
