/** Lengths of IBANs by country (ISO 13616). */
const LENGTHS: Record<string, number> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 ' +
    'MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 ' +
    'SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /(?<![\p{L}\p{N}])[A-Z]{2}[ ]?\d{2}/giu;
/** The longest IBAN with a sign between any two of its letters. */
const REACH = 70;

/** Where account numbers stand in a text: of a country's length, with the right check digits, however they are spaced. */
export function findIbans(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(START)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const end = endOfIban(text, index);
    if (end !== null) found.push({ start: index, end });
  }
  return found;
}

function endOfIban(text: string, start: number): number | null {
  const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return null;
  let letters = '';
  let at = start;
  for (; letters.length < length && at < start + REACH; at += 1) {
    const sign = text[at] ?? '\n';
    if (/[a-z0-9]/i.test(sign)) letters += sign.toUpperCase();
    else if (!/[ \u00A0.-]/.test(sign)) return null;
  }
  if (letters.length < length || /[\p{L}\p{N}]/u.test(text[at] ?? ' ')) return null;
  return hasCheckDigits(letters) ? at : null;
}

function hasCheckDigits(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
