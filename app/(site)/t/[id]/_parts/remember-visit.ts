import { headers } from 'next/headers';
import { noteVisit } from '@/lib/notifications/mark-read';
import { afterAnswer } from '@/lib/web/after-answer';

/** Somebody opens a thread: what told of it is read, once the answer has gone out. A browser that only fetches ahead has
 * not opened it. */
export async function rememberVisit(personId: string, threadId: string): Promise<void> {
  const asked = await headers();
  if (asked.has('next-router-prefetch') || /prefetch/.test(asked.get('sec-purpose') ?? '')) return;
  afterAnswer('note-visit', () => noteVisit(personId, threadId));
}
