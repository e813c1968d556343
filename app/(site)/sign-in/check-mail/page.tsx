import { MailCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { FormPage } from '@/app/_ui/form-page';
import { Notice } from '@/app/_ui/notice';
import { CodeForm } from '@/app/(site)/sign-in/check-mail/code-form';
import { LINK_MINUTES, NAME_MAX } from '@/lib/accounts/schema';
import { askedInBrowser } from '@/lib/asking/queries';
import { config } from '@/lib/config';
import { browserToken } from '@/lib/web/browser-holder';
import { pageWords } from '@/lib/web/language';
import { say } from '@/lib/words/say';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.signIn.checkTitle, robots: { index: false } };
}

export default async function CheckMailPage() {
  const asked = await askedInBrowser(await browserToken());
  const writesToFolder = config().smtpUrl === null;
  const words = (await pageWords()).words.signIn;
  return (
    <FormPage>
      {asked?.href ? (
        <Notice tone="info" title={words.posted} className="mb-6">
          <a href={asked.href} className="text-link">
            {words.toQuestion}
          </a>
        </Notice>
      ) : null}
      <Card>
        <div className="grid justify-items-center gap-4 text-center">
          <span className="inline-flex size-14 items-center justify-center rounded-2xl bg-accent-soft text-accent-text">
            <MailCheck aria-hidden className="size-7" />
          </span>
          <h1>{words.checkTitle}</h1>
          <p className="mb-6 max-w-md">
            {say(asked ? words.checkAsked : words.checkText, { n: LINK_MINUTES })}
          </p>
        </div>
        <CodeForm nameMax={NAME_MAX} button={asked ? words.postQuestion : words.title} words={words} />
      </Card>
      <p className="mt-6 text-[0.95rem] text-muted">{asked ? words.nothingThereAsked : words.nothingThere}</p>
      <div className="mt-3">
        <ButtonLink href={asked ? '/forum/new' : '/sign-in'}>
          {asked ? words.backToQuestion : words.anotherAddress}
        </ButtonLink>
      </div>
      {writesToFolder ? (
        <Notice tone="info" title={words.noMailTitle} className="mt-6">
          {words.noMailText}
        </Notice>
      ) : null}
    </FormPage>
  );
}
