import { createHash } from 'node:crypto';

type Cacheable = {
  /** The content type, without the charset: it is always UTF-8. */
  type: string;
  maxAgeSeconds: number;
};

/** A text that is the same for everybody: caches may keep it for a while, and ask by its ETag whether it has changed. */
export function cacheableResponse(
  request: Request,
  text: string,
  { type, maxAgeSeconds }: Cacheable,
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': `public, max-age=${maxAgeSeconds}`,
    etag,
  };
  return isKnown(request.headers.get('if-none-match'), etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}

/** Whether `If-None-Match` names the tag. A proxy that compressed the text marks its tag as weak; it is still the same text
 * (RFC 9110, 13.1.2). */
export function isKnown(asked: string | null, etag: string): boolean {
  const tags = (asked ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
