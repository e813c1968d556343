import { z } from 'zod';
import { nameReasonWords } from '@/lib/accounts/names';
import { LANGUAGES, type Language } from '@/lib/words/languages';

export type Role = 'owner' | 'helper' | 'member';

/** Who is asking. Commands and policies receive it; it is read from our rows at each request, never from the browser. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  /** Proven address, or null (imported people, who cannot sign in). */
  email: string | null;
  /** Chosen for pages and mails; absent or null where the browser decides. */
  language?: Language | null;
};

/** ASVS 5.0 6.2.1 and 6.2.9: at least 8, at least 64 allowed; the upper bound keeps hashing cheap. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;
export const NAME_MIN = 2;
export const NAME_MAX = 40;

export const Password = z
  .string({ error: 'Enter a password.' })
  .min(PASSWORD_MIN, `Use at least ${PASSWORD_MIN} characters; a short sentence is easy to remember.`)
  .max(PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`);

/** An address as typed; `parseEmail` decides whether it is one. */
export const EmailInput = z
  .string({ error: 'Enter your e-mail address.' })
  .trim()
  .min(1, 'Enter your e-mail address.')
  .max(1000);

/** A mailed link works this long: the reference asks for an hour at most, and mail is rarely slower than this. */
export const LINK_MINUTES = 30;
/** The code in the mail: as long as the link, and so few guesses that guessing is hopeless. */
export const CODE_TRIES = 5;
/** A sentence or two about oneself. */
export const ABOUT_MAX = 500;
export const REASON_MAX = 500;
export const TOKEN_LABEL_MAX = 60;
/** Enough for every machine of a small shop; more is a leak or a loop. */
export const TOKENS_MAX = 20;

/** A password that is only compared: longer ones are simply wrong, shorter ones too. */
const TypedPassword = z.string({ error: 'Enter your password.' }).max(1000, 'Enter your password.');
const Next = z.string().max(2000).optional();
/** 256 bits as base64url, as in our links; anything else never reaches a query. */
export const LinkToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'This link is incomplete. Copy the whole of it.');
const NameInput = z.string({ error: 'Choose a name.' }).trim().min(1, 'Choose a name.').max(200);
const Id = z.string().regex(/^[0-9a-z]{1,64}$/, 'This is not one of our people.');
const Reason = z.string().trim().max(REASON_MAX, `Use at most ${REASON_MAX} characters.`).optional();

/** The one form of the sign-in page; `how` is the button, 'enter' the Enter key. */
export const SignInForm = z.strictObject({
  email: EmailInput,
  password: TypedPassword.optional(),
  next: Next,
  how: z.enum(['enter', 'link', 'password']).default('enter'),
});
export type SignInForm = z.infer<typeof SignInForm>;

export const SignUpForm = z.strictObject({ email: EmailInput, password: Password, next: Next });
export type SignUpForm = z.infer<typeof SignUpForm>;

export const ConfirmLinkForm = z.strictObject({ token: LinkToken, name: NameInput.optional() });
export type ConfirmLinkForm = z.infer<typeof ConfirmLinkForm>;

/** As people type it from a mail: with spaces or a dash in the middle. */
const TypedCode = z
  .string({ error: 'Enter the six digits from the mail.' })
  .max(40, 'The code has six digits.')
  .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits.'));
export const ConfirmCodeForm = z.strictObject({
  code: TypedCode,
  /** Left empty by people who have an account. */
  name: z.string().trim().max(200).optional(),
});
export type ConfirmCodeForm = z.infer<typeof ConfirmCodeForm>;

export const ProfileForm = z.strictObject({
  name: NameInput,
  about: z.string().max(ABOUT_MAX, `Use at most ${ABOUT_MAX} characters.`).default(''),
  showsPurchases: z
    .literal('on')
    .optional()
    .transform((checked) => checked === 'on'),
});
export type ProfileForm = z.infer<typeof ProfileForm>;

export const PasswordForm = z.strictObject({
  currentPassword: TypedPassword.optional(),
  newPassword: Password,
});
export type PasswordForm = z.infer<typeof PasswordForm>;

/** A device is named by a hash of its session: the session's own id stays out of pages. */
export const DeviceForm = z.strictObject({ device: LinkToken });
export const NoFields = z.strictObject({});

export const LanguageForm = z.strictObject({
  language: z.enum(LANGUAGES, { error: 'Choose one of the languages.' }),
  back: z.string().max(2000).default('/'),
});
export type LanguageForm = z.infer<typeof LanguageForm>;

export const SetUpForm = z.strictObject({
  token: LinkToken,
  email: EmailInput,
  name: NameInput,
  shopName: z
    .string({ error: 'Give your shop a name.' })
    .trim()
    .min(1, 'Give your shop a name.')
    .max(60, 'Use at most 60 characters.'),
  password: Password,
  starter: z
    .literal('on')
    .optional()
    .transform((checked) => checked === 'on'),
});
export type SetUpForm = z.infer<typeof SetUpForm>;

export const RoleForm = z.strictObject({
  personId: Id,
  role: z.enum(['helper', 'member'], { error: 'Choose helper or member.' }),
});
export type RoleForm = z.infer<typeof RoleForm>;

export const SuspensionForm = z.strictObject({ personId: Id, reason: Reason });
export type SuspensionForm = z.infer<typeof SuspensionForm>;

export const TokenForm = z.strictObject({
  label: z
    .string({ error: 'Say what the token is for.' })
    .trim()
    .min(1, 'Say what the token is for.')
    .max(TOKEN_LABEL_MAX, `Use at most ${TOKEN_LABEL_MAX} characters.`),
  scopes: z
    .preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(
        z.enum(['read', 'write', 'moderate', 'admin'], {
          error: 'The scopes are read, write, moderate and admin.',
        }),
        { error: 'Choose what the token may do.' },
      ),
    )
    .refine((scopes) => scopes.length > 0 && scopes.length <= 4, 'Choose what the token may do.'),
});
export type TokenForm = z.infer<typeof TokenForm>;

export const RevokeTokenForm = z.strictObject({ tokenId: Id });

const TOO_MANY = 'Too many tries in a short time. Wait 15 minutes, or have a link mailed to you.';
const NAME_TAKEN = 'Somebody has this name, or one that looks the same. Please choose another.';
const NOT_FOUND = 'This person is not there any more. Load the page again.';
const NOT_ALLOWED = 'You may not do this.';

/** Words for what can happen at sign-in; the same for addresses we know and addresses we do not. */
export const signInWords = {
  'email-invalid': 'This is not an e-mail address we can use. It looks like name@example.com.',
  wrong: 'This address and password do not belong together. You can also have a link mailed to you.',
  'too-many': TOO_MANY,
};

export const confirmWords = {
  'link-gone':
    'This link was used already, or is older than 30 minutes. Ask for a new one; it takes a minute.',
  'name-needed': 'Choose the name that others will see.',
  'name-taken': NAME_TAKEN,
  suspended: 'This account is suspended. If you think that is a mistake, please write to the shop.',
  ...nameReasonWords,
};

export const codeWords = {
  ...confirmWords,
  'code-wrong': 'This is not the code of the newest mail. Look again, or open the link in the mail instead.',
  'code-gone': 'That were five tries. Open the link in the mail instead, or ask for a new one.',
};

export const profileWords = { 'name-taken': NAME_TAKEN, ...nameReasonWords };

export const passwordWords = {
  wrong: 'This is not your current password.',
  'too-many': TOO_MANY,
};

export const setUpWords = {
  'already-set-up': 'This shop has its owner already. Sign in instead.',
  'token-wrong':
    'This link is not the newest set-up link. Each start of the server prints a new one: use that.',
  'email-invalid': signInWords['email-invalid'],
  'name-taken': NAME_TAKEN,
  ...nameReasonWords,
};

export const roleWords = {
  'not-allowed': NOT_ALLOWED,
  'not-found': NOT_FOUND,
  'cannot-sign-in': 'This person came with an import and cannot sign in, so they cannot help either.',
  suspended: 'This person is suspended. Lift the suspension first.',
};

export const suspensionWords = { 'not-allowed': NOT_ALLOWED, 'not-found': NOT_FOUND };

export const tokenWords = {
  'scope-not-allowed': 'A token cannot do more than you can. Choose less.',
  'too-many': `You have ${TOKENS_MAX} tokens. Revoke one that is not used any more.`,
  'not-found': 'This token is not there any more. Load the page again.',
};
