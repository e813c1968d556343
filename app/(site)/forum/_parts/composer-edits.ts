/** What is in the box and what is selected of it. */
export type Selection = { text: string; start: number; end: number };
/** Replace `from`–`to` by `insert`, then select so much of the new text. */
export type Edit = { from: number; to: number; insert: string; select: [number, number] };

/** Bold, italic, code in a line: puts the mark around what is selected, or takes it away where it is there already. */
export function wrap({ text, start, end }: Selection, mark: string, sample: string): Edit {
  const chosen = text.slice(start, end);
  const size = mark.length;
  const before = text.slice(0, start);
  const after = text.slice(end);
  // A star of a bold word is half of its mark, not the mark of italics.
  const isMarked =
    before.endsWith(mark) && after.startsWith(mark) && !(size === 1 && before.endsWith(mark + mark));
  if (isMarked) {
    return { from: start - size, to: end + size, insert: chosen, select: [start - size, end - size] };
  }
  const inner = chosen.trim() === '' ? sample : chosen.trim();
  const lead = chosen.trim() === '' ? chosen : (/^\s*/.exec(chosen)?.[0] ?? '');
  const tail = chosen.trim() === '' ? '' : (/\s*$/.exec(chosen)?.[0] ?? '');
  const at = start + lead.length + size;
  return {
    from: start,
    to: end,
    insert: lead + mark + inner + mark + tail,
    select: [at, at + inner.length],
  };
}

/** A link: an address that is selected gets words, words get an address. */
export function link({ text, start, end }: Selection): Edit {
  const chosen = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/i.test(chosen);
  const words = isAddress ? 'words of the link' : chosen || 'words of the link';
  const address = isAddress ? chosen : 'https://';
  const insert = `[${words}](${address})`;
  const at = isAddress || chosen === '' ? start + 1 : start + words.length + 3;
  return { from: start, to: end, insert, select: [at, at + (at === start + 1 ? words : address).length] };
}

/** Code: in a line between backticks, several lines as a block. */
export function code(selection: Selection): Edit {
  const { text, start, end } = selection;
  const chosen = text.slice(start, end);
  if (!chosen.includes('\n')) return wrap(selection, '`', 'code');
  const lead = start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const tail = end === text.length || text[end] === '\n' ? '' : '\n';
  const insert = `${lead}\`\`\`\n${chosen.replace(/\n$/, '')}\n\`\`\`${tail}`;
  const at = start + lead.length + 4;
  return { from: start, to: end, insert, select: [at, at + chosen.replace(/\n$/, '').length] };
}

export type LineKind = 'quote' | 'list' | 'numbers';
const MARKER: Record<LineKind, RegExp> = { quote: /^> ?/, list: /^[-*+] /, numbers: /^\d{1,9}[.)] / };

/** Makes the lines that are touched a quote or a list, or plain again where all of them are. */
export function markLines({ text, start, end }: Selection, kind: LineKind): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const marker = MARKER[kind];
  const isMarked = lines.every((line) => marker.test(line));
  const plain = (line: string): string => {
    for (const other of Object.values(MARKER)) {
      // A quote may hold a list; a list of one kind becomes one of the other.
      if (kind !== 'quote' && other !== MARKER.quote && other.test(line)) return line.replace(other, '');
    }
    return line;
  };
  const changed = lines.map((line, index) => {
    if (isMarked) return line.replace(marker, '');
    if (kind === 'quote') return `> ${line}`;
    return `${kind === 'list' ? '-' : `${index + 1}.`} ${plain(line)}`;
  });
  const insert = changed.join('\n');
  // One line: the caret stays with its words. Several: all of them stay selected.
  if (lines.length === 1) {
    const moved = Math.max(from, start + insert.length - (to - from));
    return { from, to, insert, select: [moved, Math.max(moved, end + insert.length - (to - from))] };
  }
  return { from, to, insert, select: [from, from + insert.length] };
}

const ITEM = /^(\s*(?:> ?)*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] )?/;
const QUOTE = /^(?:> ?)+/;

/** What Enter does inside a list or quote: the next line begins alike; on an empty item the list ends. Null: just a new line. */
export function continueLine({ text, start, end }: Selection): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const rest = text.slice(start, text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start));
  const item = ITEM.exec(line);
  const lead = item?.[0] ?? QUOTE.exec(line)?.[0];
  if (!lead || isInFence(text.slice(0, from))) return null;
  if (line.slice(lead.length).trim() === '' && rest.trim() === '') {
    return { from, to: start, insert: '', select: [from, from] };
  }
  let next = lead;
  if (item) {
    const [, indent = '', bullet, number, sign = '', gap = ' ', box] = item;
    next = `${indent}${bullet ?? `${Number(number) + 1}${sign}`}${gap}${box ? '[ ] ' : ''}`;
  }
  const insert = `\n${next}`;
  return { from: start, to: start, insert, select: [start + insert.length, start + insert.length] };
}

function isInFence(before: string): boolean {
  return (before.match(/^```/gm)?.length ?? 0) % 2 === 1;
}

/** Puts a paragraph of its own (a quote, a picture) where the caret is, and the caret behind it. */
export function insertBlock({ text, start, end }: Selection, block: string): Edit {
  const before = text.slice(0, start);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const tail = block.endsWith('\n\n') || text.slice(end).startsWith('\n') ? '' : '\n';
  const insert = lead + block + tail;
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
}
