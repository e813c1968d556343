import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { Metric } from '@/lib/web/prometheus';

const JOB_STATES = ['waiting', 'running', 'done', 'parked'];
const MAIL_STATES = ['waiting', 'sent', 'parked'];

/** What a watcher of the machine wants to know; counts only, nothing about anybody.
 * @param search the size of this process's search index */
export async function metrics(search: { documents: number; bytes: number }): Promise<Metric[]> {
  const [jobs, mails, refunds, threads, unanswered, digests, oldest] = await Promise.all([
    db.job.groupBy({ by: ['state'], _count: { id: true } }),
    db.mail.groupBy({ by: ['state'], _count: { id: true } }),
    db.refund.groupBy({ by: ['state'], _count: { id: true } }),
    db.thread.count({ where: { mergedIntoId: null } }),
    db.thread.count({ where: { replyCount: 0, acceptedCount: 0, hiding: null, mergedIntoId: null } }),
    db.digestPublication.count(),
    db.job.findFirst({
      where: { state: 'waiting', runAt: { lte: now() } },
      orderBy: { runAt: 'asc' },
      select: { runAt: true },
    }),
  ]);
  const behind = oldest ? Math.max(0, now().getTime() - oldest.runAt.getTime()) / 1000 : 0;
  const memory = process.memoryUsage();
  return [
    gauge('porchlight_jobs', 'Jobs by state.', byState(jobs, JOB_STATES)),
    gauge('porchlight_job_delay_seconds', 'How long the oldest due job has been waiting.', [
      { value: behind },
    ]),
    gauge('porchlight_mails', 'Mails of the outbox by state.', byState(mails, MAIL_STATES)),
    gauge('porchlight_refunds', 'Refunds by state.', byState(refunds, [])),
    gauge('porchlight_threads', 'Threads of the forum.', [{ value: threads }]),
    gauge('porchlight_threads_unanswered', 'Visible threads without a reply.', [{ value: unanswered }]),
    gauge('porchlight_digests_published', 'Published digests.', [{ value: digests }]),
    gauge('porchlight_search_documents', 'Documents in the search index of this process.', [
      { value: search.documents },
    ]),
    gauge('porchlight_search_index_bytes', 'About how much memory that index takes.', [
      { value: search.bytes },
    ]),
    gauge('process_resident_memory_bytes', 'Resident memory of this process.', [{ value: memory.rss }]),
    gauge('process_heap_bytes', 'Heap in use by this process.', [{ value: memory.heapUsed }]),
    gauge('process_uptime_seconds', 'Seconds since this process began.', [{ value: process.uptime() }]),
  ];
}

type Counted = { state: string; _count: { id: number } };

/** Every known state has a line, so that a graph shows 0 and not a gap. */
function byState(rows: readonly Counted[], known: readonly string[]): Metric['samples'] {
  const counts = new Map<string, number>(known.map((state) => [state, 0]));
  for (const row of rows) counts.set(row.state, row._count.id);
  return [...counts].map(([state, value]) => ({ labels: { state }, value }));
}

function gauge(name: string, help: string, samples: Metric['samples']): Metric {
  return { name, help, type: 'gauge', samples };
}
