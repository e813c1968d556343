'use client';

import { useActionState } from 'react';
import { FormMessage } from '@/app/_ui/form-message';
import { SubmitButton } from '@/app/_ui/submit-button';
import { saveChoicesAction } from '@/app/(site)/account/notifications/actions';
import { IDLE } from '@/lib/web/form-state';

type Way = { way: string; label: string };
type Line = { kind: string; label: string; on: Record<string, boolean> };

type Props = { ways: readonly Way[]; lines: readonly Line[]; saving: string; save: string };

/** A switch per kind of news and way to hear of it; one form, so that it saves without script, too. */
export function ChoicesForm({ ways, lines, saving, save: saveWord }: Props) {
  const [state, save] = useActionState(saveChoicesAction, IDLE);
  return (
    <form action={save} className="grid gap-5">
      {state.message ? (
        <FormMessage kind={state.status === 'done' ? 'success' : 'error'}>{state.message}</FormMessage>
      ) : null}
      <div className="grid divide-y divide-line">
        {lines.map(({ kind, label, on }) => (
          <fieldset key={kind} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-2.5">
            <legend className="sr-only">{label}</legend>
            <span aria-hidden className="min-w-0 grow basis-64">
              {label}
            </span>
            <span className="flex flex-wrap gap-x-5">
              {ways.map(({ way, label: wayLabel }) => (
                <label key={way} className="flex min-h-11 items-center gap-2.5 whitespace-nowrap">
                  <input
                    key={String(on[way])}
                    type="checkbox"
                    name={`${kind}.${way}`}
                    defaultChecked={on[way]}
                    className="size-5 shrink-0"
                  />
                  {wayLabel}
                </label>
              ))}
            </span>
          </fieldset>
        ))}
      </div>
      <div>
        <SubmitButton pendingLabel={saving}>{saveWord}</SubmitButton>
      </div>
    </form>
  );
}
