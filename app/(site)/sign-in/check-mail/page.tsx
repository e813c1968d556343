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

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } };

export default async function CheckMailPage() {
  const asked = await askedInBrowser(await browserToken());
  const writesToFolder = config().smtpUrl === null;
  return (
    <FormPage>
      {asked?.href ? (
        <Notice tone="info" title="Your question is posted" className="mb-6">
          <a href={asked.href} className="text-link">
            Go to your question
          </a>
        </Notice>
      ) : null}
      <Card>
        <div className="grid justify-items-center gap-4 text-center">
          <span className="inline-flex size-14 items-center justify-center rounded-2xl bg-accent-soft text-accent-text">
            <MailCheck aria-hidden className="size-7" />
          </span>
          <h1>Check your mail</h1>
          <p className="mb-6 max-w-md">
            A mail with a link and a code is on its way. Open the link, or type the code here, within{' '}
            {LINK_MINUTES} minutes{asked ? ': then your question is posted.' : '.'}
          </p>
        </div>
        <CodeForm nameMax={NAME_MAX} button={asked ? 'Post my question' : 'Sign in'} />
      </Card>
      <p className="mt-6 text-[0.95rem] text-muted">
        Nothing there after a few minutes? Look into the spam folder, check the address for a slip, and ask
        again{asked ? '; what you wrote is kept in this browser' : ''}. One address gets at most three mails
        an hour.
      </p>
      <div className="mt-3">
        <ButtonLink href={asked ? '/forum/new' : '/sign-in'}>
          {asked ? 'Back to the question' : 'Use another address'}
        </ButtonLink>
      </div>
      {writesToFolder ? (
        <Notice tone="info" title="This site does not send mail yet" className="mt-6">
          No mail server is set (SMTP_URL), so each mail is written into the folder “outbox” of the data
          folder. The owner reads them in the desk, under Mail.
        </Notice>
      ) : null}
    </FormPage>
  );
}
