'use client';

import { FailurePanel } from '@/app/_ui/failure-panel';
import { useFailureWords } from '@/app/_ui/failure-words';

/** A page failed while it was drawn; the layout around it still stands. */
export default function PageFailed(props: { error: unknown; retry: () => void }) {
  return (
    <main id="content">
      <FailurePanel {...props} words={useFailureWords()} />
    </main>
  );
}
