import { expect, test } from 'vitest';
import { barePage } from '@/lib/web/bare-page';
import { tooLargeFor } from '@/lib/web/file-doors';

test('a form that is too long is refused in the language that the browser chose, else wishes for', () => {
  const chosen = { cookie: 'a=b; porchlight-language=de', 'accept-language': 'en' };
  for (const headers of [chosen, { 'accept-language': 'de-AT,en;q=0.5' }]) {
    for (const path of ['/contact', '/forum/new']) {
      const page = barePage(413, tooLargeFor(path), headers);
      expect(page).toContain('<html lang="de">');
      expect(page).toContain('Ihr Text ist noch da.');
      expect(page).toContain('Das hat nicht geklappt');
    }
  }
  const english = barePage(413, tooLargeFor('/forum/new'), { cookie: 'porchlight-language=xx' });
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('your text is still there');
});

test('what only programs should meet stays English, and all of its page says so', () => {
  const page = barePage(405, 'This method is not used here.', { 'accept-language': 'de' });
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Back to the start');
});
