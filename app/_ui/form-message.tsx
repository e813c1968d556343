import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';

const LOOKS = {
  error: { classes: 'border-bad-line bg-bad-soft text-bad', Icon: CircleAlert },
  success: { classes: 'border-good-line bg-good-soft text-good', Icon: CircleCheck },
  info: { classes: 'border-note-line bg-note-soft text-note', Icon: Info },
} as const;

/** What came of a form, above its button. Errors interrupt a screen reader (alert), the others wait (status). */
export function FormMessage({ kind, children }: { kind: keyof typeof LOOKS; children: ReactNode }) {
  const { classes, Icon } = LOOKS[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={`flex gap-2.5 rounded-lg border px-4 py-3 font-medium ${classes}`}
    >
      <Icon aria-hidden className="mt-1 size-5 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** Why a long form was not taken, above its button; brought into sight wherever in the form one was. For client leaves. */
export function Refusal({ children }: { children: ReactNode }) {
  return (
    <div ref={intoSight} className="scroll-my-24">
      <FormMessage kind="error">{children}</FormMessage>
    </div>
  );
}

function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
