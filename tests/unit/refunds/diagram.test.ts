import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { refundDiagram } from '../../support/refund-diagram';

const FILE = path.join(import.meta.dirname, '../../../docs/refunds.md');
const PLACE = /(<!-- the way of a refund: begin -->\n)([\s\S]*?)(\n<!-- the way of a refund: end -->)/;

it('docs/refunds.md draws the table that the code asks', () => {
  const text = readFileSync(FILE, 'utf8');
  expect(text).toMatch(PLACE);
  const fresh = text.replace(PLACE, (_found, begin, _old, end) => `${begin}${refundDiagram()}${end}`);
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, fresh);
  else expect(text, 'Run it with UPDATE_DOCS=1, which draws it anew.').toBe(fresh);
});
