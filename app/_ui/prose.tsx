import { classNames } from '@/app/_ui/class-names';

type Props = {
  /** HTML from `renderMarkdown` in lib/markdown.ts, and from nowhere else: this is printed as it is. */
  html: string;
  /** `prose-small` for excerpts and previews. */
  className?: string;
};

/** Long text in reading measure. The only place on the site that prints ready-made HTML. */
export function Prose({ html, className }: Props) {
  return (
    <div
      dir="auto"
      className={classNames('prose', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the markdown renderer sanitises the whole tree last; see lib/markdown.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
