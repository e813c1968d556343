import { headers } from 'next/headers';
import { jsonForScript } from '@/app/(site)/_parts/json-for-script';

/** Facts for search engines, as JSON-LD. */
export async function JsonLd({ data }: { data: Record<string, unknown> }) {
  const nonce = (await headers()).get('x-porchlight-nonce') ?? undefined;
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which nothing can end the element
      dangerouslySetInnerHTML={{ __html: jsonForScript(data) }}
    />
  );
}
