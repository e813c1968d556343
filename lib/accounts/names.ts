import { foldLookalikes } from '@/lib/accounts/confusables';
import { clipCombiningMarks } from '@/lib/text';

export const NAME_MIN = 2;
/** Fits a phone's line beside a badge and a date. */
export const NAME_MAX = 40;
/** Reading stops here: normalising a longer string would be work for a name that is refused anyway. */
const READ_AT_MOST = 200;

export type NameProblem = 'too-short' | 'too-long' | 'characters' | 'reserved';
export type NameCheck = { ok: true; name: string; skeleton: string } | { ok: false; reason: NameProblem };

/** Words for each refusal, ready for a form field. */
export const nameReasonWords: Record<NameProblem, string> = {
  'too-short': `Please use at least ${NAME_MIN} characters.`,
  'too-long': `Please use at most ${NAME_MAX} characters.`,
  characters:
    "Please use letters, digits, spaces and . _ - ' only, with at least one letter or digit, and nothing that looks like a web or e-mail address.",
  reserved: 'This name could be taken for the shop or its staff. Please choose another.',
};

/** Names that speak for the shop, for the system, or for people who are gone. */
const RESERVED =
  `owner admin administrator sysadmin superuser webmaster hostmaster postmaster mod moderator support staff
  helper helpdesk desk team official system root operator security abuse billing payments refund refunds noreply
  mailerdaemon porchlight customerservice customersupport service info null undefined anonymous deleted deleteduser
  deletedmember deletedaccount formermember formeruser formercustomer unknownuser nobody everyone everybody here all bot
  robot api`.split(/\s+/);
/** Words that add nothing: "The Official Shop Owner" is still the owner. */
const FILLERS =
  'the a an of our your my real true official site shop store website web page forum community head chief main senior account customer user member client'.split(
    ' ',
  );

const ALLOWED = /^[\p{L}\p{M}\p{Nd} ._'-]+$/u;
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** Three marks in a row exist (Vietnamese and Thai need two after NFC); more is decoration that leaves its line. */
const STACKED = /\p{M}{4}/u;
/** 'evil.invalid' and '10.0.0.1': mail programs turn them into links. 'J.R.R. Tolkien' and 'Dr. No' are fine. */
const ADDRESS_LIKE = /[\p{L}\p{Nd}_-]\.[\p{L}\p{M}]{2,}|\d\.\d+\.\d+\.\d|^www\./iu;

/**
 * What is compared to find two names that look the same: compatibility forms, case and look-alike letters folded,
 * everything but letters and digits gone. 'Оwner' (Cyrillic О), 'ｏｗｎｅｒ' and 'O w_n-e.r' give what 'Owner' gives.
 * Accents stay: Zoë and Zoe are two people. Unique in the database; never shown.
 */
export function nameSkeleton(name: string): string {
  const compatible = clipCombiningMarks(name.slice(0, READ_AT_MOST)).normalize('NFKC');
  // Folded twice: the pairs (rn, vv) must also be found where something between them was taken out.
  const letters = foldLookalikes(compatible).replace(
    /[^\p{L}\p{M}\p{Nd}]|\p{Default_Ignorable_Code_Point}/gu,
    '',
  );
  return foldLookalikes(letters).normalize('NFC');
}

/** For the reserved names accents are a disguise like any other. */
function bareSkeleton(name: string): string {
  return nameSkeleton(name.normalize('NFD').replace(/[\u0300-\u036F]/g, ''));
}

const reservedSkeletons = new Set(RESERVED.map(bareSkeleton));
const fillerSkeletons = new Set(FILLERS.map(bareSkeleton));

function isReserved(name: string, also: readonly string[]): boolean {
  const extra = new Set(also.map(bareSkeleton).filter((skeleton) => skeleton !== ''));
  const matches = (part: string): boolean => {
    // 'admin2' and '_support_' are the plain word with trimmings; '0wner' is the word with a digit for a letter.
    const forms = [part, part.replace(/\d+$/u, ''), part.replace(/^\d+|\d+$/gu, '')].map(bareSkeleton);
    return forms.some(
      (form) =>
        reservedSkeletons.has(form) || extra.has(form) || reservedSkeletons.has(form.replace(/s$/, '')),
    );
  };
  if (matches(name)) return true;
  const words = name.split(/[^\p{L}\p{M}\p{Nd}]+/u).filter((word) => word !== '');
  const isFiller = (word: string): boolean => /^\d+$/.test(word) || fillerSkeletons.has(bareSkeleton(word));
  return words.some(matches) && words.every((word) => matches(word) || isFiller(word));
}

/**
 * Checks a public name. Gives it back as it is to be stored and shown (NFKC, single spaces, straight apostrophes and
 * hyphens) together with its skeleton, or the reason it is refused. `alsoReserved` takes the shop's own names, which live
 * in its settings. Whether the skeleton is still free is the database's to say.
 */
export function checkName(input: string, alsoReserved: readonly string[] = []): NameCheck {
  if (input.length > READ_AT_MOST) return { ok: false, reason: 'too-long' };
  if (HIDDEN.test(input.trim())) return { ok: false, reason: 'characters' };
  const name = input
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  const length = [...name].length;
  if (length < NAME_MIN) return { ok: false, reason: 'too-short' };
  if (length > NAME_MAX) return { ok: false, reason: 'too-long' };
  if (!ALLOWED.test(name) || !/[\p{L}\p{Nd}]/u.test(name) || HIDDEN.test(name) || STACKED.test(name)) {
    return { ok: false, reason: 'characters' };
  }
  if (/^\p{M}/u.test(name) || ADDRESS_LIKE.test(name)) return { ok: false, reason: 'characters' };
  if (isReserved(name, alsoReserved)) return { ok: false, reason: 'reserved' };
  return { ok: true, name, skeleton: nameSkeleton(name) };
}
