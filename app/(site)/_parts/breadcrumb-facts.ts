/** The way to a page as schema.org's BreadcrumbList, the page itself last.
 * @param steps addresses on this site; at least one above the page, or there is no way to tell */
export function breadcrumbFacts(
  siteUrl: string,
  steps: readonly { href: string; label: string }[],
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.label,
      item: siteUrl + step.href,
    })),
  };
}
