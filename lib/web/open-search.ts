import { escapeXml } from '@/lib/web/atom';

/** OpenSearch 1.1 allows so many characters for the name a browser shows, and so many for the long one. */
const SHORT_NAME_MAX = 16;
const LONG_NAME_MAX = 48;

/** Where a browser finds the description, and what kind of document it is. */
export const OPEN_SEARCH_PATH = '/opensearch.xml';
export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** The OpenSearch description of this site, by which a browser learns to search it from its address bar.
 * @param siteUrl origin without a slash at its end */
export function openSearchDescription(shopName: string, siteUrl: string): string {
  const results = `${siteUrl}/search?q={searchTerms}`;
  const suggestions = `${siteUrl}/api/suggest/opensearch?q={searchTerms}`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(firstCharacters(shopName, SHORT_NAME_MAX))}</ShortName>`,
    `<LongName>${escapeXml(firstCharacters(`${shopName} help`, LONG_NAME_MAX))}</LongName>`,
    `<Description>${escapeXml(`Answers and questions of ${shopName}`)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="32" height="32" type="image/x-icon">${escapeXml(`${siteUrl}/favicon.ico`)}</Image>`,
    `<Url type="text/html" template="${escapeXml(results)}"/>`,
    `<Url type="application/x-suggestions+json" template="${escapeXml(suggestions)}"/>`,
    `<Url type="${OPEN_SEARCH_TYPE}" rel="self" template="${escapeXml(siteUrl + OPEN_SEARCH_PATH)}"/>`,
    '</OpenSearchDescription>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The beginning of a name, at most so many UTF-16 units, never half a character of what a reader sees as one. */
function firstCharacters(text: string, most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept.trim() || text.slice(0, most);
}
