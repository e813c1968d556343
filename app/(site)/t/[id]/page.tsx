import { permanentRedirect, redirect } from 'next/navigation';
import { Missing } from '@/app/(site)/_parts/missing';
import { loadThread } from '@/app/(site)/t/[id]/_parts/load-thread';
import { replyHref } from '@/lib/forum/page-queries';
import { oneValue } from '@/lib/web/page-number';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ reply?: string | string[] }>;
};

/** The short address leads to the full one; with a reply to the page that has it. */
export default async function ShortThreadPage({ params, searchParams }: Props) {
  const { actor, thread } = await loadThread((await params).id, 1);
  if (!thread) return <Missing />;
  const reply = oneValue((await searchParams).reply);
  if (reply) redirect((await replyHref(reply, actor)) ?? thread.href);
  permanentRedirect(thread.href);
}
