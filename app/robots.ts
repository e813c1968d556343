import type { MetadataRoute } from 'next';
import { config } from '@/lib/config';

export const dynamic = 'force-dynamic';

/** Reading is for everybody; results, the desk and what belongs to one person are not for an index. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/api/', '/desk', '/account', '/search', '/sign-in', '/setup', '/refund/'],
    },
    sitemap: `${config().siteUrl}/sitemap.xml`,
  };
}
