'use client';

import './globals.css';
import { FailurePanel } from '@/app/_ui/failure-panel';

/** The root layout itself failed, so this is a whole document of its own, in the default accent. */
export default function SiteFailed(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body>
        <main id="content">
          <FailurePanel {...props} />
        </main>
      </body>
    </html>
  );
}
