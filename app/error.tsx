'use client';

import { FailurePanel } from '@/app/_ui/failure-panel';

/** A page failed while it was drawn; the layout around it still stands. */
export default function PageFailed(props: { error: unknown; retry: () => void }) {
  return (
    <main lang="en" id="content">
      <FailurePanel {...props} />
    </main>
  );
}
