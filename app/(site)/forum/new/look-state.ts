import type { Match } from '@/app/(site)/_parts/read-matches';
import type { FormState } from '@/lib/web/form-state';

/** What a look ahead gives back: HTML of our renderer, and what has been answered already; and, where the words show what
 * should not be public, how they would stand there without it. */
export type LookState = FormState & {
  preview?: string;
  matches?: Match[];
  masked?: { title: string; html: string };
};
