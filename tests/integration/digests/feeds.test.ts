import { expect, test } from 'vitest';
import { calendarDay } from '@/lib/clock';
import { draftDigest } from '@/lib/digests/draft-digest';
import { publishDigest } from '@/lib/digests/publish-digest';
import { metrics } from '@/lib/insights/metrics-queries';
import { atomDocument } from '@/lib/web/atom';
import { digestsFeed, forumFeed, siteFeed } from '@/lib/web/feeds';
import { prometheusText } from '@/lib/web/prometheus';
import { aPerson, aThread, hideThread } from './shop';

const owner = await aPerson('owner');
const ana = await aPerson();
const today = calendarDay(new Date(), 'UTC');

test('feeds tell what is published and visible, with absolute links, and nothing else', async () => {
  const bad = await aThread({ by: ana, title: 'Canary pills' });
  await aThread({ by: ana, title: 'Hostile <script>x</script> & [y](https://evil.invalid)' });
  await draftDigest({ date: today }, owner);
  expect((await digestsFeed()).entries).toEqual([]);
  await publishDigest(today, {}, owner);
  expect(atomDocument(await forumFeed())).toContain('Canary');
  await hideThread(bad.id, owner);
  for (const feed of [await siteFeed(), await digestsFeed(), await forumFeed()]) {
    const xml = atomDocument(feed);
    expect(feed.entries).toHaveLength(1);
    expect(xml).not.toMatch(/Canary|<script|href="https:\/\/evil|href=&quot;https:\/\/evil/);
    expect(feed.entries[0]?.html).not.toMatch(/href="\//);
  }
  expect((await digestsFeed()).entries[0]?.html).toMatch(/href="http:\/\/localhost:3000\/t\//);
  expect((await forumFeed()).entries[0]?.title).toBe(
    'Hostile <script>x</script> & [y](https://evil.invalid)',
  );
});

test('metrics count what is there', async () => {
  const text = prometheusText(await metrics({ documents: 0, bytes: 0 }));
  expect(text).toContain('porchlight_threads 2\n');
  expect(text).toContain('porchlight_digests_published 1\n');
  expect(text).toMatch(/porchlight_jobs\{state="waiting"\} \d+/);
  expect(text).toContain('porchlight_mails{state="parked"} 0\n');
});
