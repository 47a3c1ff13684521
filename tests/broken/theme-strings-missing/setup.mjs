import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyTheme } from '../theme.mjs';

export function setUp(site) {
  copyTheme(site);
  rmSync(join(site, 'themes/gemeente/strings.en.json'), { force: true });
}
