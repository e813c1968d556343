'use server';

import { savedAt } from '@/lib/digests/desk-queries';
import { draftDigest } from '@/lib/digests/draft-digest';
import { publishDigest } from '@/lib/digests/publish-digest';
import { DigestChoice, DigestForm, digestWords } from '@/lib/digests/schema';
import { writeDigest } from '@/lib/digests/write-digest';
import { helperAction } from '@/lib/web/action';
import { withPreview } from '@/lib/web/preview';

export const draftDigestAction = helperAction({
  schema: DigestChoice,
  limit: 'desk',
  run: ({ date }, actor) => draftDigest({ date, refresh: true }, actor),
  words: digestWords,
  after: ({ date }) => ({ redirect: `/desk/digests/${date}` }),
});

export const writeDigestAction = withPreview(
  {
    field: 'body',
    conflict: {
      words: digestWords['changed-meanwhile'],
      basedOn: (form) => savedAt(String(form.get('date'))),
    },
  },
  helperAction({
    schema: DigestForm,
    limit: 'desk',
    run: writeDigest,
    words: digestWords,
    after: ({ date }, { intent }) =>
      intent === 'preview'
        ? { message: 'Nothing has been saved yet.' }
        : { redirect: `/desk/digests/${date}?saved=${intent}` },
  }),
);

export const publishDraftAction = helperAction({
  schema: DigestChoice,
  limit: 'desk',
  run: ({ date }, actor) => publishDigest(date, {}, actor),
  words: digestWords,
  after: () => ({ message: 'Published.', refresh: '/desk' }),
});
