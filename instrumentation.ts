/** Next calls this once when its server is ready: the job worker lives as long as the process does. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { beginWork } = await import('@/lib/jobs/begin-work');
  beginWork();
}
