import type { FramedBy } from '@/lib/web/framing';

/** The policy of every page: scripts only with this answer's nonce, nothing from elsewhere, no frames around us but those
 * of `framedBy`. */
export function contentSecurityPolicy(nonce: string, production: boolean, framedBy: FramedBy = null): string {
  // React's development build evaluates strings for its error overlay; production never does.
  const evaluation = production ? '' : " 'unsafe-eval'";
  const styles = production ? `'self' 'nonce-${nonce}'` : "'self' 'unsafe-inline'";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${production ? '' : ' ws:'}`,
    "manifest-src 'self'",
    // The worker that shows what is pushed; 'strict-dynamic' above would forbid it.
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy ? ["'self'", ...framedBy].join(' ') : "'none'"}`,
  ].join('; ');
}

/** The policy of a file that somebody gave us: opened by itself it loads nothing and runs nothing, whatever is in it. */
export const FILE_POLICY = "default-src 'none'; sandbox";

type Exceptions = {
  framedBy?: FramedBy;
  /** A script that other sites load; everything else stays with us. */
  isShared?: boolean;
};

/** Headers every answer carries.
 * @param siteUrl with https the browser is told to stay there for a year */
export function securityHeaders(
  siteUrl: string,
  { framedBy = null, isShared = false }: Exceptions = {},
): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // It knows no list of sites; where there is one, frame-ancestors says everything.
    ...(framedBy ? {} : { 'X-Frame-Options': 'DENY' }),
    // Links in mails carry tokens in their path, so nothing of an address leaves the site.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': isShared ? 'cross-origin' : 'same-origin',
    ...(siteUrl.startsWith('https:')
      ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
      : {}),
  };
}
