import { alreadyWords, type Moderated } from '@/lib/moderation/schema';

/** What an action on a thread's page comes to: one stays there and sees it as it is now. */
export function onThisThread({ threadId }: { threadId: string }): { refresh: string } {
  return { refresh: `/t/${threadId}` };
}

/** The same for an act of the staff; who finds that somebody else was first is told so at the button. */
export function orDoneAlready({ threadId, already }: Moderated): { message: string } | { refresh: string } {
  return already ? { message: alreadyWords(already) } : onThisThread({ threadId });
}
