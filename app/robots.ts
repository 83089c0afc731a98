import type { MetadataRoute } from 'next';
import { env } from '@/lib/env';

// Asked for at run time: the address of the site is not known when the app is built.
export const dynamic = 'force-dynamic';

/** Search engines may read everything but the desk. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/admin', '/api/', '/*.model.json', '/*.code.json', '/search.index.json', '/search?', '/*/search.index.json', '/*/search?'] },
    sitemap: `${env().siteUrl}/sitemap.xml`,
  };
}
