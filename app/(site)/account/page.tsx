import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink, buttonClasses } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Avatar } from '@/app/_ui/person-name';
import { DateTime } from '@/app/_ui/time-ago';
import {
  forgotPasswordAction,
  keepAccountAction,
  removePictureAction,
  signOutAction,
  signOutEverywhereAction,
} from '@/app/(site)/account/actions';
import { DeletionForm } from '@/app/(site)/account/deletion-form';
import { Devices } from '@/app/(site)/account/devices';
import { EmailForm } from '@/app/(site)/account/email-form';
import { PasswordForm } from '@/app/(site)/account/password-form';
import { PictureForm } from '@/app/(site)/account/picture-form';
import { ProfileForm } from '@/app/(site)/account/profile-form';
import { isOwner } from '@/lib/accounts/policy';
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
        {account.deletion ? (
          <Notice tone="warn" title="Your account is on its way out">
            <p className="mb-3">
              It is deleted on <DateTime at={account.deletion.dueAt} timeZone={timeZone} dateOnly />;{' '}
              {account.deletion.keepTexts
                ? 'what you wrote stays, without your name.'
                : 'what you wrote is removed as well.'}
            </p>
            <ActionButton action={keepAccountAction} pendingLabel="One moment…">
              Keep my account
            </ActionButton>
          </Notice>
        ) : null}
        <Card>
          <h2 className="mb-5">Profile</h2>
          <div className="mb-6 flex flex-wrap items-start gap-x-5 gap-y-3">
            <Avatar name={account.name} size="large" src={account.picture} />
            <div className="min-w-0 flex-1 basis-56">
              <PictureForm />
              {account.picture ? (
                <div className="mt-2">
                  <ActionButton action={removePictureAction} variant="quiet" size="small">
                    Remove my picture
                  </ActionButton>
                </div>
              ) : null}
            </div>
          </div>
          <ProfileForm
            name={account.name}
            about={account.about}
            showsPurchases={account.showsPurchases}
            nameMax={NAME_MAX}
            aboutMax={ABOUT_MAX}
          />
        </Card>
        <Card>
          <h2>Signing in</h2>
          <h3 className="mt-5">E-mail address</h3>
          <p className="mt-1 mb-4 text-muted">
            Now <bdi className="wrap-anywhere">{account.email}</bdi>. Another one counts once both mailboxes
            confirmed it.
          </p>
          <EmailForm hasPassword={account.hasPassword} />
          <h3 className="mt-8">{account.hasPassword ? 'Change your password' : 'Set a password'}</h3>
          <p className="mt-1 mb-4 text-muted">
            {account.hasPassword
              ? 'All other devices are signed out when it changes.'
              : 'You sign in with mailed links. With a password you can also sign in when mail is slow.'}
          </p>
          <PasswordForm
            hasPassword={account.hasPassword}
            passwordMin={PASSWORD_MIN}
            email={account.email ?? ''}
          />
          {account.hasPassword ? (
            <div className="mt-3">
              <ActionButton action={forgotPasswordAction} variant="quiet" size="small">
                I forgot my password
              </ActionButton>
            </div>
          ) : null}
          <h3 className="mt-8 mb-1">Devices</h3>
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
        <Card>
          <h2>Your data</h2>
          <p className="mt-1 mb-4 text-muted">
            Everything that is kept about you, as one file: what you wrote, followed and bought, and your
            pictures.
          </p>
          {/* A plain link: the answer is a file, not a page. */}
          <a href="/account/export" download className={buttonClasses('secondary')}>
            Download my data
          </a>
          {account.deletion || isOwner(actor) ? null : (
            <ConfirmDetails
              className="mt-4"
              label="Delete my account…"
              question="You have 14 days to change your mind: until then everything stays as it is. Orders and refunds are kept as long as the law asks the shop to."
            >
              <DeletionForm hasPassword={account.hasPassword} />
            </ConfirmDetails>
          )}
        </Card>
      </div>
    </PageBody>
  );
}
