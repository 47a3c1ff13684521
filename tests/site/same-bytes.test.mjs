// The same site folder gives the same bytes, whatever surrounds it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { build, builtSites, copyOf, copyOfTheme, filesIn, stateOf, temporaryFolder } from '../support/sites.mjs';

// What is to be the same: every file and folder with its mode and bytes.
const contentsOf = (folder) => stateOf(folder).map(({ path, mode, bytes }) => ({ path, mode, bytes }));

// Tells which files differ, not how: a page is long.
function differencesBetween(one, other) {
  const asMap = (contents) => new Map(contents.map((each) => [each.path, `${each.mode} ${each.bytes}`]));
  const [first, second] = [asMap(one), asMap(other)];
  return [...new Set([...first.keys(), ...second.keys()])].filter((path) => first.get(path) !== second.get(path));
}

// The files of a site folder, copied one by one in the order that `sort` gives.
function copyInOrder(source, sort) {
  const site = temporaryFolder();
  const files = ['data', 'content'].flatMap((folder) => filesIn(join(source, folder)).map((file) => join(folder, file)));
  for (const file of sort(files)) {
    mkdirSync(join(site, dirname(file)), { recursive: true });
    cpSync(join(source, file), join(site, file));
  }
  return site;
}

const surroundings = {
  'on the other side of the date line': { env: { TZ: 'Pacific/Kiritimati' } },
  'with the plainest of locales': { env: { LC_ALL: 'C', LANG: 'C' } },
  'with the locale of a language in which i and I are no pair': { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
  'without any surroundings': { through: ['env', '-i'] },
  'on one processor': { through: ['taskset', '-c', '0'] },
};

const digestOf = (text) => createHash('sha256').update(text).digest('hex');
const orders = {
  backwards: (files) => [...files].reverse(),
  shuffled: (files) => [...files].sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1)),
};

for (const { name: site, source, folder } of await builtSites()) {
  const expected = contentsOf(folder);
  const assertSame = (output) => assert.deepEqual(differencesBetween(expected, contentsOf(output)), []);

  test(`${site}: the same bytes in another folder, with a theme of its own`, async () => {
    const copy = copyOf(source, join(temporaryFolder(), 'Een map, met spaties & tekens'));
    copyOfTheme(copy);
    assertSame(await build(copy));
  });

  test(`${site}: the same bytes whatever folder the program is started in`, async () => {
    const copy = copyOf(source);
    await build('.', 'public', { cwd: copy });
    assertSame(join(copy, 'public'));
  });

  for (const [name, options] of Object.entries(surroundings)) {
    test(`${site}: the same bytes ${name}`, async () => {
      assertSame(await build(source, join(temporaryFolder(), 'public'), options));
    });
  }

  test(`${site}: the same bytes on two processors`, { skip: availableParallelism() < 2 && 'there is only one here' }, async () => {
    assertSame(await build(source, join(temporaryFolder(), 'public'), { through: ['taskset', '-c', '0,1'] }));
  });

  for (const umask of ['077', '000']) {
    test(`${site}: the same modes with umask ${umask}: a web server can read all of it, and nobody else can write`, async () => {
      const options = { through: ['sh', '-c', `umask ${umask}; exec "$@"`, 'sh'] };
      const output = await build(source, join(temporaryFolder(), 'public'), options);
      const wrong = stateOf(output).filter(({ mode, bytes }) => mode !== (bytes === null ? '755' : '644'));
      assert.deepEqual(wrong.map(({ path, mode }) => ({ path, mode })), []);
      assertSame(output);
    });
  }

  for (const [name, sort] of Object.entries(orders)) {
    test(`${site}: the same bytes when the files were made in another order: ${name}`, async () => {
      assertSame(await build(copyInOrder(source, sort)));
    });
  }

  test(`${site}: manifest.json names every file but the lists, with its size and SHA-256`, () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const files = filesIn(folder).filter((file) => file !== 'manifest.json' && file !== 'SHA256SUMS').map((path) => {
      const file = join(folder, path);
      return { path, sha256: digestOf(readFileSync(file)), bytes: statSync(file).size };
    });
    assert.deepEqual(manifest, { generator: 'stoplicht', format: 1, files });
  });
}
