/**
 * Colour maths for the one accent the owner sets. Whatever hex comes in, the colours that come out keep
 * WCAG 2.2 AA contrast in light and in dark, so no choice of accent can make the site unreadable.
 */

type Rgb = readonly [number, number, number];

/** The lantern's own amber; used when the owner has set nothing (or something that is not a colour). */
export const DEFAULT_ACCENT = '#a8501b';

/** WCAG 2.2 SC 1.4.3 asks 4.5:1 for text; a little above it, because mixing rounds to whole channels. */
const TEXT_RATIO = 4.6;
/** SC 1.4.3 for the text on an accent-filled button. White or black always reaches it. */
const ON_FILL_RATIO = 4.5;
/** A filled button should be told from the page even when the accent is almost the page's own colour. */
const FILL_RATIO = 1.5;
/** Soft grounds and borders are mixed from a tone this far from the page, or a navy accent would vanish at night. */
const TINT_RATIO = 3;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** Twins of --page, --surface and --sunken in app/globals.css: the grounds accent text may stand on. */
const GROUNDS = {
  light: { page: '#faf6ef', others: ['#fffdf9', '#f3ece1'], away: BLACK, softShare: 0.1, lineShare: 0.38 },
  dark: { page: '#1a1613', others: ['#241f1b', '#14110e'], away: WHITE, softShare: 0.16, lineShare: 0.42 },
} as const;

/** True for `#rgb` and `#rrggbb`, the two forms the settings page accepts. */
export function isAccent(value: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
}

function parse(hex: string): Rgb {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const value = Number.parseInt(digits, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `a`, the rest of `b`, per channel. */
function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [
    Math.round(a[0] * share + b[0] * (1 - share)),
    Math.round(a[1] * share + b[1] * (1 - share)),
    Math.round(a[2] * share + b[2] * (1 - share)),
  ];
}

function luminance(rgb: Rgb): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

function ratio(a: Rgb, b: Rgb): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG contrast ratio of two hex colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  return ratio(parse(a), parse(b));
}

/** Moves `colour` towards `target` in steps of 4 % until it stands out from every ground by `least`. */
function untilReadable(colour: Rgb, target: Rgb, grounds: readonly Rgb[], least: number): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(target, colour, share);
    if (grounds.every((ground) => ratio(candidate, ground) >= least)) return candidate;
  }
  return target;
}

function variants(accent: Rgb, scheme: 'light' | 'dark'): Record<string, string> {
  const { page, others, away, softShare, lineShare } = GROUNDS[scheme];
  const ground = parse(page);
  const fill = untilReadable(accent, away, [ground], FILL_RATIO);
  const onFill = ratio(WHITE, fill) >= ON_FILL_RATIO ? WHITE : BLACK;
  const tint = untilReadable(accent, away, [ground], TINT_RATIO);
  const soft = mix(tint, ground, softShare);
  const text = untilReadable(accent, away, [ground, soft, ...others.map(parse)], TEXT_RATIO);
  return {
    [`--accent-fill-${scheme}`]: format(fill),
    // Hover moves away from the label's colour, so its contrast can only grow.
    [`--accent-hover-${scheme}`]: format(mix(onFill === WHITE ? BLACK : WHITE, fill, 0.14)),
    [`--accent-on-${scheme}`]: format(onFill),
    [`--accent-text-${scheme}`]: format(text),
    [`--accent-soft-${scheme}`]: format(soft),
    [`--accent-line-${scheme}`]: format(mix(tint, ground, lineShare)),
  };
}

/**
 * The custom properties for one accent: `--accent` and, for each of `-light` and `-dark`, `--accent-fill-*`
 * (buttons), `--accent-hover-*`, `--accent-on-*` (text on the fill), `--accent-text-*` (links, focus ring),
 * `--accent-soft-*` (quiet grounds) and `--accent-line-*` (borders). app/globals.css picks by colour scheme.
 * Anything that is not `#rgb` or `#rrggbb` gives the default accent.
 */
export function accentVariables(hex: string): Record<string, string> {
  const accent = parse(isAccent(hex) ? hex : DEFAULT_ACCENT);
  return { '--accent': format(accent), ...variants(accent, 'light'), ...variants(accent, 'dark') };
}

/** The same as CSS text, for the one `<style nonce>` in the root layout. Safe to inline: only hex colours. */
export function accentStyle(hex: string): string {
  const lines = Object.entries(accentVariables(hex)).map(([name, value]) => `${name}:${value}`);
  return `:root{${lines.join(';')}}`;
}
