import type { ReactNode } from 'react';
import { ActionButton } from '@/app/_ui/action-button';
import { buttonClasses } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { classNames } from '@/app/_ui/class-names';
import { ConfirmDetails } from '@/app/_ui/confirm-details';
import { momentWords } from '@/app/_ui/time-words';
import { WordsForm } from '@/app/desk/refunds/[id]/words-form';
import {
  callOffAction,
  closeRefundAction,
  sendAgainAction,
  settleTroubleAction,
} from '@/app/desk/refunds/actions';
import { RefundActs } from '@/app/desk/refunds/refund-acts';
import { NEED_WORDS } from '@/app/desk/refunds/refund-words';
import { formatMoney } from '@/lib/money';
import type { RefundFile } from '@/lib/refunds/desk/refund-queries';
import { NOTE_MAX, WORDS_MAX } from '@/lib/refunds/desk/schema';

type Props = { refund: RefundFile; timeZone: string };

/** What a refund needs, and everything that may be done about it; nothing where nothing may. */
export function NextSteps({ refund, timeZone }: Props) {
  const { need, can, promisedBy } = refund;
  const acts = [
    can.release || can.tick || can.undoTick || can.finishInstead ? (
      <RefundActs key="acts" refund={refund} />
    ) : null,
    can.sendAgain === 'no' ? null : <SendAgain key="again" refund={refund} />,
    can.close ? <Close key="close" refundId={refund.id} /> : null,
    can.settle ? <Settle key="settle" refundId={refund.id} /> : null,
    can.callOff ? <CallOff key="off" refund={refund} /> : null,
  ].filter((act): act is NonNullable<typeof act> => act !== null);
  if (need === null && acts.length === 0) return null;
  return (
    <section aria-labelledby="next" className="mb-8">
      <h2 id="next" className="mb-4">
        {need === null ? 'What you can do' : NEED_WORDS[need].title}
      </h2>
      <Card>
        {need === null ? null : <p className="max-w-prose">{NEED_WORDS[need].text}</p>}
        {need === 'queued' && promisedBy ? (
          <p className="mt-2 font-semibold">You promised to look by {momentWords(promisedBy, timeZone)}.</p>
        ) : null}
        {acts.length > 0 ? (
          <div className={need === null ? 'grid gap-4' : 'mt-4 grid gap-4'}>{acts}</div>
        ) : null}
      </Card>
    </section>
  );
}

function SendAgain({ refund }: { refund: RefundFile }) {
  const amount = formatMoney(refund.amount);
  if (refund.can.sendAgain === 'too-soon') {
    return (
      <p className="max-w-prose text-muted">
        It can be sent again ten minutes after the last try: until then the provider may still be working on
        that.
      </p>
    );
  }
  return (
    <ConfirmDetails size="small" label={`Send ${amount} again…`} question={<HowItIsSent refund={refund} />}>
      <ActionButton
        action={sendAgainAction}
        fields={{ refundId: refund.id }}
        size="small"
        pendingLabel="Looking, then sending…"
      >
        Look, and send it again if it is not there
      </ActionButton>
    </ConfirmDetails>
  );
}

/** Why this cannot pay twice, before the button that might look as if it could. */
function HowItIsSent({ refund }: { refund: RefundFile }): ReactNode {
  if (refund.state === 'failed') {
    return (
      <>
        <p className="mb-2">
          First the provider is asked what it has of this payment. Only if no refund of ours is alive there, a
          new refund of the same amount takes the place of this one, and goes the way of every other:
          approved, mailed, paid once, within what was paid.
        </p>
        <p>This one stays as it is, with everything that happened to it.</p>
      </>
    );
  }
  return (
    <>
      <p className="mb-2">
        Every request carries a key, so that the provider answers it once, however often we ask. That is also
        why it may repeat an old error for a day. If the provider, asked now, has no such refund, the request
        gets a new key (number {refund.keyGeneration + 1}) and is a new one there.
      </p>
      <p>If it has the refund, or gives no answer, nothing is sent.</p>
    </>
  );
}

function Close({ refundId }: { refundId: string }) {
  return (
    <ConfirmDetails
      size="small"
      label="It is not there…"
      question="Close it only after you looked at the provider and found no such refund. The customer is told that it failed, and may ask again."
    >
      <ActionButton action={closeRefundAction} fields={{ refundId }} variant="danger" size="small">
        Close this refund
      </ActionButton>
    </ConfirmDetails>
  );
}

function Settle({ refundId }: { refundId: string }) {
  return (
    <details>
      <summary className={classNames(buttonClasses('secondary', 'small'), 'list-none')}>
        It is dealt with another way…
      </summary>
      <div className="mt-2 max-w-prose">
        <WordsForm
          action={settleTroubleAction}
          refundId={refundId}
          name="text"
          id="settle-text"
          label="What was done"
          hint="For you and your helpers. It leaves the list of what needs you; its state stays."
          max={NOTE_MAX}
          button="Take it off the list"
          variant="secondary"
        />
      </div>
    </details>
  );
}

function CallOff({ refund }: { refund: RefundFile }) {
  return (
    <ConfirmDetails
      size="small"
      label="Call it off…"
      question={`${formatMoney(refund.amount)} are not sent. The buyer gets a mail with your words, and whatever they ask for of this order afterwards waits for you. In the EU somebody who withdrew from a contract in time has to get their money back.`}
    >
      <WordsForm
        action={callOffAction}
        refundId={refund.id}
        name="words"
        id="call-off-words"
        label="Why"
        hint="The buyer reads this."
        max={WORDS_MAX}
        button="Call the refund off"
        variant="danger"
      />
    </ConfirmDetails>
  );
}
