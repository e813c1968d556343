import { type Found, findPrivate, type PrivateKind } from '@/lib/masking/find-private';

/** What stands in the public text instead. */
const INSTEAD: Record<PrivateKind, string> = {
  email: '[e-mail hidden]',
  phone: '[phone number hidden]',
  card: '[card number hidden]',
  iban: '[account number hidden]',
  order: '[order number hidden]',
};

/** Nobody means these to be public, and whoever reads them can take money. */
const ALWAYS: ReadonlySet<PrivateKind> = new Set(['card', 'iban']);

export type Masked = {
  text: string;
  /** What was hidden, as it was written. */
  hidden: string[];
};

/** Hides everything private in a text.
 * @param orderKeys order numbers as `orderNumberKey` folds them */
export function maskPrivate(text: string, orderKeys: readonly string[] = []): Masked {
  return mask(text, findPrivate(text, orderKeys));
}

/** Hides what is never public: payment cards and account numbers. */
export function maskMoney(text: string): Masked {
  return mask(
    text,
    findPrivate(text).filter(({ kind }) => ALWAYS.has(kind)),
  );
}

function mask(text: string, found: readonly Found[]): Masked {
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of found) {
    masked += text.slice(at, start) + INSTEAD[kind];
    at = end;
  }
  return { text: masked + text.slice(at), hidden: found.map(({ start, end }) => text.slice(start, end)) };
}
