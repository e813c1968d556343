/**
 * A strict reader of JSON-LD: what Google's documentation requires and recommends of the types that this site uses
 * (QAPage, DiscussionForumPosting, BreadcrumbList), with the kind of every value. A property that is not listed here is a
 * complaint, too: a slip of the pen must not pass as "something else that schema.org knows".
 */
type Json = Record<string, unknown>;
type Check = (value: unknown, at: string, complaints: string[]) => void;
type Shape = {
  required: Record<string, Check>;
  optional?: Record<string, Check>;
  also?: (value: Json, at: string, complaints: string[]) => void;
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const words: Check = (value, at, complaints) => {
  if (typeof value !== 'string' || value.trim() === '') complaints.push(`${at} is no text`);
};
const count: Check = (value, at, complaints) => {
  if (!Number.isInteger(value) || Number(value) < 0) complaints.push(`${at} is no count`);
};
const moment: Check = (value, at, complaints) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value))
    complaints.push(`${at} is no ISO 8601 time with its zone`);
};
const address: Check = (value, at, complaints) => {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:/.test(value))
    complaints.push(`${at} is no full address`);
  else if (/[\s<>"]/.test(value)) complaints.push(`${at} has signs that no address has`);
};
const exactly =
  (wanted: string): Check =>
  (value, at, complaints) => {
    if (value !== wanted) complaints.push(`${at} is not ${wanted}`);
  };
const typed =
  (type: string, shape: Shape): Check =>
  (value, at, complaints) => {
    if (!isObject(value)) {
      complaints.push(`${at} is no ${type}`);
      return;
    }
    const known: Record<string, Check> = { '@type': exactly(type), ...shape.required, ...shape.optional };
    for (const name of ['@type', ...Object.keys(shape.required)]) {
      if (!(name in value)) complaints.push(`${at}.${name} is missing`);
    }
    for (const [name, given] of Object.entries(value)) {
      const check = known[name];
      if (check) check(given, `${at}.${name}`, complaints);
      else complaints.push(`${at}.${name} is not known of a ${type}`);
    }
    shape.also?.(value, at, complaints);
  };
const listOf =
  (check: Check): Check =>
  (value, at, complaints) => {
    if (!Array.isArray(value) || value.length === 0) complaints.push(`${at} is no list`);
    else for (const [index, one] of value.entries()) check(one, `${at}[${index}]`, complaints);
  };

const person = typed('Person', { required: { name: words, url: address } });
const answer = typed('Answer', {
  required: { text: words, url: address, datePublished: moment, author: person, upvoteCount: count },
  optional: { dateModified: moment },
});
const question = typed('Question', {
  required: {
    name: words,
    url: address,
    datePublished: moment,
    author: person,
    answerCount: count,
    upvoteCount: count,
  },
  optional: {
    text: words,
    dateModified: moment,
    acceptedAnswer: listOf(answer),
    suggestedAnswer: listOf(answer),
  },
  also: (value, at, complaints) => {
    const answers = [value.acceptedAnswer, value.suggestedAnswer].flatMap((list) =>
      Array.isArray(list) ? list : [],
    );
    if (answers.length === 0) complaints.push(`${at} has no answer, so it is no QAPage`);
    if (Number(value.answerCount) < answers.length)
      complaints.push(`${at}.answerCount is less than its answers`);
    const places = answers.map((one: Json) => one.url);
    if (new Set(places).size < places.length) complaints.push(`${at} tells an answer twice`);
  },
});
const context = exactly('https://schema.org');
const roots: Record<string, Check> = {
  QAPage: typed('QAPage', { required: { '@context': context, mainEntity: question, url: address } }),
  DiscussionForumPosting: typed('DiscussionForumPosting', {
    required: {
      '@context': context,
      headline: words,
      text: words,
      url: address,
      mainEntityOfPage: address,
      datePublished: moment,
      author: person,
      commentCount: count,
      interactionStatistic: typed('InteractionCounter', {
        required: { interactionType: exactly('https://schema.org/LikeAction'), userInteractionCount: count },
      }),
    },
    optional: { dateModified: moment },
  }),
  BreadcrumbList: typed('BreadcrumbList', {
    required: {
      '@context': context,
      itemListElement: listOf(
        typed('ListItem', { required: { position: count, name: words, item: address } }),
      ),
    },
    also: (value, at, complaints) => {
      const items = Array.isArray(value.itemListElement) ? (value.itemListElement as Json[]) : [];
      if (items.length < 2) complaints.push(`${at} leads nowhere`);
      if (items.some((item, index) => item.position !== index + 1)) complaints.push(`${at} is out of order`);
    },
  }),
};

/** @returns what is wrong with a piece of structured data, each as a sentence; empty when it is right */
export function complaintsAbout(data: unknown): string[] {
  const complaints: string[] = [];
  const type = isObject(data) ? String(data['@type']) : '';
  const check = Object.hasOwn(roots, type) ? roots[type] : undefined;
  if (check) check(data, type, complaints);
  else complaints.push(`"${type}" is no type of this site`);
  return complaints;
}

/** The pieces of structured data of a page's HTML. */
export function structuredDataOf(html: string): unknown[] {
  return [...html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, json]) => JSON.parse(json ?? ''),
  );
}
