import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function setUp(site) {
  writeFileSync(join(site, 'content/pages/film.mp4'), Buffer.alloc(32 * 1024 * 1024 + 1));
}
