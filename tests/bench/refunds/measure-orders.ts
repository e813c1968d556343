import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripeExport, woocommerceExport } from '../../support/order-exports';
import { runCommand, throwaway } from '../served';

const COUNT = 10_000;

/** How fast exports of shops and payment providers come in, and how fast they are found to be known already. */
export async function measureOrders(): Promise<void> {
  const site = await throwaway();
  const files = { stripe: 'payments.csv', woocommerce: 'orders.json' };
  await writeFile(path.join(site.dataDir, files.stripe), stripeExport({ count: COUNT }));
  await writeFile(path.join(site.dataDir, files.woocommerce), woocommerceExport(COUNT));
  console.log(`\nImport of ${COUNT} orders with refunds and disputes, SQLite`);
  for (const [kind, name] of Object.entries(files)) {
    for (const time of ['first', 'again']) {
      const args = ['bin/import.ts', kind, path.join(site.dataDir, name)];
      const { output, peakMb } = await runCommand(args, site.env);
      const [counts = '', rate = ''] = output.trim().split('\n').slice(-2);
      console.log(`  ${`${kind}, ${time}`.padEnd(48)} ${rate}, at most ${peakMb.toFixed(0)} MB`);
      console.log(`  ${''.padEnd(48)} ${counts}`);
    }
  }
  await site.remove();
}
