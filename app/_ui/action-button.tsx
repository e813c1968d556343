'use client';

import { type ReactNode, useActionState } from 'react';
import type { ButtonSize, ButtonVariant } from '@/app/_ui/button';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { handOnFocus } from '@/app/_ui/hand-on-focus';
import { SubmitButton } from '@/app/_ui/submit-button';
import { type FormAction, IDLE } from '@/lib/web/form-state';

type Props = {
  action: FormAction;
  /** What travels with it: ids and choices. */
  fields?: Record<string, string>;
  children: ReactNode;
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Where without script the answer, which is a new page, is looked at: "#reply-…". Its top where left out. */
  at?: string;
};

/** A button that does one thing at once, with what came of it beneath; posts without script too. */
export function ActionButton({ action, fields = {}, children, pendingLabel, variant, size, at }: Props) {
  const [state, submit] = useActionState(action, IDLE, at);
  return (
    <form ref={handOnFocus} action={submit} className="grid justify-items-start gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <HiddenInput key={name} name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size={size} pendingLabel={pendingLabel}>
        {children}
      </SubmitButton>
      {state.message ? (
        <FormMessage kind={state.status === 'error' ? 'error' : 'success'}>{state.message}</FormMessage>
      ) : null}
    </form>
  );
}
