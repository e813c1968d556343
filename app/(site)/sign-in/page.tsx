import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Card } from '@/app/_ui/card';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { SignInForm } from '@/app/(site)/sign-in/sign-in-form';
import { SignUpForm } from '@/app/(site)/sign-in/sign-up-form';
import { afterSignIn } from '@/lib/accounts/rules';
import { PASSWORD_MIN } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = afterSignIn(oneValue((await searchParams).next));
  if (await currentActor()) redirect(next);
  return (
    <FormPage>
      <PageHeader
        title="Sign in"
        intro="No password needed: we mail you a link. If you are new, it makes your account, too."
      />
      <Card>
        <SignInForm next={next} />
      </Card>
      <SignUpForm next={next} passwordMin={PASSWORD_MIN} />
    </FormPage>
  );
}
