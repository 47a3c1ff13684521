// The same pages under Pagefind, which is measured for comparison: its index, and a page with its own interface.
import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { pagesIn } from '../support/sites.mjs';
import { bytesBelow, measure } from './measure.mjs';

const require = createRequire(import.meta.url);
// The program itself: what npm puts before it would be measured with it.
const binary = require.resolve(`@pagefind/${process.platform}-${process.arch}/bin/pagefind_extended`);
export const { version } = require(`@pagefind/${process.platform}-${process.arch}/package.json`);

// Ours has the words of the model and nothing of the navigation, nor the table that only repeats a chart: a site that
// uses Pagefind would have it pass over the same.
const passedOver = ['nav', 'details', 'figure', '.sl-tools', '.sl-anchor'];

// The pages that our index has. A site with `search_export` lists them; of another they are all but those that ask not
// to be found, and those that are no page of their own.
export function pagesToFind(folder) {
  const list = join(folder, 'search/documents.ndjson');
  if (existsSync(list)) {
    const actions = readFileSync(list, 'utf8').trim().split('\n').filter((_, i) => i % 2 === 0);
    return actions.map((action) => decodeURIComponent(new URL(JSON.parse(action).index._id).pathname).slice(1).replace(/(^|\/)$/, '$1index.html'));
  }
  return pagesIn(folder).filter((page) => {
    if (/(^|\/)(404|afdruk)\.html$|^zoeken\//.test(page)) return false;
    return !/<meta name="robots"[^>]*noindex/.test(readFileSync(join(folder, page), 'utf8'));
  });
}

// Indexes the pages of a built site into `work`; { pages, cpu, peak, index, excerpts, mounts }, the bytes of the index
// without and of the texts for excerpts. `mounts` is for the server: /find/ui.html has the interface, /find/bare.html
// only Pagefind's functions.
export async function indexWithPagefind(folder, work) {
  const site = join(work, 'pages');
  const bundle = join(work, 'pagefind');
  const pages = pagesToFind(folder);
  for (const page of pages) {
    mkdirSync(dirname(join(site, page)), { recursive: true });
    linkSync(join(folder, page), join(site, page));
  }
  const { cpu, peak } = await measure(binary, ['--site', site, '--output-path', bundle, '--root-selector', 'main',
    '--exclude-selectors', passedOver.join(','), '--keep-index-url', '--silent']);
  const index = bytesBelow(bundle, (file) => /\.pf_(index|meta|filter)$/.test(file));
  const excerpts = bytesBelow(bundle, (file) => file.endsWith('.pf_fragment'));
  if (index === 0 || !existsSync(join(bundle, 'pagefind-ui.js'))) throw new Error('Pagefind wrote no index');
  return { pages: pages.length, cpu, peak, index, excerpts, mounts: { '/': site, '/pagefind/': bundle, '/find/': writePages(work) } };
}

function writePages(work) {
  const folder = join(work, 'find');
  const page = (head, body) => '<!doctype html>\n<html lang="nl">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n' +
    `<title>Zoeken</title>\n${head}<main>${body}</main>\n</html>\n`;
  mkdirSync(folder);
  writeFileSync(join(folder, 'ui.html'), page('<link rel="stylesheet" href="/pagefind/pagefind-ui.css">\n' +
    '<script src="/pagefind/pagefind-ui.js" defer></script>\n<script src="ui.js" defer></script>\n', '<div id="search"></div>'));
  // Ten results at once, as ours has them; everything else as Pagefind has it by itself.
  writeFileSync(join(folder, 'ui.js'), "const ui = new PagefindUI({ element: '#search', pageSize: 10, showImages: false });\n" +
    "const asked = new URLSearchParams(location.search).get('q');\nif (asked) ui.triggerSearch(asked);\n");
  writeFileSync(join(folder, 'bare.html'), page('<script type="module" src="bare.js"></script>\n', ''));
  writeFileSync(join(folder, 'bare.js'), `import * as pagefind from '/pagefind/pagefind.js';
window.ask = async (query) => {
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  document.querySelector('main').textContent = JSON.stringify(shown.map(({ url }) => url));
  return { urls: shown.map(({ url }) => url), matches: results.length };
};
const asked = new URLSearchParams(location.search).get('q');
if (asked) window.ask(asked);
`);
  return folder;
}
