import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { blockCrossSiteDEV } from 'next/dist/server/lib/router-utils/block-cross-site-dev.js';
import { describe, expect, it } from 'vitest';
import nextConfig from '@/next.config.js';

/** Whether the development server refuses its updates to a page of this origin; such a page reloads itself for ever. */
function refuses(origin: string): boolean {
  const request = Object.assign(new IncomingMessage(new Socket()), {
    url: '/_next/hmr',
    headers: { origin },
  });
  return blockCrossSiteDEV(request, new ServerResponse(request), nextConfig.allowedDevOrigins, undefined);
}

describe('the development server', () => {
  it('keeps a page up to date by whichever name this machine is called', () => {
    expect(refuses('http://localhost:3000')).toBe(false);
    expect(refuses('http://127.0.0.1:3000')).toBe(false);
    expect(refuses('http://[::1]:3000')).toBe(false);
  });

  it('tells no other site what is being written', () => {
    expect(refuses('http://elsewhere.example')).toBe(true);
  });
});
