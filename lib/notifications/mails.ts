import type { MailContent } from '@/lib/mail/compose';
import type { Kind, Reason } from '@/lib/notifications/schema';
import { type Words, wordsOf } from '@/lib/words/catalogue';
import type { Language } from '@/lib/words/languages';
import { say, sayCount } from '@/lib/words/say';

/** More of a post than this is read on the page. */
export const MAIL_EXCERPT = 600;
/** A mail quotes so many posts of one thread; the rest is a number. */
const QUOTED = 5;
/** A mail about many threads names so many. */
const NAMED = 30;

type NewsWords = Words['mails']['news'];

/** One thing that happened, with the words of the post as they are now. */
export type MailedNews = {
  kind: Kind;
  reason: Reason;
  /** Who wrote or accepted, by public name; null when the site did it by its rules. */
  by: string | null;
  /** First words of the post as plain text. */
  excerpt: string;
  url: string;
};

/** Where the mail's foot leads: stopping what sent it, and the switches. */
export type Foot = { stopLabel: string; stopUrl: string; choicesUrl: string };

/** One mail about one thread: everything in it that is new to this person. */
export function threadNewsMail(
  title: string,
  news: readonly MailedNews[],
  foot: Foot,
  canReplyByMail: boolean,
  language: Language,
): MailContent {
  const [first] = news;
  if (!first) throw new Error('A mail tells something.');
  const words = wordsOf(language).mails.news;
  const strongest = news.find(({ reason }) => reason === 'yours') ?? first;
  const one = news.length === 1;
  const rest = news.length - QUOTED;
  return {
    language,
    subject: say(subjectOf(news, words), { title }),
    blocks: [
      { text: one ? opening(first, words) : sayCount(words.several, news.length, language) },
      { quote: title },
      ...news
        .slice(0, QUOTED)
        .flatMap((item) => [{ text: `${sentence(item, words)}:` }, { quote: item.excerpt || words.noWords }]),
      ...(rest > 0 ? [{ text: say(words.andMore, { n: rest }) }] : []),
      { button: { label: first.kind === 'accepted' ? words.seeThread : words.readAnswer, url: first.url } },
      ...(canReplyByMail ? [{ text: words.byMail }] : []),
      ...(strongest.kind === 'reply' && strongest.reason === 'yours' ? [{ text: words.ifSolved }] : []),
    ],
    why: whyOf(strongest.reason, words),
    links: linksOf(foot, words),
  };
}

/** One mail about everything that waited while the day's mails were used up. */
export function gatheredMail(
  items: readonly { title: string; news: MailedNews }[],
  url: string,
  foot: Foot,
  language: Language,
): MailContent {
  const words = wordsOf(language).mails.news;
  const rest = items.length - NAMED;
  return {
    language,
    subject: sayCount(words.gathered, items.length, language),
    blocks: [
      { text: words.gatheredText },
      {
        list: items
          .slice(0, NAMED)
          .map(({ title, news }) => say(words.inThread, { what: sentence(news, words), title })),
      },
      ...(rest > 0 ? [{ text: say(words.andMore, { n: rest }) }] : []),
      { button: { label: words.seeAll, url } },
    ],
    why: words.whyFollow,
    links: linksOf(foot, words),
  };
}

function whyOf(reason: Reason, words: NewsWords): string {
  if (reason === 'yours') return words.whyYours;
  return reason === 'mention' ? words.whyMention : words.whyFollow;
}

function linksOf(foot: Foot, words: NewsWords): { label: string; url: string }[] {
  return [
    { label: foot.stopLabel, url: foot.stopUrl },
    { label: words.change, url: foot.choicesUrl },
  ];
}

function subjectOf(news: readonly MailedNews[], { subject }: NewsWords): string {
  const kinds = new Set(news.map(({ kind }) => kind));
  const [kind] = kinds;
  if (kinds.size > 1 || !kind) return subject.news;
  return kind === 'reply' && news.length > 1 ? subject.replies : subject[kind];
}

function opening({ kind, reason, by }: MailedNews, words: NewsWords): string {
  if (kind === 'reply') return reason === 'yours' ? words.opening.own : words.opening.reply;
  const nobody = kind === 'mention' ? words.somebody : words.theShop;
  return say(words.opening[kind], { who: by ?? nobody });
}

/** What one thing is, without its stop. */
function sentence({ kind, by }: MailedNews, words: NewsWords): string {
  const { what } = words;
  const form = kind === 'reply' || kind === 'mention' ? what.wrote : what[kind];
  return say(form, { who: by ?? words.theShop });
}
