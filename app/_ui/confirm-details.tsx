import type { ReactNode } from 'react';
import { type ButtonSize, buttonClasses } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';

type Props = {
  /** The first step, e.g. "Hide this thread…". */
  label: ReactNode;
  /** What will happen, and whether it can be undone. */
  question: ReactNode;
  /** The form with the second step's button, which says what it does. */
  children: ReactNode;
  size?: ButtonSize;
  className?: string;
};

/** Two steps before something is taken away, without script and without a window over the page. */
export function ConfirmDetails({ label, question, children, size, className }: Props) {
  return (
    <details className={classNames('group', className)}>
      <summary
        className={classNames(buttonClasses('secondary', size), 'list-none group-open:border-bad-line')}
      >
        {label}
      </summary>
      <div className="mt-2 max-w-prose rounded-xl border border-bad-line bg-bad-soft p-4">
        <div className="mb-3">{question}</div>
        {children}
      </div>
    </details>
  );
}
