import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { ConfirmForm } from '@/app/(site)/sign-in/[token]/confirm-form';
import { signInLinkPage } from '@/lib/accounts/queries';
import { confirmWords, NAME_MAX } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { askedByLink, waitingQuestion } from '@/lib/asking/queries';
import { plainText } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import { browserToken } from '@/lib/web/browser-holder';
import { setResponseStatus } from '@/lib/web/response-status';

// 'strict-origin' keeps the token out of every Referer like 'no-referrer' does, but leaves the Origin header of the form
// alone: with 'no-referrer' a browser sends "Origin: null", and the form would be refused where scripts are off.
export const metadata: Metadata = {
  title: 'Sign in',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
};

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
  if (!link) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title="This link does not work any more"
          action={
            <ButtonLink href={posted ?? (question ? '/forum/new' : '/sign-in')} variant="primary">
              {posted ? 'Go to the question' : question ? 'Back to the question' : 'Ask for a new link'}
            </ButtonLink>
          }
        >
          {posted ? 'The question that it belongs to is posted.' : confirmWords['link-gone']}
        </EmptyState>
      </FormPage>
    );
  }
  const isNew = link.name === null;
  return (
    <FormPage>
      <PageHeader
        title={isNew ? <>Welcome to {shopName}</> : 'Sign in'}
        intro={
          isNew ? (
            <>
              Your address <bdi>{link.email}</bdi> is confirmed. One thing is left: the name others see.
            </>
          ) : (
            <>
              As <bdi className="font-semibold text-ink">{link.name}</bdi> (<bdi>{link.email}</bdi>).
            </>
          )
        }
      />
      {actor && actor.email !== link.email ? (
        <Notice tone="warn" className="mb-5">
          You are signed in as <bdi>{actor.name}</bdi> now; going on signs that account out here.
        </Notice>
      ) : null}
      {link.passwordDropped && isNew ? (
        <Notice tone="info" className="mb-5" title="The password chosen at sign-up is not used">
          It was chosen in another browser, and we cannot know that this was you. You can choose one in your
          account at any time.
        </Notice>
      ) : null}
      {question ? (
        <section aria-label="Your question" className="mb-5 rounded-xl border border-line p-4">
          <p className="text-[0.92rem] text-muted">
            This question is posted with it. Not yours? Then somebody mistyped their address: close this page.
          </p>
          <p dir="auto" className="mt-2 font-semibold wrap-anywhere">
            {question.title}
          </p>
          <p dir="auto" className="mt-1 line-clamp-4 text-muted wrap-anywhere">
            {plainText(question.body, 300)}
          </p>
        </section>
      ) : null}
      <Card>
        <ConfirmForm token={token} isNew={isNew} isQuestion={question !== null} nameMax={NAME_MAX} />
      </Card>
    </FormPage>
  );
}
