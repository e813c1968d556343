import { NotFoundPanel } from '@/app/_ui/not-found-panel';
import { setResponseStatus } from '@/lib/web/response-status';

/** "Not found" as the page itself. Next draws what `notFound()` throws in the browser only, so that without script the
 * page stays white; a page that returns this answers 404 with its words in the first response. */
export function Missing() {
  setResponseStatus(404);
  return <NotFoundPanel />;
}
