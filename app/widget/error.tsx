'use client';

import { Button } from '@/app/_ui/button';
import { WidgetDoors } from '@/app/widget/_parts/widget-doors';
import { useWidgetWords } from '@/app/widget/_parts/widget-words';

/** A page of the panel failed while it was drawn; its ways on open beside it, since no other page may stand here. */
export default function WidgetFailed({ retry }: { error: unknown; retry: () => void }) {
  const { failed, doors } = useWidgetWords();
  return (
    <>
      <h1 className="text-[1.3rem]!">{failed.title}</h1>
      <p className="mt-2 mb-4 text-muted">{failed.text}</p>
      <Button variant="primary" onClick={retry}>
        {failed.again}
      </Button>
      <WidgetDoors words={doors} />
    </>
  );
}
