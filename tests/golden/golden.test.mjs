// Voorbeeldstad, built, is byte for byte what stands in expected/. UPDATE_EXPECTED=1 writes that folder anew: read what
// `git diff` then shows.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../support/program.mjs';
import { build, filesIn, temporaryFolder } from '../support/sites.mjs';
import { comparedOf, differences, filesOf, writeExpected } from './compare.mjs';

const site = join(repository, 'tests/golden/voorbeeldstad');
const expectedFolder = join(repository, 'tests/golden/expected');
const mostTold = 10;

const output = await build(site, join(temporaryFolder(), 'public'));
const { compared, leftOut, named } = comparedOf(output);
if (process.env.UPDATE_EXPECTED === '1') writeExpected(expectedFolder, compared);

// ---- what was built ---------------------------------------------------------------------------------------

const found = differences(filesOf(expectedFolder), compared);

function assertNone(sentences) {
  const told = sentences.slice(0, mostTold);
  if (sentences.length > mostTold) told.push(`and ${sentences.length - mostTold} more`);
  assert.ok(sentences.length === 0,
    `${told.join('\n')}\nIf this is meant: UPDATE_EXPECTED=1 node --test tests/golden/golden.test.mjs, and read git diff`);
}

test('every file that is built is expected', () => assertNone(found.missing));
test('every file that is expected is built', () => assertNone(found.orphaned));
test('every file is byte for byte as expected', () => assertNone(found.differing));

test('only stylesheets, scripts, the index and the lists of files are not compared, and pages name each at most once', () => {
  assert.deepEqual(leftOut.filter((path) => !path.startsWith('search/')).map((path) => path.replace(/\.[0-9a-f]{8}\./, '.')).sort(),
    ['SHA256SUMS', 'assets/gemeente-further.css', 'assets/gemeente-page.js', 'assets/gemeente-search.css', 'assets/gemeente-search.js',
      'assets/gemeente.css', 'manifest.json']);
  assert.deepEqual(filesIn(output), [...compared.keys(), ...leftOut].sort());
  const pages = [...compared.keys()].filter((path) => path.endsWith('.html'));
  const first = ['404.html', 'index.html'];
  const expectedOf = (page) => {
    const files = first.includes(page) ? ['gemeente.css'] : ['gemeente-further.css', 'gemeente.css'];
    // Paper has no search field.
    if (compared.get(page).includes('role="search"')) files.push('gemeente-page.js');
    if (page === 'zoeken/index.html') files.push('gemeente-search.css', 'gemeente-search.js');
    return files.sort();
  };
  assert.deepEqual([...named], pages.map((page) => [page, expectedOf(page)]));
});

// ---- the comparison itself --------------------------------------------------------------------------------

// What is found when the expected files are those of the built site, but for a change.
function foundAfter(change) {
  const folder = join(temporaryFolder(), 'expected');
  writeExpected(folder, compared);
  change(folder);
  return differences(filesOf(folder), compared);
}

const nothing = { missing: [], orphaned: [], differing: [] };

test('a site is as expected when nothing was changed', () => {
  assert.deepEqual(foundAfter(() => {}), nothing);
});

test('a file that is not expected is named', () => {
  assert.deepEqual(foundAfter((folder) => rmSync(join(folder, 'periodes/index.html'))),
    { ...nothing, missing: ['periodes/index.html: is built, but there is no expected file'] });
});

test('a file that is no longer built is named', () => {
  const leftBehind = (folder) => {
    mkdirSync(join(folder, 'oud'));
    writeFileSync(join(folder, 'oud/brief.html'), '');
  };
  assert.deepEqual(foundAfter(leftBehind), { ...nothing, orphaned: ['oud/brief.html: is expected, but is not built'] });
});

test('a file that differs is named, with the first line that differs', () => {
  const before = (folder) => readFileSync(join(folder, 'index.html'), 'utf8');
  const otherWord = (folder) => writeFileSync(join(folder, 'index.html'), before(folder).replace('<html lang="nl"', '<html lang="fr"'));
  const { missing, orphaned, differing } = foundAfter(otherWord);
  assert.deepEqual([missing, orphaned, differing.length], [[], [], 1]);
  assert.match(differing[0], /^index\.html:2:13: differs\n  expected: <html lang="fr".*\n  built:    <html lang="nl".*$/);
});

test('a file that goes on after the end of the other differs there', () => {
  const path = 'bestanden/periods/2024-h2/letters/werkbezoek.txt';
  const lines = compared.get(path).toString('utf8').split('\n').length;
  assert.deepEqual(foundAfter((folder) => appendFileSync(join(folder, path), 'nog een regel\n')).differing,
    [`${path}:${lines}:1: differs\n  expected: nog een regel\n  built:    `]);
});

test('writing the expected files removes those that are no longer built', () => {
  const written = foundAfter((folder) => {
    writeFileSync(join(folder, 'oud.html'), '');
    writeExpected(folder, compared);
  });
  assert.deepEqual(written, nothing);
});
