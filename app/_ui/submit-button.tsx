'use client';

import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonSize, type ButtonVariant } from '@/app/_ui/button';

type Props = {
  children: ReactNode;
  /** What the button says while the server works, e.g. "Sending…". */
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
  className?: string;
  disabled?: boolean;
};

/**
 * Submits the form around it. While the form's action runs it does nothing more and says so in words, so a second
 * click cannot send twice; with several in one form, only the one that was pressed changes its words. It is not
 * disabled meanwhile: a disabled button loses the focus, and with it whoever hears the page loses their place.
 */
export function SubmitButton({
  children,
  pendingLabel = 'One moment…',
  variant = 'primary',
  disabled,
  name,
  value,
  ...rest
}: Props) {
  const { pending, data } = useFormStatus();
  const pressed = pending && (name === undefined || data?.get(name) === (value ?? ''));
  return (
    <>
      <Button
        {...rest}
        type="submit"
        variant={variant}
        name={name}
        value={value}
        disabled={disabled}
        aria-disabled={pending || undefined}
        onClick={(event) => pending && event.preventDefault()}
      >
        {pressed ? (
          <>
            <LoaderCircle aria-hidden className="animate-spin" />
            {pendingLabel}
          </>
        ) : (
          children
        )}
      </Button>
      <span className="sr-only" aria-live="polite">
        {pressed ? pendingLabel : ''}
      </span>
    </>
  );
}
