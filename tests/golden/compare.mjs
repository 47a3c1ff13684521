// What a built site has in common with the one that is expected, and where they part.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from '../support/sites.mjs';

// Stylesheets and scripts are made partly by npm packages, and the lists of files hold their digests: neither is compared.
// The index of the search is packed, and tests/search looks into it.
const assetName = /^assets\/((gemeente[a-z-]*)\.[0-9a-f]{8}(\.css|\.js))$/;
const isLeftOut = (path) => assetName.test(path) || /^search\/.*\.(bin|js)$/.test(path) || ['manifest.json', 'SHA256SUMS'].includes(path);
const indexName = /search\/[0-9a-f]{12}\.bin/g;

// The files of a folder: a map from 'periodes/index.html' to its bytes.
export function filesOf(folder) {
  return new Map(existsSync(folder) ? filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]) : []);
}

// What is compared of a built site: all but what is left out, with a fixed name where a page names one of these files.
// Also what was left out, and which stylesheets and scripts each file names.
export function comparedOf(folder) {
  const compared = new Map();
  const leftOut = [];
  const named = new Map();
  const built = filesOf(folder);
  const names = [...built.keys()].map((path) => assetName.exec(path)).filter(Boolean).map(([, name, short, ending]) => [name, short + ending]);
  for (const [path, bytes] of built) {
    if (isLeftOut(path)) {
      leftOut.push(path);
      continue;
    }
    // Latin-1 keeps every byte as it is.
    let text = bytes.toString('latin1');
    const found = names.flatMap(([name, short]) => Array(text.split(name).length - 1).fill(short));
    for (const [name, short] of names) text = text.replaceAll(name, short);
    if (path === 'zoeken/index.html') text = text.replaceAll(indexName, 'search/index.bin');
    if (found.length > 0) named.set(path, found.sort());
    compared.set(path, found.length > 0 ? Buffer.from(text, 'latin1') : bytes);
  }
  return { compared, leftOut, named };
}

// The part of a line around the column where two lines part.
function around(line, column) {
  if (line === undefined) return '(the file has ended)';
  const from = Math.max(0, column - 60);
  const to = column + 100;
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
}

// "periodes/index.html:12:5: differs", with both lines.
function firstDifference(path, expected, built) {
  const [ours, theirs] = [expected, built].map((bytes) => bytes.toString('utf8').split('\n'));
  const line = ours.findIndex((text, at) => text !== theirs[at]);
  const at = line < 0 ? ours.length : line;  // What was built goes on.
  const [was, is] = [ours[at] ?? '', theirs[at] ?? ''];
  let column = 0;
  while (column < was.length && was[column] === is[column]) ++column;
  return `${path}:${at + 1}:${column + 1}: differs\n` +
    `  expected: ${around(ours[at], column)}\n  built:    ${around(theirs[at], column)}`;
}

// Sentences, in the order of the paths: what is built and not expected, expected and not built, and not the same.
export function differences(expected, built) {
  const missing = [...built.keys()].filter((path) => !expected.has(path))
    .map((path) => `${path}: is built, but there is no expected file`);
  const orphaned = [...expected.keys()].filter((path) => !built.has(path))
    .map((path) => `${path}: is expected, but is not built`);
  const differing = [...expected].filter(([path, bytes]) => built.has(path) && !bytes.equals(built.get(path)))
    .map(([path, bytes]) => firstDifference(path, bytes, built.get(path)));
  return { missing, orphaned, differing };
}

// Makes a folder hold these files and no other.
export function writeExpected(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
