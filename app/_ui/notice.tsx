import { CircleAlert, CircleCheck, Info, Lamp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';

const LOOKS = {
  info: { panel: 'border-note-line bg-note-soft', icon: 'text-note', Icon: Info },
  good: { panel: 'border-good-line bg-good-soft', icon: 'text-good', Icon: CircleCheck },
  warn: { panel: 'border-warn-line bg-warn-soft', icon: 'text-warn', Icon: TriangleAlert },
  bad: { panel: 'border-bad-line bg-bad-soft', icon: 'text-bad', Icon: CircleAlert },
  accent: { panel: 'border-accent-line bg-accent-soft', icon: 'text-accent-text', Icon: Lamp },
} as const;

type Props = { tone?: keyof typeof LOOKS; title?: ReactNode; children?: ReactNode; className?: string };

/** A calm coloured panel that is part of the page (not an announcement: that is FormMessage). */
export function Notice({ tone = 'info', title, children, className }: Props) {
  const { panel, icon, Icon } = LOOKS[tone];
  return (
    <div className={classNames('flex gap-3 rounded-xl border px-4 py-3.5', panel, className)}>
      <Icon aria-hidden className={classNames('mt-1 size-5 shrink-0', icon)} />
      <div className="min-w-0 grow">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="max-w-prose">{children}</div> : null}
      </div>
    </div>
  );
}
