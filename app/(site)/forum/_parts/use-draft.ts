'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { deleteDraft, writeLocal } from '@/app/(site)/forum/_parts/draft-store';
import { type DraftKeeper, type DraftState, keepDraft, NO_DRAFT } from '@/app/(site)/forum/_parts/keep-draft';

/** How long the address may take to follow a form that led away. */
const LED_AWAY_MS = 500;

type Draft = Pick<DraftKeeper, 'choose' | 'startOver'> & { state: DraftState };

/**
 * Keeps the draft of the form around a box (see `keepDraft`), and forgets it once the form was posted.
 * @param key of the draft; undefined keeps nothing
 * @param posts false where sending the form does not post it yet
 * @param failed whether the form's last answer was a refusal; undefined where the form always leads away when it worked
 */
export function useDraft(
  area: RefObject<HTMLTextAreaElement | null>,
  key: string | undefined,
  { posts, failed }: { posts: boolean; failed: boolean | undefined },
): Draft {
  const { pending } = useFormStatus();
  const isPosting = pending && posts;
  const [state, setState] = useState(NO_DRAFT);
  const keeper = useRef<DraftKeeper | null>(null);
  const posting = useRef(false);
  const sentFrom = useRef('');

  useEffect(() => {
    const form = area.current?.form;
    if (!key || !form) return;
    keeper.current = keepDraft(form, key, setState);
    return () => {
      keeper.current?.stop();
      keeper.current = null;
      if (!posting.current) return;
      // Posted when it led to another address; a failing page takes the form away, too, and must not take the text. The
      // address changes before or soon after the form goes.
      const { href } = window.location;
      const forget = () => {
        writeLocal(key, 'localStorage', null);
        writeLocal(key, 'sessionStorage', null);
        deleteDraft(key);
      };
      if (href !== sentFrom.current) forget();
      else {
        setTimeout(() => {
          if (window.location.href !== href) forget();
        }, LED_AWAY_MS);
      }
    };
  }, [area, key]);

  useEffect(() => {
    const wasPosting = posting.current;
    posting.current = isPosting;
    if (isPosting === wasPosting) return;
    keeper.current?.pause(isPosting);
    if (isPosting) sentFrom.current = window.location.href;
    // A refusal of an earlier try stays the form's last answer when the next one leads to the new post.
    else if (failed === false || window.location.href !== sentFrom.current) keeper.current?.forget();
  }, [isPosting, failed]);

  return {
    state,
    choose: (other) => keeper.current?.choose(other),
    startOver: () => keeper.current?.startOver(),
  };
}
