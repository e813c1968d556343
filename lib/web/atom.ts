/** One entry of a feed. Addresses are absolute; `html` comes from renderMarkdownForMail, whose links are absolute too. */
export type FeedEntry = {
  url: string;
  title: string;
  author: string;
  publishedAt: Date;
  updatedAt: Date;
  html: string;
};

export type Feed = {
  /** Where people read what the feed tells. */
  pageUrl: string;
  /** Where the feed itself is. */
  feedUrl: string;
  title: string;
  entries: FeedEntry[];
};

/** An Atom 1.0 document (RFC 4287). Every text is escaped; what XML cannot carry at all is left out. */
export function atomDocument(feed: Feed): string {
  const updated = feed.entries.reduce((latest, entry) => Math.max(latest, entry.updatedAt.getTime()), 0);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escapeXml(feed.feedUrl)}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<updated>${new Date(updated).toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.pageUrl)}"/>`,
    ...feed.entries.map(entryXml),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryXml(entry: FeedEntry): string {
  return [
    '<entry>',
    `<id>${escapeXml(entry.url)}</id>`,
    `<title>${escapeXml(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    `<published>${entry.publishedAt.toISOString()}</published>`,
    `<updated>${entry.updatedAt.toISOString()}</updated>`,
    `<author><name>${escapeXml(entry.author)}</name></author>`,
    `<content type="html">${escapeXml(entry.html)}</content>`,
    '</entry>',
  ].join('\n');
}

/** Characters that no XML 1.0 document may hold, even escaped: controls, lone surrogates, U+FFFE and U+FFFF. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as the content of an element or an attribute of XML. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
