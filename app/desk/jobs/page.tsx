import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { ActionButton } from '@/app/_ui/action-button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormMessage } from '@/app/_ui/form-message';
import { PageHeader } from '@/app/_ui/page-header';
import { DataTable } from '@/app/_ui/table';
import { TimeAgo } from '@/app/_ui/time-ago';
import { retryJobAction } from '@/app/desk/jobs/actions';
import { requireOwner } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { type JobLine, jobsOverview } from '@/lib/jobs/queries';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Jobs' };

type Props = { searchParams: Promise<{ tried?: string | string[] }> };

export default async function JobsPage({ searchParams }: Props) {
  const actor = await requireOwner();
  const [jobs, { timeZone }] = await Promise.all([jobsOverview(actor), shopSettings()]);
  if (!jobs) notFound();
  const tried = oneValue((await searchParams).tried) !== undefined;
  const at = now();
  return (
    <>
      <PageHeader
        title="Jobs"
        intro="Work that is done after the answer: sending mail, paying refunds, keeping the search fresh."
      />
      {tried ? (
        <div className="mb-6 max-w-prose">
          <FormMessage kind="success">It is tried again now. If it fails, it comes back here.</FormMessage>
        </div>
      ) : null}
      <dl className="mb-8 grid max-w-[40rem] grid-cols-3 gap-3">
        <Figure label="Waiting" value={jobs.waiting} />
        <Figure label="Running" value={jobs.running} />
        <Figure label="Given up" value={jobs.parkedTotal} />
      </dl>
      <section aria-labelledby="parked-heading" className="mb-10">
        <h2 id="parked-heading" className="mb-3">
          Given up
        </h2>
        {jobs.parked.length === 0 ? (
          <EmptyState title="Nothing was given up">
            What failed is tried again by itself for some hours; only then it waits for you here.
          </EmptyState>
        ) : (
          <JobTable
            caption="Jobs that were given up"
            jobs={jobs.parked}
            when={(job) => <TimeAgo at={job.at} now={at} timeZone={timeZone} />}
            action={(job) => (
              <ActionButton action={retryJobAction} fields={{ id: job.id }} variant="secondary" size="small">
                Try again
              </ActionButton>
            )}
          />
        )}
        {jobs.parkedTotal > jobs.parked.length ? (
          <p className="mt-3 text-muted">And {jobs.parkedTotal - jobs.parked.length} older ones.</p>
        ) : null}
      </section>
      {jobs.retrying.length > 0 ? (
        <section aria-labelledby="retrying-heading">
          <h2 id="retrying-heading" className="mb-3">
            Failed, to be tried again
          </h2>
          <JobTable
            caption="Jobs that failed and will be tried again"
            jobs={jobs.retrying}
            when={(job) => <TimeAgo at={job.at} now={at} timeZone={timeZone} />}
          />
        </section>
      ) : null}
    </>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <Card className="p-4!">
      <dt className="text-[0.9rem] text-muted">{label}</dt>
      <dd className="font-serif text-[1.5rem] font-semibold tabular-nums">{value}</dd>
    </Card>
  );
}

type TableProps = {
  caption: string;
  jobs: JobLine[];
  when: (job: JobLine) => ReactNode;
  action?: (job: JobLine) => ReactNode;
};

function JobTable({ caption, jobs, when, action }: TableProps) {
  const columns = [
    { key: 'what', label: 'What' },
    { key: 'error', label: 'Why it failed' },
    { key: 'when', label: 'When' },
    ...(action ? [{ key: 'action', label: '', align: 'end' as const }] : []),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={jobs.map((job) => ({
        key: job.id,
        cells: {
          what: (
            <>
              <code>{job.handler ? `${job.event} → ${job.handler}` : job.event}</code>
              <span className="block text-[0.88rem] text-muted">
                {job.attempts === 1 ? 'one try' : `${job.attempts} tries`}
              </span>
            </>
          ),
          error: <bdi className="text-[0.92rem]">{job.error || 'No reason was left.'}</bdi>,
          when: when(job),
          action: action?.(job),
        },
      }))}
    />
  );
}
