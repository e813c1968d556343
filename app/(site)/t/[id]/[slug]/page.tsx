import { Lock } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { permanentRedirect, redirect } from 'next/navigation';
import { Badge } from '@/app/_ui/badge';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Pagination } from '@/app/_ui/pagination';
import { Sentence } from '@/app/_ui/sentence';
import { breadcrumbFacts } from '@/app/(site)/_parts/breadcrumb-facts';
import { FollowButton } from '@/app/(site)/_parts/follow-button';
import { JsonLd } from '@/app/(site)/_parts/json-ld';
import { Missing } from '@/app/(site)/_parts/missing';
import { listPage, pageAddresses } from '@/app/(site)/_parts/page-addresses';
import { pageCard } from '@/app/(site)/_parts/page-card';
import { SolvedNotice } from '@/app/(site)/_parts/solved-notice';
import { ThreadStateBadge } from '@/app/(site)/_parts/thread-state-badge';
import { segmentText } from '@/app/(site)/forum/_parts/segment-text';
import { WritingWords } from '@/app/(site)/forum/_parts/writing-words';
import { Conversation } from '@/app/(site)/t/[id]/_parts/conversation';
import { DuplicateNotice } from '@/app/(site)/t/[id]/_parts/duplicate-notice';
import { loadThread } from '@/app/(site)/t/[id]/_parts/load-thread';
import { NewReplies } from '@/app/(site)/t/[id]/_parts/new-replies';
import { PostedDraft } from '@/app/(site)/t/[id]/_parts/posted-draft';
import { Question } from '@/app/(site)/t/[id]/_parts/question';
import { threadFacts } from '@/app/(site)/t/[id]/_parts/question-facts';
import { QuoteSelection } from '@/app/(site)/t/[id]/_parts/quote-selection';
import { firstNewOf, ReadingNoted } from '@/app/(site)/t/[id]/_parts/reading-marks';
import { RelatedThreads } from '@/app/(site)/t/[id]/_parts/related-threads';
import { rememberVisit } from '@/app/(site)/t/[id]/_parts/remember-visit';
import { ReplyForm } from '@/app/(site)/t/[id]/_parts/reply-form';
import { ReplyItem } from '@/app/(site)/t/[id]/_parts/reply-item';
import { SplitForm } from '@/app/(site)/t/[id]/_parts/split-form';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { firstReplyAfter, mergedHref, replyHref } from '@/lib/forum/page-queries';
import { quoteOf } from '@/lib/forum/quote-queries';
import { excerptOf } from '@/lib/forum/rules';
import { REPLY_MAX } from '@/lib/forum/schema';
import { readNumber } from '@/lib/reading/queries';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue, pageNumber } from '@/lib/web/page-number';
import { say, sayCount } from '@/lib/words/say';

type Given = string | string[] | undefined;
type Props = {
  params: Promise<{ id: string; slug: string }>;
  searchParams: Promise<{
    page?: Given;
    edit?: Given;
    reply?: Given;
    solved?: Given;
    unread?: Given;
    split?: Given;
    quote?: Given;
  }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = pageNumber((await searchParams).page);
  const { thread } = await loadThread((await params).id, page);
  const { words } = await pageWords();
  if (!thread) return { title: words.parts.notFound };
  const description = excerptOf(thread.body, 160);
  const { shopName } = await shopSettings();
  return {
    title: page > 1 ? say(words.thread.pageTitle, { title: thread.title, page }) : thread.title,
    description,
    ...pageCard(`${shopName} help`, {
      title: thread.title,
      description,
      href: listPage(thread.href, page),
      picture: `/t/${thread.id}/picture.png`,
      type: 'article',
    }),
    ...pageAddresses(listPage(thread.href, page), {
      href: `/t/${thread.id}/feed.xml`,
      title: say(words.thread.feed, { title: thread.title }),
    }),
    ...(thread.hidden ? { robots: { index: false } } : {}),
  };
}

export default async function ThreadPageView({ params, searchParams }: Props) {
  const { id, slug } = await params;
  const query = await searchParams;
  const page = pageNumber(query.page);
  const { actor, thread } = await loadThread(id, page);
  const wanted = oneValue(query.reply);
  if (!thread) {
    const lead = await mergedHref(id, actor);
    if (!lead) return <Missing />;
    if (wanted) redirect((await replyHref(wanted, actor)) ?? lead);
    permanentRedirect(lead);
  }
  if (wanted) redirect((await replyHref(wanted, actor)) ?? thread.href);
  const read = await readNumber(id, actor);
  if (oneValue(query.unread) === '1') {
    redirect((read === null ? null : await firstReplyAfter(id, read, actor)) ?? thread.href);
  }
  const here = page > 1 ? `${thread.href}?page=${page}` : thread.href;
  if (segmentText(slug) !== thread.slug) permanentRedirect(here);
  if (page > 1 && (page - 1) * thread.perPage >= thread.lastNumber) redirect(thread.href);
  if (actor) await rememberVisit(actor.id, id);
  const { timeZone } = await shopSettings();
  const { words: all, language } = await pageWords();
  const { parts, thread: words } = all;
  const editing = oneValue(query.edit);
  const quoted = oneValue(query.quote);
  const common = { now: now(), timeZone };
  const isSplitting = thread.can.curate && oneValue(query.split) === '1';
  const canQuote = thread.can.reply;
  const place = { threadId: id, here, threadHref: thread.href, isSplitting, canQuote, ...common };
  const isFirst = page === 1;
  const above = isFirst ? thread.accepted : [];
  const crumbs = [
    { href: '/forum', label: all.forum.forum },
    { href: `/forum/${encodeURIComponent(thread.category.slug)}`, label: thread.category.name },
  ];
  const { siteUrl } = config();
  const facts = threadFacts(thread, siteUrl);
  const firstNew = firstNewOf(thread, read, actor?.name);
  return (
    <PageBody width="reading">
      {oneValue(query.solved) === '1' ? <SolvedNotice words={parts} /> : null}
      {actor?.id === thread.authorId ? <PostedDraft title={thread.title} /> : null}
      {facts ? <JsonLd data={facts} /> : null}
      {facts ? (
        <JsonLd data={breadcrumbFacts(siteUrl, [...crumbs, { href: thread.href, label: thread.title }])} />
      ) : null}
      <PageHeader
        breadcrumbs={crumbs}
        breadcrumbsLabel={parts.breadcrumbs}
        title={thread.title}
        actions={<FollowButton kind="thread" id={id} actor={actor} words={parts} />}
        intro={
          <span className="flex flex-wrap items-center gap-2 text-[0.95rem]">
            <ThreadStateBadge state={thread.state} words={parts} />
            {thread.locked ? <Badge icon={<Lock aria-hidden />}>{parts.locked}</Badge> : null}
            {thread.total > 0 ? <span>{sayCount(parts.replies, thread.total, language)}</span> : null}
            {thread.duplicateCount > 0 ? (
              <span>{sayCount(words.asked, thread.duplicateCount, language)}</span>
            ) : null}
            {read !== null && read > 0 && read < thread.lastNumber ? (
              <Link href={`${thread.href}?unread=1`} prefetch={false} rel="nofollow" className="text-link">
                {words.firstUnread}
              </Link>
            ) : null}
            {isFirst ? null : (
              <Link href={thread.href} className="text-link">
                {say(words.onPage, { page })}
              </Link>
            )}
          </span>
        }
      />
      <div className="grid gap-4">
        {thread.hidden ? (
          <Notice tone="warn" title={words.hiddenTitle}>
            {words.hiddenText} <bdi>{thread.hidden.reason}</bdi>
          </Notice>
        ) : null}
        {thread.locked ? (
          <Notice title={words.lockedTitle}>
            <bdi>{thread.locked.reason || words.lockedText}</bdi>
          </Notice>
        ) : null}
        <DuplicateNotice thread={thread} />
        {thread.article ? (
          <Notice tone="accent" title={words.shortAnswer}>
            <Link href={`/faq/${encodeURIComponent(thread.article.slug)}`} className="text-link">
              <bdi>{thread.article.title}</bdi>
            </Link>
          </Notice>
        ) : null}
        {isFirst ? (
          <Question thread={thread} actor={actor} isEditing={editing === 'question'} {...common} />
        ) : null}
        {isSplitting ? (
          <SplitForm threadId={id} back={here} words={words.split} moment={words.moment} />
        ) : null}
        {above.length > 0 ? (
          <section aria-labelledby="solved" className="grid gap-3">
            <h2 id="solved" className="mt-4 text-[1.25rem]!">
              {above.length === 1 ? words.solvedBy : words.solvedBySeveral}
            </h2>
            {above.map((reply) => (
              <ReplyItem key={reply.id} reply={reply} isEditing={editing === reply.id} {...place} />
            ))}
          </section>
        ) : null}
        <h2 className="mt-4 text-[1.25rem]!">
          {thread.total === 0 ? words.noReply : sayCount(parts.replies, thread.total, language)}
        </h2>
        {thread.replies.length === 0 && thread.total > 0 ? (
          <p className="text-muted">{words.movedAway}</p>
        ) : null}
        <Conversation
          thread={thread}
          here={here}
          editing={editing}
          isSplitting={isSplitting}
          canQuote={canQuote}
          firstNew={firstNew}
          {...common}
        />
      </div>
      <Pagination
        page={page}
        perPage={thread.perPage}
        total={thread.lastNumber}
        hrefFor={(number) => (number === 1 ? thread.href : `${thread.href}?page=${number}`)}
        label={words.pages}
        words={parts}
      />
      <section
        id="reply"
        aria-label={words.replySection}
        className="mt-8 scroll-mt-20 border-t border-line pt-6"
        data-no-print
      >
        {thread.can.reply ? (
          <WritingWords words={all.writing} language={language}>
            <ReplyForm
              threadId={id}
              max={REPLY_MAX}
              quote={quoted ? await quoteOf(id, quoted, actor) : ''}
              solved={
                thread.state === 'solved'
                  ? {
                      isAsker: actor?.id === thread.authorId,
                      askHref: `/forum/new?category=${encodeURIComponent(thread.category.slug)}`,
                    }
                  : undefined
              }
            />
            <QuoteSelection />
          </WritingWords>
        ) : actor === null && !thread.locked ? (
          <p>
            <Sentence
              text={words.signInTo}
              places={{
                signIn: (
                  <Link href={`/sign-in?next=${encodeURIComponent(`${here}#reply`)}`} className="text-link">
                    {words.signIn}
                  </Link>
                ),
              }}
            />
          </p>
        ) : (
          <p className="text-muted">
            {thread.locked ? words.takesNone : words.takesNoneHidden}{' '}
            <Link href="/forum/new" className="text-link">
              {words.askNew}
            </Link>
          </p>
        )}
      </section>
      {actor ? <ReadingNoted thread={thread} /> : null}
      {thread.hidden ? null : (
        <NewReplies
          threadId={id}
          threadHref={thread.href}
          words={words.news}
          after={thread.lastNumber}
          page={page}
          perPage={thread.perPage}
        />
      )}
      {thread.hidden ? null : <RelatedThreads thread={thread} actor={actor} />}
    </PageBody>
  );
}
