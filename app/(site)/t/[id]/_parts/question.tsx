import { Check, Hand, Pencil, RotateCcw } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { TagLinks } from '@/app/(site)/forum/_parts/tag-links';
import { WritingWords } from '@/app/(site)/forum/_parts/writing-words';
import { SameProblem } from '@/app/(site)/t/[id]/_parts/curation-tools';
import { EditThreadForm } from '@/app/(site)/t/[id]/_parts/edit-forms';
import { FlagDetails } from '@/app/(site)/t/[id]/_parts/flag-details';
import { Folded } from '@/app/(site)/t/[id]/_parts/folded';
import { MoneyBack } from '@/app/(site)/t/[id]/_parts/money-back';
import { PostByline } from '@/app/(site)/t/[id]/_parts/post-byline';
import { PrivateDetails } from '@/app/(site)/t/[id]/_parts/private-details';
import { QuoteLink } from '@/app/(site)/t/[id]/_parts/quote-link';
import { StaffBar } from '@/app/(site)/t/[id]/_parts/staff-bar';
import { meTooAction } from '@/app/(site)/t/[id]/[slug]/actions';
import { reopenThreadAction } from '@/app/(site)/t/[id]/[slug]/solution-actions';
import type { Actor } from '@/lib/accounts/schema';
import { categoryChoices } from '@/lib/categories/queries';
import type { ThreadPage } from '@/lib/forum/page-queries';
import { BODY_MAX } from '@/lib/forum/schema';
import { renderMarkdown } from '@/lib/markdown';
import { pageWords } from '@/lib/web/language';
import { sayCount } from '@/lib/words/say';

type Props = { thread: ThreadPage; actor: Actor | null; isEditing: boolean; now: Date; timeZone: string };

/** The question with what can be done about it. */
export async function Question({ thread, actor, isEditing, now, timeZone }: Props) {
  const { words: all, language } = await pageWords();
  const words = all.thread;
  return (
    <>
      <Card
        id="question"
        className="relative scroll-mt-24"
        data-post="question"
        data-place="question"
        data-post-by={thread.author.name}
        data-post-href={`/t/${thread.id}`}
      >
        {/* What its writer made a heading begins at h3: this is what it stands below. */}
        <h2 className="sr-only">{words.history.question}</h2>
        <PostByline
          author={thread.author}
          createdAt={thread.createdAt}
          editedAt={thread.editedAt}
          historyHref={`${thread.href}/history`}
          href={thread.href}
          now={now}
          timeZone={timeZone}
        />
        <div className="mt-4">
          {isEditing && thread.can.edit ? (
            <WritingWords words={all.writing} language={language}>
              <EditThreadForm
                thread={{
                  id: thread.id,
                  title: thread.title,
                  body: thread.body,
                  category: thread.category.slug,
                  tags: thread.tags.map((tag) => tag.name).join(', '),
                }}
                categories={await categoryChoices()}
                back={thread.href}
                max={BODY_MAX}
              />
            </WritingWords>
          ) : (
            <Folded aside={thread.aside}>
              <Prose html={renderMarkdown(thread.body)} />
            </Folded>
          )}
        </div>
        {thread.tags.length > 0 ? (
          <div className="mt-3">
            <TagLinks tags={thread.tags} label={words.tags} />
          </div>
        ) : null}
        {thread.sourceUrl ? (
          <p className="mt-3 text-[0.9rem] text-muted">
            <Sentence
              text={words.firstAsked}
              places={{
                elsewhere: (
                  <a href={thread.sourceUrl} rel="nofollow ugc noopener" className="text-link">
                    {words.elsewhere}
                  </a>
                ),
              }}
            />
          </p>
        ) : null}
        <PrivateDetails threadId={thread.id} askerId={thread.authorId} actor={actor} />
        {isEditing && thread.can.edit ? null : <QuestionActs thread={thread} actor={actor} />}
      </Card>
      <MoneyBack thread={thread} actor={actor} now={now} />
      <StaffBar thread={thread} actor={actor} />
    </>
  );
}

type ActsProps = { thread: ThreadPage; actor: Actor | null };

async function QuestionActs({ thread, actor }: ActsProps) {
  const { can, id, meTooCount } = thread;
  const canQuote = can.reply;
  const canReopen = can.reopen && thread.state === 'solved';
  // Whoever signs in could; who comes is the same for all of them, so the page stays nobody's in particular.
  const couldMeToo = actor === null && !thread.locked && !thread.hidden;
  const canAct =
    can.meToo || couldMeToo || canReopen || canQuote || can.edit || can.markDuplicate || can.flag;
  if (!canAct && meTooCount === 0) return null;
  const { words: all, language } = await pageWords();
  const words = all.thread;
  return (
    <div className="mt-4 flex flex-wrap items-start gap-2" data-no-print>
      {can.meToo ? (
        <ActionButton
          action={meTooAction}
          at="#question"
          pendingLabel={words.moment}
          fields={{ threadId: id, meToo: thread.saidMeToo ? 'off' : 'on' }}
          variant="secondary"
          size="small"
        >
          {thread.saidMeToo ? <Check aria-hidden /> : <Hand aria-hidden />}
          {thread.saidMeToo ? words.haveThis : words.sayHaveThis}
          {meTooCount > 0 ? ` · ${meTooCount}` : ''}
        </ActionButton>
      ) : couldMeToo ? (
        <ButtonLink
          href={`/sign-in?next=${encodeURIComponent(thread.href)}`}
          variant="secondary"
          size="small"
          rel="nofollow"
          prefetch={false}
        >
          <Hand aria-hidden />
          {words.sayHaveThis}
          {meTooCount > 0 ? ` · ${meTooCount}` : ''}
          <span className="sr-only"> {words.signInFirst}</span>
        </ButtonLink>
      ) : meTooCount > 0 ? (
        <p className="flex min-h-11 items-center gap-2 text-[0.92rem] text-muted">
          <Hand aria-hidden className="size-4" />
          {sayCount(words.othersHaveThis, meTooCount, language)}
        </p>
      ) : null}
      {canReopen ? (
        <ActionButton
          action={reopenThreadAction}
          at="#question"
          fields={{ threadId: id }}
          variant="quiet"
          size="small"
          pendingLabel={words.moment}
        >
          <RotateCcw aria-hidden />
          {words.reopen}
        </ActionButton>
      ) : null}
      {canQuote ? <QuoteLink post="question" here={thread.href} label={words.quote} /> : null}
      {can.edit ? (
        <ButtonLink href={`${thread.href}?edit=question`} variant="quiet" size="small" rel="nofollow">
          <Pencil aria-hidden />
          {words.edit}
        </ButtonLink>
      ) : null}
      {can.moderate ? null : <SameProblem thread={thread} actor={actor} />}
      {can.flag && !can.moderate ? <FlagDetails kind="thread" id={id} /> : null}
    </div>
  );
}
