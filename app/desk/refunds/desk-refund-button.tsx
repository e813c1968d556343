'use client';

import { useActionState } from 'react';
import { HiddenInput } from '@/app/_ui/field';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import {
  closeRefundAction,
  lookForRefundAction,
  releaseRefundAction,
  tickRefundAction,
  undoTickAction,
} from '@/app/desk/refunds/actions';
import { IDLE } from '@/lib/web/form-state';

type Props = { refundId: string; label: string };

/** Lets a waiting refund go. */
export function ReleaseButton(props: Props) {
  return <OneButton {...props} action={releaseRefundAction} variant="primary" />;
}

/** Ticks a refund off that was paid by hand. */
export function TickButton(props: Props) {
  return <OneButton {...props} action={tickRefundAction} variant="primary" />;
}

/** Takes such a tick back. */
export function UndoTickButton(props: Props) {
  return <OneButton {...props} action={undoTickAction} variant="danger" />;
}

/** Has the provider asked again. */
export function LookButton(props: Props) {
  return <OneButton {...props} action={lookForRefundAction} variant="secondary" />;
}

/** Ends a refund that is certainly not at the provider. */
export function CloseButton(props: Props) {
  return <OneButton {...props} action={closeRefundAction} variant="danger" />;
}

function OneButton({
  refundId,
  label,
  action,
  variant,
}: Props & { action: typeof releaseRefundAction; variant: 'primary' | 'secondary' | 'danger' }) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit} className="grid gap-2">
      <HiddenInput name="refundId" value={refundId} />
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <div>
        <SubmitButton size="small" variant={variant}>
          {label}
        </SubmitButton>
      </div>
    </form>
  );
}
