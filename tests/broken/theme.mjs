// A site's own theme, for the faults of themes: the shipped one, of which a broken site changes a file.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shipped = fileURLToPath(new URL('../../themes/gemeente', import.meta.url));

// Files that stand in the site's themes/gemeente already stay as they are.
export function copyTheme(site) {
  const isPart = (path) => !path.endsWith('node_modules');
  cpSync(shipped, join(site, 'themes/gemeente'), { recursive: true, force: false, filter: isPart });
}

// What `change` puts first gets the first lines, whatever else the theme comes to say.
export function rewriteStrings(site, change) {
  const file = join(site, 'themes/gemeente/strings.nl.json');
  const strings = change(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify(strings, null, 2) + '\n');
}
