import { BellOff, BellPlus, BellRing } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { followAction, muteAction } from '@/app/(site)/_parts/follow-actions';
import type { Actor } from '@/lib/accounts/schema';
import { follows, hasMuted } from '@/lib/following/queries';
import type { PlaceKind } from '@/lib/following/schema';
import type { Words } from '@/lib/words/catalogue';

/** Follow, or follow no longer; nothing for a visitor, who has no place to be told. */
export async function FollowButton({
  kind,
  id,
  actor,
  words,
}: {
  kind: PlaceKind;
  id: string;
  actor: Actor | null;
  words: Words['parts'];
}) {
  if (!actor) return null;
  const isFollowing = await follows(actor, kind, id);
  return (
    <ActionButton
      action={followAction}
      fields={{ kind, id, follow: isFollowing ? 'off' : 'on' }}
      variant="secondary"
      pendingLabel={isFollowing ? words.stopping : words.following}
    >
      {isFollowing ? <BellRing aria-hidden /> : <BellPlus aria-hidden />}
      {isFollowing ? words.stopFollowing : words.follow}
    </ActionButton>
  );
}

/** Hear no more of what one person writes, or hear of it again. */
export async function MuteButton({
  personId,
  actor,
  words,
}: {
  personId: string;
  actor: Actor | null;
  words: Words['profile'];
}) {
  if (!actor || actor.id === personId) return null;
  const isMuted = await hasMuted(actor, personId);
  return (
    <ActionButton
      action={muteAction}
      fields={{ personId, mute: isMuted ? 'off' : 'on' }}
      variant="quiet"
      pendingLabel={isMuted ? words.unmuting : words.muting}
    >
      {isMuted ? <BellRing aria-hidden /> : <BellOff aria-hidden />}
      {isMuted ? words.unmute : words.mute}
    </ActionButton>
  );
}
