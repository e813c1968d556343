'use client';

import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { rateArticleAction } from '@/app/(site)/faq/[slug]/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

/** "Was this helpful?" The last answer counts, so both buttons stay. */
export function HelpfulForm({ articleId, words }: { articleId: string; words: Words['faq']['rating'] }) {
  const [state, submit] = useActionState(rateArticleAction, IDLE);
  return (
    <form action={submit} className="rounded-2xl border border-line bg-surface p-5">
      <HiddenInput name="id" value={articleId} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <p className="font-semibold">{words.question}</p>
        <div className="flex gap-2.5">
          <SubmitButton variant="secondary" name="helpful" value="yes" pendingLabel={words.saving}>
            <ThumbsUp aria-hidden /> {words.yes}
          </SubmitButton>
          <SubmitButton variant="secondary" name="helpful" value="no" pendingLabel={words.saving}>
            <ThumbsDown aria-hidden /> {words.no}
          </SubmitButton>
        </div>
      </div>
      {state.message ? (
        <div className="mt-4">
          <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
        </div>
      ) : null}
    </form>
  );
}
