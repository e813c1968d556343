import { permanentRedirect } from 'next/navigation';
import { Missing } from '@/app/(site)/_parts/missing';
import { loadThread } from '@/app/(site)/t/[id]/_parts/load-thread';
import { mergedHref } from '@/lib/forum/page-queries';

/** The short address leads to the full one. */
export default async function ShortThreadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, thread } = await loadThread(id, 1);
  const href = thread?.href ?? (await mergedHref(id, actor));
  if (!href) return <Missing />;
  permanentRedirect(href);
}
