import { describe, expect, it } from 'vitest';
import {
  answerChangeWords,
  emailChangeWords,
  forgottenWords,
  notMeWords,
} from '@/lib/accounts/contact/schema';
import { DeletionForm, deletionWords } from '@/lib/accounts/leaving/schema';
import { pictureWords } from '@/lib/accounts/save-picture';
import {
  codeWords,
  confirmWords,
  PasswordForm,
  passwordWords,
  profileWords,
  signInWords,
} from '@/lib/accounts/schema';
import { askWords } from '@/lib/asking/schema';
import { articleWords, ratingWords } from '@/lib/faq/schema';
import { followWords, muteWords } from '@/lib/following/schema';
import { duplicateWords, mergeWords, splitWords } from '@/lib/forum/curation/schema';
import {
  acceptWords,
  editReplyWords,
  editThreadWords,
  meTooWords,
  PostReply,
  postReplyWords,
  StartThread,
  voteWords,
  withdrawWords,
} from '@/lib/forum/schema';
import { reopenWords, reportWords, reviewWords, whetherWords } from '@/lib/forum/solutions/schema';
import { alreadyWords, flagWords, moderationWords } from '@/lib/moderation/schema';
import { OrderCodeForm, OrderLookup, orderCodeWords, orderLinkWords } from '@/lib/refunds/orders/schema';
import {
  addReasonWords,
  RefundPartForm,
  RefundReasonForm,
  requestRefundWords,
  takeBackWords,
} from '@/lib/refunds/schema';
import { withdrawalWords } from '@/lib/refunds/withdrawal/schema';
import { formFilesWords } from '@/lib/uploads/schema';
import { withWait } from '@/lib/web/rate-limit';
import { fieldErrorsOf } from '@/lib/web/validate';
import { refusalIn } from '@/lib/words/refusal-in';

describe('what a form answers', () => {
  const reasons = {
    acceptWords,
    answerChangeWords,
    addReasonWords,
    askWords,
    articleRating: { 'not-found': articleWords['not-found'], ...ratingWords },
    codeWords,
    confirmWords,
    deletionWords,
    duplicateWords,
    editReplyWords,
    editThreadWords,
    emailChangeWords,
    flagWords,
    followWords,
    forgottenWords,
    meTooWords,
    mergeWords,
    moderationWords,
    muteWords,
    notMeWords,
    passwordWords,
    pictureWords,
    orderCodeWords,
    orderLinkWords,
    postReplyWords,
    profileWords,
    reopenWords,
    reportWords,
    requestRefundWords,
    reviewWords,
    signInWords,
    splitWords,
    takeBackWords,
    formFilesWords,
    voteWords,
    whetherWords,
    withdrawalWords,
    withdrawWords,
  };

  it('is known to the catalogue for every reason that a customer can meet', () => {
    const unknown = Object.entries(reasons).flatMap(([name, words]) =>
      Object.values(words)
        .map((sentence) => withWait(sentence, 5))
        .filter((sentence) => refusalIn(sentence, 'de') === sentence)
        .map((sentence) => `${name}: ${sentence}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is said in German with the numbers of the sentence', () => {
    const refused = StartThread.safeParse({
      title: 'x',
      body: '',
      category: '',
      tags: 'a,b,c,d,e,f,g,h,i,j,k',
    });
    const words = Object.values(refused.error ? fieldErrorsOf(refused.error) : {}).map((sentence) =>
      refusalIn(sentence, 'de'),
    );
    expect(words).toContain('Schreiben Sie mindestens 8 Zeichen.');
    expect(words.join(' ')).not.toMatch(/\b(Use|Write|Choose)\b/);
    const quote = PostReply.safeParse({ threadId: 'a', body: '> Nothing of mine' });
    const [onlyQuote = ''] = Object.values(quote.error ? fieldErrorsOf(quote.error) : {});
    expect(refusalIn(onlyQuote, 'de')).toMatch(/^Das ist nur ein Zitat\./);
    expect(refusalIn('Use at most 20,000 characters.', 'de')).toBe('Höchstens 20.000 Zeichen, bitte.');
  });

  it('is said in German to the second of two moderators, with the name as it is', () => {
    const by = (name: string) => ({ name, isYou: false });
    const said = (['hidden', 'shown'] as const).flatMap((act) =>
      [null, { name: 'Mia', isYou: true }, by('Zoë "5 minutes" Müller')].map((who) =>
        alreadyWords({ act, by: who }),
      ),
    );
    for (const sentence of said) expect(refusalIn(sentence, 'de')).not.toBe(sentence);
    expect(refusalIn(alreadyWords({ act: 'hidden', by: by('5 minutes') }), 'de')).toBe(
      'Das hat 5 minutes schon verborgen.',
    );
  });

  it('is said in German where an account is changed', () => {
    const refused = [
      DeletionForm.safeParse({}),
      PasswordForm.safeParse({ newPassword: 'short' }),
      PasswordForm.safeParse({}),
    ].flatMap(({ error }) => (error ? Object.values(fieldErrorsOf(error)) : []));
    expect(refused).toHaveLength(4);
    for (const sentence of refused) expect(refusalIn(sentence, 'de')).not.toBe(sentence);
  });

  it('is said in German for whatever was typed wrongly on the way to a refund', () => {
    const typed = [
      OrderLookup.safeParse({ number: '', email: '' }),
      OrderCodeForm.safeParse({ code: '12' }),
      OrderCodeForm.safeParse({}),
      RefundPartForm.safeParse({ orderId: 'x', amount: '1'.repeat(50) }),
      RefundReasonForm.safeParse({ refundId: 'x', reason: 'x'.repeat(501) }),
    ];
    const sentences = typed.flatMap(({ error }) => (error ? Object.values(fieldErrorsOf(error)) : []));
    expect(sentences).toHaveLength(6);
    expect(sentences.filter((sentence) => refusalIn(sentence, 'de') === sentence)).toEqual([]);
  });

  it('says how long to wait as the language does', () => {
    const sentence = withWait(
      'That was a lot in a short time. Please wait {wait} and try again; nothing you typed is lost.',
      600,
    );
    expect(refusalIn(sentence, 'de')).toContain('warten Sie 10 Minuten und');
  });

  it('stays in English where it was written in English, or where nobody has translated it', () => {
    expect(refusalIn('Write your reply.', 'en')).toBe('Write your reply.');
    expect(refusalIn('A sentence of another room.', 'de')).toBe('A sentence of another room.');
  });
});
