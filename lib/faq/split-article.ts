import { slugify } from '@/lib/slug';

export type ArticleSection = {
  /** For links within the page; null before the first heading. */
  id: string | null;
  title: string;
  /** A whole number of elements of the rendered article. */
  html: string;
};

/** A list of contents helps from this many headings on; before that it is in the way. */
export const CONTENTS_FROM = 3;

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;
const VOID_TAGS = new Set(['br', 'hr', 'img']);
const HEADING = /^h[3-6]$/;

/** Cuts a rendered article (lib/markdown.ts) before each heading of its highest level, so that a page can link to the
 * parts. Only cuts between whole elements: nothing is added to the HTML and nothing changed in it. */
export function splitArticle(html: string): ArticleSection[] {
  const headings = topHeadings(html);
  const highest = headings.reduce((least, heading) => Math.min(least, heading.level), 6);
  const cuts = headings.filter((heading) => heading.level === highest);
  const sections: ArticleSection[] = [];
  const lead = html.slice(0, cuts[0]?.start ?? html.length);
  if (lead.trim() !== '') sections.push({ id: null, title: '', html: lead });
  const taken = new Set<string>();
  cuts.forEach((cut, index) => {
    const title = textOf(html.slice(cut.start, cut.end));
    const base = `part-${slugify(title, 60)}`;
    const id = taken.has(base) ? `${base}-${index + 1}` : base;
    taken.add(id);
    sections.push({ id, title, html: html.slice(cut.start, cuts[index + 1]?.start ?? html.length) });
  });
  return sections;
}

/** Headings that stand on their own, not inside a quote or list. */
function topHeadings(html: string): { level: number; start: number; end: number }[] {
  const found: { level: number; start: number; end: number }[] = [];
  let depth = 0;
  for (const match of html.matchAll(TAG)) {
    const [whole, closing, name = ''] = match;
    if (VOID_TAGS.has(name)) continue;
    if (closing) {
      depth -= 1;
      const open = found.at(-1);
      if (depth === 0 && HEADING.test(name) && open) open.end = match.index + whole.length;
      continue;
    }
    if (depth === 0 && HEADING.test(name)) {
      found.push({ level: Number(name.slice(1)), start: match.index, end: match.index });
    }
    depth += 1;
  }
  return found;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}
