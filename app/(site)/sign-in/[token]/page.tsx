import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { ConfirmForm } from '@/app/(site)/sign-in/[token]/confirm-form';
import { signInLinkPage } from '@/lib/accounts/queries';
import { NAME_MAX } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { askedByLink, waitingQuestion } from '@/lib/asking/queries';
import { plainText } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import { browserToken } from '@/lib/web/browser-holder';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';
import { say } from '@/lib/words/say';

// 'strict-origin' keeps the token out of every Referer like 'no-referrer' does, but leaves the Origin header of the form
// alone: with 'no-referrer' a browser sends "Origin: null", and the form would be refused where scripts are off.
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).words.signIn.title,
    robots: { index: false, follow: false },
    referrer: 'strict-origin',
  };
}

type Props = { params: Promise<{ token: string }> };

export default async function SignInLinkPage({ params }: Props) {
  const { token } = await params;
  const [link, actor, { shopName }, question, posted] = await Promise.all([
    browserToken().then((browser) => signInLinkPage(token, browser)),
    currentActor(),
    shopSettings(),
    waitingQuestion(token),
    askedByLink(token),
  ]);
  const { words: all } = await pageWords();
  const words = all.signIn;
  if (!link) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title={words.goneTitle}
          action={
            <ButtonLink href={posted ?? (question ? '/forum/new' : '/sign-in')} variant="primary">
              {posted ? words.goQuestion : question ? words.backToQuestion : words.askAgain}
            </ButtonLink>
          }
        >
          {posted ? words.gonePosted : all.refusals.linkUsed}
        </EmptyState>
      </FormPage>
    );
  }
  const isNew = link.name === null;
  return (
    <FormPage>
      <PageHeader
        title={isNew ? say(words.welcome, { shop: shopName }) : words.title}
        intro={
          isNew ? (
            <Sentence text={words.confirmed} places={{ email: <bdi>{link.email}</bdi> }} />
          ) : (
            <Sentence
              text={words.as}
              places={{
                name: <bdi className="font-semibold text-ink">{link.name}</bdi>,
                email: <bdi>{link.email}</bdi>,
              }}
            />
          )
        }
      />
      {actor && actor.email !== link.email ? (
        <Notice tone="warn" className="mb-5">
          <Sentence text={words.other} places={{ name: <bdi>{actor.name}</bdi> }} />
        </Notice>
      ) : null}
      {link.passwordDropped && isNew ? (
        <Notice tone="info" className="mb-5" title={words.droppedTitle}>
          {words.droppedText}
        </Notice>
      ) : null}
      {question ? (
        <section aria-label={words.question} className="mb-5 rounded-xl border border-line p-4">
          <p className="text-[0.92rem] text-muted">{words.questionText}</p>
          <p dir="auto" className="mt-2 font-semibold wrap-anywhere">
            {question.title}
          </p>
          <p dir="auto" className="mt-1 line-clamp-4 text-muted wrap-anywhere">
            {plainText(question.body, 300)}
          </p>
        </section>
      ) : null}
      <Card>
        <ConfirmForm
          token={token}
          isNew={isNew}
          isQuestion={question !== null}
          nameMax={NAME_MAX}
          words={words}
        />
      </Card>
    </FormPage>
  );
}
