'use client';

import { useActionState } from 'react';
import { Checkbox, Field, Select, TextArea, TextInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { saveSettingsAction } from '@/app/desk/settings/actions';
import { BreakerFields } from '@/app/desk/settings/breaker-fields';
import type { ShopSettings } from '@/lib/settings/schema';
import { IDLE } from '@/lib/web/form-state';

type Props = {
  settings: ShopSettings;
  timeZones: readonly string[];
  nameMax: number;
  /** How much fits on a receipt. */
  receiptMax: { legalName: number; legalAddress: number; taxNumber: number };
};

/** The windows of the defaults, and none: "for any reason whatsoever", at any time. */
const WINDOWS = [
  { value: '0', label: 'At any time after the payment' },
  { value: '14', label: 'Within 14 days of the payment' },
  { value: '30', label: 'Within 30 days of the payment' },
  { value: '60', label: 'Within 60 days of the payment' },
  { value: '183', label: 'Within half a year of the payment' },
];

const OFFERS = [
  { name: 'offersExchange', label: 'Another one of the same' },
  { name: 'offersRepair', label: 'A repair' },
  { name: 'offersCredit', label: 'Store credit' },
] as const;

/** Everything about the shop that its owner decides. */
export function SettingsForm({ settings, timeZones, nameMax, receiptMax }: Props) {
  const [state, save] = useActionState(saveSettingsAction, IDLE);
  const { values = {}, fieldErrors = {}, turn = 0 } = state;
  const current = String(settings.refundWindowDays);
  const windows = WINDOWS.some((window) => window.value === current)
    ? WINDOWS
    : [...WINDOWS, { value: current, label: `Within ${current} days of the payment` }];
  return (
    <form action={save} key={turn} className="grid max-w-[34rem] gap-6">
      {state.status === 'error' && state.message ? (
        <FormMessage kind="error">{state.message}</FormMessage>
      ) : null}
      <Field label="Name of the shop" name="shopName" error={fieldErrors.shopName}>
        <TextInput
          defaultValue={values.shopName ?? settings.shopName}
          maxLength={nameMax}
          autoComplete="organization"
        />
      </Field>
      <Field
        label="Accent colour"
        name="accent"
        hint="Buttons and links. Lighter and darker shades are found so that everything stays readable."
        error={fieldErrors.accent}
      >
        <TextInput
          type="color"
          defaultValue={values.accent ?? settings.accent}
          className="h-12 max-w-28 p-1.5"
        />
      </Field>
      <Field
        label="Time zone"
        name="timeZone"
        hint="Decides when a day begins: for the digest, the morning and dates you see."
        error={fieldErrors.timeZone}
      >
        <Select
          defaultValue={values.timeZone ?? settings.timeZone}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </Field>
      <Field
        label="E-mail for customers"
        name="contactEmail"
        hint="Shown on the contact page."
        error={fieldErrors.contactEmail}
        optional
      >
        <TextInput
          type="email"
          autoComplete="email"
          defaultValue={values.contactEmail ?? settings.contactEmail}
        />
      </Field>
      <Field
        label="Phone for customers"
        name="contactPhone"
        hint="Shown on the contact page."
        error={fieldErrors.contactPhone}
        optional
      >
        <TextInput
          type="tel"
          autoComplete="tel"
          maxLength={40}
          defaultValue={values.contactPhone ?? settings.contactPhone}
        />
      </Field>
      <Field
        label="Refunds at once"
        name="refundWindowDays"
        hint="Approved by itself, for any reason. What is asked for later waits for you, like what is above the limits below."
        error={fieldErrors.refundWindowDays}
      >
        <Select defaultValue={values.refundWindowDays ?? current} options={windows} />
      </Field>
      <BreakerFields state={state} settings={settings} />
      <fieldset>
        <legend className="font-semibold">Offered instead of the money</legend>
        <p className="text-[0.9rem] text-muted">
          Shown after a refund is approved, for the minute in which it can be taken back. Nothing is chosen
          beforehand.
        </p>
        {OFFERS.map(({ name, label }) => (
          <Checkbox
            key={name}
            name={name}
            value="yes"
            label={label}
            defaultChecked={(state.values ? values[name] : settings[name]) === 'yes'}
          />
        ))}
      </fieldset>
      <Field
        label="“Withdraw from contract here”"
        name="offersWithdrawal"
        hint="A shop that sells online to consumers in the EU must offer it since 19 June 2026. It stands at the foot of every page."
        error={fieldErrors.offersWithdrawal}
      >
        <Select
          defaultValue={values.offersWithdrawal ?? settings.offersWithdrawal}
          options={[
            { value: 'yes', label: 'Offer it' },
            { value: 'no', label: 'Do not offer it' },
          ]}
        />
      </Field>
      <fieldset className="grid gap-4">
        <legend className="mb-1 font-semibold">On receipts</legend>
        <p className="text-[0.9rem] text-muted">
          Each completed refund gets a numbered credit note. Receipts that were written already stay as they
          are.
        </p>
        <Field
          label="Legal name"
          name="legalName"
          hint="If it differs from the name of the shop."
          error={fieldErrors.legalName}
          optional
        >
          <TextInput
            autoComplete="organization"
            maxLength={receiptMax.legalName}
            defaultValue={values.legalName ?? settings.legalName}
          />
        </Field>
        <Field label="Address" name="legalAddress" error={fieldErrors.legalAddress} optional>
          <TextArea
            rows={3}
            autoComplete="street-address"
            maxLength={receiptMax.legalAddress}
            defaultValue={values.legalAddress ?? settings.legalAddress}
            className="min-h-24!"
          />
        </Field>
        <Field
          label="Tax number"
          name="taxNumber"
          hint="With its name, such as VAT ID DE123456789."
          error={fieldErrors.taxNumber}
          optional
        >
          <TextInput
            autoComplete="off"
            maxLength={receiptMax.taxNumber}
            defaultValue={values.taxNumber ?? settings.taxNumber}
          />
        </Field>
      </fieldset>
      <Field
        label="Pages that may show the help widget"
        name="widgetOrigins"
        hint="One address a line, such as https://shop.example.com. No other site can show it; this one always can."
        error={fieldErrors.widgetOrigins}
        optional
      >
        <TextArea
          rows={3}
          defaultValue={values.widgetOrigins ?? settings.widgetOrigins}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          className="min-h-24!"
        />
      </Field>
      <div>
        <SubmitButton pendingLabel="Saving…">Save the settings</SubmitButton>
      </div>
    </form>
  );
}
