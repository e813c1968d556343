import { Card } from '@/app/_ui/card';
import { Checkbox } from '@/app/_ui/field';
import { Prose } from '@/app/_ui/prose';
import { SubmitButton } from '@/app/_ui/submit-button';

type Props = {
  title?: string;
  html: string;
  /** Whether what is hidden can be kept beside the question. */
  forShop?: boolean;
  /** What the buttons do. */
  verb?: 'Post' | 'Save';
};

/** A post as it would stand there with what is private hidden, and the two ways on. */
export function MaskedLook({ title, html, forShop, verb = 'Post' }: Props) {
  const pending = verb === 'Post' ? 'Posting…' : 'Saving…';
  return (
    <section aria-label="With these hidden" className="grid gap-4">
      <p className="font-semibold">This is how everybody will see it</p>
      <Card>
        {title === undefined ? null : (
          <p dir="auto" className="mb-3 text-[1.15rem] font-semibold wrap-anywhere">
            {title}
          </p>
        )}
        <Prose html={html} />
      </Card>
      {forShop ? (
        <Checkbox
          name="forShop"
          defaultChecked
          label="Keep what is hidden for the shop"
          hint="Only you and the shop see it, beside your question."
        />
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton name="intent" value="hidden" pendingLabel={pending}>
          {verb} with these hidden
        </SubmitButton>
        <SubmitButton name="intent" value="written" variant="secondary" pendingLabel={pending}>
          They are meant to be public: {verb.toLowerCase()} as written
        </SubmitButton>
      </div>
      <p className="text-[0.92rem] text-muted">Card and account numbers are hidden in any case.</p>
    </section>
  );
}
