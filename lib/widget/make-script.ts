import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accentVariables } from '@/lib/accent';
import { processWide } from '@/lib/db/process-wide';

/** The help button as one classic script that any page may include, in this shop's name and colours. */
export function widgetScript(shop: { shopName: string; accent: string }): string {
  const colours = Object.entries(accentVariables(shop.accent))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  const look = JSON.stringify({ name: shop.shopName, title: `${shop.shopName} help`, colours });
  // A script that runs late still knows where it came from: `currentScript` is set while it runs, deferred or not.
  return `(() => {\n'use strict';\n${source()}\naddHelp(document.currentScript.src, ${look});\n})();\n`;
}

/** The source without its `export`, which a classic script cannot have; it is a module so that its types are checked. */
function source(): string {
  return processWide('widget-source', () =>
    readFileSync(path.resolve('lib/widget/button.js'), 'utf8').replace(/^export /gm, ''),
  );
}
