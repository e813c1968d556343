'use client';

import { useEffect } from 'react';

const KEY = 'new-thread';

/** For the asker of this thread: what was written in this browser has become it, perhaps by a link opened in a mail, so the
 * form that asks begins empty. Another question that was begun meanwhile stays. */
export function PostedDraft({ title }: { title: string }) {
  useEffect(() => {
    import('@/app/(site)/forum/_parts/draft-store')
      .then(({ readLocal, writeLocal }) => {
        if (readLocal(KEY, 'localStorage')?.fields.title?.trim() !== title) return;
        writeLocal(KEY, 'localStorage', null);
        writeLocal(KEY, 'sessionStorage', null);
      })
      .catch(() => {
        // Asked again with the next look at the thread; the form offers the old text as a draft until then.
      });
  }, [title]);
  return null;
}
