import { z } from 'zod';
import { isId } from '@/lib/ids';

/** No thread has more replies than this; a larger number is not one of ours. */
const NUMBER_MAX = 10_000_000;

/** How far somebody has read: the thread, and the number of the last reply that was looked at (0: the question). */
export const NotedReading = z.strictObject({
  thread: z.string().refine(isId),
  number: z.coerce.number().int().min(0).max(NUMBER_MAX),
});
export type NotedReading = z.output<typeof NotedReading>;
