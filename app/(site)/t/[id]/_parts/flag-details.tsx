import { Flag } from 'lucide-react';
import { ReasonDetails } from '@/app/(site)/t/[id]/_parts/reason-details';
import { flagPostAction } from '@/app/(site)/t/[id]/[slug]/actions';
import { REASON_MAX } from '@/lib/moderation/schema';

/** Pointing the shop at a post. */
export function FlagDetails({ kind, id }: { kind: 'thread' | 'reply'; id: string }) {
  return (
    <ReasonDetails
      summary={
        <>
          <Flag aria-hidden />
          Report…
        </>
      }
      variant="quiet"
      question="Tell the shop what is wrong with this post. Only the shop reads it."
      action={flagPostAction}
      fields={{ targetType: kind, targetId: id }}
      id={`flag-${id}`}
      label="What is wrong?"
      reasonMax={REASON_MAX}
      button="Send to the shop"
    />
  );
}
