import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Missing } from '@/app/(site)/_parts/missing';
import { withdrawalFor } from '@/lib/refunds/withdrawal/queries';
import { receivedWords } from '@/lib/refunds/withdrawal/rules';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import { say } from '@/lib/words/say';

// The address carries the key of this declaration, and nothing here is a form that needs an origin.
export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  const robots = { index: false, follow: false };
  return { title: words.withdrawal.doneTitle, robots, referrer: 'no-referrer' };
}

type Props = { searchParams: Promise<{ id?: string | string[]; key?: string | string[] }> };

/** The acknowledgement on the page, to print; the same goes by mail. */
export default async function WithdrawalDonePage({ searchParams }: Props) {
  const { id, key } = await searchParams;
  const [{ words, language }, done, { timeZone }] = await Promise.all([
    pageWords(),
    withdrawalFor(oneValue(id) ?? '', oneValue(key) ?? ''),
    shopSettings(),
  ]);
  if (!done) return <Missing />;
  const says = words.withdrawal;
  const facts = { time: receivedWords(done.receivedAt, language, timeZone), email: done.maskedEmail };
  return (
    <PageBody width="reading">
      <PageHeader
        title={says.doneTitle}
        intro={say(done.isMailed ? says.doneText : says.doneUnmailed, facts)}
      />
      <Card className="grid gap-4">
        <blockquote dir="auto" className="border-s-4 border-line ps-4 wrap-anywhere">
          {done.statement}
        </blockquote>
        <p className="text-muted">{say(says.number, { number: done.id })}</p>
        <p>{says.money}</p>
        <div>
          <ButtonLink href="/refund">{says.moneyButton}</ButtonLink>
        </div>
      </Card>
    </PageBody>
  );
}
