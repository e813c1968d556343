import { MailCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { FormPage } from '@/app/_ui/form-page';
import { Notice } from '@/app/_ui/notice';
import { LINK_MINUTES } from '@/lib/accounts/schema';
import { config } from '@/lib/config';

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } };

export default function CheckMailPage() {
  const writesToFolder = config().smtpUrl === null;
  return (
    <FormPage>
      <Card className="grid justify-items-center gap-4 py-10! text-center">
        <span className="inline-flex size-14 items-center justify-center rounded-2xl bg-accent-soft text-accent-text">
          <MailCheck aria-hidden className="size-7" />
        </span>
        <h1>Check your mail</h1>
        <p className="max-w-md">
          A mail with a link is on its way. Open the link within {LINK_MINUTES} minutes; you can leave this
          page.
        </p>
        <p className="max-w-md text-[0.95rem] text-muted">
          Nothing there after a few minutes? Look into the spam folder, check the address for a slip, and ask
          again. One address gets at most three mails an hour.
        </p>
        <ButtonLink href="/sign-in">Use another address</ButtonLink>
      </Card>
      {writesToFolder ? (
        <Notice tone="info" title="This site does not send mail yet" className="mt-6">
          No mail server is set (SMTP_URL), so each mail is written into the folder “outbox” of the data
          folder. The owner reads them in the desk, under Mail.
        </Notice>
      ) : null}
    </FormPage>
  );
}
