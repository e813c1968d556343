'use client';

import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { requestRefundAction } from '@/app/(site)/refund/actions';
import { IDLE } from '@/lib/web/form-state';

/** One press refunds the order. It sends the order and nothing else; the amount is only shown. */
export function RefundButton({
  orderId,
  label,
  pending,
}: {
  orderId: string;
  /** With the amount in it. */
  label: string;
  pending: string;
}) {
  const [state, submit] = useActionState(requestRefundAction, IDLE);
  return (
    <form action={submit} className="grid gap-3">
      <HiddenInput name="orderId" value={orderId} />
      {state.message ? <FormMessage kind="error">{state.message}</FormMessage> : null}
      <div>
        <SubmitButton size="large" pendingLabel={pending} className="max-sm:w-full">
          {label}
        </SubmitButton>
      </div>
    </form>
  );
}
