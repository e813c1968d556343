import { LampDesk } from 'lucide-react';
import { ButtonLink } from '@/app/_ui/button';
import { NavLink } from '@/app/_ui/nav-link';
import { Avatar } from '@/app/_ui/person-name';
import { UnreadBell } from '@/app/_ui/unread-bell';
import type { Words } from '@/lib/words/catalogue';

/** Who is looking, as far as a frame needs to know. */
export type FrameViewer = { name: string; isStaff: boolean };

/** "Sign in", or the person's own corner with what is new; the shop's people also get the way to the desk. */
export function AccountArea({
  viewer,
  unreadCount,
  words,
}: {
  viewer: FrameViewer | null;
  unreadCount: number;
  words: Words['frame'];
}) {
  if (!viewer) {
    return (
      <ButtonLink prefetch={false} href="/sign-in" size="small" className="shrink-0">
        {words.signIn}
      </ButtonLink>
    );
  }
  return (
    <div className="flex shrink-0 items-center gap-1">
      {viewer.isStaff ? (
        <ButtonLink
          prefetch={false}
          href="/desk"
          variant="quiet"
          size="small"
          className="max-sm:size-11 max-sm:px-0"
        >
          <LampDesk aria-hidden />
          <span className="max-sm:sr-only">{words.desk}</span>
        </ButtonLink>
      ) : null}
      <UnreadBell count={unreadCount} href="/notifications" source="/api/unread" words={words.bell} />
      <NavLink
        href="/account"
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-1 font-semibold hover:bg-sunken"
      >
        <Avatar name={viewer.name} size="small" />
        <bdi className="line-clamp-1 max-w-32 text-[0.95rem] max-xl:sr-only">{viewer.name}</bdi>
        <span className="sr-only">{words.yourAccount}</span>
      </NavLink>
    </div>
  );
}
