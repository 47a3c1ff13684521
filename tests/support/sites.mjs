// Copies of the two sites, what is built of them, and what lies in a folder: the sample in the top folder of this
// repository, and Voorbeeldstad, which does not exist and uses everything.
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { repository, run } from './program.mjs';

const temporaryFolders = [];
process.on('exit', () => temporaryFolders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

// A folder that is there until the tests of this file have ended.
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'stoplicht-test-'));
  temporaryFolders.push(folder);
  return folder;
}

export const voorbeeldstad = join(repository, 'tests/golden/voorbeeldstad');

// A site's data and texts; the theme is the one that comes with the program.
export function copyOf(site, to = temporaryFolder()) {
  for (const folder of ['data', 'content']) cpSync(join(site, folder), join(to, folder), { recursive: true });
  return to;
}

// The same, of which nothing was published, so that all of it may be changed.
export function unpublishedCopyOf(site, to) {
  const copy = copyOf(site, to);
  rmSync(join(copy, 'data/editions'), { recursive: true, force: true });
  return copy;
}

export const copyOfSample = (to) => unpublishedCopyOf(repository, to);

export function copyOfTheme(site) {
  const isNeeded = (path) => !path.endsWith('/node_modules');
  cpSync(join(repository, 'themes'), join(site, 'themes'), { recursive: true, filter: isNeeded });
}

// Builds a site folder that has no faults; the output folder.
export async function build(site, output = join(site, 'public'), options = {}) {
  const result = await run(['build', '--site', site, '--output', output], options);
  if (result.code !== 0) throw new Error(`the build ended with ${result.code}:\n${result.stderr}`);
  return output;
}

// Built once for all tests of a file.
const built = new Map();
function builtOnce(site) {
  if (!built.has(site)) built.set(site, build(site, join(temporaryFolder(), 'public')));
  return built.get(site);
}
export const builtSample = () => builtOnce(repository);
export const builtVoorbeeldstad = () => builtOnce(voorbeeldstad);

// Both sites: [{ name, source, folder }].
export async function builtSites() {
  return [
    { name: 'the sample', source: repository, folder: await builtSample() },
    { name: 'Voorbeeldstad', source: voorbeeldstad, folder: await builtVoorbeeldstad() },
  ];
}

// Every file below a folder, sorted, such as 'periodes/index.html'.
export function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    return filesIn(join(folder, entry.name)).map((file) => `${entry.name}/${file}`);
  });
  return files.sort();
}

// The files below a folder with a word in them; those of the search index are packed.
export const filesWith = (folder, word) => filesIn(folder).filter((file) => {
  const bytes = readFileSync(join(folder, file));
  return (/(^|\/)search\/.*\.bin$/.test(file) ? inflateRawSync(bytes) : bytes).includes(word);
});

export const pagesIn = (folder) => filesIn(folder).filter((file) => file.endsWith('.html'));

// Everything that can be told of a folder and what is in it: [{ path, mode, inode, modified, bytes }].
export function stateOf(folder) {
  const state = [];
  const visit = (path) => {
    const status = lstatSync(join(folder, path), { bigint: true });
    const mode = (Number(status.mode) & 0o7777).toString(8);
    const bytes = status.isDirectory() ? null : readFileSync(join(folder, path)).toString('latin1');
    state.push({ path, mode, inode: status.ino, modified: status.mtimeNs, bytes });
    if (status.isDirectory()) readdirSync(join(folder, path)).sort().forEach((name) => visit(join(path, name)));
  };
  visit('.');
  return state;
}
