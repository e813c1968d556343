import Link from 'next/link';
import { avatarHue, initials } from '@/app/_ui/avatar-marks';
import { BuyerBadge, StaffBadge } from '@/app/_ui/badge';
import { classNames } from '@/app/_ui/class-names';
import type { Words } from '@/lib/words/catalogue';

type Props = {
  name: string;
  /** Any role; only `owner` and `helper` show a badge. */
  role?: string;
  /** Whether this person bought here; `bought` is the product of the thread. Staff speaks for the shop and shows that badge only. */
  verifiedBuyer?: boolean;
  bought?: string | null;
  /** The profile, when there is one to see. */
  href?: string;
  words?: Words['parts'];
};

/** A person's name, isolated so that its direction cannot disturb the line, with the shop's badge. */
export function PersonName({ name, role, href, verifiedBuyer, bought, words }: Props) {
  const isStaff = role === 'owner' || role === 'helper';
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
      {href ? (
        <Link
          prefetch={false}
          href={href}
          className="font-semibold text-ink hover:text-accent-text hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <bdi className="font-semibold">{name}</bdi>
      )}
      {isStaff ? (
        <StaffBadge role={role} words={words} />
      ) : verifiedBuyer ? (
        <BuyerBadge bought={bought} words={words} />
      ) : null}
    </span>
  );
}

const SIZES = {
  small: 'size-8 text-[0.8rem]',
  normal: 'size-10 text-[0.9rem]',
  large: 'size-16 text-[1.4rem]',
};

type AvatarProps = { name: string; size?: keyof typeof SIZES; src?: string | null };

/** A picture, or initials in a coloured circle. Decoration beside a written name, hence hidden from screen readers. */
export function Avatar({ name, size = 'normal', src }: AvatarProps) {
  if (src) {
    return (
      <picture className="contents">
        <img
          alt=""
          src={src}
          loading="lazy"
          decoding="async"
          className={classNames('shrink-0 rounded-full bg-sunken object-cover', SIZES[size])}
        />
      </picture>
    );
  }
  return (
    <span
      aria-hidden
      className={classNames(
        'avatar inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none',
        `avatar-${avatarHue(name)}`,
        SIZES[size],
      )}
    >
      <bdi>{initials(name)}</bdi>
    </span>
  );
}
