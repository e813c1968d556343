import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { confirmWithdrawalAction } from '@/app/(site)/withdraw/actions';
import { keptWithdrawal } from '@/app/(site)/withdraw/kept';
import { pageWords } from '@/lib/web/language';
import { say } from '@/lib/words/say';

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  return { title: words.withdrawal.reviewTitle, robots: { index: false, follow: false } };
}

/** The second step: what is declared, and the one button that declares it. */
export default async function ConfirmWithdrawalPage() {
  const [{ words }, typed] = await Promise.all([pageWords(), keptWithdrawal()]);
  const says = words.withdrawal;
  if (!typed) {
    return (
      <PageBody width="reading">
        <EmptyState
          isWholePage
          title={says.goneTitle}
          action={<ButtonLink href="/withdraw">{says.function}</ButtonLink>}
        >
          {says.goneText}
        </EmptyState>
      </PageBody>
    );
  }
  return (
    <PageBody width="reading">
      <PageHeader title={says.reviewTitle} intro={says.reviewIntro} />
      <Card className="grid gap-5">
        <blockquote dir="auto" className="border-s-4 border-line ps-4 text-[1.05rem] wrap-anywhere">
          {say(says.statement, { name: typed.name, contract: typed.contract })}
        </blockquote>
        <p className="text-muted">
          {says.email}: <bdi className="wrap-anywhere text-ink">{typed.email}</bdi>
        </p>
        <div className="flex flex-wrap items-start gap-3">
          <ActionButton action={confirmWithdrawalAction} size="large" pendingLabel={words.thread.moment}>
            {says.confirm}
          </ActionButton>
          <ButtonLink href="/withdraw" size="large">
            {says.change}
          </ButtonLink>
        </div>
      </Card>
    </PageBody>
  );
}
