'use client';

import { startTransition, useActionState, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { FormMessage } from '@/app/_ui/form-message';
import { subscribePushAction, unsubscribePushAction } from '@/app/(site)/account/notifications/actions';
import { IDLE } from '@/lib/web/form-state';
import type { Words } from '@/lib/words/catalogue';

type State = 'unknown' | 'impossible' | 'refused' | 'off' | 'on';

/** Asks this browser to show news by itself. It asks for permission only when it is pressed; without script, and in
 * browsers that cannot, it is not there. */
export function PushButton({
  publicKey,
  words,
}: {
  publicKey: string;
  words: Words['notifications']['choices']['push'];
}) {
  const [state, setState] = useState<State>('unknown');
  const [busy, setBusy] = useState(false);
  const [answer, subscribe] = useActionState(subscribePushAction, IDLE);
  const [, unsubscribe] = useActionState(unsubscribePushAction, IDLE);

  useEffect(() => void whatIs().then(setState), []);

  async function turnOn(): Promise<State> {
    if ((await Notification.requestPermission()) !== 'granted') return 'refused';
    const worker = await navigator.serviceWorker.register('/push-worker.js');
    await navigator.serviceWorker.ready;
    const subscription = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: publicKey,
    });
    const { endpoint, keys = {} } = subscription.toJSON();
    startTransition(() =>
      subscribe(formOf({ endpoint: endpoint ?? '', p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' })),
    );
    return 'on';
  }

  async function turnOff(): Promise<State> {
    const subscription = await subscriptionHere();
    if (subscription) {
      startTransition(() => unsubscribe(formOf({ endpoint: subscription.endpoint })));
      await subscription.unsubscribe();
    }
    return 'off';
  }

  function press(act: () => Promise<State>): void {
    setBusy(true);
    void act()
      .catch((): State => 'impossible')
      .then(setState)
      .finally(() => setBusy(false));
  }

  if (state === 'unknown') return null;
  if (state === 'impossible') {
    return <p className="text-muted">{words.impossible}</p>;
  }
  if (state === 'refused') {
    return <p className="text-muted">{words.refused}</p>;
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Button variant="secondary" disabled={busy} onClick={() => press(state === 'on' ? turnOff : turnOn)}>
        {state === 'on' ? words.off : words.on}
      </Button>
      {answer.status === 'error' ? <FormMessage kind="error">{answer.message}</FormMessage> : null}
    </div>
  );
}

async function whatIs(): Promise<State> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    return 'impossible';
  }
  if (Notification.permission === 'denied') return 'refused';
  return (await subscriptionHere()) ? 'on' : 'off';
}

async function subscriptionHere(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration('/push-worker.js');
  return (await worker?.pushManager.getSubscription()) ?? null;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
