// The parts of the theme's search script that need no page, as functions; and the index of a built site, read by them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { repository } from './program.mjs';

const folder = join(repository, 'themes/gemeente/script');
const parts = ['words.js', 'index.js', 'dictionary.js', 'excerpt.js', 'query.js'];
const code = parts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

// What the parts give, as an object with the names in `given`. `readFile(url, isList)` takes the place of fetching.
function scriptWith(readFile, given) {
  return new Function('readFromDisk', `'use strict';\n${code}\nreadFile = readFromDisk;\nreturn { ${given.join(', ')} };`)(readFile);
}

export const { searchWords, distance, otherForms, parseQuery, BitReader } =
  scriptWith(undefined, ['searchWords', 'distance', 'otherForms', 'parseQuery', 'BitReader']);

// The index of a built site: { index, files }, with `asked`, the names of the files that were read.
export async function indexOf(site) {
  const asked = [];
  const readFile = async (path, isList) => {
    asked.push(path.slice(site.length + 1));
    const content = inflateRawSync(readFileSync(path));
    return isList ? new Uint8Array(content) : JSON.parse(content);
  };
  const { openIndex } = scriptWith(readFile, ['openIndex']);
  const page = readFileSync(join(site, 'zoeken/index.html'), 'utf8');
  const [, root] = /data-index="\.\.\/([^"]+)"/.exec(page);
  const index = await openIndex(join(site, root));
  return { index, files: index.files, asked };
}

// An index of which every file stands in its root.
export function indexFrom(root) {
  const { SearchIndex, SearchFiles } = scriptWith(undefined, ['SearchIndex', 'SearchFiles']);
  return new SearchIndex(new SearchFiles(root, ''));
}

export const indexFilesIn = (site) => readdirSync(join(site, 'search')).filter((name) => name.endsWith('.bin'));
