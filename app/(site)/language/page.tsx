import { Check } from 'lucide-react';
import type { Metadata } from 'next';
import { ActionButton } from '@/app/_ui/action-button';
import { FormPage } from '@/app/_ui/form-page';
import { PageHeader } from '@/app/_ui/page-header';
import { chooseLanguageAction } from '@/app/(site)/language/actions';
import { sameOriginPath } from '@/lib/safe-path';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';
import { LANGUAGE_NAMES, LANGUAGES } from '@/lib/words/languages';

export async function generateMetadata(): Promise<Metadata> {
  const { words } = await pageWords();
  return { title: words.language.title, robots: { index: false } };
}

type Props = { searchParams: Promise<{ back?: string | string[] }> };

/** Choosing the language: a button each, in its own words. */
export default async function LanguagePage({ searchParams }: Props) {
  const { words, language } = await pageWords();
  const back = sameOriginPath(oneValue((await searchParams).back) ?? '/', '/');
  return (
    <FormPage>
      <PageHeader title={words.language.title} intro={words.language.intro} />
      <ul className="grid gap-3">
        {LANGUAGES.map((each) => (
          <li key={each} lang={each}>
            <ActionButton
              action={chooseLanguageAction}
              fields={{ language: each, back }}
              variant={each === language ? 'primary' : 'secondary'}
              pendingLabel={`${LANGUAGE_NAMES[each]} …`}
            >
              {each === language ? <Check aria-hidden /> : null}
              {LANGUAGE_NAMES[each]}
              {each === language ? <span className="sr-only">, {words.language.chosen}</span> : null}
            </ActionButton>
          </li>
        ))}
      </ul>
    </FormPage>
  );
}
