import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { FormMessage } from '@/app/_ui/form-message';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { DateTime } from '@/app/_ui/time-ago';
import { DigestForm } from '@/app/desk/digests/[date]/digest-form';
import { draftDigestAction } from '@/app/desk/digests/actions';
import { requireHelper } from '@/lib/accounts/session';
import { digestDraft } from '@/lib/digests/desk-queries';
import { dayWords } from '@/lib/digests/rules';
import { DIGEST_BODY_MAX, DIGEST_TITLE_MAX, DigestDate } from '@/lib/digests/schema';
import { shopSettings } from '@/lib/settings/queries';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Edit the digest' };

const SAVED: Record<string, string> = {
  save: 'Saved.',
  publish: 'Published. It is in the slot on the front page and in the archive now.',
};

type Props = {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

export default async function EditDigestPage({ params, searchParams }: Props) {
  const actor = await requireHelper();
  const date = DigestDate.safeParse((await params).date);
  const digest = date.success ? await digestDraft(date.data, actor) : null;
  if (!digest) notFound();
  const { timeZone } = await shopSettings();
  const saved = SAVED[oneValue((await searchParams).saved) ?? ''];
  const isPublished = digest.publishedAt !== null;
  const canRefresh = !isPublished && !digest.isEdited;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ href: '/desk/digests', label: 'Digests' }]}
        title={dayWords(digest.date)}
        intro={
          <>
            {isPublished ? <Badge tone="good">Published</Badge> : <Badge tone="warn">Draft</Badge>}{' '}
            {digest.publishedAt ? (
              <DateTime at={digest.publishedAt} timeZone={timeZone} />
            ) : (
              <>
                Made from what happened from <DateTime at={digest.windowStart} timeZone={timeZone} /> to{' '}
                <DateTime at={digest.windowEnd} timeZone={timeZone} />.
              </>
            )}
          </>
        }
        actions={
          isPublished ? (
            <ButtonLink href={`/digests/${digest.date}`} variant="quiet">
              See it on the site
            </ButtonLink>
          ) : canRefresh ? (
            <ActionButton
              action={draftDigestAction}
              fields={{ date: digest.date }}
              variant="quiet"
              pendingLabel="Drafting…"
            >
              Draft again with the latest
            </ActionButton>
          ) : null
        }
      />
      <div className="grid max-w-[46rem] gap-6">
        {saved ? <FormMessage kind="success">{saved}</FormMessage> : null}
        {digest.can.edit ? (
          <DigestForm
            // A saved text is a new form: what was typed before it is over.
            key={digest.updatedAt.toISOString()}
            date={digest.date}
            title={digest.title}
            body={digest.body}
            basedOn={digest.updatedAt.toISOString()}
            isPublished={isPublished}
            canPublish={digest.can.publish}
            limits={{ title: DIGEST_TITLE_MAX, body: DIGEST_BODY_MAX }}
          />
        ) : (
          <>
            <h2 dir="auto">{digest.title}</h2>
            <Prose html={digest.html} />
          </>
        )}
      </div>
    </>
  );
}
