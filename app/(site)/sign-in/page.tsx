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
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.signIn.title, robots: { index: false } };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = afterSignIn(oneValue((await searchParams).next));
  if (await currentActor()) redirect(next);
  const words = (await pageWords()).words.signIn;
  return (
    <FormPage>
      <PageHeader
        title={words.title}
        intro={next === '/' ? words.intro : `${words.intro} ${words.comeBack}`}
      />
      <Card>
        <SignInForm next={next} words={words} />
      </Card>
      <SignUpForm next={next} passwordMin={PASSWORD_MIN} words={words} />
    </FormPage>
  );
}
