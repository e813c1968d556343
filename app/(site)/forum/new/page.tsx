import type { Metadata } from 'next';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { readMatches } from '@/app/(site)/_parts/read-matches';
import { WritingWords } from '@/app/(site)/forum/_parts/writing-words';
import { AskForm } from '@/app/(site)/forum/new/ask-form';
import { currentActor } from '@/lib/accounts/session';
import { ownOrders } from '@/lib/asking/queries';
import { refusalWords } from '@/lib/asking/schema';
import { categoryChoices } from '@/lib/categories/queries';
import { readDraft } from '@/lib/drafts/queries';
import { personHolder } from '@/lib/drafts/rules';
import { BODY_MAX, TITLE_MAX } from '@/lib/forum/schema';
import { similarAnswers } from '@/lib/search/similar-answers';
import { cleanLine } from '@/lib/text';
import { browserHolder } from '@/lib/web/browser-holder';
import { pageWords } from '@/lib/web/language';
import { oneValue } from '@/lib/web/page-number';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).words.asking.title, robots: { index: false } };
}

type Given = string | string[] | undefined;
type Props = { searchParams: Promise<{ title?: Given; category?: Given; tags?: Given; refused?: Given }> };

/** Prefilled from an address: one clean line of bounded length. */
function prefill(raw: Given, max: number): string {
  return cleanLine((oneValue(raw) ?? '').slice(0, max * 2)).slice(0, max);
}

export default async function AskPage({ searchParams }: Props) {
  const query = await searchParams;
  const actor = await currentActor();
  const holder = actor ? personHolder(actor.id) : await browserHolder();
  const [categories, draft, orders] = await Promise.all([
    categoryChoices(),
    holder === null ? null : readDraft(holder, 'new-thread'),
    ownOrders(actor),
  ]);
  const kept = draft?.fields;
  const asked = prefill(query.title, TITLE_MAX);
  // An address with another title begins another question; the kept one waits.
  const back = kept && (asked === '' || asked === prefill(kept.title, TITLE_MAX)) ? kept : undefined;
  const title = back ? prefill(back.title, TITLE_MAX) : asked;
  const {
    body = '',
    tags = prefill(query.tags, 150),
    orderNumber = '',
    address = '',
    note = '',
    privateFiles = '',
  } = back ?? {};
  const wanted = prefill(back?.category ?? query.category, 100);
  const category = categories.find(({ slug }) => slug === wanted)?.slug ?? 'general';
  const matches =
    title.length < 6 ? [] : readMatches({ answers: await similarAnswers({ title, body: '' }, actor) });
  const { words, language } = await pageWords();
  return (
    <PageBody width="reading">
      <PageHeader
        breadcrumbs={[{ href: '/forum', label: words.forum.forum }]}
        breadcrumbsLabel={words.parts.breadcrumbs}
        title={words.asking.title}
        intro={words.asking.intro}
      />
      <WritingWords words={words.writing} language={language}>
        <AskForm
          words={words.asking}
          categories={categories}
          initial={{ title, body, category, tags, orderNumber, address, note, privateFiles }}
          orders={orders}
          refusal={refusalWords(oneValue(query.refused))}
          matches={matches}
          isSignedIn={actor !== null}
          titleMax={TITLE_MAX}
          bodyMax={BODY_MAX}
        />
      </WritingWords>
    </PageBody>
  );
}
