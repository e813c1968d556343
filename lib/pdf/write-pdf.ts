import PDFDocument from 'pdfkit';
import { breakLines } from '@/lib/pdf/break-lines';
import { type FontName, fontNamed, printable } from '@/lib/pdf/fonts';
import { directionsOf, type Run, visualRuns } from '@/lib/pdf/visual-runs';

/** What a document is made of, from top to bottom. */
export type PdfBlock =
  | { kind: 'title' | 'heading' | 'text' | 'small'; text: string }
  /** Pairs of a term and what is to be said of it. */
  | { kind: 'facts'; rows: readonly (readonly [term: string, value: string])[] }
  /** Rows as long as it takes, with the head on every page; below the last, sums, the first of them in bold. */
  | {
      kind: 'table';
      columns: readonly PdfColumn[];
      rows: readonly (readonly string[])[];
      totals?: readonly (readonly [label: string, amount: string])[];
    }
  /** What follows begins a sheet of its own. */
  | { kind: 'sheet' };

/** `share` of the width; amounts stand at the end of their column. */
export type PdfColumn = { label: string; share: number; align?: 'end' };

export type PdfDocument = {
  title: string;
  author: string;
  language: string;
  /** When it was made, as the file says it. */
  madeAt: Date;
  /** At the foot of every page, beside its number. */
  foot: string;
  blocks: readonly PdfBlock[];
};

type Style = { font: FontName; size: number; colour: string };

/** A4 in points. */
const [WIDTH, HEIGHT] = [595.28, 841.89];
const MARGIN = 56;
const BODY_WIDTH = WIDTH - 2 * MARGIN;
/** The foot has two lines of its own. */
const BOTTOM = HEIGHT - MARGIN - 28;
const LEADING = 1.4;
const TERM_WIDTH = 150;
const GAP = 12;
const [INK, MUTED, RULE] = ['#000000', '#444444', '#bbbbbb'];
const TITLE: Style = { font: 'bold', size: 20, colour: INK };
const HEADING: Style = { font: 'bold', size: 12, colour: INK };
const TEXT: Style = { font: 'regular', size: 10.5, colour: INK };
const BOLD: Style = { ...TEXT, font: 'bold' };
const QUIET: Style = { ...TEXT, colour: MUTED };
const SMALL: Style = { font: 'regular', size: 9, colour: MUTED };
const SPACE_ABOVE = { title: 2.5 * GAP, heading: GAP, text: 0, small: 0 };
const STYLES = { title: TITLE, heading: HEADING, text: TEXT, small: SMALL };

/** Makes a document of text as PDF. Whatever is in the texts, it has its place on some page: long words are broken, letters
 * from right to left stand as they are read, and a box stands for what the fonts lack. */
export function writePdf({ title, author, language, madeAt, foot, blocks }: PdfDocument): Promise<Buffer> {
  const info = { Title: printable(title), Author: printable(author), CreationDate: madeAt, ModDate: madeAt };
  const size: [number, number] = [WIDTH, HEIGHT];
  const pdf = new PDFDocument({
    size,
    margin: 0,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info,
  });
  for (const name of ['regular', 'bold'] as const) pdf.registerFont(name, fontNamed(name).bytes);
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const page = new Page(pdf);
  for (const block of blocks) page.add(block);
  page.finish(foot);
  pdf.end();
  return whole;
}

/** Where the next line comes. */
class Page {
  private y = MARGIN;
  constructor(private readonly pdf: PDFKit.PDFDocument) {}

  add(block: PdfBlock): void {
    switch (block.kind) {
      case 'sheet':
        this.turn();
        break;
      case 'facts':
        this.addFacts(block.rows);
        break;
      case 'table':
        this.addTable(block.columns, block.rows);
        this.addTotals(block.totals ?? []);
        break;
      default:
        this.addText(block.kind, block.text);
    }
  }

  /** Writes what stands at the foot, once it is known how many pages there are. */
  finish(foot: string): void {
    const { count } = this.pdf.bufferedPageRange();
    const [line = []] = this.linesOf(foot, BODY_WIDTH - 60, SMALL);
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(index);
      const number = `${index + 1} / ${count}`;
      const top = BOTTOM + 14;
      this.rule(top - 6);
      this.write(line, MARGIN, top, SMALL);
      this.write(
        [{ text: number, fromRight: false }],
        WIDTH - MARGIN - this.measure(SMALL)(number),
        top,
        SMALL,
      );
    }
  }

  private addText(kind: keyof typeof STYLES, text: string): void {
    const style = STYLES[kind];
    if (this.y > MARGIN) this.y += SPACE_ABOVE[kind];
    // A heading does not end a page.
    this.makeRoom(lineHeight(style) * (kind === 'heading' ? 4 : 1));
    this.addRow([{ text, x: MARGIN, width: BODY_WIDTH, style }]);
    this.y += kind === 'title' ? GAP : GAP / 2;
  }

  private addFacts(rows: readonly (readonly [string, string])[]): void {
    for (const [term, value] of rows) {
      this.addRow([
        { text: term, x: MARGIN, width: TERM_WIDTH - GAP, style: QUIET },
        { text: value, x: MARGIN + TERM_WIDTH, width: BODY_WIDTH - TERM_WIDTH, style: TEXT },
      ]);
      this.y += 3;
    }
    this.y += GAP / 2;
  }

  private addTable(columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
    const all = columns.reduce((sum, { share }) => sum + share, 0);
    let x = MARGIN;
    const places = columns.map(({ share, align, label }) => {
      const place = { x, width: (share / all) * BODY_WIDTH - GAP, align, label };
      x += (share / all) * BODY_WIDTH;
      return align === 'end' ? { ...place, x: place.x + GAP } : place;
    });
    const head = () => {
      this.addRow(places.map(({ label, ...place }) => ({ ...place, text: label, style: BOLD })));
      this.rule(this.y + 2);
      this.y += 8;
    };
    this.makeRoom(lineHeight(TEXT) * 3);
    head();
    for (const row of rows) {
      const cells = places.map((place, index) => ({ ...place, text: row[index] ?? '', style: TEXT }));
      this.addRow(cells, head);
      this.y += 3;
    }
    this.rule(this.y + 2);
    this.y += GAP;
  }

  private addTotals(totals: readonly (readonly [string, string])[]): void {
    for (const [index, [label, amount]] of totals.entries()) {
      const style = index === 0 ? BOLD : QUIET;
      const half = BODY_WIDTH / 2;
      this.addRow([
        { text: label, x: MARGIN, width: half - GAP, style },
        { text: amount, x: MARGIN + half, width: half, style, align: 'end' },
      ]);
      this.y += 3;
    }
    if (totals.length > 0) this.y += GAP;
  }

  /** Texts beside each other. They stay on one page if one can hold them, else they go on on the next. */
  private addRow(
    cells: readonly { text: string; x: number; width: number; style: Style; align?: 'end' }[],
    onNewPage?: () => void,
  ): void {
    const columns = cells.map((cell) => ({
      ...cell,
      lines: this.linesOf(cell.text, cell.width, cell.style),
    }));
    const height = Math.max(...columns.map(({ style }) => lineHeight(style)));
    const count = Math.max(...columns.map(({ lines }) => lines.length));
    const isTall = count * height > BOTTOM - MARGIN - 4 * height;
    for (let index = 0; index < count; index += 1) {
      const needed = index === 0 && !isTall ? count * height : height;
      if (this.makeRoom(needed)) onNewPage?.();
      for (const { lines, x, width, style, align } of columns) {
        const runs = lines[index] ?? [];
        const left = align === 'end' ? x + width - this.widthOf(runs, style) : x;
        this.write(runs, left, this.y, style);
      }
      this.y += height;
    }
  }

  private linesOf(text: string, width: number, style: Style): Run[][] {
    return printable(text)
      .split('\n')
      .flatMap((paragraph) => {
        const directions = directionsOf(paragraph);
        const lines = breakLines(paragraph, width, this.measure(style));
        return lines.length === 0 ? [[]] : lines.map((line) => visualRuns(paragraph, directions, line));
      });
  }

  private write(runs: readonly Run[], x: number, y: number, style: Style): void {
    let left = x;
    for (const run of runs) {
      this.pdf.font(style.font).fontSize(style.size).fillColor(style.colour);
      this.pdf.text(run.text, left, y, { lineBreak: false, ...shaping(run) });
      left += this.widthOf([run], style);
    }
  }

  private measure(style: Style): (text: string) => number {
    return (text) => this.pdf.font(style.font).fontSize(style.size).widthOfString(text);
  }

  private widthOf(runs: readonly Run[], style: Style): number {
    this.pdf.font(style.font).fontSize(style.size);
    return runs.reduce((sum, run) => sum + this.pdf.widthOfString(run.text, shaping(run)), 0);
  }

  private rule(y: number): void {
    this.pdf
      .moveTo(MARGIN, y)
      .lineTo(WIDTH - MARGIN, y)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke();
  }

  /** @returns whether a new page had to begin */
  private makeRoom(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.turn();
    return true;
  }

  private turn(): void {
    this.pdf.addPage();
    this.y = MARGIN;
  }
}

function lineHeight({ size }: Style): number {
  return size * LEADING;
}

/** Told of any features, the font takes a text whole, as letters that join and turn need it; else word by word, which it
 * remembers. */
function shaping({ fromRight }: Run): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return fromRight ? { features: [] } : {};
}
