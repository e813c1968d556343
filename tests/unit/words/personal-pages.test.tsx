import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { whatHappened } from '@/app/(site)/notifications/notification-words';
import { AuthoredThreads } from '@/app/(site)/u/[name]/authored-threads';
import { SolvedList } from '@/app/(site)/u/[name]/solved-list';
import type { ThreadCard } from '@/lib/forum/make-thread-cards';
import type { NotificationLine } from '@/lib/notifications/queries';
import type { Kind, Reason } from '@/lib/notifications/schema';
import { type Spoken, wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';

const now = new Date('2026-11-25T08:00:00Z');
const anHourAgo = new Date('2026-11-25T07:00:00Z');
const spoken = (language: Language): Spoken => ({ language, words: wordsOf(language) });
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function line(kind: Kind, reason: Reason, by: string | null): NotificationLine {
  return { id: 'n', kind, reason, by, title: 'A wick', href: '/t/1/a-wick', at: now, isNew: true };
}

describe('what somebody was told', () => {
  it('is a sentence before the title, in either language', () => {
    const said = (language: Language, ...about: Parameters<typeof line>) =>
      whatHappened(line(...about), wordsOf(language).notifications);
    expect(said('en', 'reply', 'yours', 'Ben')).toBe('Ben replied to your question');
    expect(said('de', 'reply', 'yours', 'Ben')).toBe('Ben hat auf Ihre Frage geantwortet');
    expect(said('en', 'reply', 'follow', 'Ben')).toBe('Ben replied in');
    expect(said('de', 'mention', 'mention', 'Ben')).toBe('Ben nennt Sie in');
    expect(said('de', 'accepted', 'yours', null)).toBe('Der Shop hat Ihre Antwort als Lösung angenommen');
    expect(said('en', 'outdated', 'follow', null)).toBe('The solution no longer holds');
  });
});

describe('a profile', () => {
  const thread: ThreadCard = {
    id: '1',
    slug: 'a-wick',
    excerpt: '',
    state: 'solved',
    meTooCount: 0,
    createdAt: anHourAgo,
    isLocked: false,
    author: {
      name: 'Ana',
      href: '/u/Ana',
      role: 'member',
      sourceUrl: null,
      verifiedBuyer: false,
      avatar: null,
      bought: null,
    },
    title: 'A wick',
    href: '/t/1/a-wick',
    category: { slug: 'general', name: 'General' },
    tags: [],
    replyCount: 12,
    acceptedCount: 1,
    isHidden: false,
    lastActivityAt: anHourAgo,
  };
  const solved = {
    total: 2,
    items: [
      { replyId: 'r', href: '/t/1/a-wick?reply=r', title: 'A wick', excerpt: 'Cut it.', at: anHourAgo },
    ],
  };
  const page = (language: Language, items: ThreadCard[], isSelf = false) => {
    const list = { items, page: 1, perPage: 30, total: items.length };
    const common = { now, timeZone: 'UTC', spoken: spoken(language) };
    return textOf(
      renderToStaticMarkup(
        <>
          <SolvedList solved={solved} {...common} />
          <AuthoredThreads list={list} isSelf={isSelf} hrefFor={() => '/'} {...common} />
        </>,
      ),
    );
  };

  it('counts and dates in the language of its page', () => {
    expect(page('en', [thread])).toBe(
      'Solved 2 problems A wick Cut it. 1 hour ago One thread A wick Solved 12 replies General 1 hour ago',
    );
    expect(page('de', [thread, { ...thread, id: '2', replyCount: 1, acceptedCount: 0 }])).toBe(
      'Hat 2 Probleme gelöst A wick Cut it. vor 1 Stunde 2 Beiträge A wick Gelöst 12 Antworten General vor 1 Stunde A wick 1 Antwort General vor 1 Stunde',
    );
  });

  it('of somebody who asked nothing says so, and to themselves what comes next', () => {
    expect(page('de', [])).toContain('Noch keine Beiträge');
    expect(page('de', [], true)).toMatch(/Sie haben noch nichts gefragt .* Eine Frage stellen$/);
    expect(page('en', [], true)).toMatch(/You have not asked anything yet .* Ask a question$/);
  });
});
