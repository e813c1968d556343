import type { ReactNode } from 'react';

/** The lit band at the top of home: a greeting, one sentence, and the big search as child. */
export function Hero({
  title,
  intro,
  children,
}: {
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="lamplight px-5 pt-12 pb-12 text-center sm:pt-20 sm:pb-16">
      <div className="mx-auto max-w-2xl">
        <h1 className="text-[clamp(1.9rem,1.3rem+2.8vw,2.8rem)]">{title}</h1>
        {intro ? <p className="mx-auto mt-3 max-w-lg text-[1.08rem] text-muted">{intro}</p> : null}
        <div className="mt-8">{children}</div>
      </div>
    </section>
  );
}
