import type { FormState } from '@/lib/web/form-state';

/** What exists already for a question that is being written. */
export type Match = { title: string; url: string; snippet: string };

/** What a look ahead gives back: HTML of our renderer, and what has been answered already. */
export type LookState = FormState & { preview?: string; matches?: Match[] };
