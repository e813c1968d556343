import type { Metadata } from 'next';
import { ButtonLink } from '@/app/_ui/button';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { DigestLine, DigestSlot } from '@/app/(site)/_parts/digest-slot';
import { ForumList, type ListSearch } from '@/app/(site)/forum/_parts/forum-list';
import { readListAddress } from '@/app/(site)/forum/_parts/list-address';
import { listMetadata } from '@/app/(site)/forum/_parts/list-metadata';
import { TagLinks } from '@/app/(site)/forum/_parts/tag-links';
import { currentActor } from '@/lib/accounts/session';
import { pinnedDigest } from '@/lib/digests/queries';
import { usedTags } from '@/lib/forum/list-queries';
import { pageWords } from '@/lib/web/language';

export async function generateMetadata({ searchParams }: { searchParams: ListSearch }): Promise<Metadata> {
  const words = (await pageWords()).words.forum;
  return {
    title: words.forum,
    description: words.intro,
    ...listMetadata('/forum', words.feed, await searchParams),
  };
}

export default async function ForumPage({ searchParams }: { searchParams: ListSearch }) {
  const spoken = await pageWords();
  const words = spoken.words.forum;
  // Who has chosen what to see has seen the digest: its line is enough, and the list comes at once.
  const isNarrowed = Object.keys(await searchParams).length > 0;
  const actor = await currentActor();
  // What everybody talks of stands below what everybody wrote; one's own lists ask how long they are instead.
  const isOwn = readListAddress(await searchParams, actor !== null).list !== undefined;
  const [digest, tags] = await Promise.all([pinnedDigest(actor), isOwn ? [] : usedTags()]);
  return (
    <PageBody>
      <PageHeader
        title={words.forum}
        intro={words.intro}
        actions={
          <ButtonLink variant="primary" href="/forum/new">
            {words.ask}
          </ButtonLink>
        }
      />
      {digest ? (
        <>
          <div className={isNarrowed ? 'mb-5' : 'mb-5 sm:hidden'}>
            <DigestLine digest={digest} spoken={spoken} />
          </div>
          {isNarrowed ? null : (
            <div className="mb-8 hidden sm:block">
              <DigestSlot digest={digest} spoken={spoken} />
            </div>
          )}
        </>
      ) : null}
      <ForumList home="/forum" search={searchParams} />
      {tags.length > 0 ? (
        <section aria-labelledby="tags" className="mt-10 border-t border-line pt-6">
          <h2 id="tags" className="text-[1.12rem]!">
            {words.often}
          </h2>
          <TagLinks tags={tags} label={words.tags} />
        </section>
      ) : null}
    </PageBody>
  );
}
