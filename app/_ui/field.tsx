import { ChevronDown, CircleAlert } from 'lucide-react';
import {
  cloneElement,
  type FormEvent,
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { classNames } from '@/app/_ui/class-names';

/** What Field hands to the control inside it. */
export type ControlProps = {
  id?: string;
  name?: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

const CONTROL =
  'block w-full min-h-11 rounded-lg border border-edge bg-surface px-3.5 py-2 text-ink placeholder:text-muted hover:border-accent-text disabled:opacity-60 aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad';

type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'style'> & ControlProps;

/** One line of text. `defaultValue` keeps what was typed when the server answers with an error. */
export function TextInput({ className, type = 'text', ...rest }: TextInputProps) {
  return <input dir="auto" {...rest} type={type} className={classNames(CONTROL, className)} />;
}

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'style'> &
  ControlProps & { ref?: Ref<HTMLTextAreaElement> };

/** Bytes of one text that a form still carries: the server takes 256 KB, and an answer with errors sends it twice. */
const TEXT_BYTES_MAX = 120_000;

/** A form above the server's limit is never read, so its page could not give the text back: it is held here instead. */
function holdWhenTooLong({ currentTarget: area }: FormEvent<HTMLTextAreaElement>): void {
  const isTooLong = new Blob([area.value]).size > TEXT_BYTES_MAX;
  area.setCustomValidity(isTooLong ? 'This is too long to send. Please shorten it.' : '');
}

/** Several lines; grows with its text where the browser can (`field-sizing`), and can be dragged elsewhere. For client
 * leaves, as all forms with long text are. */
export function TextArea({ className, rows = 6, ...rest }: TextAreaProps) {
  return (
    <textarea
      dir="auto"
      onInput={holdWhenTooLong}
      {...rest}
      rows={rows}
      className={classNames(
        CONTROL,
        'field-sizing-content max-h-[36rem] min-h-32 resize-y leading-relaxed',
        className,
      )}
    />
  );
}

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'style' | 'children'> &
  ControlProps & {
    options: readonly { value: string; label: string }[];
    /** First, empty choice, e.g. "Choose a category". */
    placeholder?: string;
  };

/** A native select: the phone's own picker, no script. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select {...rest} className={classNames(CONTROL, 'appearance-none pe-10', className)}>
        {placeholder ? <option value="">{placeholder}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-e-3 top-1/2 size-5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'style' | 'type' | 'name'> & {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
};

/** A checkbox with its own label; the whole line is the target. Not placed inside a Field. */
export function Checkbox({ label, name, hint, id = `field-${name}`, ...rest }: CheckboxProps) {
  return (
    <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
      <input {...rest} id={id} name={name} type="checkbox" className="mt-0.5 size-5 shrink-0" />
      <span>
        <span className="block leading-snug">{label}</span>
        {hint ? <span className="block text-[0.9rem] text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}

/** A value that travels with the form. Never money or an owner: those are read from our own rows. */
export function HiddenInput({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

type FieldProps = {
  label: ReactNode;
  /** Name of the form field; also makes the control's id (`field-<name>`). */
  name: string;
  hint?: ReactNode;
  /** Words shown under the control; marks it invalid. */
  error?: string | null;
  /** Writes "optional", or the word given, beside the label and leaves `required` off. Fields are required otherwise. */
  optional?: boolean | string;
  /** Only needed when the same name appears in several forms of one page. */
  id?: string;
  /** Exactly one control (TextInput, TextArea, Select …); it receives name, id and ARIA. Default: a TextInput. */
  children?: ReactElement<ControlProps>;
};

/**
 * One labelled control with its hint and its error. It hands `name`, `id`, `required`, `aria-describedby` and
 * `aria-invalid` to its child, so a page only writes what is special:
 * `<Field label="Title" name="title" error={errors.title}><TextInput defaultValue={typed.title} /></Field>`
 */
export function Field({ label, name, hint, error, optional, id = `field-${name}`, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const control = cloneElement(children ?? <TextInput />, {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    required: children?.props.required ?? (optional ? undefined : true),
  });
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {/* One text with its space: names of fields are put together from texts, and a space by itself is dropped. */}
        {optional ? (
          <span className="ms-1 text-[0.88rem] font-normal text-muted">
            {` ${optional === true ? 'optional' : optional}`}
          </span>
        ) : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 text-[0.9rem] text-muted">
          {hint}
        </p>
      ) : null}
      {control}
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 text-[0.92rem] font-medium text-bad">
          <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
