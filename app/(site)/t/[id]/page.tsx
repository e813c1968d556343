import { permanentRedirect, redirect } from 'next/navigation';
import { Missing } from '@/app/(site)/_parts/missing';
import { loadThread } from '@/app/(site)/t/[id]/_parts/load-thread';
import { mergedHref, replyHref } from '@/lib/forum/page-queries';
import { oneValue } from '@/lib/web/page-number';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ reply?: string | string[] }>;
};

/** The short address leads to the full one, where the thread went if it was merged; with a reply to the page that has it. */
export default async function ShortThreadPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, thread } = await loadThread(id, 1);
  const href = thread?.href ?? (await mergedHref(id, actor));
  if (!href) return <Missing />;
  const reply = oneValue((await searchParams).reply);
  if (reply) redirect((await replyHref(reply, actor)) ?? href);
  permanentRedirect(href);
}
