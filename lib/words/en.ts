import { account } from '@/lib/words/en/account';
import { accountMails } from '@/lib/words/en/account-mails';
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
import { notifications } from '@/lib/words/en/notifications';
import { parts } from '@/lib/words/en/parts';
import { profile } from '@/lib/words/en/profile';
import { receipt } from '@/lib/words/en/receipt';
import { refund } from '@/lib/words/en/refund';
import { refundMails } from '@/lib/words/en/refund-mails';
import { refusals } from '@/lib/words/en/refusals';
import { search } from '@/lib/words/en/search';
import { signIn } from '@/lib/words/en/sign-in';
import { solved } from '@/lib/words/en/solved';
import { thread } from '@/lib/words/en/thread';
import { tracker } from '@/lib/words/en/tracker';
import { widget } from '@/lib/words/en/widget';
import { withdrawal } from '@/lib/words/en/withdrawal';
import { writing } from '@/lib/words/en/writing';
import { FAILURE_IN_ENGLISH as failure } from '@/lib/words/failure';

/** What the site says in English, by place. It is the pattern: another language has the same entries and placeholders. */
export const en = {
  account,
  accountMails,
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
  notifications,
  parts,
  profile,
  receipt,
  refund,
  refundMails,
  refusals,
  search,
  signIn,
  solved,
  thread,
  tracker,
  widget,
  withdrawal,
  writing,
};
