// Sites with a fault, and everything that the program says of them. Each folder of tests/broken is the small site in
// base/ with other files; what it says stands in its expected.txt. UPDATE_EXPECTED=1 writes those anew: read them.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, expectedOf, folder, inSite, names, reportsIn } from '../support/broken-sites.mjs';
import { repository } from '../support/program.mjs';

const update = process.env.UPDATE_EXPECTED === '1';
const idsIn = (text) => [...new Set(reportsIn(text).map(({ id }) => id))];
const errorsIn = (text) => reportsIn(text).filter(({ severity }) => severity === 'error').length;
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const inByteOrder = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function inOrder(a, b) {
  return inByteOrder(a.file, b.file) || a.line - b.line || a.column - b.column;
}

// ---- the sites --------------------------------------------------------------------------------------------

test('base: the site that the others break has no fault and no warning', async () => {
  const { code, stdout, stderr } = await inSite('base', (site) => check(site));
  assert.equal(stderr, '');
  assert.equal(code, 0);
  assert.match(stdout, /^stoplicht: checked \d+ pages, \d+ kB, in \d+ ms, 0 warnings\n$/);
});

for (const name of names) {
  test(`broken site: ${name}`, async () => {
    const { code, stdout, stderr } = await inSite(name, (site) => check(site));
    if (update) writeFileSync(join(folder, name, 'expected.txt'), stderr);
    assert.ok(existsSync(join(folder, name, 'expected.txt')), 'expected.txt is missing: UPDATE_EXPECTED=1 writes it');
    assert.equal(stderr, expectedOf(name));

    const errors = errorsIn(stderr);
    const warnings = counted(reportsIn(stderr).length - errors, 'warning');
    assert.equal(code, errors > 0 ? 1 : 0);
    if (errors > 0) {
      assert.equal(stdout, '');
      assert.ok(stderr.endsWith(`\nstoplicht: ${counted(errors, 'error')}, ${warnings}\n`));
    } else {
      assert.match(stdout, new RegExp(`^stoplicht: checked \\d+ pages, \\d+ kB, in \\d+ ms, ${warnings}\\n$`));
    }
  });
}

// ---- all of them ------------------------------------------------------------------------------------------

test('every broken site shows the fault that it is named after', () => {
  const others = names.filter((name) => !idsIn(expectedOf(name)).some((id) => name === id || name.startsWith(`${id}-`)));
  assert.deepEqual(others, ['many-faults']);
});

test('every folder breaks something, and no expected text is left behind', () => {
  const aboutTheSite = ['expected.txt', 'removed.txt', 'setup.mjs'];
  const siteParts = ['content', 'data', 'themes'];
  for (const name of names) {
    const entries = readdirSync(join(folder, name));
    assert.deepEqual(entries.filter((entry) => ![...aboutTheSite, ...siteParts].includes(entry)), [], name);
    assert.ok(entries.some((entry) => entry !== 'expected.txt'), `${name} holds nothing but an expected text`);
    assert.ok(reportsIn(expectedOf(name)).length > 0, `${name} has nothing wrong with it`);
  }
  const beside = readdirSync(folder).filter((name) => !statSync(join(folder, name)).isDirectory());
  assert.deepEqual(beside, ['theme.mjs']);
});

test('no expected text names a place outside the site folder', () => {
  for (const name of names) {
    assert.doesNotMatch(expectedOf(name), /stoplicht-broken-|\/tmp\/|\/home\/(?!haven)/, name);
  }
});

test('the reports on a site are sorted by place, and none is given twice', () => {
  for (const name of names) {
    const reports = reportsIn(expectedOf(name));
    assert.deepEqual(reports, [...reports].sort(inOrder), name);
    assert.equal(new Set(reports.map(({ text }) => text)).size, reports.length, name);
  }
});

test('a site with many faults shows all of them in one run', () => {
  const reports = reportsIn(expectedOf('many-faults'));
  assert.ok(new Set(reports.map(({ file }) => file)).size >= 10);
  assert.ok(new Set(reports.map(({ id }) => id)).size >= 20);
});

// ---- both ways: the faults that the sources know and those that are tested ----------------------------------

function sourcesOf(parent) {
  return readdirSync(parent, { recursive: true })
    .filter((file) => /\.(cc|h)$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(parent, file), 'utf8') }));
}

const sources = sourcesOf(join(repository, 'generator'));
const idsInSources = new Set();
for (const { text } of sources) {
  const reported = /\b(?:error|warning|report|fault)\(\s*"([a-z]+(?:-[a-z]+)+)"/g;
  const added = /\badd\(\{[^"]*"([a-z]+(?:-[a-z]+)+)"/g;
  // Only `sheet import` and `letter import` report what is wrong with a sheet or a letter from Word: their own tests do.
  const isOfImport = (id) => /^(sheet|letter|word)-/.test(id);
  for (const [, id] of [...text.matchAll(reported), ...text.matchAll(added)]) if (!isOfImport(id)) idsInSources.add(id);
}

// A call that gets its id from elsewhere could hide one; these hand on what was found above.
test('a fault is reported by its id, or by one of the few that hand it on', () => {
  const calls = sources.flatMap(({ file, text }) => {
    const found = text.matchAll(/(?:\bdiagnostics(?:_|\(\))?|\bobject|\bitem)\.(?:error|warning|add)\(\s*(?!std::move)([^",\s][^",]*)(?=,)/g);
    return [...found].map(([, first]) => `${file}: ${first}`);
  });
  assert.deepEqual([...new Set(calls)].sort(), [
    'commands/built_site.cc: {Severity::error',  // Only `verify` reports these: see verify.test.mjs.
    'commands/letter_findings.cc: each.id',
    'load/csv_sheet.cc: id',
    'load/json_faults.cc: id',
    'load/word_file.cc: id',
    'load/workbook.cc: failure.id',
    'model/chain.cc: id',
    'model/check_lights.cc: {reading.explanation',
    'model/reader.cc: id',
    'model/sheet_changes.cc: fault->id',
    'render/markdown_inlines.cc: target.fault_id',
    'render/theme.cc: id',
  ]);
});

test('every fault that the sources know has a broken site, and every tested fault is known there', () => {
  const tested = new Set(names.flatMap((name) => idsIn(expectedOf(name))));
  assert.ok(idsInSources.size > 100);
  assert.deepEqual([...tested].sort(), [...idsInSources].sort());
});

test('every fault has a site that is named after it', () => {
  const isNamed = (id) => names.some((name) => name === id || name.startsWith(`${id}-`));
  assert.deepEqual([...idsInSources].filter((id) => !isNamed(id)), []);
});
