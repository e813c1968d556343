import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
  ConfirmLinkForm,
  DeviceForm,
  PasswordForm,
  ProfileForm,
  RevokeTokenForm,
  RoleForm,
  SetUpForm,
  SignInForm,
  SignUpForm,
  SuspensionForm,
  TokenForm,
} from '@/lib/accounts/schema';

const token = 'a'.repeat(43);
const forms: [string, z.ZodType, Record<string, unknown>][] = [
  ['SignInForm', SignInForm, { email: 'ana@example.com' }],
  ['SignUpForm', SignUpForm, { email: 'ana@example.com', password: 'long enough' }],
  ['ConfirmLinkForm', ConfirmLinkForm, { token }],
  ['ProfileForm', ProfileForm, { name: 'Ana' }],
  ['PasswordForm', PasswordForm, { newPassword: 'long enough' }],
  ['DeviceForm', DeviceForm, { device: token }],
  [
    'SetUpForm',
    SetUpForm,
    { token, email: 'a@example.com', name: 'Ana', shopName: 'Lamps', password: 'long enough' },
  ],
  ['RoleForm', RoleForm, { personId: 'abc', role: 'helper' }],
  ['SuspensionForm', SuspensionForm, { personId: 'abc' }],
  ['RevokeTokenForm', RevokeTokenForm, { tokenId: 'abc' }],
  ['TokenForm', TokenForm, { label: 'x', scopes: 'read' }],
];
/** What a hostile or broken client may send in place of a word; database filters are objects like these. */
const NOT_WORDS = [null, {}, { not: '' }, { contains: '' }, ['a', 'b'], [], 0, true];

test.each(forms)('%s takes its own fields', (_name, form, good) => {
  expect(form.safeParse(good).success).toBe(true);
});

test.each(forms)(
  '%s refuses objects, lists, null, nothing and unknown fields in words',
  (_name, form, good) => {
    for (const field of Object.keys(good)) {
      for (const value of [...NOT_WORDS, undefined]) {
        const parsed = form.safeParse({ ...good, [field]: value });
        expect(parsed.success, `${field}: ${JSON.stringify(value)}`).toBe(false);
      }
    }
    for (const extra of ['role', 'isOwner', 'emailVerified', 'id', 'createdAt', 'ownerSlot', '__proto__']) {
      if (extra in good) continue;
      const hostile: unknown = JSON.parse(`{"${extra}": {"connect": {}}}`);
      expect(form.safeParse(Object.assign(Object.create(null), good, hostile)).success, extra).toBe(
        extra === '__proto__',
      );
    }
  },
);

test('a password shorter than eight or longer than 200 characters is refused with a hint', () => {
  for (const newPassword of ['', 'seven77', 'x'.repeat(201), 'x'.repeat(100_000)]) {
    const parsed = PasswordForm.safeParse({ newPassword });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.message).toMatch(/^Use at (least|most)/);
  }
});
