import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ButtonLink } from '@/app/_ui/button';
import { PageBody } from '@/app/_ui/page-body';
import { Avatar, PersonName } from '@/app/_ui/person-name';
import { Prose } from '@/app/_ui/prose';
import { Sentence } from '@/app/_ui/sentence';
import { DateTime } from '@/app/_ui/time-ago';
import { MuteButton } from '@/app/(site)/_parts/follow-button';
import { Missing } from '@/app/(site)/_parts/missing';
import { AuthoredThreads } from '@/app/(site)/u/[name]/authored-threads';
import { SolvedList } from '@/app/(site)/u/[name]/solved-list';
import { publicPerson } from '@/lib/accounts/queries';
import { currentActor } from '@/lib/accounts/session';
import { now } from '@/lib/clock';
import { threadsByAuthor } from '@/lib/forum/queries';
import { solvedBy } from '@/lib/forum/solutions/solved-by';
import { standingsOf } from '@/lib/forum/standing-queries';
import { renderMarkdown } from '@/lib/markdown';
import { shopSettings } from '@/lib/settings/queries';
import { pageWords } from '@/lib/web/language';
import { oneValue, pageNumber } from '@/lib/web/page-number';

type Props = {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const personOf = cache(async (written: string) => {
  const name = nameIn(written);
  return name === null ? null : await publicPerson(name);
});

/** The segment as it was written; broken escapes are nobody's name. */
function nameIn(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await personOf((await params).name);
  // Profiles are for the people here, not for search engines.
  const { words } = await pageWords();
  return { title: person?.name ?? words.profile.nobody, robots: { index: false } };
}

export default async function ProfilePage({ params, searchParams }: Props) {
  const { name } = await params;
  const person = await personOf(name);
  if (!person) return <Missing />;
  const home = `/u/${encodeURIComponent(person.name)}`;
  if (nameIn(name) !== person.name) permanentRedirect(home);
  const actor = await currentActor();
  const page = pageNumber(oneValue((await searchParams).page));
  const [threads, solved, standings, { timeZone }] = await Promise.all([
    threadsByAuthor(person.id, actor, page),
    solvedBy(person.id),
    standingsOf([person.id]),
    shopSettings(),
  ]);
  const standing = standings.get(person.id);
  const isSelf = actor?.id === person.id;
  const spoken = await pageWords();
  const { language } = spoken;
  const words = spoken.words.profile;
  return (
    <PageBody width="reading">
      <header className="mb-8 flex flex-wrap items-start gap-x-5 gap-y-3">
        <Avatar name={person.name} size="large" src={standing?.avatar} />
        <div className="min-w-0 grow">
          <h1>
            <PersonName
              name={person.name}
              role={person.role}
              verifiedBuyer={standing?.verifiedBuyer}
              words={spoken.words.parts}
            />
          </h1>
          <p className="mt-1 text-muted">
            <Sentence
              text={words.hereSince}
              places={{
                date: <DateTime at={person.createdAt} timeZone={timeZone} dateOnly language={language} />,
              }}
            />
          </p>
          {person.about ? <Prose html={renderMarkdown(person.about)} className="mt-3 max-w-prose" /> : null}
          {person.sourceUrl ? (
            <p className="mt-3 text-[0.92rem] text-muted">
              <Sentence
                text={words.from}
                places={{
                  elsewhere: (
                    <a href={person.sourceUrl} rel="nofollow ugc noopener" className="text-link">
                      {words.anotherSite}
                    </a>
                  ),
                }}
              />
            </p>
          ) : null}
        </div>
        {isSelf ? <ButtonLink href="/account">{words.edit}</ButtonLink> : null}
        <MuteButton personId={person.id} actor={actor} words={words} />
      </header>
      {solved.total > 0 ? (
        <SolvedList solved={solved} now={now()} timeZone={timeZone} spoken={spoken} />
      ) : null}
      <AuthoredThreads
        list={threads}
        isSelf={isSelf}
        now={now()}
        timeZone={timeZone}
        spoken={spoken}
        hrefFor={(number) => (number === 1 ? home : `${home}?page=${number}`)}
      />
    </PageBody>
  );
}
