import { Checkbox, Field, HiddenInput, TextInput } from '@/app/_ui/field';
import { PrivateFileRows } from '@/app/(site)/forum/new/private-file-rows';
import { readPrivateFiles } from '@/lib/asking/private-files';
import { ACCEPTED } from '@/lib/uploads/names';

export const PRIVATE_FILES_HINT = 'Of the receipt, for example. Pictures or PDF, up to 10 MB each.';

type Props = {
  /** The files that were given already, as `readPrivateFiles` reads them. */
  value: string;
  error?: string;
};

/** Photos and PDFs for the shop alone, sent with the form. */
export function PrivateFilesField({ value, error }: Props) {
  return (
    <div className="grid gap-3">
      <HiddenInput name="privateFiles" value={value} />
      <Field
        label="Photos or PDF for the shop"
        name="privateFiles"
        optional
        hint={PRIVATE_FILES_HINT}
        error={error}
      >
        <TextInput type="file" accept={ACCEPTED} multiple />
      </Field>
      <PrivateFileRows files={readPrivateFiles(value)}>
        {({ fileName }) => (
          <Checkbox id={`drop-${fileName}`} name="dropFiles" value={fileName} label="Remove" />
        )}
      </PrivateFileRows>
    </div>
  );
}
