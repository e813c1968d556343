/** "[1]: https://…", which people write below their text. */
const DEFINITION = /^ {0,3}\[[^\][\n]{1,80}\]:[ \t]*\S[^\n]{0,500}$/gm;
/** More addresses than this are not named in the first lines of a text. */
const DEFINITIONS_MAX = 20;

/** The first `most` characters of a Markdown source, with the addresses that its links name further below: cut off, a
 * link would stand there as "[words][1]". */
export function beginningOfMarkdown(source: string, most: number): string {
  if (source.length <= most) return source;
  const end = source.lastIndexOf('\n', most);
  // Whole lines while that keeps most of it, so that no fence or link is cut in two for nothing.
  const cut = end > most * 0.6 ? end : most;
  const head = source.slice(0, cut);
  const definitions = head.includes('][')
    ? (source.slice(cut).match(DEFINITION) ?? []).slice(0, DEFINITIONS_MAX)
    : [];
  return definitions.length === 0 ? head : `${head}\n\n${definitions.join('\n')}`;
}
