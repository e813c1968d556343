import { after } from 'next/server';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

/** Does something when the answer has gone out: it makes no page slower, and a failure is logged and breaks nothing.
 * What it needs of the request is read before. @param name what failed, for the log */
export function afterAnswer(name: string, work: () => Promise<void>): void {
  after(async () => {
    try {
      await work();
    } catch (error) {
      log.error('after-answer.failed', { work: name, error: messageOf(error) });
    }
  });
}
