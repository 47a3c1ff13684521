import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTheme } from '../theme.mjs';

// Saved as Windows-1252.
export function setUp(site) {
  copyTheme(site);
  writeFileSync(join(site, 'themes/gemeente/layouts/not-found.mustache'), Buffer.from('<p>Caf\xe9</p>\n', 'latin1'));
}
