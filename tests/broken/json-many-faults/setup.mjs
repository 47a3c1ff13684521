import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The same key on line after line.
export function setUp(site) {
  const file = join(site, 'data/organisations.json');
  const text = readFileSync(file, 'utf8').replace(/\n\}\n$/, `${',\n  "organisations": []'.repeat(120)}\n}\n`);
  writeFileSync(file, text);
}
