import { renderMarkdownForMail } from '@/lib/markdown';
import type { Language } from '@/lib/words/languages';

/** One part of a mail. User text goes into `quote` (set apart, never linked) or `markdown` (our one renderer). */
export type MailBlock =
  | { text: string }
  | { button: { label: string; url: string } }
  | { code: string }
  | { quote: string }
  | { list: string[] }
  | { markdown: string };

export type MailContent = {
  /** What it is written in; English where nothing is said. */
  language?: Language;
  subject: string;
  blocks: MailBlock[];
  /** Why this mail came, in one sentence; stands at its end. */
  why: string;
  /** Beneath it: what can be done about such mails, or where else to look. */
  links?: { label: string; url: string }[];
};

/** Longest subject; mail programs show about 70, servers fold at 998. */
const SUBJECT_MAX = 150;

/** One line without control characters: nothing in a subject or name can become a header of its own. */
export function headerLine(text: string, max = SUBJECT_MAX): string {
  return [
    ...text
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, max)
    .join('');
}

/** A mail as plain text and as HTML with the same words; the HTML has no remote content and no scripts.
 * @param siteUrl origin that site-relative links in markdown start from */
export function composeMail(
  content: MailContent,
  shopName: string,
  siteUrl: string,
): { subject: string; text: string; html: string } {
  const { links = [] } = content;
  const text = [
    ...content.blocks.map((block) => blockText(block)),
    `-- \n${shopName}\n${content.why}${links.map(({ label, url }) => `\n${label}: ${url}`).join('')}`,
  ].join('\n\n');
  const html = `<!doctype html><html lang="${content.language ?? 'en'}"><head><meta charset="utf-8"><title>${escapeHtml(headerLine(content.subject))}</title></head><body style="margin:0;background:#f6f2ea;color:#2b2520;font:16px/1.55 system-ui,sans-serif"><div style="max-width:36em;margin:0 auto;padding:24px 20px"><p dir="auto" style="font-weight:600;margin:0 0 20px">${escapeHtml(shopName)}</p>${content.blocks.map((block) => blockHtml(block, siteUrl)).join('')}<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #d9cfbf;color:#6b6157;font-size:14px">${escapeHtml(content.why)}${links.map(({ label, url }) => `<br><a href="${escapeHtml(url)}" style="color:#8a3a0b">${escapeHtml(label)}</a>`).join('')}</p></div></body></html>`;
  return { subject: headerLine(content.subject), text: `${text}\n`, html };
}

function blockText(block: MailBlock): string {
  if ('text' in block) return block.text;
  if ('button' in block) return `${block.button.label}:\n${block.button.url}`;
  if ('code' in block) return `    ${block.code}`;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  const quoted = 'quote' in block ? block.quote : block.markdown;
  return quoted
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function blockHtml(block: MailBlock, siteUrl: string): string {
  if ('text' in block) return `<p style="margin:0 0 16px">${lines(block.text)}</p>`;
  if ('button' in block) {
    return `<p style="margin:24px 0"><a href="${escapeHtml(block.button.url)}" style="background:#8a3a0b;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;display:inline-block">${escapeHtml(block.button.label)}</a></p><p style="margin:0 0 16px;color:#6b6157;font-size:14px">${escapeHtml(block.button.url)}</p>`;
  }
  if ('code' in block)
    return `<p style="margin:20px 0;font:600 28px/1 ui-monospace,monospace;letter-spacing:4px">${escapeHtml(block.code)}</p>`;
  if ('list' in block)
    return `<ul style="margin:0 0 16px;padding-left:20px">${block.list.map((item) => `<li dir="auto">${escapeHtml(item)}</li>`).join('')}</ul>`;
  // Each line of what somebody wrote has the direction of its own first letter.
  const inside = 'quote' in block ? quotedLines(block.quote) : renderMarkdownForMail(block.markdown, siteUrl);
  return `<blockquote style="margin:0 0 16px;padding:4px 16px;border-left:3px solid #d9a35f">${inside}</blockquote>`;
}

function quotedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `<div dir="auto">${escapeHtml(line) || '<br>'}</div>`)
    .join('');
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
