// The same site folder gives the same bytes, whatever surrounds it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../support/program.mjs';
import { build, builtSample, copyOfSample, copyOfTheme, filesIn, stateOf, temporaryFolder } from '../support/sites.mjs';

// What is to be the same: every file and folder with its mode and bytes.
const contentsOf = (folder) => stateOf(folder).map(({ path, mode, bytes }) => ({ path, mode, bytes }));

// Tells which files differ, not how: a page is long.
function differencesBetween(one, other) {
  const asMap = (contents) => new Map(contents.map((each) => [each.path, `${each.mode} ${each.bytes}`]));
  const [first, second] = [asMap(one), asMap(other)];
  return [...new Set([...first.keys(), ...second.keys()])].filter((path) => first.get(path) !== second.get(path));
}

async function assertSame(output) {
  assert.deepEqual(differencesBetween(contentsOf(await builtSample()), contentsOf(output)), []);
}

// The files of a site folder, copied one by one in the order that `sort` gives.
function copyInOrder(sort) {
  const site = temporaryFolder();
  const files = ['data', 'content'].flatMap((folder) => {
    return filesIn(join(repository, folder)).map((file) => join(folder, file));
  });
  for (const file of sort(files)) {
    mkdirSync(join(site, dirname(file)), { recursive: true });
    cpSync(join(repository, file), join(site, file));
  }
  return site;
}

test('the same bytes in another folder, with a theme of its own', async () => {
  const site = copyOfSample(join(temporaryFolder(), 'Een map, met spaties & tekens'));
  copyOfTheme(site);
  await assertSame(await build(site));
});

test('the same bytes whatever folder the program is started in', async () => {
  const site = copyOfSample();
  await build('.', 'public', { cwd: site });
  await assertSame(join(site, 'public'));
});

const surroundings = {
  'on the other side of the date line': { env: { TZ: 'Pacific/Kiritimati' } },
  'with the plainest of locales': { env: { LC_ALL: 'C', LANG: 'C' } },
  'with the locale of a language in which i and I are no pair': { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
  'without any surroundings': { through: ['env', '-i'] },
  'on one processor': { through: ['taskset', '-c', '0'] },
};

for (const [name, options] of Object.entries(surroundings)) {
  test(`the same bytes ${name}`, async () => {
    await assertSame(await build(repository, join(temporaryFolder(), 'public'), options));
  });
}

test('the same bytes on two processors', { skip: availableParallelism() < 2 && 'there is only one here' }, async () => {
  const options = { through: ['taskset', '-c', '0,1'] };
  await assertSame(await build(repository, join(temporaryFolder(), 'public'), options));
});

for (const umask of ['077', '000']) {
  test(`the same modes with umask ${umask}: a web server can read all of it, and nobody else can write`, async () => {
    const options = { through: ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh'] };
    const output = await build(repository, join(temporaryFolder(), 'public'), options);
    const wrong = stateOf(output).filter(({ mode, bytes }) => mode !== (bytes === null ? '755' : '644'));
    assert.deepEqual(wrong.map(({ path, mode }) => ({ path, mode })), []);
    await assertSame(output);
  });
}

const digestOf = (text) => createHash('sha256').update(text).digest('hex');
const orders = {
  backwards: (files) => [...files].reverse(),
  shuffled: (files) => [...files].sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1)),
};

for (const [name, sort] of Object.entries(orders)) {
  test(`the same bytes when the files were made in another order: ${name}`, async () => {
    await assertSame(await build(copyInOrder(sort)));
  });
}

test('manifest.json names every other file with its size and SHA-256', async () => {
  const folder = await builtSample();
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = filesIn(folder).filter((file) => file !== 'manifest.json').map((path) => {
    const file = join(folder, path);
    return { path, sha256: digestOf(readFileSync(file)), bytes: statSync(file).size };
  });
  assert.deepEqual(manifest, { generator: 'stoplicht', format: 1, files });
});
