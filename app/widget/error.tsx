'use client';

import { Button } from '@/app/_ui/button';
import { WidgetDoors } from '@/app/widget/_parts/widget-doors';

/** A page of the panel failed while it was drawn; its ways on open beside it, since no other page may stand here. */
export default function WidgetFailed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <h1 className="text-[1.3rem]!">Something went wrong on our side</h1>
      <p className="mt-2 mb-4 text-muted">It has been written down. Trying again often helps.</p>
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      <WidgetDoors />
    </>
  );
}
