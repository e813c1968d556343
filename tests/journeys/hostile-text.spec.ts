import { hostileMarkup } from '@/tests/support/hostile-markup';
import { expect, test } from './people';

const PER_PAGE = 30;
/** What a text of somebody never becomes, wherever it is shown. */
const RUNS =
  'script, iframe, frame, object, embed, form, input, button, style, link, meta, base, svg, math, template, dialog, [style], [id], [class], [srcset], [ping], [popover]';

test('no hostile text runs, calls out or covers the page in a real browser', async ({ api, visit, site }) => {
  test.setTimeout(300_000);
  const asked = await api('POST', '/threads', {
    title: '<img src=x onerror=alert(1)> in a title',
    body: hostileMarkup[0],
    category: 'general',
  });
  expect(asked.status).toBe(201);
  let posted = 0;
  for (const body of hostileMarkup) {
    const { status } = await api('POST', `/threads/${asked.body.id}/replies`, { body });
    // What is blank once invisible signs are gone is refused; what was said a moment ago is that same reply.
    expect([200, 201, 422], body).toContain(status);
    if (status === 201) posted += 1;
  }
  expect(posted).toBeGreaterThan(400);

  // The visit's own complaints are exceptions, errors and whatever only the content policy had to stop.
  const page = await visit();
  const ran: string[] = [];
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.url) ran.push(`request: ${request.url()}`);
  });
  const address = new URL(String(asked.body.url)).pathname;
  let seen = 0;
  for (let at = 1; at <= Math.ceil(posted / PER_PAGE); at += 1) {
    await page.goto(`${address}?page=${at}`);
    seen += await page.locator('article[data-reply-number]').count();
    const found = await page.evaluate((selector) => {
      const inside = [...document.querySelectorAll('.prose *')];
      const attributes = inside.flatMap((element) =>
        [...element.attributes]
          .filter(
            ({ name, value }) =>
              name.startsWith('on') ||
              (/^(href|src)$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value)),
          )
          .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
      );
      const elements = inside
        .filter((element) => element.matches(selector))
        .map((element) => element.outerHTML);
      return [...attributes, ...elements];
    }, RUNS);
    expect(found, `page ${at}`).toEqual([]);
  }
  expect(seen).toBe(posted);
  expect(ran).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(address);

  const feed = await (await fetch(`${site.url}/t/${asked.body.id}/feed.xml`)).text();
  const isBroken = await page.evaluate(
    (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror') !== null,
    feed,
  );
  expect(isBroken).toBe(false);
});
