import type { Metadata } from 'next';
import Link from 'next/link';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormMessage } from '@/app/_ui/form-message';
import { PageHeader } from '@/app/_ui/page-header';
import { TimeAgo } from '@/app/_ui/time-ago';
import { MorningDigest } from '@/app/desk/_parts/morning-digest';
import { SearchGaps } from '@/app/desk/searches/search-gaps';
import { requireHelper } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { dayWords } from '@/lib/digests/rules';
import type { WaitingThread } from '@/lib/forum/waiting-queries';
import { type Counts, morning } from '@/lib/insights/morning-queries';

export const metadata: Metadata = { title: 'Morning' };

export default async function MorningPage() {
  const actor = await requireHelper();
  const at = now();
  const { today, timeZone, digest, waiting, counts, misses, mailbox, can } = await morning(actor, at);
  return (
    <>
      <PageHeader title="Good morning" intro={<time dateTime={today}>{dayWords(today)}</time>} />
      <div className="grid max-w-[60rem] gap-10">
        <NeedsYou counts={counts} />
        {mailbox ? (
          <FormMessage kind="error">
            Answers by mail are not arriving: {mailbox.host} cannot be read, first noticed{' '}
            <TimeAgo at={mailbox.since} timeZone={timeZone} now={at} /> (<bdi>{mailbox.problem}</bdi>). We
            keep trying.
          </FormMessage>
        ) : null}
        <section aria-labelledby="digest-heading">
          <h2 id="digest-heading" className="mb-3">
            Today’s digest
          </h2>
          <MorningDigest today={today} digest={digest} canPublish={can.publish} timeZone={timeZone} />
        </section>
        <section aria-labelledby="waiting-heading">
          <h2 id="waiting-heading" className="mb-3">
            Waiting for your answer
          </h2>
          <Waiting threads={waiting.items} total={waiting.total} at={at} timeZone={timeZone} />
        </section>
        {misses.items.length > 0 ? (
          <section aria-labelledby="misses-heading">
            <h2 id="misses-heading" className="mb-3">
              Searches that found nothing
            </h2>
            <p className="mb-3 text-muted">
              {misses.yesterday === 0
                ? 'Yesterday every search found something. These are from the last 30 days.'
                : `Yesterday ${misses.yesterday === 1 ? 'one search' : `${misses.yesterday} different searches`} found nothing. The most frequent of the last 30 days:`}
            </p>
            <SearchGaps gaps={misses.items} timeZone={timeZone} now={at} />
            <p className="mt-3">
              <Link href="/desk/searches" className="text-link inline-flex min-h-11 items-center">
                All searches, and what became of them
              </Link>
            </p>
          </section>
        ) : null}
      </div>
    </>
  );
}

/** What else has come up; nothing is drawn when nothing has. */
function NeedsYou({ counts }: { counts: Counts }) {
  const lines = [
    { count: counts.refunds, href: '/desk/refunds', one: 'refund needs you', many: 'refunds need you' },
    { count: counts.flags, href: '/desk/moderation', one: 'post was flagged', many: 'posts were flagged' },
    {
      count: counts.parkedMails,
      href: '/desk/mail?state=parked',
      one: 'mail was refused',
      many: 'mails were refused',
    },
    { count: counts.parkedJobs, href: '/desk/jobs', one: 'job was given up', many: 'jobs were given up' },
  ].filter((line) => line.count > 0);
  if (lines.length === 0) return null;
  return (
    <ul aria-label="Needs you" className="flex flex-wrap gap-3">
      {lines.map((line) => (
        <li key={line.href}>
          <Link
            href={line.href}
            className="inline-flex min-h-11 items-center gap-2 rounded-xl border border-warn-line bg-warn-soft px-4 py-2 font-semibold text-warn hover:underline"
          >
            {line.count} {line.count === 1 ? line.one : line.many}
          </Link>
        </li>
      ))}
    </ul>
  );
}

type WaitingProps = { threads: WaitingThread[]; total: number; at: Date; timeZone: string };

function Waiting({ threads, total, at, timeZone }: WaitingProps) {
  if (threads.length === 0) {
    return (
      <EmptyState
        title="Everybody has an answer"
        action={<ButtonLink href="/forum">See the forum</ButtonLink>}
      >
        New questions appear here with the time left until their answer is due.
      </EmptyState>
    );
  }
  return (
    <>
      <Card flush>
        <ul className="divide-y divide-line">
          {threads.map((thread) => (
            <li key={thread.id} className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3.5">
              <span className="min-w-0 grow basis-64">
                <Link
                  href={thread.href}
                  dir="auto"
                  className="font-semibold after:absolute after:inset-0 hover:text-accent-text hover:underline"
                >
                  {thread.title}
                </Link>
                {thread.replyCount > 0 ? (
                  <span className="block text-[0.9rem] text-muted">
                    {thread.replyCount === 1 ? 'One reply' : `${thread.replyCount} replies`} by other
                    customers
                  </span>
                ) : null}
              </span>
              {thread.dueAt <= at ? (
                <Badge tone="bad">
                  Was due <TimeAgo at={thread.dueAt} now={at} timeZone={timeZone} />
                </Badge>
              ) : (
                <Badge tone="neutral">
                  Due <TimeAgo at={thread.dueAt} now={at} timeZone={timeZone} />
                </Badge>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {total > threads.length ? (
        <p className="mt-3 text-muted">
          And {total - threads.length} more in the{' '}
          <Link href="/forum?state=unsolved" className="text-link">
            forum’s unsolved questions
          </Link>
          .
        </p>
      ) : null}
    </>
  );
}
