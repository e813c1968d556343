import type { Metadata } from 'next';
import { WidgetMissing } from '@/app/widget/_parts/widget-missing';

export const metadata: Metadata = { title: 'Not found' };

/** Every address below the panel that no page has; the site's own "not found" has links that a frame refuses. */
export default function WidgetMissingPage() {
  return <WidgetMissing />;
}
