import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentStyle, accentVariables, contrast, DEFAULT_ACCENT, isAccent } from '@/lib/accent';

const GROUNDS = {
  light: ['#faf6ef', '#fffdf9', '#f3ece1'],
  dark: ['#1a1613', '#241f1b', '#14110e'],
} as const;

/** A coarse walk through the whole colour cube, corners included. */
function everyKindOfColour(): string[] {
  const steps = ['00', '33', '66', '99', 'cc', 'ff'];
  return steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
}

describe('the accent the owner sets', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('stays readable for every colour, in light and in dark', () => {
    const unreadable = everyKindOfColour().flatMap((accent) => {
      const made = accentVariables(accent);
      return (['light', 'dark'] as const).flatMap((scheme) => {
        const at = (part: string) => made[`--accent-${part}-${scheme}`] ?? '';
        const text = [...GROUNDS[scheme], at('soft')].map((ground) => contrast(at('text'), ground));
        const label = [at('fill'), at('hover')].map((ground) => contrast(at('on'), ground));
        return Math.min(...text, ...label) >= 4.5 ? [] : [`${accent} ${scheme}`];
      });
    });
    expect(unreadable).toEqual([]);
  });

  it('keeps the colour itself on buttons where it can be told from the page', () => {
    expect(accentVariables('#0055cc')['--accent-fill-light']).toBe('#0055cc');
    expect(accentVariables('#abc')['--accent']).toBe('#aabbcc');
  });

  it('falls back to the lantern amber when the setting is not a colour, so nothing but hex reaches the page', () => {
    for (const hostile of ['', 'red', '#12345', '#fff;}</style><script>', 'url(x)']) {
      expect(isAccent(hostile)).toBe(false);
      expect(accentVariables(hostile)).toEqual(accentVariables(DEFAULT_ACCENT));
    }
    expect(accentStyle('"><b>')).toMatch(/^:root\{(--accent[a-z-]*:#[0-9a-f]{6};?)+\}$/);
  });

  it('agrees with the stylesheet about the default accent and about the grounds text stands on', () => {
    const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
    const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
    for (const [scheme, text] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const [page, surface, sunken] = GROUNDS[scheme];
      expect(text).toContain(`--page: ${page};`);
      expect(text).toContain(`--surface: ${surface};`);
      expect(text).toContain(`--sunken: ${sunken};`);
    }
    for (const [name, value] of Object.entries(accentVariables(DEFAULT_ACCENT))) {
      if (name !== '--accent') expect(css).toContain(`var(${name}, ${value})`);
    }
  });
});
