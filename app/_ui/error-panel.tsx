import type { ReactNode } from 'react';
import { LanternMark } from '@/app/_ui/lantern-mark';

type Props = {
  title: string;
  children: ReactNode;
  /** Buttons: first the likeliest way on. */
  actions?: ReactNode;
  /** The number the logs know this by, with what it is for. */
  reference?: { words: string; number: string };
};

/** A page that could not be shown, said calmly: what happened, a search, and the ways out. */
export function ErrorPanel({ title, children, actions, reference }: Props) {
  return (
    <div className="mx-auto w-full max-w-xl px-5 py-16 text-center">
      <LanternMark className="mx-auto size-16" />
      <h1 className="mt-5">{title}</h1>
      <div className="mt-3 text-[1.06rem] text-muted">{children}</div>
      {actions ? <div className="mt-7 flex flex-wrap justify-center gap-3">{actions}</div> : null}
      {reference ? (
        <p className="mt-7 text-[0.9rem] text-muted">
          {reference.words} <code className="font-semibold">{reference.number}</code>
        </p>
      ) : null}
    </div>
  );
}
