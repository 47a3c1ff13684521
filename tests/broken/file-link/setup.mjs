import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  renameSync(join(site, 'content/pages'), join(site, 'bladzijden'));
  symlinkSync('../bladzijden', join(site, 'content/pages'));
  symlinkSync('raadsbrief.md', join(site, 'content/periods/2024-h2/letters/brief.md'));
}
