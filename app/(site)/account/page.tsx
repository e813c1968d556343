import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { signOutAction, signOutEverywhereAction } from '@/app/(site)/account/actions';
import { Devices } from '@/app/(site)/account/devices';
import { PasswordForm } from '@/app/(site)/account/password-form';
import { ProfileForm } from '@/app/(site)/account/profile-form';
import { accountPage } from '@/lib/accounts/queries';
import { ABOUT_MAX, NAME_MAX, PASSWORD_MIN } from '@/lib/accounts/schema';
import { currentSessionId, requireMember } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { shopSettings } from '@/lib/settings/queries';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

export default async function AccountRoute() {
  const actor = await requireMember('/account');
  const [account, { timeZone }] = await Promise.all([
    accountPage(actor, await currentSessionId()),
    shopSettings(),
  ]);
  const profile = `/u/${encodeURIComponent(account.name)}`;
  return (
    <PageBody width="reading">
      <PageHeader
        title="Your account"
        intro={
          <>
            You sign in as <bdi className="font-semibold text-ink">{account.email}</bdi>. Only you and the
            shop see this address.
          </>
        }
        actions={
          <ActionButton action={signOutAction} variant="secondary" pendingLabel="Signing out…">
            Sign out
          </ActionButton>
        }
      />
      <div className="grid gap-6">
        <nav aria-label="Yours" className="flex flex-wrap gap-3">
          <ButtonLink href={profile}>My threads and profile</ButtonLink>
          <ButtonLink href="/account/notifications">What I am told</ButtonLink>
          <ButtonLink href="/refund">My orders and refunds</ButtonLink>
        </nav>
        <Card>
          <h2 className="mb-5">Profile</h2>
          <ProfileForm
            name={account.name}
            about={account.about}
            showsPurchases={account.showsPurchases}
            nameMax={NAME_MAX}
            aboutMax={ABOUT_MAX}
          />
        </Card>
        <Card>
          <h2>{account.hasPassword ? 'Change your password' : 'Set a password'}</h2>
          <p className="mt-1 mb-5 text-muted">
            {account.hasPassword
              ? 'All other devices are signed out when it changes.'
              : 'You sign in with mailed links. With a password you can also sign in when mail is slow.'}
          </p>
          <PasswordForm
            hasPassword={account.hasPassword}
            passwordMin={PASSWORD_MIN}
            email={account.email ?? ''}
          />
        </Card>
        <Card>
          <h2 className="mb-2">Devices</h2>
          <Devices devices={account.devices} now={now()} timeZone={timeZone} />
          <ConfirmDetails
            className="mt-4"
            label="Sign out everywhere…"
            question="Every device is signed out at once, this one too. You can sign in again at any time."
          >
            <ActionButton action={signOutEverywhereAction} variant="danger" pendingLabel="Signing out…">
              Sign out everywhere
            </ActionButton>
          </ConfirmDetails>
        </Card>
      </div>
    </PageBody>
  );
}
