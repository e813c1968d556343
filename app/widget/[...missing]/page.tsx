import type { Metadata } from 'next';
import { WidgetMissing } from '@/app/widget/_parts/widget-missing';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.parts.notFound };
}

/** Every address below the panel that no page has; the site's own "not found" has links that a frame refuses. */
export default function WidgetMissingPage() {
  return <WidgetMissing />;
}
