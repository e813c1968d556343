import { Flag } from 'lucide-react';
import { ReasonDetails } from '@/app/(site)/t/[id]/_parts/reason-details';
import { flagPostAction } from '@/app/(site)/t/[id]/[slug]/actions';
import { REASON_MAX } from '@/lib/moderation/schema';
import { pageWords } from '@/lib/web/language';

/** Pointing the shop at a post. */
export async function FlagDetails({ kind, id }: { kind: 'thread' | 'reply'; id: string }) {
  const { flag: words, moment } = (await pageWords()).words.thread;
  return (
    <ReasonDetails
      summary={
        <>
          <Flag aria-hidden />
          {words.summary}
        </>
      }
      variant="quiet"
      question={words.question}
      action={flagPostAction}
      fields={{ targetType: kind, targetId: id }}
      id={`flag-${id}`}
      at={kind === 'reply' ? `#reply-${id}` : '#question'}
      label={words.label}
      reasonMax={REASON_MAX}
      button={words.button}
      moment={moment}
    />
  );
}
