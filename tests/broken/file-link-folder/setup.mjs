import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  renameSync(join(site, 'content'), join(site, 'teksten'));
  symlinkSync('teksten', join(site, 'content'));
}
