import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink, buttonClasses } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { Notice } from '@/app/_ui/notice';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Avatar } from '@/app/_ui/person-name';
import { Sentence } from '@/app/_ui/sentence';
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
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.account.title, robots: { index: false } };
}

export default async function AccountRoute() {
  const actor = await requireMember('/account');
  const [account, { timeZone }] = await Promise.all([
    accountPage(actor, await currentSessionId()),
    shopSettings(),
  ]);
  const spoken = await pageWords();
  const words = spoken.words.account;
  const { remove: removePicture, ...pictureWords } = words.picture;
  const { summary: leaving, question: leavingText, ...deletionWords } = words.deletion;
  const profile = `/u/${encodeURIComponent(account.name)}`;
  return (
    <PageBody width="reading">
      <PageHeader
        title={words.title}
        intro={
          <Sentence
            text={words.intro}
            places={{ email: <bdi className="font-semibold text-ink">{account.email}</bdi> }}
          />
        }
        actions={
          <ActionButton action={signOutAction} variant="secondary" pendingLabel={words.signingOut}>
            {words.signOut}
          </ActionButton>
        }
      />
      <div className="grid gap-6">
        <nav aria-label={words.yours} className="flex flex-wrap gap-3">
          <ButtonLink href={profile}>{words.myProfile}</ButtonLink>
          <ButtonLink href="/account/notifications">{words.whatIAmTold}</ButtonLink>
          <ButtonLink href="/refund">{words.myOrders}</ButtonLink>
        </nav>
        {account.deletion ? (
          <Notice tone="warn" title={words.leaving.title}>
            <p className="mb-3">
              <Sentence
                text={account.deletion.keepTexts ? words.leaving.keepsTexts : words.leaving.removesTexts}
                places={{
                  date: (
                    <DateTime
                      at={account.deletion.dueAt}
                      timeZone={timeZone}
                      dateOnly
                      language={spoken.language}
                    />
                  ),
                }}
              />
            </p>
            <ActionButton action={keepAccountAction} pendingLabel={words.moment}>
              {words.leaving.keep}
            </ActionButton>
          </Notice>
        ) : null}
        <Card>
          <h2 className="mb-5">{words.profile}</h2>
          <div className="mb-6 flex flex-wrap items-start gap-x-5 gap-y-3">
            <Avatar name={account.name} size="large" src={account.picture} />
            <div className="min-w-0 flex-1 basis-56">
              <PictureForm words={pictureWords} />
              {account.picture ? (
                <div className="mt-2">
                  <ActionButton
                    action={removePictureAction}
                    variant="quiet"
                    size="small"
                    pendingLabel={words.moment}
                  >
                    {removePicture}
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
            words={words.profileForm}
          />
        </Card>
        <Card>
          <h2>{words.signingIn}</h2>
          <h3 className="mt-5">{words.address}</h3>
          <p className="mt-1 mb-4 text-muted">
            <Sentence
              text={words.addressText}
              places={{ email: <bdi className="wrap-anywhere">{account.email}</bdi> }}
            />
          </p>
          <EmailForm hasPassword={account.hasPassword} words={words.addressForm} />
          <h3 className="mt-8">{account.hasPassword ? words.changePassword : words.setPassword}</h3>
          <p className="mt-1 mb-4 text-muted">
            {account.hasPassword ? words.changePasswordText : words.setPasswordText}
          </p>
          <PasswordForm
            hasPassword={account.hasPassword}
            passwordMin={PASSWORD_MIN}
            email={account.email ?? ''}
            words={words.passwordForm}
          />
          {account.hasPassword ? (
            <div className="mt-3">
              <ActionButton
                action={forgotPasswordAction}
                variant="quiet"
                size="small"
                pendingLabel={words.moment}
              >
                {words.forgotPassword}
              </ActionButton>
            </div>
          ) : null}
          <h3 className="mt-8 mb-1">{words.devices.title}</h3>
          <Devices devices={account.devices} now={now()} timeZone={timeZone} spoken={spoken} />
          <ConfirmDetails
            className="mt-4"
            label={words.everywhere.summary}
            question={words.everywhere.question}
          >
            <ActionButton action={signOutEverywhereAction} variant="danger" pendingLabel={words.signingOut}>
              {words.everywhere.button}
            </ActionButton>
          </ConfirmDetails>
        </Card>
        <Card>
          <h2>{words.data}</h2>
          <p className="mt-1 mb-4 text-muted">{words.dataText}</p>
          {/* A plain link: the answer is a file, not a page. */}
          <a href="/account/export" download className={buttonClasses('secondary')}>
            {words.download}
          </a>
          {account.deletion || isOwner(actor) ? null : (
            <ConfirmDetails className="mt-4" label={leaving} question={leavingText}>
              <DeletionForm hasPassword={account.hasPassword} words={deletionWords} />
            </ConfirmDetails>
          )}
        </Card>
      </div>
    </PageBody>
  );
}
