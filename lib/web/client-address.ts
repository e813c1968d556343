import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** The address of the client: of the connection, or, with N trusted proxies in front, the N-th from the right of
 * X-Forwarded-For; what stands further left was written by the client and is not believed. */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const header = request.headers['x-forwarded-for'];
  const chain = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((entry) => entry.trim());
  const candidate = chain[chain.length - trustedProxies] ?? '';
  return isIP(candidate) ? candidate : direct;
}
