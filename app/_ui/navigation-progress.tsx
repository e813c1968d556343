'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, useEffect, useState } from 'react';

/** After this long the page is not coming this way (a download, a stopped navigation): the bar goes. */
const GIVE_UP_AFTER_MS = 12_000;

/** The address a click will load in this tab, or null when it loads none. */
function destination(event: MouseEvent): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return null;
  if (link.target && link.target !== '_self') return null;
  const url = new URL(link.href);
  const here = window.location;
  if (url.origin !== here.origin) return null;
  return url.pathname === here.pathname && url.search === here.search ? null : url;
}

function Bar() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [leaving, setLeaving] = useState<string | null>(null);

  useEffect(() => {
    const start = (event: MouseEvent) => {
      if (destination(event)) setLeaving(address);
    };
    document.addEventListener('click', start);
    return () => document.removeEventListener('click', start);
  }, [address]);

  useEffect(() => {
    if (leaving === null) return;
    const timer = setTimeout(() => setLeaving(null), GIVE_UP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [leaving]);

  return <div aria-hidden className="nav-progress" data-busy={leaving === address} data-no-print />;
}

/** A thin line at the top while a slow page is on its way; quick pages never show it (160 ms of grace in CSS). */
export function NavigationProgress() {
  return (
    <Suspense fallback={null}>
      <Bar />
    </Suspense>
  );
}
