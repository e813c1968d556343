/** What an action on a thread's page comes to: one stays there and sees it as it is now. */
export function onThisThread({ threadId }: { threadId: string }): { refresh: string } {
  return { refresh: `/t/${threadId}` };
}
