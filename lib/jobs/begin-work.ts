import { ensureGeneralCategory } from '@/lib/categories/ensure-category';
import { messageOf } from '@/lib/errors';
import { handlers } from '@/lib/jobs/handlers';
import { keepTimetable } from '@/lib/jobs/schedule';
import { startWorker } from '@/lib/jobs/worker';
import { log } from '@/lib/log';
import { warmSearch } from '@/lib/search/place-to-search';
import { saveOnStop } from '@/lib/search/sync';
import { onStop } from '@/lib/web/lifecycle';

/** Starts what a process does beside answering: the worker, let go when the process stops; the search index; and the
 * one category that is always there. */
export function beginWork(): void {
  onStop(startWorker(handlers, () => keepTimetable()));
  ensureGeneralCategory().catch((error: unknown) =>
    log.error('categories.general-missing', { error: messageOf(error) }),
  );
  warmSearch();
  onStop(saveOnStop);
}
