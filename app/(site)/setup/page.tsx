import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { SetUpForm } from '@/app/(site)/setup/set-up-form';
import { setUpState } from '@/lib/accounts/queries';
import { NAME_MAX, PASSWORD_MIN } from '@/lib/accounts/schema';
import { SHOP_NAME_MAX } from '@/lib/settings/schema';
import { oneValue } from '@/lib/web/page-number';

// The address carries the token: it goes into no Referer (see the page of the sign-in link for why not 'no-referrer').
export const metadata: Metadata = {
  title: 'Set up',
  robots: { index: false, follow: false },
  referrer: 'strict-origin',
};

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function SetUpPage({ searchParams }: Props) {
  const token = oneValue((await searchParams).token) ?? '';
  const state = await setUpState(token);
  if (state === 'done') {
    return (
      <FormPage>
        <EmptyState
          isWholePage
          title="This shop is set up"
          action={
            <ButtonLink href="/sign-in?next=/desk" variant="primary">
              Sign in
            </ButtonLink>
          }
        >
          It has its owner, and there is one only.
        </EmptyState>
      </FormPage>
    );
  }
  if (state === 'token-wrong') {
    return (
      <FormPage>
        <EmptyState isWholePage title="Open the set-up link">
          The server prints a one-time link each time it starts, as long as there is no owner. Look at the end
          of its output, and open the newest one.
        </EmptyState>
      </FormPage>
    );
  }
  return (
    <FormPage>
      <PageHeader
        title="Turn the light on"
        intro="A minute, and your shop has its help centre. Everything here can be changed later."
      />
      <Card>
        <SetUpForm token={token} passwordMin={PASSWORD_MIN} nameMax={NAME_MAX} shopNameMax={SHOP_NAME_MAX} />
      </Card>
    </FormPage>
  );
}
