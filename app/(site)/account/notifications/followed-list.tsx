import Link from 'next/link';
import { ActionButton } from '@/app/_ui/action-button';
import { followAction, muteAction } from '@/app/(site)/_parts/follow-actions';
import type { FollowedAndMuted } from '@/lib/following/queries';
import type { Spoken } from '@/lib/words/catalogue';
import { numberWords, say } from '@/lib/words/say';

const LINE = 'flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5';

/** What somebody follows and whom they muted, each with the way back. */
export function FollowedList({ places, placesTotal, muted, spoken }: FollowedAndMuted & { spoken: Spoken }) {
  const { followed: words } = spoken.words.notifications;
  const { profile } = spoken.words;
  return (
    <>
      <section aria-labelledby="followed">
        <h2 id="followed" className="mb-2">
          {words.title}
        </h2>
        {places.length === 0 ? (
          <p className="text-muted">{words.none}</p>
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
                    {say(words.because, {
                      kind: words.kinds[kind],
                      reason: words.reasons[reason],
                    })}
                  </p>
                </div>
                <ActionButton
                  action={followAction}
                  fields={{ kind, id, follow: 'off' }}
                  variant="secondary"
                  size="small"
                  pendingLabel={words.stopping}
                >
                  {words.stop}
                  <span className="sr-only">{` ${say(words.stopWhat, { name })}`}</span>
                </ActionButton>
              </li>
            ))}
          </ul>
        )}
        {placesTotal > places.length ? (
          <p className="mt-3 text-muted">
            {say(words.newest, {
              n: numberWords(places.length, spoken.language),
              total: numberWords(placesTotal, spoken.language),
            })}
          </p>
        ) : null}
      </section>
      {muted.length > 0 ? (
        <section aria-labelledby="muted" className="mt-8">
          <h2 id="muted" className="mb-2">
            {words.muted}
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
                  pendingLabel={profile.unmuting}
                >
                  {profile.unmute}
                  <span className="sr-only">{` ${name}`}</span>
                </ActionButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
