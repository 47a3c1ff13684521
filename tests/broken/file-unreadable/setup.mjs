import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// Waits for a writer when it is opened.
export function setUp(site) {
  execFileSync('mkfifo', [join(site, 'content/pages/pijp.md')]);
}
