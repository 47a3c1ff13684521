import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  for (const name of ['data/commitments.json', 'content/pages/over.md']) {
    const file = join(site, name);
    writeFileSync(file, '\ufeff' + readFileSync(file, 'utf8'));
  }
}
