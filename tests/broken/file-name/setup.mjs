import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Names that some computers cannot hold, or take for one.
export function setUp(site) {
  const pages = join(site, 'content/pages');
  for (const name of ['con.md', 'wat nu?.md', 'einde.', 'regel\nregel.md', ' spatie.md', 'spatie.md ', 'Over.md']) {
    writeFileSync(join(pages, name), 'Tekst.\n');
  }
  writeFileSync(Buffer.concat([Buffer.from(join(pages, 'caf')), Buffer.from([0xe9]), Buffer.from('.md')]), 'Tekst.\n');
}
