import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Prose } from '@/app/_ui/prose';
import { DateTime } from '@/app/_ui/time-ago';
import { draftDigestAction, publishDraftAction } from '@/app/desk/digests/actions';
import type { DeskDigest } from '@/lib/digests/desk-queries';

type Props = { today: string; digest: DeskDigest | null; canPublish: boolean; timeZone: string };

/** Today's digest in the morning: make it, look at it, publish it; one press each. */
export function MorningDigest({ today, digest, canPublish, timeZone }: Props) {
  if (!digest) {
    return (
      <Card>
        <p className="mb-4 max-w-prose">
          There is no draft for today yet. It is made at 7 from what people asked since the last digest, or
          now.
        </p>
        <ActionButton action={draftDigestAction} fields={{ date: today }} pendingLabel="Drafting…">
          Make today’s draft
        </ActionButton>
      </Card>
    );
  }
  return (
    <Card>
      <p className="mb-3 flex flex-wrap items-center gap-2 text-[0.92rem] text-muted">
        {digest.publishedAt ? <Badge tone="good">Published</Badge> : <Badge tone="warn">Draft</Badge>}
        {digest.publishedAt ? (
          <DateTime at={digest.publishedAt} timeZone={timeZone} />
        ) : (
          <span>
            from what happened since <DateTime at={digest.windowStart} timeZone={timeZone} />
          </span>
        )}
      </p>
      <h3 dir="auto" className="mb-3 text-[1.25rem]">
        {digest.title}
      </h3>
      <Prose html={digest.html} className="prose-small" />
      <div className="mt-5 flex flex-wrap items-start gap-2.5">
        {digest.can.publish ? (
          <ActionButton action={publishDraftAction} fields={{ date: digest.date }} pendingLabel="Publishing…">
            Publish
          </ActionButton>
        ) : null}
        {digest.can.edit ? (
          <ButtonLink href={`/desk/digests/${digest.date}`} variant="secondary">
            Edit
          </ButtonLink>
        ) : null}
        {digest.publishedAt ? (
          <ButtonLink href={`/digests/${digest.date}`} variant="quiet">
            See it on the site
          </ButtonLink>
        ) : null}
      </div>
      {digest.publishedAt === null && !canPublish ? (
        <p className="mt-3 text-[0.92rem] text-muted">The owner publishes it; you can prepare the words.</p>
      ) : null}
    </Card>
  );
}
