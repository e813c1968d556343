import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps } from 'react';
import { classNames } from '@/app/_ui/class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'large';

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-lg border text-center font-semibold leading-tight no-underline transition-colors select-none disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 [&_svg]:size-[1.15em] [&_svg]:shrink-0';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent shadow-calm hover:bg-accent-hover',
  secondary: 'border-edge bg-surface text-ink hover:border-accent-text hover:bg-accent-soft',
  quiet: 'border-transparent bg-transparent text-accent-text hover:bg-accent-soft',
  danger: 'border-transparent bg-bad-fill text-white shadow-calm hover:bg-bad-hover',
};

/** Every size is at least 44 px high (2.6rem at 17 px), the target size promised in the design. */
const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-[2.6rem] px-3 py-1 text-[0.92rem] max-[22rem]:px-2',
  normal: 'min-h-11 px-4 py-2',
  large: 'min-h-13 px-6 py-3 text-[1.06rem]',
};

/** The classes of a button, for the rare element that must look like one (a `<summary>`, a label). */
export function buttonClasses(variant: ButtonVariant = 'secondary', size: ButtonSize = 'normal'): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size]);
}

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
