import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { followAction, muteAction } from '@/app/(site)/_parts/follow-actions';
import type { FollowedAndMuted } from '@/lib/following/queries';

const KIND = { thread: 'Thread', category: 'Category', tag: 'Tag' } as const;
const REASON: Record<string, string> = {
  asked: 'you asked it',
  replied: 'you replied',
  'me-too': 'you have this, too',
  chosen: 'you chose it',
};
const LINE = 'flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5';

/** What somebody follows and whom they muted, each with the way back. */
export function FollowedList({ places, placesTotal, muted }: FollowedAndMuted) {
  return (
    <>
      <section aria-labelledby="followed">
        <h2 id="followed" className="mb-2">
          What you follow
        </h2>
        {places.length === 0 ? (
          <p className="text-muted">
            Nothing yet. Whatever you ask or answer is followed by itself, and threads, categories and tags
            have a button for it.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {places.map(({ kind, id, name, href, reason }) => (
              <li key={`${kind}-${id}`} className={LINE}>
                <div className="min-w-0 grow basis-56">
                  <Link
                    prefetch={false}
                    href={href}
                    dir="auto"
                    className="font-semibold [overflow-wrap:anywhere] hover:text-accent-text hover:underline"
                  >
                    {name}
                  </Link>
                  <p className="text-[0.92rem] text-muted">
                    {KIND[kind]}, because {REASON[reason] ?? REASON.chosen}
                  </p>
                </div>
                <ActionButton
                  action={followAction}
                  fields={{ kind, id, follow: 'off' }}
                  variant="secondary"
                  size="small"
                  pendingLabel="Stopping…"
                >
                  Stop<span className="sr-only"> following {name}</span>
                </ActionButton>
              </li>
            ))}
          </ul>
        )}
        {placesTotal > places.length ? (
          <p className="mt-3 text-muted">
            These are the newest {places.length} of {placesTotal}.
          </p>
        ) : null}
      </section>
      {muted.length > 0 ? (
        <section aria-labelledby="muted" className="mt-8">
          <h2 id="muted" className="mb-2">
            Whom you muted
          </h2>
          <ul className="divide-y divide-line">
            {muted.map(({ id, name }) => (
              <li key={id} className={LINE}>
                <Link
                  prefetch={false}
                  href={`/u/${encodeURIComponent(name)}`}
                  className="min-w-0 grow basis-56 font-semibold hover:underline"
                >
                  <bdi>{name}</bdi>
                </Link>
                <ActionButton
                  action={muteAction}
                  fields={{ personId: id, mute: 'off' }}
                  variant="secondary"
                  size="small"
                  pendingLabel="Unmuting…"
                >
                  Unmute<span className="sr-only"> {name}</span>
                </ActionButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
