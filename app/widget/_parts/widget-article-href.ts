/** Where the panel shows an article of the site ('/faq/…'); the query comes along, so that one finds back to its results. */
export function widgetArticleHref(href: string, query = ''): string {
  return `/widget${href}${query === '' ? '' : `?${new URLSearchParams({ q: query })}`}`;
}
