import type { ReactNode } from 'react';
import { PageBody } from '@/app/_ui/page-body';

/** A page that is one form: narrow enough that label, control and button are one glance. */
export function FormPage({ children }: { children: ReactNode }) {
  return (
    <PageBody width="reading">
      <div className="mx-auto max-w-[32rem]">{children}</div>
    </PageBody>
  );
}
