import { MonitorSmartphone } from 'lucide-react';
import { ActionButton } from '@/app/_ui/action-button';
import { Badge } from '@/app/_ui/badge';
import { TimeAgo } from '@/app/_ui/time-ago';
import { signOutDeviceAction } from '@/app/(site)/account/actions';
import type { AccountPage } from '@/lib/accounts/queries';

type Props = { devices: AccountPage['devices']; now: Date; timeZone: string };

/** Where this person is signed in; each can be signed out from here. */
export function Devices({ devices, now, timeZone }: Props) {
  return (
    <ul className="divide-y divide-line">
      {devices.map((device) => (
        <li key={device.device} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
          <div className="min-w-0 flex-1 basis-52">
            <p className="font-semibold">
              {device.name} {device.isThis ? <Badge tone="good">This device</Badge> : null}
            </p>
            <p className="text-[0.92rem] text-muted">
              Signed in <TimeAgo at={device.signedInAt} now={now} timeZone={timeZone} />, last seen{' '}
              <TimeAgo at={device.lastSeenAt} now={now} timeZone={timeZone} />
            </p>
          </div>
          {device.isThis ? null : (
            <ActionButton
              action={signOutDeviceAction}
              fields={{ device: device.device }}
              variant="secondary"
              size="small"
              pendingLabel="Signing out…"
            >
              Sign out
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}
