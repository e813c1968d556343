import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Sentence } from '@/app/_ui/sentence';
import { proveAddressAction } from '@/app/(site)/account/notifications/actions';
import { ChoicesForm } from '@/app/(site)/account/notifications/choices-form';
import { FollowedList } from '@/app/(site)/account/notifications/followed-list';
import { PushButton } from '@/app/(site)/account/notifications/push-button';
import { requireMember } from '@/lib/accounts/session';
import { followedAndMuted } from '@/lib/following/queries';
import { pushKeys } from '@/lib/notifications/push/push-keys';
import { notificationSettings } from '@/lib/notifications/queries';
import { KINDS, WAYS } from '@/lib/notifications/schema';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.notifications.choices.title, robots: { index: false } };
}

export default async function NotificationSettingsRoute() {
  const actor = await requireMember('/account/notifications');
  const [{ choices, email, bouncedOut }, followed] = await Promise.all([
    notificationSettings(actor),
    followedAndMuted(actor),
  ]);
  const spoken = await pageWords();
  const { account, notifications, parts } = spoken.words;
  const words = notifications.choices;
  return (
    <PageBody width="reading">
      <PageHeader
        breadcrumbs={[{ href: '/account', label: account.title }]}
        breadcrumbsLabel={parts.breadcrumbs}
        title={words.title}
        intro={words.intro}
        actions={
          <ButtonLink prefetch={false} href="/notifications">
            {words.list}
          </ButtonLink>
        }
      />
      <div className="grid gap-6">
        {bouncedOut ? (
          <Notice tone="warn" title={words.bouncedTitle}>
            <p>
              <Sentence
                text={words.bounced}
                places={{ email: <bdi className="font-semibold">{email}</bdi> }}
              />
            </p>
            <div className="mt-3">
              <ActionButton action={proveAddressAction} variant="secondary" pendingLabel={words.sending}>
                {words.mailLink}
              </ActionButton>
            </div>
          </Notice>
        ) : null}
        <Card>
          <h2 className="mb-2">{words.tellMe}</h2>
          <ChoicesForm
            ways={WAYS.map((way) => ({ way, label: words.ways[way] }))}
            lines={KINDS.map((kind) => ({ kind, label: words.kinds[kind], on: choices[kind] }))}
            saving={words.saving}
            save={words.save}
          />
        </Card>
        <Card>
          <h2 className="mb-2">{words.browser}</h2>
          <p className="mb-4 text-muted">{words.browserText}</p>
          <PushButton publicKey={pushKeys().publicKey} words={words.push} />
        </Card>
        <Card>
          <FollowedList {...followed} spoken={spoken} />
        </Card>
      </div>
    </PageBody>
  );
}
