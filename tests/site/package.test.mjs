// The package for Debian: made, installed into a root that has nothing but it and the libraries it asks for, and used there.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { program } from '../support/program.mjs';
import { build, filesIn, temporaryFolder } from '../support/sites.mjs';

const started = promisify(execFile);

// What a command prints; it must succeed.
function printed(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(error, undefined);
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

async function makePackage() {
  const folder = temporaryFolder();
  await started('cpack', ['--config', join(dirname(program), 'CPackConfig.cmake'), '-B', folder]);
  const [file] = filesIn(folder).filter((each) => /^[^/]+\.deb$/.test(each));
  return join(folder, file);
}

const [deb, again] = await Promise.all([makePackage(), makePackage()]);
const field = (name) => printed('dpkg-deb', '--field', deb, name).trim();
const dependencies = field('Depends').split(', ').map((each) => each.split(' ')[0]);

// The package that a file of this machine is of; on a system whose /lib is a link to /usr/lib, by either name.
const packageOf = (file) => {
  for (const name of [file, file.replace(/^\/usr/, ''), `/usr${file}`]) {
    const { status, stdout } = spawnSync('dpkg', ['--search', name], { encoding: 'utf8' });
    if (status === 0) return stdout.split(':')[0];
  }
  return `${file} is of no package`;
};

// [name, file] of the libraries that the program and its libraries are linked with, and the loader.
const libraries = [...printed('ldd', program).matchAll(/^\s*(?:(\S+) => )?(\/\S+) \(0x/gm)].map(([, name, file]) => [name ?? file, file]);

// A root with the package and no other program: dpkg sees the packages that it asks for as installed, as they are here.
function installed() {
  const root = temporaryFolder();
  mkdirSync(join(root, 'var/lib/dpkg/info'), { recursive: true });
  mkdirSync(join(root, 'var/lib/dpkg/updates'));
  writeFileSync(join(root, 'var/lib/dpkg/status'), printed('dpkg-query', '--status', ...dependencies).replace(/^Depends:.*\n/gm, ''));
  inRoot('dpkg', '--root', root, '--install', deb);
  for (const [, file] of libraries) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    copyFileSync(file, join(root, file));
  }
  // What the kernel would tell in /proc: there is none here.
  mkdirSync(join(root, 'proc/self'), { recursive: true });
  symlinkSync('/usr/bin/stoplicht', join(root, 'proc/self/exe'));
  return root;
}

const rights = process.getuid() === 0 ? [] : ['unshare', '--map-root-user'];
const inRoot = (...words) => printed(...rights, ...words);
const use = (root, ...words) => inRoot('chroot', root, '/usr/bin/stoplicht', ...words);

// ---- the package ------------------------------------------------------------------------------------------

test('the same files make the same package', () => {
  assert.ok(readFileSync(deb).equals(readFileSync(again)));
});

test('it says what it is', () => {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  assert.equal(`${field('Package')} ${field('Version')}\n`, stdout);
  assert.deepEqual([field('Section'), field('Priority'), field('Architecture')], ['web', 'optional', printed('dpkg', '--print-architecture').trim()]);
  assert.match(field('Maintainer'), /^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$/);
  const [summary, ...description] = field('Description').split('\n');
  assert.ok(summary.length < 80 && !/^(?:an?|the) |\.$/i.test(summary), summary);
  assert.ok(description.length > 3);
  assert.deepEqual(description.filter((line) => !/^ \S/.test(line) || line.length > 82), []);
  assert.equal(basename(deb), `stoplicht_${field('Version')}_${field('Architecture')}.deb`);
});

test('it asks for the packages of the libraries that the program is linked with, and no others', () => {
  const needed = [...printed('objdump', '-p', program).matchAll(/NEEDED\s+(\S+)/g)].map(([, name]) => name);
  const fileOf = new Map(libraries.map(([name, file]) => [basename(name), file]));
  assert.deepEqual([...new Set(needed.map((name) => packageOf(fileOf.get(name))))].sort(), [...dependencies].sort());
});

test('it recommends the program that reads letters from Word', () => {
  assert.equal(field('Recommends'), 'pandoc');
});

test('it holds program, themes, schemas, starter, guide, licence and documents, at their places and as anyone may read them', () => {
  const entries = printed('dpkg-deb', '--contents', deb).trimEnd().split('\n').map((line) => line.split(/\s+/));
  const files = entries.filter(([mode]) => !mode.startsWith('d')).map(([mode, owner, , , , path]) => ({ mode, owner, path: path.slice(1) }));
  const outside = files.filter(({ path }) => path !== '/usr/bin/stoplicht' && !/^\/usr\/share\/(?:doc\/)?stoplicht\//.test(path));
  assert.deepEqual(outside, []);
  const modeOf = (path) => (path.startsWith('/usr/bin/') ? '-rwxr-xr-x' : '-rw-r--r--');
  assert.deepEqual(files.filter(({ mode, owner, path }) => owner !== 'root/root' || mode !== modeOf(path)), []);
  assert.deepEqual(files.filter(({ path }) => /node_modules|screenshots|\/\./.test(path)), []);
  const paths = files.map(({ path }) => path);
  const wanted = ['bin/stoplicht', 'share/doc/stoplicht/copyright', 'share/doc/stoplicht/README.md', 'share/doc/stoplicht/FORMATS.md',
    'share/stoplicht/schemas/site.schema.json', 'share/stoplicht/starter/LEESMIJ.md', 'share/stoplicht/guide/index.md',
    'share/stoplicht/themes/gemeente/theme.json', 'share/stoplicht/themes/gemeente/build/gemeente.css'];
  assert.deepEqual(wanted.filter((path) => !paths.includes(`/usr/${path}`)), []);
});

test('its copyright file has the form that Debian asks for, the whole licence, and every licence that it names', () => {
  const folder = temporaryFolder();
  printed('dpkg-deb', '--extract', deb, folder);
  const text = readFileSync(join(folder, 'usr/share/doc/stoplicht/copyright'), 'utf8');
  const paragraphs = text.trimEnd().split(/\n\n+/);
  assert.deepEqual(paragraphs.filter((each) => !/^[A-Z][\w-]*: ?\S/.test(each) && !/^Comment:\n /m.test(each)), []);
  const named = [...text.matchAll(/^Files: .*\n(?:.+\n)*?License: (.+)$/gm)].flatMap(([, names]) => names.split(' and '));
  const told = new Set([...text.matchAll(/^License: (\S+)\n /gm)].map(([, name]) => name));
  assert.deepEqual([...new Set(named)].sort(), [...told].sort());
  const licence = text.slice(text.indexOf('\nLicense: EUPL-1.2\n ') + 19).split('\n').map((line) => line.replace(/^ \.?/, '').trim());
  const source = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8').trim().split('\n').map((line) => line.trim());
  assert.deepEqual(licence.join('\n').trim(), source.join('\n'));
});

// ---- installed --------------------------------------------------------------------------------------------

test('installed in a clean root it begins a site, checks, builds, publishes and verifies it', async () => {
  const root = installed();
  assert.match(use(root, 'init', '/monitor', '--period', '2025-h1'), /^wrote \/monitor\/LEESMIJ\.md\n/);
  assert.match(use(root, 'check', '--site', '/monitor'), / [2-9]\d warnings\n$/);
  const site = join(root, 'monitor');
  for (const file of filesIn(site).filter((each) => /^(?:data|content)\//.test(each))) {
    const path = join(site, file);
    const text = readFileSync(path, 'utf8').replace('https://example.invalid/', 'https://monitor.example.nl/');
    writeFileSync(path, text.replaceAll(/\[vul in[^\]]*\]/g, 'Ingevuld.'));
  }
  assert.match(use(root, 'check', '--strict', '--site', '/monitor'), /, 0 warnings\n$/);
  use(root, 'publish', '2025-h1', '--on', '2025-09-01', '--site', '/monitor');
  use(root, 'new', '2025-h2', '--site', '/monitor');
  use(root, 'build', '--site', '/monitor');
  assert.match(use(root, 'verify', '/monitor'), /verified/);
  const manifest = (folder) => readFileSync(join(folder, 'manifest.json'), 'utf8');
  assert.equal(manifest(join(site, 'public')), manifest(await build(site, join(temporaryFolder(), 'public'))));
  assert.ok(existsSync(join(site, 'data/editions/2025-h1/v1.json')));
});
