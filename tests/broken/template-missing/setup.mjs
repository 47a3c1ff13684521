import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { copyTheme } from '../theme.mjs';

export function setUp(site) {
  copyTheme(site);
  const layouts = join(site, 'themes/gemeente/layouts');
  renameSync(join(layouts, 'archive.mustache'), join(layouts, 'archives.mustache'));
}
