import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { wasNotMeAction } from '@/app/(site)/account/not-me/actions';
import { isNotMeLink } from '@/lib/accounts/contact/not-me';
import { pageWords } from '@/lib/web/language';
import { setResponseStatus } from '@/lib/web/response-status';

// 'strict-origin' keeps the token out of every Referer and leaves the Origin header of the form alone.
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).words.account.notMe.title,
    robots: { index: false, follow: false },
    referrer: 'strict-origin',
  };
}

type Props = { params: Promise<{ token: string }> };

export default async function NotMeRoute({ params }: Props) {
  const { token } = await params;
  const { words: all } = await pageWords();
  const words = all.account;
  if (!(await isNotMeLink(token))) {
    setResponseStatus(410);
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title={words.linkGone}
          action={
            <ButtonLink href="/sign-in" variant="primary">
              {words.goSignIn}
            </ButtonLink>
          }
        >
          {all.refusals.notMeGone}
        </EmptyState>
      </FormPage>
    );
  }
  return (
    <FormPage>
      <PageHeader title={words.notMe.ask} intro={words.notMe.intro} />
      <Card>
        <ActionButton action={wasNotMeAction} fields={{ token }} variant="danger" pendingLabel={words.moment}>
          {words.notMe.button}
        </ActionButton>
      </Card>
    </FormPage>
  );
}
