import { expect, test } from 'vitest';
import { jsonForScript } from '@/app/(site)/_parts/json-for-script';
import { threadFacts } from '@/app/(site)/t/[id]/_parts/question-facts';
import { threadPage } from '@/lib/forum/page-queries';
import { acceptAnswer } from '@/lib/forum/solutions/accept-answer';
import { hidePost } from '@/lib/moderation/hide-post';
import { aPerson } from '../../support/a-person';
import { aReply, aThread } from '../../support/a-thread';
import { complaintsAbout } from '../../support/structured-data';

const SITE = 'https://help.example.com';
const owner = await aPerson({ role: 'owner' });
const ana = await aPerson();
const ben = await aPerson();

type Answer = { text: string; url: string };
type Entity = { answerCount: number; text?: string; acceptedAnswer?: Answer[]; suggestedAnswer?: Answer[] };

async function factsOf(id: string, page = 1, perPage = 30, actor = null as typeof owner | null) {
  const thread = await threadPage(id, actor, page, perPage);
  if (!thread) throw new Error('The thread is not there.');
  const facts = threadFacts(thread, SITE);
  if (facts) expect(complaintsAbout(facts)).toEqual([]);
  return facts as { '@type': string; mainEntity: Entity } | null;
}

test('a question that waits for a reply is a posting, with one it is a question and answer page', async () => {
  const id = await aThread({ by: ana, body: 'Only a picture: ![](/uploads/x.webp)' });
  expect((await factsOf(id))?.['@type']).toBe('DiscussionForumPosting');
  await aReply(id, ben);
  expect((await factsOf(id))?.['@type']).toBe('QAPage');
});

test('every accepted reply is told as such once, the others of the page are suggested, and all are counted', async () => {
  const id = await aThread({ by: ana });
  const replies: string[] = [];
  for (let index = 0; index < 5; index += 1) replies.push(await aReply(id, ben));
  for (const replyId of [replies[4], replies[1]]) {
    expect(await acceptAnswer({ threadId: id, replyId: replyId ?? '' }, ana)).toMatchObject({ ok: true });
  }
  const first = (await factsOf(id, 1, 3))?.mainEntity;
  expect(first?.answerCount).toBe(5);
  expect(first?.acceptedAnswer?.map((one) => one.url.split('#reply-')[1])).toEqual([replies[4], replies[1]]);
  expect(first?.suggestedAnswer?.map((one) => one.url.split('#reply-')[1])).toEqual([replies[0], replies[2]]);
  const second = (await factsOf(id, 2, 3))?.mainEntity;
  expect(second).toMatchObject({ answerCount: 5 });
  expect(second?.text).toBeUndefined();
  expect(second?.acceptedAnswer?.[0]?.url).toContain(`?page=2#reply-${replies[4]}`);
});

test('hidden posts are in no facts, not even for the staff that sees them on the page', async () => {
  const id = await aThread({ by: ana, title: 'Is this one visible?' });
  await aReply(id, ben, 'Canary, to be hidden');
  const kept = await aReply(id, ben, 'Kept');
  const hidden = (await threadPage(id, null, 1))?.replies[0]?.id ?? '';
  expect(await hidePost({ kind: 'reply', id: hidden, reason: 'spam' }, owner)).toMatchObject({ ok: true });
  const facts = await factsOf(id, 1, 30, owner);
  expect(JSON.stringify(facts)).not.toContain('Canary');
  expect(facts?.mainEntity.suggestedAnswer?.[0]?.url).toContain(kept);
  expect(facts?.mainEntity.answerCount).toBe(1);
  await hidePost({ kind: 'thread', id, reason: 'spam' }, owner);
  expect(await factsOf(id, 1, 30, owner)).toBeNull();
});

test('hostile and endless texts stay bounded text, and nothing in them ends the script element', async () => {
  const hostile = `</script><script>alert(1)</script><!-- \u2028 \u2029 ${'word '.repeat(5000)}`;
  const id = await aThread({ by: ana, title: 'Hostile </script><script>x', body: hostile });
  await aReply(id, ben, hostile);
  const json = jsonForScript(await factsOf(id));
  expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  expect(json.length).toBeLessThan(8000);
  expect(JSON.parse(json)).toEqual(await factsOf(id));
});

test('the checker itself refuses what engines refuse', () => {
  const person = { '@type': 'Person', name: 'A', url: `${SITE}/u/A` };
  const at = '2026-11-21T07:00:00Z';
  const page = (question: Record<string, unknown>) => ({
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    url: SITE,
    mainEntity: {
      '@type': 'Question',
      name: 'Q',
      url: SITE,
      datePublished: at,
      author: person,
      answerCount: 1,
      upvoteCount: 0,
      ...question,
    },
  });
  const answer = {
    '@type': 'Answer',
    text: 'A',
    url: SITE,
    datePublished: at,
    author: person,
    upvoteCount: 0,
  };
  expect(complaintsAbout(page({ suggestedAnswer: [answer] }))).toEqual([]);
  const wrong = [
    page({}),
    page({ suggestedAnswer: [answer], answerCount: 0 }),
    page({ suggestedAnswer: [{ ...answer, url: '/t/1' }] }),
    page({ suggestedAnswer: [{ ...answer, author: 'A' }] }),
    page({ suggestedAnswer: [answer], datePublished: '21 Nov 2026' }),
    page({ suggestedAnswers: [answer] }),
    page({ suggestedAnswer: [answer], acceptedAnswer: [answer] }),
    { '@context': 'https://schema.org', '@type': 'FAQPage' },
  ];
  for (const one of wrong) expect(complaintsAbout(one), JSON.stringify(one)).not.toEqual([]);
});
