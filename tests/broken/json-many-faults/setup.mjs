import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The same key on every line.
export function setUp(site) {
  writeFileSync(join(site, 'data/organisations.json'), `{\n${'"organisations": [],\n'.repeat(120)}"organisations": []\n}\n`);
}
