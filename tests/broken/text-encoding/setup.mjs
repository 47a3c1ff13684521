import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Saved as Windows-1252.
export function setUp(site) {
  const page = join(site, 'content/pages/over.md');
  const text = readFileSync(page, 'utf8').replace('twee keer per jaar', 'in één keer');
  writeFileSync(page, Buffer.from(text, 'latin1'));
  const data = join(site, 'data/organisations.json');
  writeFileSync(data, Buffer.from(readFileSync(data, 'utf8').replace('Duinregio', 'Duinregió'), 'latin1'));
}
