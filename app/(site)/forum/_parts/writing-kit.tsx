'use client';

import { type RefObject, useEffect } from 'react';
import { DraftNotice } from '@/app/(site)/forum/_parts/draft-line';
import type { DraftState } from '@/app/(site)/forum/_parts/keep-draft';
import { useDraft } from '@/app/(site)/forum/_parts/use-draft';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';

// Everything a box needs once somebody writes, loaded as one by `useWritingKit`.
export { ComposerTools } from '@/app/(site)/forum/_parts/composer-tools';

type Props = {
  area: RefObject<HTMLTextAreaElement | null>;
  draftKey: string | undefined;
  posts: boolean;
  failed: boolean | undefined;
  onSaved: (saved: DraftState['saved']) => void;
};

/** Keeps the draft of the form around a box, and says above it what became of an earlier one. */
export function KeptDraft({ area, draftKey, posts, failed, onSaved }: Props) {
  const { words } = useWriting();
  const { state, choose, startOver } = useDraft(area, draftKey, { posts, failed });
  useEffect(() => onSaved(state.saved), [state.saved, onSaved]);
  // The notice goes with its buttons, and the focus would with it.
  const write = () => area.current?.focus();
  return (
    <DraftNotice
      words={words.draft}
      state={state}
      onChoose={(other) => {
        choose(other);
        write();
      }}
      onStartOver={() => {
        startOver();
        write();
      }}
    />
  );
}
