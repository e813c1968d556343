import { WidgetDoors } from '@/app/widget/_parts/widget-doors';
import { WidgetSearch } from '@/app/widget/_parts/widget-search';
import { QUERY_MAX } from '@/lib/search/schema';
import { setResponseStatus } from '@/lib/web/response-status';

/** "Not found" inside the panel, with the ways on that stay in it. */
export function WidgetMissing() {
  setResponseStatus(404);
  return (
    <>
      <h1 className="text-[1.3rem]!">There is nothing at this address</h1>
      <p className="mt-2 mb-4 text-muted">It may have moved. Searching usually finds it.</p>
      <WidgetSearch maxLength={QUERY_MAX} />
      <WidgetDoors />
    </>
  );
}
