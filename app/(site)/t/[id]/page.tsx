import { permanentRedirect } from 'next/navigation';
import { Missing } from '@/app/(site)/_parts/missing';
import { loadThread } from '@/app/(site)/t/[id]/_parts/load-thread';

/** The short address leads to the full one. */
export default async function ShortThreadPage({ params }: { params: Promise<{ id: string }> }) {
  const { thread } = await loadThread((await params).id, 1);
  if (!thread) return <Missing />;
  permanentRedirect(thread.href);
}
