import { Checkbox, Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import { PrivateFileRows } from '@/app/(site)/forum/new/private-file-rows';
import { readPrivateFiles } from '@/lib/asking/private-files';
import { ACCEPTED } from '@/lib/uploads/names';

type Props = {
  /** The files that were given already, as `readPrivateFiles` reads them. */
  value: string;
  error?: string;
};

/** Photos and PDFs for the shop alone, sent with the form. */
export function PrivateFilesField({ value, error }: Props) {
  const { words: all } = useWriting();
  const words = all.details.shopFiles;
  return (
    <div className="grid gap-3">
      <HiddenInput name="privateFiles" value={value} />
      <Field
        label={words.label}
        name="privateFiles"
        optional={all.edit.optional}
        hint={words.hint}
        error={error}
      >
        <TextInput type="file" accept={ACCEPTED} multiple />
      </Field>
      <PrivateFileRows files={readPrivateFiles(value)}>
        {({ fileName }) => (
          <Checkbox id={`drop-${fileName}`} name="dropFiles" value={fileName} label={words.remove} />
        )}
      </PrivateFileRows>
    </div>
  );
}
