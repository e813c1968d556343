import { MonitorSmartphone } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { Sentence } from '@/app/_ui/sentence';
import { TimeAgo } from '@/app/_ui/time-ago';
import { signOutDeviceAction } from '@/app/(site)/account/actions';
import type { AccountPage } from '@/lib/accounts/queries';
import type { Spoken } from '@/lib/words/catalogue';
import { say } from '@/lib/words/say';

type Props = { devices: AccountPage['devices']; now: Date; timeZone: string; spoken: Spoken };

/** Where this person is signed in; each can be signed out from here. */
export function Devices({ devices, now, timeZone, spoken }: Props) {
  const { language } = spoken;
  const words = spoken.words.account.devices;
  const nameOf = ({ browser, system }: AccountPage['devices'][number]) => {
    const program = browser ?? words.aBrowser;
    return system ? say(words.on, { browser: program, system }) : program;
  };
  const ago = (at: Date) => <TimeAgo at={at} now={now} timeZone={timeZone} language={language} />;
  return (
    <ul className="divide-y divide-line">
      {devices.map((device) => (
        <li key={device.device} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
          <div className="min-w-0 flex-1 basis-52">
            <p className="font-semibold">
              {nameOf(device)} {device.isThis ? <Badge tone="good">{words.this}</Badge> : null}
            </p>
            <p className="text-[0.92rem] text-muted">
              <Sentence
                text={words.times}
                places={{ signedIn: ago(device.signedInAt), seen: ago(device.lastSeenAt) }}
              />
            </p>
          </div>
          {device.isThis ? null : (
            <ActionButton
              action={signOutDeviceAction}
              fields={{ device: device.device }}
              variant="secondary"
              size="small"
              pendingLabel={words.signingOut}
            >
              {words.signOut}
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}
