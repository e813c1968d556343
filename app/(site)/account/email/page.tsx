import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { FormPage } from '@/app/_ui/form-page';
import { oneValue } from '@/lib/web/page-number';

export const metadata: Metadata = { title: 'New e-mail address', robots: { index: false, follow: false } };

type Props = { searchParams: Promise<{ state?: string | string[] }> };

const STATES = {
  stopped: { title: 'Stopped', words: 'The address of the account stays as it is.' },
  waiting: { title: 'Confirmed here', words: 'It changes as soon as the other mailbox confirms it, too.' },
  done: { title: 'Your address is changed', words: 'You sign in with the new one from now on.' },
};
const NOTHING = {
  title: 'Two mailboxes, one address',
  words: 'A change of address begins on your account page, and both mailboxes confirm it.',
};

/** What came of a mailed link about an address. */
export default async function EmailChangeDone({ searchParams }: Props) {
  const state = oneValue((await searchParams).state) ?? '';
  const { title, words } = Object.hasOwn(STATES, state) ? STATES[state as keyof typeof STATES] : NOTHING;
  return (
    <FormPage>
      <EmptyState isWholePage title={title} action={<ButtonLink href="/account">Your account</ButtonLink>}>
        {words}
      </EmptyState>
    </FormPage>
  );
}
