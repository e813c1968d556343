import { FileText } from 'lucide-react';
import type { DetailsFile } from '@/lib/asking/queries';
import { uploadHref } from '@/lib/uploads/names';

/** The files among the private details: pictures small, and as large as they are behind a link; a PDF to download. */
export function DetailsFiles({ files }: { files: readonly DetailsFile[] }) {
  return (
    <ul className="mt-1 flex flex-wrap items-start gap-3">
      {files.map(({ fileName, title, kind, width, height }) => (
        <li key={fileName}>
          <a href={uploadHref(fileName)} className={kind === 'pdf' ? 'text-link' : 'block'}>
            {kind === 'image' ? (
              <picture>
                <img
                  src={uploadHref(fileName)}
                  alt={title}
                  width={width ?? undefined}
                  height={height ?? undefined}
                  loading="lazy"
                  className="h-28 w-auto max-w-full rounded-lg border border-line object-cover"
                />
              </picture>
            ) : (
              <span className="flex min-h-11 items-center gap-2">
                <FileText aria-hidden className="size-5 shrink-0" />
                {title} (PDF)
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
