import { WidgetDoors } from '@/app/widget/_parts/widget-doors';
import { WidgetSearch } from '@/app/widget/_parts/widget-search';
import { QUERY_MAX } from '@/lib/search/schema';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';

/** "Not found" inside the panel, with the ways on that stay in it. */
export async function WidgetMissing() {
  setResponseStatus(404);
  const { parts, frame, widget } = (await pageWords()).words;
  return (
    <>
      <h1 className="text-[1.3rem]!">{parts.missing.title}</h1>
      <p className="mt-2 mb-4 text-muted">{widget.missing}</p>
      <WidgetSearch maxLength={QUERY_MAX} words={frame.searchBox} />
      <WidgetDoors words={widget.doors} />
    </>
  );
}
