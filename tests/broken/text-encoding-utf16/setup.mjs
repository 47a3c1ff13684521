import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  for (const name of ['data/commitments.json', 'content/pages/over.md', 'content/periods/2024-h1/summary.md']) {
    const file = join(site, name);
    writeFileSync(file, Buffer.from('\ufeff' + readFileSync(file, 'utf8'), 'utf16le'));
  }
}
