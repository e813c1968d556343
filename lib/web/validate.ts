import type { z } from 'zod';

/** The first problem of each field in words: `{ title: 'Write a title of at least 8 characters.' }`; '' is the whole. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    errors[field] ??=
      issue.code === 'unrecognized_keys' ? `Unknown field: ${issue.keys.join(', ')}.` : issue.message;
  }
  return errors;
}
