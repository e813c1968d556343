import type { Metadata } from 'next';
import { Card } from '@/app/_ui/card';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { keptWithdrawal } from '@/app/(site)/withdraw/kept';
import { WithdrawalForm } from '@/app/(site)/withdraw/withdrawal-form';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  return { title: words.withdrawal.function };
}

/** The function that Directive (EU) 2023/2673 asks for: easy to find, without an account, in two steps. */
export default async function WithdrawPage() {
  const { words } = await pageWords();
  const { name, contract, contractHint, email, next } = words.withdrawal;
  return (
    <PageBody width="reading">
      <PageHeader title={words.withdrawal.function} intro={words.withdrawal.intro} />
      <Card>
        <WithdrawalForm
          moment={words.thread.moment}
          words={{ name, contract, contractHint, email, next }}
          typed={await keptWithdrawal()}
        />
      </Card>
    </PageBody>
  );
}
