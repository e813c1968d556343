import { asking } from '@/lib/words/en/asking';
import { bare } from '@/lib/words/en/bare';
import { contact } from '@/lib/words/en/contact';
import { digests } from '@/lib/words/en/digests';
import { faq } from '@/lib/words/en/faq';
import { forum } from '@/lib/words/en/forum';
import { frame } from '@/lib/words/en/frame';
import { home } from '@/lib/words/en/home';
import { language } from '@/lib/words/en/language';
import { mails } from '@/lib/words/en/mails';
import { parts } from '@/lib/words/en/parts';
import { refund } from '@/lib/words/en/refund';
import { refusals } from '@/lib/words/en/refusals';
import { search } from '@/lib/words/en/search';
import { signIn } from '@/lib/words/en/sign-in';
import { thread } from '@/lib/words/en/thread';
import { tracker } from '@/lib/words/en/tracker';
import { widget } from '@/lib/words/en/widget';
import { withdrawal } from '@/lib/words/en/withdrawal';
import { writing } from '@/lib/words/en/writing';
import { FAILURE_IN_ENGLISH as failure } from '@/lib/words/failure';

/** What the site says in English, by place. It is the pattern: another language has the same entries and placeholders. */
export const en = {
  asking,
  bare,
  contact,
  digests,
  failure,
  faq,
  forum,
  frame,
  home,
  language,
  mails,
  parts,
  refund,
  refusals,
  search,
  signIn,
  thread,
  tracker,
  widget,
  withdrawal,
  writing,
};
