import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTheme } from '../theme.mjs';

// A token file of which nothing was made yet.
export function setUp(site) {
  copyTheme(site);
  writeFileSync(join(site, 'themes/gemeente/tokens/havenstad.css'), '.haven-theme { --sl-accent: #00415e; }\n');
}
