import type { MailContent } from '@/lib/mail/compose';
import type { Kind, Reason } from '@/lib/notifications/schema';

/** More of a post than this is read on the page. */
export const MAIL_EXCERPT = 600;
/** A mail quotes so many posts of one thread; the rest is a number. */
const QUOTED = 5;
/** A mail about many threads names so many. */
const NAMED = 30;

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

const WHY: Record<Reason, string> = {
  yours: 'You get this mail because this is about something you wrote in our forum.',
  mention: 'You get this mail because somebody named you in our forum.',
  follow: 'You get this mail because you follow this in our forum.',
};

/** One mail about one thread: everything in it that is new to this person. */
export function threadNewsMail(
  title: string,
  news: readonly MailedNews[],
  foot: Foot,
  canReplyByMail: boolean,
): MailContent {
  const [first] = news;
  if (!first) throw new Error('A mail tells something.');
  const strongest = news.find(({ reason }) => reason === 'yours') ?? first;
  const one = news.length === 1;
  const rest = news.length - QUOTED;
  return {
    subject: subjectOf(news, title),
    blocks: [
      { text: one ? opening(first) : `${news.length} things are new in a thread:` },
      { quote: title },
      ...news
        .slice(0, QUOTED)
        .flatMap((item) => [{ text: `${sentence(item)}:` }, { quote: item.excerpt || '(no words)' }]),
      ...(rest > 0 ? [{ text: `And ${rest} more, on the page.` }] : []),
      { button: { label: first.kind === 'accepted' ? 'See the thread' : 'Read and answer', url: first.url } },
      ...(canReplyByMail ? [{ text: 'You can also answer this mail: your words become a reply.' }] : []),
      ...(strongest.kind === 'reply' && strongest.reason === 'yours'
        ? [{ text: 'If it solved your problem, press "This solved it" there, so that others find it too.' }]
        : []),
    ],
    why: WHY[strongest.reason],
    links: linksOf(foot),
  };
}

/** One mail about everything that waited while the day's mails were used up. */
export function gatheredMail(
  items: readonly { title: string; news: MailedNews }[],
  url: string,
  foot: Foot,
): MailContent {
  const rest = items.length - NAMED;
  return {
    subject:
      items.length === 1 ? 'One thing is new in our forum' : `${items.length} things are new in our forum`,
    blocks: [
      { text: 'So much happened that we gathered it into one mail:' },
      { list: items.slice(0, NAMED).map(({ title, news }) => `${sentence(news)} in "${title}"`) },
      ...(rest > 0 ? [{ text: `And ${rest} more, on the page.` }] : []),
      { button: { label: 'See all that is new', url } },
    ],
    why: WHY.follow,
    links: linksOf(foot),
  };
}

function linksOf(foot: Foot): { label: string; url: string }[] {
  return [
    { label: foot.stopLabel, url: foot.stopUrl },
    { label: 'Change what is mailed', url: foot.choicesUrl },
  ];
}

function subjectOf(news: readonly MailedNews[], title: string): string {
  const kinds = new Set(news.map(({ kind }) => kind));
  if (kinds.size > 1) return `News: ${title}`;
  const [kind] = kinds;
  if (kind === 'reply') return news.length === 1 ? `New reply: ${title}` : `New replies: ${title}`;
  if (kind === 'mention') return `You are mentioned: ${title}`;
  if (kind === 'accepted') return `Your reply solved a question: ${title}`;
  if (kind === 'question') return `New question: ${title}`;
  return kind === 'reopened' ? `Open again: ${title}` : `No longer holds: ${title}`;
}

function opening({ kind, reason, by }: MailedNews): string {
  if (kind === 'reply' && reason === 'yours') return 'There is a new reply to your question:';
  if (kind === 'accepted')
    return `${by ?? 'The shop'} marked your reply as the solution. Thank you! The question:`;
  if (kind === 'mention') return `${by ?? 'Somebody'} mentions you in:`;
  if (kind === 'question') return 'There is a new question:';
  if (kind === 'reopened') return 'A thread is open again, its solution did not help everybody:';
  if (kind === 'outdated') return 'The shop found that a solution no longer holds:';
  return 'There is a new reply:';
}

/** What one thing is, without its stop. */
function sentence({ kind, by }: MailedNews): string {
  const who = by ?? 'The shop';
  if (kind === 'accepted') return `${who} accepted your reply`;
  if (kind === 'question') return `${who} asked`;
  if (kind === 'reopened') return 'It is open again';
  if (kind === 'outdated') return 'The solution that no longer holds';
  return `${who} wrote`;
}
