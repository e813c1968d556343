import { expect, test } from 'vitest';
import { composeMail, headerLine } from '@/lib/mail/compose';

const content = {
  subject: 'Hello\r\nBcc: victim@example.com',
  blocks: [
    { text: 'A <b>bold</b> word' },
    { quote: 'Call +1 555 0100\nor see https://evil.invalid' },
    { button: { label: 'Open "it"', url: 'https://help.example.com/x?a=1&b=2' } },
  ],
  why: 'You asked for it.',
};

test('nothing in a subject becomes a header of its own', () => {
  expect(composeMail(content, 'Shop', 'https://help.example.com').subject).toBe(
    'Hello Bcc: victim@example.com',
  );
  expect(headerLine('a\u2028b\u0085c\u0000d')).toBe('a b c d');
});

test('what people wrote is set apart: escaped, quoted, and not made a link', () => {
  const { html, text } = composeMail(content, 'Shop', 'https://help.example.com');
  expect(html).toContain('A &lt;b&gt;bold&lt;/b&gt; word');
  expect(html).not.toContain('href="https://evil.invalid');
  expect(text).toContain('> Call +1 555 0100\n> or see');
});

test('the text says the same as the HTML, with its links and the reason why it came', () => {
  const { html, text } = composeMail(content, 'Shop', 'https://help.example.com');
  for (const words of ['You asked for it.', 'Shop']) {
    expect(html).toContain(words);
    expect(text).toContain(words);
  }
  expect(text).toContain('https://help.example.com/x?a=1&b=2');
  expect(html).not.toMatch(/<(script|img|link|iframe)/);
});
