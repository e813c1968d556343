import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { TimeAgo } from '@/app/_ui/time-ago';
import { markAllReadAction } from '@/app/(site)/notifications/actions';
import { whatHappened } from '@/app/(site)/notifications/notification-words';
import { requireMember } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { notificationList } from '@/lib/notifications/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { pageNumber } from '@/lib/web/page-number';
import { numberWords, say } from '@/lib/words/say';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.notifications.title, robots: { index: false } };
}

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function NotificationsRoute({ searchParams }: Props) {
  const actor = await requireMember('/notifications');
  const page = pageNumber((await searchParams).page);
  const [list, { timeZone }] = await Promise.all([notificationList(actor, page), shopSettings()]);
  const at = now();
  const { words: all, language } = await pageWords();
  const words = all.notifications;
  return (
    <PageBody width="reading">
      <PageHeader
        title={words.title}
        intro={
          list.unread === 0 ? words.allSeen : say(words.unread, { n: numberWords(list.unread, language) })
        }
        actions={
          <>
            {list.unread > 0 ? (
              <ActionButton action={markAllReadAction} variant="secondary" pendingLabel={words.marking}>
                {words.markAll}
              </ActionButton>
            ) : null}
            <ButtonLink prefetch={false} href="/account/notifications" variant="quiet">
              {words.settings}
            </ButtonLink>
          </>
        }
      />
      {list.items.length === 0 ? (
        <EmptyState
          title={page > 1 ? words.beyond : words.nothing}
          action={
            <ButtonLink href={page > 1 ? '/notifications' : '/forum'}>
              {page > 1 ? words.first : words.toForum}
            </ButtonLink>
          }
        >
          {words.nothingText}
        </EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {list.items.map((item) => (
              <li key={item.id} className={`px-5 py-4 sm:px-6 ${item.isNew ? 'bg-accent-soft' : ''}`}>
                <p className="text-[0.95rem] text-muted">
                  <bdi>{whatHappened(item, words)}</bdi>
                </p>
                <p>
                  <Link
                    prefetch={false}
                    href={item.href}
                    dir="auto"
                    className="font-semibold [overflow-wrap:anywhere] hover:text-accent-text hover:underline"
                  >
                    {item.title}
                  </Link>
                </p>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.92rem] text-muted">
                  {item.isNew ? <Badge tone="accent">{words.isNew}</Badge> : null}
                  <TimeAgo at={item.at} now={at} timeZone={timeZone} language={language} />
                  <span>{words.why[item.reason]}</span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        words={all.parts}
        page={list.page}
        perPage={list.perPage}
        total={list.total}
        hrefFor={(number) => (number === 1 ? '/notifications' : `/notifications?page=${number}`)}
      />
    </PageBody>
  );
}
