import { BadgeCheck, Lamp, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Sentence } from '@/app/_ui/sentence';
import type { Words } from '@/lib/words/catalogue';
import { parts as ENGLISH } from '@/lib/words/en/parts';

const TONES = {
  neutral: 'border-line bg-sunken text-muted',
  good: 'border-good-line bg-good-soft text-good',
  warn: 'border-warn-line bg-warn-soft text-warn',
  bad: 'border-bad-line bg-bad-soft text-bad',
  accent: 'border-accent-line bg-accent-soft text-accent-text',
} as const;

export type BadgeTone = keyof typeof TONES;

/** A state in words; the colour only repeats what the words say. `icon` is a lucide element. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={`badge inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 align-middle text-[0.82rem] leading-snug font-semibold [&_svg]:size-3.5 [&_svg]:shrink-0 ${TONES[tone]}`}
    >
      {icon}
      {children}
    </span>
  );
}

/** Says that this person speaks for the shop. */
export function StaffBadge({ role, words = ENGLISH }: { role: 'owner' | 'helper'; words?: Words['parts'] }) {
  return role === 'owner' ? (
    <Badge tone="accent" icon={<Lamp aria-hidden />}>
      {words.owner}
    </Badge>
  ) : (
    <Badge tone="neutral" icon={<ShieldCheck aria-hidden />}>
      {words.helper}
    </Badge>
  );
}

/** Says that this person bought here, and what, where the thread is about it. */
export function BuyerBadge({ bought, words = ENGLISH }: { bought?: string | null; words?: Words['parts'] }) {
  return (
    <Badge tone="good" icon={<BadgeCheck aria-hidden />}>
      {bought ? (
        <span>
          <Sentence text={words.verifiedBuyerOf} places={{ product: <bdi>{bought}</bdi> }} />
        </span>
      ) : (
        words.verifiedBuyer
      )}
    </Badge>
  );
}
