'use client';

import { FailurePanel } from '@/app/_ui/failure-panel';
import { InEnglish } from '@/app/_ui/in-english';

/** A page failed while it was drawn; the frame around it still stands. */
export default function PageFailed(props: { error: unknown; retry: () => void }) {
  return (
    <InEnglish>
      <FailurePanel {...props} />
    </InEnglish>
  );
}
