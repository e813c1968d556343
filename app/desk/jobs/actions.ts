'use server';

import { z } from 'zod';
import { retryJob, retryJobWords } from '@/lib/jobs/retry-job';
import { ownerAction } from '@/lib/web/action';

export const retryJobAction = ownerAction({
  schema: z.strictObject({ id: z.string().min(1).max(64) }),
  limit: 'desk',
  run: ({ id }, actor) => retryJob(id, actor),
  words: retryJobWords,
  after: () => ({ redirect: '/desk/jobs?tried=1' }),
});
