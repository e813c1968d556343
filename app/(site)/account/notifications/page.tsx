import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { proveAddressAction } from '@/app/(site)/account/notifications/actions';
import { ChoicesForm } from '@/app/(site)/account/notifications/choices-form';
import { FollowedList } from '@/app/(site)/account/notifications/followed-list';
import { PushButton } from '@/app/(site)/account/notifications/push-button';
import { requireMember } from '@/lib/accounts/session';
import { followedAndMuted } from '@/lib/following/queries';
import { pushKeys } from '@/lib/notifications/push/push-keys';
import { notificationSettings } from '@/lib/notifications/queries';
import { KINDS, kindWords, WAYS, wayWords } from '@/lib/notifications/schema';

export const metadata: Metadata = { title: 'What you are told', robots: { index: false } };

export default async function NotificationSettingsRoute() {
  const actor = await requireMember('/account/notifications');
  const [{ choices, email, bouncedOut }, followed] = await Promise.all([
    notificationSettings(actor),
    followedAndMuted(actor),
  ]);
  return (
    <PageBody width="reading">
      <PageHeader
        breadcrumbs={[{ href: '/account', label: 'Your account' }]}
        title="What you are told"
        intro="One mail a day about a thread at most, until you come and look. Every mail has a link that stops it."
        actions={
          <ButtonLink prefetch={false} href="/notifications">
            Your notifications
          </ButtonLink>
        }
      />
      <div className="grid gap-6">
        {bouncedOut ? (
          <Notice tone="warn" title="Your address does not take our mail">
            <p>
              Mails to <bdi className="font-semibold">{email}</bdi> came back several times, so we stopped
              sending news. If it works again, open the link in a mail that we send you now.
            </p>
            <div className="mt-3">
              <ActionButton action={proveAddressAction} variant="secondary" pendingLabel="Sending…">
                Mail me a link
              </ActionButton>
            </div>
          </Notice>
        ) : null}
        <Card>
          <h2 className="mb-2">Tell me</h2>
          <ChoicesForm
            ways={WAYS.map((way) => ({ way, label: wayWords[way] }))}
            lines={KINDS.map((kind) => ({ kind, label: kindWords[kind], on: choices[kind] }))}
          />
        </Card>
        <Card>
          <h2 className="mb-2">In this browser</h2>
          <p className="mb-4 text-muted">
            Your browser can show news while no page of ours is open. It gets the title and an address,
            nothing else.
          </p>
          <PushButton publicKey={pushKeys().publicKey} />
        </Card>
        <Card>
          <FollowedList {...followed} />
        </Card>
      </div>
    </PageBody>
  );
}
