import { z } from 'zod';

/** A shop has a handful of addresses; all of them travel in a header of every page of the widget. */
export const WIDGET_ORIGINS_MAX = 20;
/** So many addresses of the longest host name there can be (253 characters), with scheme and port. */
const TEXT_MAX = WIDGET_ORIGINS_MAX * 270;
/** What is quoted of a wrong line. */
const QUOTED_MAX = 60;
/** What a policy can name: URL parsers let ";" and "*" through in a host, and there they would mean something else. */
const NAMEABLE = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/;

/** The origins whose pages may show the help widget, one a line as typed; what comes out is one a line as browsers write
 * them, each once. */
export const WidgetOrigins = z
  .string()
  .max(TEXT_MAX, 'That is more than fits into one list.')
  .transform((text, context) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const read = lines.map(readOrigin);
    const wrong = read.find((line) => 'problem' in line);
    if (wrong && 'problem' in wrong) context.addIssue({ code: 'custom', message: wrong.problem });
    const origins = [...new Set(read.flatMap((line) => ('origin' in line ? [line.origin] : [])))];
    if (origins.length > WIDGET_ORIGINS_MAX) {
      context.addIssue({ code: 'custom', message: `List at most ${WIDGET_ORIGINS_MAX} addresses.` });
    }
    return origins.join('\n');
  });

/** The saved setting as a list. */
export function listOrigins(saved: string): string[] {
  return saved.split('\n').filter((line) => line !== '');
}

function readOrigin(line: string): { origin: string } | { problem: string } {
  const quoted = `“${line.length > QUOTED_MAX ? `${line.slice(0, QUOTED_MAX)}…` : line}”`;
  if (line.includes('*')) {
    return { problem: `${quoted} has a star. Write each address on a line of its own, without stars.` };
  }
  if (!/^https?:\/\//i.test(line)) {
    return { problem: `${quoted} must begin with https://, for example https://shop.example.com.` };
  }
  if (!URL.canParse(line)) return { problem: unreadable(quoted) };
  const url = new URL(line);
  if (!NAMEABLE.test(url.origin) || url.username !== '' || url.password !== '') {
    return { problem: unreadable(quoted) };
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return { problem: `${quoted} is one page. Write only the beginning of its address: ${url.origin}` };
  }
  return { origin: url.origin };
}

function unreadable(quoted: string): string {
  return `${quoted} is not an address such as https://shop.example.com.`;
}
