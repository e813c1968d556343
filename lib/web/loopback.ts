const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/i;

/** Whether a request came from this machine and was passed on by nobody. The connection's address is the server's own
 * finding (`x-porchlight-address`); a proxy on this machine shows itself by what it adds. Next itself writes the
 * connection's address into X-Forwarded-For, so that header alone proves no proxy, but a foreign address in it does. */
export function isFromThisMachine(headers: Headers): boolean {
  if (!LOOPBACK.test(headers.get('x-porchlight-address') ?? '')) return false;
  if (headers.has('via') || headers.has('x-real-ip') || headers.has('forwarded')) return false;
  const passedOnFor = headers.get('x-forwarded-for')?.split(',') ?? [];
  return passedOnFor.every((address) => LOOPBACK.test(address.trim()));
}
