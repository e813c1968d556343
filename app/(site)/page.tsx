import { BookOpen } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card } from '@/app/_ui/card';
import { Hero } from '@/app/_ui/hero';
import { InEnglish } from '@/app/_ui/in-english';
import { PageBody } from '@/app/_ui/page-body';
import { SearchBox } from '@/app/_ui/search-box';
import { DigestSlot } from '@/app/(site)/_parts/digest-slot';
import { JsonLd } from '@/app/(site)/_parts/json-ld';
import { pageAddresses } from '@/app/(site)/_parts/page-addresses';
import { pageCard } from '@/app/(site)/_parts/page-card';
import { popularWords } from '@/app/(site)/_parts/popular-words';
import { ThreadLine } from '@/app/(site)/_parts/thread-line';
import { ThreeDoors } from '@/app/(site)/_parts/three-doors';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { config } from '@/lib/config';
import { pinnedDigest } from '@/lib/digests/queries';
import { popularArticles } from '@/lib/faq/queries';
import { latestThreads, unsolvedThreads } from '@/lib/forum/list-queries';
import type { ThreadCard } from '@/lib/forum/make-thread-cards';
import { shopSettings } from '@/lib/settings/queries';
import { wordsOf } from '@/lib/words/catalogue';

/** Five to seven are read; the rest is one click away. */
const POPULAR = 6;
const THREADS = 5;

export async function generateMetadata(): Promise<Metadata> {
  const { shopName } = await shopSettings();
  const title = `${shopName} help`;
  const description = `Answers, forum and refunds of ${shopName}.`;
  return {
    title: { absolute: title },
    description,
    ...pageAddresses('/', { href: '/feed.xml', title: `${shopName}: news` }),
    ...pageCard(title, { title, description, href: '/' }),
  };
}

export default async function HomePage() {
  const actor = await currentActor();
  const [{ shopName }, digest, popular, latest, unsolved] = await Promise.all([
    shopSettings(),
    pinnedDigest(actor),
    popularArticles(POPULAR),
    latestThreads(actor, THREADS),
    unsolvedThreads(actor, THREADS),
  ]);
  // On a quiet site both lists would be the same few threads: then one list says it all.
  const pressing = unsolved.filter((thread) => !latest.some((shown) => shown.id === thread.id));
  const at = now();
  return (
    <InEnglish>
      <Hero
        title="How can we help?"
        intro={
          <>
            Find an answer from <bdi>{shopName}</bdi> and its customers.
          </>
        }
      >
        <SearchBox words={wordsOf('en').frame.searchBox} size="hero" focusOnArrival />
      </Hero>
      <PageBody>
        <div className="grid gap-12">
          <DigestSlot digest={digest} spoken={{ language: 'en', words: wordsOf('en') }} />
          {popular.length > 0 ? (
            <section aria-labelledby="popular">
              <SectionHead id="popular" title={popularWords(popular)} href="/faq" more="All answers" />
              <ul className="grid gap-x-8 sm:grid-cols-2">
                {popular.map((article) => (
                  <li key={article.id} className="border-b border-line">
                    <Link
                      href={article.href}
                      className="flex min-h-13 items-center gap-3 py-2.5 leading-snug font-semibold hover:text-accent-text"
                    >
                      <BookOpen aria-hidden className="size-5 shrink-0 text-muted" />
                      <span dir="auto">{article.title}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {latest.length > 0 ? (
            <div className={pressing.length > 0 ? 'grid gap-8 lg:grid-cols-2' : 'grid gap-8'}>
              <Threads id="latest" title="Latest in the forum" href="/forum" threads={latest} at={at} />
              {pressing.length > 0 ? (
                <Threads
                  id="unsolved"
                  title="Can you help?"
                  href="/forum?state=unsolved"
                  threads={pressing}
                  at={at}
                />
              ) : null}
            </div>
          ) : null}
          <section aria-labelledby="doors">
            <h2 id="doors" className="mb-4">
              Still looking?
            </h2>
            <ThreeDoors />
          </section>
        </div>
      </PageBody>
      <JsonLd data={webSite(shopName)} />
    </InEnglish>
  );
}

/** Tells search engines the name of the site and where its own search is. */
function webSite(shopName: string): Record<string, unknown> {
  const { siteUrl } = config();
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: `${shopName} help`,
    url: `${siteUrl}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function SectionHead({
  id,
  title,
  href,
  more,
}: {
  id: string;
  title: ReactNode;
  href: string;
  more: string;
}) {
  return (
    <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
      <h2 id={id}>{title}</h2>
      <Link href={href} className="text-link inline-flex min-h-11 items-center">
        {more}
      </Link>
    </div>
  );
}

type ThreadsProps = { id: string; title: string; href: string; threads: readonly ThreadCard[]; at: Date };

function Threads({ id, title, href, threads, at }: ThreadsProps) {
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={title} href={href} more="See all" />
      <Card flush>
        <ul className="divide-y divide-line">
          {threads.map((thread) => (
            <ThreadLine key={thread.id} thread={thread} now={at} />
          ))}
        </ul>
      </Card>
    </section>
  );
}
