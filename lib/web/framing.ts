import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { shopSettings } from '@/lib/settings/queries';
import { listOrigins } from '@/lib/settings/widget-origins';

/** Who may show a page in a frame: nobody (null), or the site itself and these origins. */
export type FramedBy = readonly string[] | null;

/** The script that draws the help button on other sites. */
export const WIDGET_SCRIPT_PATH = '/widget.js';

/** Whether this is the help widget's panel: the only pages that may stand in a frame. They answer everybody as a visitor. */
export function isWidgetPage(path: string): boolean {
  return /^\/widget(?:\/|$)/.test(path);
}

/** The origins that the owner lets show the widget, at most two seconds old; none when they cannot be read. */
export async function widgetHosts(): Promise<string[]> {
  try {
    return listOrigins((await shopSettings()).widgetOrigins);
  } catch (error) {
    log.warn('widget.hosts-unknown', { error: messageOf(error) });
    return [];
  }
}
