import { Card } from '@/app/_ui/card';
import { Checkbox } from '@/app/_ui/field';
import { focusOn, isFocusLost } from '@/app/_ui/hand-on-focus';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';

type Props = {
  title?: string;
  html: string;
  /** Whether what is hidden can be kept beside the question. */
  forShop?: boolean;
  /** It is there already, and is changed. */
  isEdit?: boolean;
};

/** A post as it would stand there with what is private hidden, and the two ways on. */
export function MaskedLook({ title, html, forShop, isEdit }: Props) {
  const words = useWriting().words.masked;
  const pending = isEdit ? words.saving : words.posting;
  return (
    <section ref={takeOver} aria-label={words.label} className="grid gap-4">
      <p className="font-semibold">{words.title}</p>
      <Card>
        {title === undefined ? null : (
          <p dir="auto" className="mb-3 text-[1.15rem] font-semibold wrap-anywhere">
            {title}
          </p>
        )}
        <Prose html={html} />
      </Card>
      {forShop ? <Checkbox name="forShop" defaultChecked label={words.keep} hint={words.keepHint} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="hidden" pendingLabel={pending}>
          {isEdit ? words.saveHidden : words.hidden}
        </SubmitButton>
        <SubmitButton name="intent" value="written" variant="secondary" pendingLabel={pending}>
          {isEdit ? words.saveWritten : words.written}
        </SubmitButton>
      </div>
      <p className="text-[0.92rem] text-muted">{words.always}</p>
    </section>
  );
}

/** It stands where the button was that was pressed; the focus went with that. */
function takeOver(section: HTMLElement | null): void {
  if (isFocusLost()) focusOn(section);
}
