import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  const columns = 40;
  const row = (cell) => `|${`${cell}|`.repeat(columns)}\n`;
  appendFileSync(join(site, 'content/pages/over.md'), `\n${row('a')}${row('---')}${row('1').repeat(5001)}`);
}
