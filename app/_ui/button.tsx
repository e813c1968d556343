import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClasses } from '@/app/_ui/button-classes';
import { classNames } from '@/app/_ui/class-names';

export { type ButtonSize, type ButtonVariant, buttonClasses };

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { variant?: ButtonVariant; size?: ButtonSize };

/** A plain button. `type` is `button` unless said otherwise; the words say what happens ("Refund €24.00"). */
export function Button({ variant, size, type = 'button', className, ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classNames(buttonClasses(variant, size), className)} />;
}

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={classNames(buttonClasses(variant, size), className)} />;
}
