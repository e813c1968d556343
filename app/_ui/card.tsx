import Link from 'next/link';
import type { HTMLAttributes, ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';

const PANEL = 'rounded-2xl border border-line bg-surface shadow-calm';

type CardProps = Omit<HTMLAttributes<HTMLDivElement>, 'style'> & { flush?: boolean };

/** A quiet panel. `flush` leaves out the padding, for lists and tables that bring their own. */
export function Card({ flush, className, ...rest }: CardProps) {
  return <div {...rest} className={classNames(PANEL, flush ? 'overflow-hidden' : 'p-5 sm:p-6', className)} />;
}

type CardLinkProps = {
  href: string;
  title: ReactNode;
  children?: ReactNode;
  /** A lucide element. */
  icon?: ReactNode;
  /** Small print at the foot, e.g. "12 articles". */
  meta?: ReactNode;
};

/** A whole card that is one link: its title is the link's name, its surface the target. */
export function CardLink({ href, title, children, icon, meta }: CardLinkProps) {
  return (
    <div
      className={classNames(
        PANEL,
        'group relative flex h-full flex-col gap-1.5 p-5 transition-[border-color,box-shadow] hover:border-accent-line hover:shadow-lifted',
      )}
    >
      {icon ? (
        <span className="mb-1 inline-flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text [&_svg]:size-5.5">
          {icon}
        </span>
      ) : null}
      <Link
        prefetch={false}
        href={href}
        className="font-serif text-[1.12rem] leading-snug font-semibold after:absolute after:inset-0 after:rounded-2xl group-hover:text-accent-text"
      >
        {title}
      </Link>
      {children ? <div className="text-[0.95rem] text-muted">{children}</div> : null}
      {meta ? <div className="mt-auto pt-2 text-[0.88rem] text-muted">{meta}</div> : null}
    </div>
  );
}
