import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWriting } from '@/app/(site)/forum/_parts/writing-words';
import type { PrivateFile } from '@/lib/asking/private-files';
import { isDocumentHref, measuresOf, uploadHref } from '@/lib/uploads/names';

type Props = {
  files: readonly PrivateFile[];
  /** What can be done with one of them. */
  children: (file: PrivateFile) => ReactNode;
  onMissing?: (file: PrivateFile) => void;
};

/** Files that were given for the shop, each with its picture and its name. */
export function PrivateFileRows({ files, children, onMissing }: Props) {
  const words = useWriting().words.details.shopFiles;
  if (files.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label={words.list}>
      {files.map((file) => (
        <li
          key={file.fileName}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-surface p-2"
        >
          <Thumbnail file={file} onMissing={onMissing} />
          <span dir="auto" className="min-w-0 flex-1 basis-32 wrap-anywhere">
            {file.title}
          </span>
          {children(file)}
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file, onMissing }: { file: PrivateFile; onMissing?: (file: PrivateFile) => void }) {
  const href = uploadHref(file.fileName);
  if (isDocumentHref(href)) {
    return (
      <span className="grid size-13 shrink-0 place-items-center rounded bg-accent-soft">
        <FileText aria-hidden className="size-6 text-accent-text" />
      </span>
    );
  }
  return (
    <picture className="contents">
      <img
        src={href}
        alt=""
        {...measuresOf(href)}
        className="size-13 shrink-0 rounded object-cover"
        onError={onMissing ? () => onMissing(file) : undefined}
      />
    </picture>
  );
}
