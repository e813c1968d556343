import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accentVariables } from '@/lib/accent';
import { processWide } from '@/lib/db/process-wide';
import { wordsOf } from '@/lib/words/catalogue';
import { LANGUAGES, type Language } from '@/lib/words/languages';
import { say } from '@/lib/words/say';

/** The help button as one classic script that any page may include, in this shop's name and colours. */
export function widgetScript(shop: { shopName: string; accent: string }): string {
  const colours = Object.entries(accentVariables(shop.accent))
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language, shop.shopName)]));
  const look = JSON.stringify({ words, colours });
  // A script that runs late still knows where it came from: `currentScript` is set while it runs, deferred or not.
  return `(() => {\n'use strict';\n${source()}\naddHelp(document.currentScript.src, ${look});\n})();\n`;
}

/** What stands on the button and around the frame; the script chooses a language, because whoever keeps it for a while gives
 * the same one to everybody. */
function wordsIn(language: Language, shop: string): Record<string, string> {
  const { home, widget } = wordsOf(language);
  return { title: say(home.title, { shop }), ...widget.button };
}

/** The source without its `export`, which a classic script cannot have; it is a module so that its types are checked. */
function source(): string {
  return processWide('widget-source', () =>
    readFileSync(path.resolve('lib/widget/button.js'), 'utf8').replace(/^export /gm, ''),
  );
}
