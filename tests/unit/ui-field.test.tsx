import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Field } from '@/app/_ui/field';

describe('a field', () => {
  it('is called by its label, and "optional" is a word of its own', () => {
    const html = renderToStaticMarkup(<Field label="Tags" name="tags" optional />);
    const label = /<label[^>]*>(.*?)<\/label>/.exec(html)?.[1] ?? '';
    expect(label.replace(/<[^>]+>/g, '')).toBe('Tags optional');
    expect(html).not.toContain('required');
  });
});
