import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/app/_ui/button';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { dayIn } from '@/app/_ui/time-words';
import { Missing } from '@/app/(site)/_parts/missing';
import { pageAddresses } from '@/app/(site)/_parts/page-addresses';
import { pageCard } from '@/app/(site)/_parts/page-card';
import { currentActor } from '@/lib/accounts/session';
import { digestPage, neighbours } from '@/lib/digests/queries';
import { DigestDate } from '@/lib/digests/schema';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import type { Language } from '@/lib/words/languages';

type Props = { params: Promise<{ date: string }> };

async function findDigest({ params }: Props) {
  const date = DigestDate.safeParse((await params).date);
  return date.success ? await digestPage(date.data, await currentActor()) : null;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [digest, { words }] = await Promise.all([findDigest(props), pageWords()]);
  if (!digest) return { title: words.parts.notFound };
  const { title, date } = digest;
  const { shopName } = await shopSettings();
  const href = `/digests/${date}`;
  return {
    title: `${title} (${date})`,
    ...pageAddresses(href, { href: '/digests/feed.xml', title: words.digests.title }),
    ...pageCard(`${shopName} help`, { title, href, type: 'article' }),
  };
}

export default async function DigestPage(props: Props) {
  const digest = await findDigest(props);
  if (!digest) return <Missing />;
  const [{ earlier, later }, { timeZone }, { words: all, language }] = await Promise.all([
    neighbours(digest.date),
    shopSettings(),
    pageWords(),
  ]);
  const { digests: words, parts } = all;
  const day = dayIn(digest.date, language);
  return (
    <PageBody width="reading">
      <article>
        <PageHeader
          breadcrumbs={[{ href: '/digests', label: words.title }]}
          breadcrumbsLabel={parts.breadcrumbs}
          title={digest.title}
          intro={
            <Sentence text={parts.digest.of} places={{ day: <time dateTime={digest.date}>{day}</time> }} />
          }
          actions={
            digest.can.edit ? (
              <ButtonLink href={`/desk/digests/${digest.date}`} variant="quiet">
                {words.edit}
              </ButtonLink>
            ) : null
          }
        />
        <Prose html={digest.html} />
        <p className="mt-8 text-[0.9rem] text-muted">
          <Sentence
            text={words.published}
            places={{ when: <DateTime at={digest.publishedAt} timeZone={timeZone} language={language} /> }}
          />
        </p>
      </article>
      <nav
        aria-label={words.others}
        className="mt-8 flex flex-wrap justify-between gap-3 border-t border-line pt-5"
      >
        {earlier ? <Neighbour date={earlier} label={words.before} language={language} back /> : <span />}
        {later ? <Neighbour date={later} label={words.after} language={language} /> : null}
      </nav>
    </PageBody>
  );
}

type NeighbourProps = { date: string; label: string; language: Language; back?: boolean };

function Neighbour({ date, label, language, back }: NeighbourProps) {
  return (
    <Link
      href={`/digests/${date}`}
      rel={back ? 'prev' : 'next'}
      className="inline-flex min-h-11 items-center gap-2 rounded-lg px-2 hover:bg-accent-soft"
    >
      {back ? <ChevronLeft aria-hidden className="size-5 text-muted rtl:-scale-x-100" /> : null}
      <span>
        <span className="block text-[0.85rem] text-muted">{label}</span>
        <span className="block font-semibold">{dayIn(date, language)}</span>
      </span>
      {back ? null : <ChevronRight aria-hidden className="size-5 text-muted rtl:-scale-x-100" />}
    </Link>
  );
}
