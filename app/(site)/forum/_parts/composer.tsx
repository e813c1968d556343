'use client';

import { type ReactNode, useId, useRef } from 'react';
import { Field } from '@/app/_ui/field';
import { ComposerBox } from '@/app/(site)/forum/_parts/composer-box';
import { DraftNotice } from '@/app/(site)/forum/_parts/draft-line';
import { useDraft } from '@/app/(site)/forum/_parts/use-draft';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';

type Props = {
  name: string;
  label: string;
  defaultValue?: string;
  /** Under which the form's text is kept (lib/drafts): new-thread, reply:ID, edit-thread:ID, edit-reply:ID. */
  draftKey?: string;
  rows?: number;
  /** Characters the text may have. */
  max: number;
  error?: string | null;
  /** Whose people are offered first for an `@`. */
  threadId?: string;
  hint?: ReactNode;
  /** Only where the same name appears in several forms of a page. */
  id?: string;
  /** Changes with every answer of the form, which then says what the box holds. */
  turn?: number;
  /** False where sending the form does not post the text yet: the draft stays. */
  posts?: boolean;
  /** Whether the form's last answer was a refusal, where a form stays on its page when it worked. */
  failed?: boolean;
  onText?: (text: string) => void;
};

/**
 * The box people write in. Without script it is a text area of the form around it; with script it has a toolbar, keys,
 * files, completion of names and emoji, a preview, and a draft of the whole form.
 */
export function Composer({
  name,
  label,
  draftKey,
  error,
  hint,
  id,
  turn,
  posts = true,
  failed,
  ...box
}: Props) {
  const { words } = useWriting();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(area, draftKey, { posts, failed });
  const ownId = useId();
  return (
    <div className="grid min-w-0 gap-3">
      <DraftNotice
        words={words.draft}
        state={draft.state}
        onChoose={draft.choose}
        onStartOver={draft.startOver}
      />
      <Field label={label} name={name} hint={hint} error={error} id={id ?? `field-${name}`}>
        <ComposerBox key={turn} {...box} area={area} saved={draft.state.saved} listId={`${ownId}list`} />
      </Field>
    </div>
  );
}
