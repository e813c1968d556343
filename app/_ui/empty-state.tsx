import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** One sentence on why it is empty, or what will appear here. */
  children?: ReactNode;
  /** The next step: a ButtonLink. */
  action?: ReactNode;
  /** Where this is all there is on a page, its title is the page's heading. */
  isWholePage?: boolean;
};

/** An empty list, designed: a sentence and a next step instead of a blank. */
export function EmptyState({ title, children, action, isWholePage = false }: Props) {
  return (
    <div className="rounded-2xl border border-dashed border-edge/60 px-6 py-10 text-center">
      {isWholePage ? (
        <h1 className="text-[1.6rem]!">{title}</h1>
      ) : (
        <p className="font-serif text-[1.2rem] font-semibold">{title}</p>
      )}
      {children ? <div className="mx-auto mt-2 max-w-md text-muted">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
