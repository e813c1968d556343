import { z } from 'zod';

const MB = 1024 * 1024;

/** A phone's photo has 3 to 8 MB, a scanned receipt less (defaults). */
export const FILE_MAX = 10 * MB;
/** What a form adds around a file: names, boundaries, a few short fields. */
export const ENVELOPE_MAX = 64 * 1024;
/** The longer side after re-encoding: still sharp on a 5K screen at half its width, and a quarter of a phone's photo. */
export const SIDE_MAX = 2560;
/** Pixels that are decoded at most, all frames together: 40 million are 160 MB of memory, and phones make 12 to 50. */
export const PIXELS_MAX = 40_000_000;
/** A moving picture with more frames is shown as its first: ten seconds at 15 a second. */
export const FRAMES_MAX = 150;
/** What a title keeps of a file's name. */
export const TITLE_MAX = 100;
/** Files that a bare form takes at once: the front and the back, the label and the receipt. */
export const FORM_FILES_MAX = 4;
/** Files that one text may hold; more is an album. */
export const FILES_IN_TEXT_MAX = 50;

/** What one giver may add in 24 hours. */
export type Quota = { files: number; bytes: number };
/** A long day of describing a problem in pictures; far below what fills a small server's disk. */
export const MEMBER_QUOTA: Quota = { files: 50, bytes: 100 * MB };
/** The shop illustrates its articles. */
export const STAFF_QUOTA: Quota = { files: 500, bytes: 1000 * MB };
/** Somebody who has not said who they are asks one question, with a few photos. */
export const BROWSER_QUOTA: Quota = { files: 5, bytes: 25 * MB };

/** Who gives a file: a person, or a browser ("browser:HASH") that nobody has signed in with yet. */
export type Uploader = { actorId: string | null; holder: string | null };

/** A file as the API shows it. */
export const UploadShape = z.object({
  id: z.string(),
  /** Path on this site. */
  url: z.string(),
  /** What shows it in a text. */
  markdown: z.string(),
  title: z.string(),
  kind: z.enum(['image', 'pdf']),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export type StoredUpload = z.output<typeof UploadShape>;

export type StoreReason = 'empty' | 'too-large' | 'not-accepted' | 'broken' | 'too-many-pixels' | 'quota';

export const storeWords: Record<StoreReason, string> = {
  empty: 'This file is empty. Choose another.',
  'too-large': 'This file is larger than 10 MB. Make it smaller and try again.',
  'not-accepted':
    'Files can be pictures (JPEG, PNG, WebP, GIF) or PDF. An iPhone photo (HEIC) can be saved as JPEG first, or shown as a screenshot.',
  broken:
    'This picture could not be read. Open it on your device, save it again as JPEG or PNG, and try once more.',
  'too-many-pixels': 'This picture has more than 40 million pixels. Make it smaller and try again.',
  quota: 'That was a lot of files for one day. More can be added tomorrow; what you wrote is not lost.',
};

/** What each reason is over HTTP. */
export const storeStatus: Record<StoreReason, 413 | 422 | 429> = {
  empty: 422,
  'too-large': 413,
  'not-accepted': 422,
  broken: 422,
  'too-many-pixels': 422,
  quota: 429,
};

export const formFilesWords = {
  ...storeWords,
  'too-many-files': `Choose at most ${FORM_FILES_MAX} files at once.`,
};
