import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionButton } from '@/app/_ui/action-button';
import { DefinitionList } from '@/app/_ui/definition-list';
import { PageHeader } from '@/app/_ui/page-header';
import { DateTime } from '@/app/_ui/time-ago';
import { MailStateBadge } from '@/app/desk/mail/_parts/mail-state';
import { retryMailAction } from '@/app/desk/mail/actions';
import { requireOwner } from '@/lib/accounts/session';
import { isId } from '@/lib/ids';
import { mailPage } from '@/lib/mail/queries';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'One mail' };

type Props = { params: Promise<{ id: string }> };

/** One mail in plain text. Its HTML part is not drawn here: it says the same, and nothing in it can act on the desk. */
export default async function MailReadPage({ params }: Props) {
  const actor = await requireOwner();
  const { id } = await params;
  const mail = isId(id) ? await mailPage(id, actor) : null;
  if (!mail) notFound();
  const { timeZone } = await shopSettings();
  return (
    <div className="max-w-[46rem]">
      <PageHeader
        breadcrumbs={[{ href: '/desk/mail', label: 'Mail' }]}
        title={mail.subject}
        actions={
          mail.can.retry ? (
            <ActionButton action={retryMailAction} fields={{ id: mail.id }} pendingLabel="Sending…">
              Send it again
            </ActionButton>
          ) : null
        }
      />
      <DefinitionList
        items={[
          { term: 'To', value: <bdi>{mail.to}</bdi> },
          { term: 'State', value: <MailStateBadge state={mail.state} /> },
          { term: 'Written', value: <DateTime at={mail.createdAt} timeZone={timeZone} /> },
          { term: 'Sent', value: mail.sentAt && <DateTime at={mail.sentAt} timeZone={timeZone} /> },
          { term: 'Last trouble', value: mail.lastError && <bdi>{mail.lastError}</bdi> },
        ]}
      />
      <pre
        dir="auto"
        // The only way for the keyboard to scroll a long line into view.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        className="mt-6 overflow-x-auto rounded-2xl border border-line bg-surface p-5 font-sans leading-relaxed whitespace-pre-wrap"
      >
        {mail.text}
      </pre>
    </div>
  );
}
