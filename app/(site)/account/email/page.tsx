import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.account.change.title, robots: { index: false, follow: false } };
}

type Props = { searchParams: Promise<{ state?: string | string[] }> };

const STATES = ['stopped', 'waiting', 'done'] as const;

/** What came of a mailed link about an address. */
export default async function EmailChangeDone({ searchParams }: Props) {
  const written = oneValue((await searchParams).state);
  const state = STATES.find((known) => known === written) ?? 'nothing';
  const words = (await pageWords()).words.account;
  const { title, text } = words.change[state];
  return (
    <FormPage>
      <EmptyState isWholePage title={title} action={<ButtonLink href="/account">{words.title}</ButtonLink>}>
        {text}
      </EmptyState>
    </FormPage>
  );
}
