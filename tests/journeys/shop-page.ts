import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from './site';

/** A page of a shop that trusts nobody but our site, and even that only for a script and a frame. */
export type Shop = { url: string; close: () => Promise<void> };

export async function openShop(site: Site): Promise<Shop> {
  const policy = `default-src 'none'; script-src ${site.url}; frame-src ${site.url}; require-trusted-types-for 'script'`;
  const html = (dir: string) => `<!doctype html>
    <html lang="en" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A shop</title><script src="${site.url}/widget.js" defer></script>
    <main><h1>A shop of lamps</h1><p><a href="/cart">The cart</a></p></main></html>`;
  const server: Server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy });
    response.end(html(request.url === '/rtl' ? 'rtl' : 'ltr'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
