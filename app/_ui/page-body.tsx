import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';

const WIDTHS = { reading: 'max-w-[46rem]', page: 'max-w-page' };

/** The room a page stands in: centred, with margins; `reading` for one column of text or a form. */
export function PageBody({ width = 'page', children }: { width?: keyof typeof WIDTHS; children: ReactNode }) {
  return <div className={classNames('mx-auto w-full px-5 py-8 sm:py-10', WIDTHS[width])}>{children}</div>;
}
