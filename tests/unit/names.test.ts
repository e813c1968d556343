import { describe, expect, test } from 'vitest';
import { checkName, nameReasonWords, nameSkeleton } from '@/lib/accounts/names';

function reasonFor(name: string): string {
  const outcome = checkName(name);
  return outcome.ok ? `accepted as ${outcome.name}` : outcome.reason;
}

describe('checkName', () => {
  test.each([
    'Ana',
    'José María',
    'Zoë',
    "O'Brien",
    'Jean-Luc',
    'J.R.R. Tolkien',
    'Dr. No',
    'anna_84',
    '李小龍',
    'Наталья',
    'محمد',
    'ภาณุวัฒน์',
    'Müller',
    'דוד',
    'सुनीता',
    'Ng',
    'Sam 2',
    'Dog Owner Club Fan',
    'Supporter',
    'Modesty',
    'Rooty',
    'Staffan',
    'Hostess',
    'Allan',
  ])('accepts %s', (name) => {
    expect(checkName(name)).toMatchObject({ ok: true, name: name.normalize('NFKC') });
  });

  test('gives the name back tidy', () => {
    expect(checkName('  Ana \u00A0 María ')).toMatchObject({ ok: true, name: 'Ana María' });
    expect(checkName('O’Brien')).toMatchObject({ ok: true, name: "O'Brien" });
    expect(checkName('Ｓａｍ')).toMatchObject({ ok: true, name: 'Sam' });
    expect(checkName('cafe\u0301')).toMatchObject({ ok: true, name: 'café' });
  });

  test.each([
    'Owner',
    'OWNER',
    'owner.',
    'Оwner',
    'Οwner',
    'ｏｗｎｅｒ',
    'O w n e r',
    'O.w.n.e.r',
    '_owner_',
    '0wner',
    'ownеr',
    'Ownêr',
    'Öwner',
    'Owner1',
    'Owner 2',
    '𝐎𝐰𝐧𝐞𝐫',
    'ⓞⓦⓝⓔⓡ',
    'ᴏᴡɴᴇʀ',
    'oѡner'.replace('ѡ', 'ԝ'),
    'ovvner',
    'օwner',
    'The Owner',
    'Shop Owner',
    'Official Support',
    'Support Team',
    'Suрроrt',
    'supp0rt',
    'admin',
    'Аdmin',
    'adm1n',
    'ADMlN',
    'Administrator',
    'admіnіstrаtоr',
    'admin-2',
    'Moderator',
    'rnoderator',
    'Mod',
    'Staff',
    'ЅТАFF',
    'Helper',
    'HELPERS',
    'System',
    'ѕуѕtеm',
    'root',
    'r00t',
    'Porchlight',
    'Роrсhlight',
    'porch-light',
    'Porchlight Support',
    'deleted user',
    'Deleted-User',
    'former member',
    'Former_Member',
    'FORMER MEMBER 3',
    'Customer Service',
    'everyone',
    'null',
    'no-reply',
  ])('refuses %s as reserved', (name) => {
    expect(reasonFor(name)).toBe('reserved');
  });

  test.each([
    'Ow\u200Bner',
    '\u202Erenwo',
    'Owner✔',
    '[Owner]',
    '﷽﷽',
    'ana@example.com',
    'ana＠example.com',
    'evil.invalid',
    'www.evil',
    'EVIL．INVALID',
    'https://evil.invalid',
    '10.0.0.1',
    'a\nb',
    'a\u0000b',
    'ab\u2066',
    '\u3164\u3164',
    '\u2800\u2800',
    '...',
    '---',
    "''",
    '<b>x</b>',
    'a/b',
    'x\u200Dy',
    'a\uFE0Fb',
    'a\u0316\u0316\u0316\u0316',
    '😀😀',
    '\u0316ab',
    'a\uD800b',
    'call +1 555',
    'a\u00ADb',
    'Ana\u{E0061}',
  ])('refuses the characters of %j', (name) => {
    expect(reasonFor(name)).toBe('characters');
  });

  test('counts characters as people do, on what is shown', () => {
    expect(reasonFor('')).toBe('too-short');
    expect(reasonFor(' \u3000 ')).toBe('too-short');
    expect(reasonFor('a')).toBe('too-short');
    expect(checkName('a'.repeat(40)).ok).toBe(true);
    expect(reasonFor('a'.repeat(41))).toBe('too-long');
    expect(checkName('𠮷'.repeat(40)).ok).toBe(true);
    expect(reasonFor('x'.repeat(1_000_000))).toBe('too-long');
  });

  test('refuses the shop’s own name when it is told', () => {
    expect(checkName('Lumen and Wick', ['Lumen & Wick']).ok).toBe(true);
    expect(checkName('Lumen Wick', ['Lumen & Wick'])).toEqual({ ok: false, reason: 'reserved' });
    expect(checkName('Lumеn Wiсk', ['Lumen & Wick'])).toEqual({ ok: false, reason: 'reserved' });
    expect(checkName('Ana', ['', '!!'])).toMatchObject({ ok: true });
  });

  test('every reason has words', () => {
    for (const words of Object.values(nameReasonWords)) expect(words).toMatch(/\.$/);
  });
});

describe('nameSkeleton', () => {
  test.each([
    ['Maria', 'Mаriа'],
    ['Anna Bell', 'ANNA_BELL'],
    ['Ilse', 'lIse'],
    ['Bob', 'B0b'],
    ['Straße', 'STRASSE'],
    ['Тест', 'Tест'],
  ])('%s and %s look the same', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  test.each([
    ['Zoë', 'Zoe'],
    ['Ana', 'Anna'],
    ['李', '王'],
  ])('%s and %s are two people', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });
});
