import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  const file = join(site, 'content/pages/over.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('menu:', `${'# opmerking\n'.repeat(6000)}menu:`));
}
