// Whatever stands in a site folder, a page shows it as text, and nothing from outside the folder gets into the site.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { elementsOf } from '../support/html.mjs';
import { harmless, harmlessSite, hostile as hostileText, hostileSite, markup } from '../support/hostile.mjs';
import { build, copyOfSample, copyOfTheme, filesIn, pagesIn, temporaryFolder } from '../support/sites.mjs';

const { site: siteOfHostile, texts } = hostileSite();
const hostile = await build(siteOfHostile);
const plain = await build(harmlessSite().site);
const pages = pagesIn(hostile);
const read = (folder, page) => readFileSync(join(folder, page), 'utf8');
const elements = new Map(pages.map((page) => [page, elementsOf(read(hostile, page))]));

const withoutDigest = (address) => address.replace(/\.[0-9a-f]{8}\.css$/, '.css');

// ---- texts ------------------------------------------------------------------------------------------------

test('a site full of hostile texts has the same files as one with harmless texts', () => {
  assert.deepEqual(filesIn(hostile).map(withoutDigest), filesIn(plain).map(withoutDigest));
  assert.ok(texts.length > 300);
});

test('hostile texts make no element and no attribute: every page is built as with harmless texts', () => {
  const shapeOf = (all) => all.map(({ tag, attributes }) => `${tag} ${Object.keys(attributes).join(' ')}`).join('\n');
  const changed = pages.filter((page) => shapeOf(elements.get(page)) !== shapeOf(elementsOf(read(plain, page))));
  assert.deepEqual(changed, []);
});

test('no page of a hostile site has a script, a style of its own, or a handler', () => {
  const forbidden = pages.flatMap((page) => elements.get(page).filter(({ tag, attributes }) => {
    const isActive = ['script', 'style', 'iframe', 'object', 'embed', 'base', 'form', 'img'].includes(tag);
    return isActive || Object.keys(attributes).some((name) => name === 'style' || name.startsWith('on'));
  }).map(({ tag, line }) => `${page}:${line} ${tag}`));
  assert.deepEqual(forbidden, []);
});

test('hostile texts change no address: every link leads where it leads with harmless texts', () => {
  const addressesOf = (all) => {
    const addresses = all.flatMap(({ attributes }) => attributes.href ?? []);
    return addresses.filter((each) => !each.includes('#')).map(withoutDigest);
  };
  for (const page of pages) {
    assert.deepEqual(addressesOf(elements.get(page)), addressesOf(elementsOf(read(plain, page))), page);
  }
});

// What a reader can get to see: text, and what is told of the page or of a drawing.
const visibleOf = (page) => {
  const [root] = elements.get(page);
  const told = elements.get(page).flatMap(({ attributes }) => [attributes.content, attributes['aria-label']]);
  return [root.text(), ...told].join('\n');
};

test('a hostile text is shown as it was written, on every page', () => {
  assert.deepEqual(pages.filter((page) => !elements.get(page)[0].text().includes(hostileText)), []);
});

// What no page shows; it serves whoever keeps the data.
const unshown = new Set([
  'organisations/organisations/*/description', 'organisations/organisations/*/short_name',
  'programmes/indicators/*/description',
  'site/status_scales/*/name',
]);

test('every kind of text in the data files is shown somewhere, as it was written', () => {
  const all = pages.map(visibleOf).join('\n');
  const shown = new Set(texts.filter(({ text }) => all.includes(text)).map(({ kind }) => kind));
  const missing = new Set(texts.map(({ kind }) => kind).filter((kind) => !shown.has(kind) && !unshown.has(kind)));
  assert.deepEqual([...missing], []);
});

test('what Markdown escapes is shown as it was written', () => {
  const places = ['in een alinea', 'in een lijst', 'in een voetnoot'].map((place) => `${markup} ${place}`);
  const page = elements.get('over.html')[0].text();
  assert.deepEqual(places.filter((text) => !page.includes(text)), []);
  assert.ok(read(plain, 'over.html').includes(`${harmless} in een alinea`));
});

test('HTML in Markdown is left out with a warning, and what it surrounds is not', async () => {
  const site = copyOfSample();
  appendFileSync(join(site, 'content/pages/about.md'), '\nVoor <b onclick="alert(1)">midden</b> na.\n');
  const output = join(site, 'public');
  const { code, stderr } = await run(['build', '--site', site, '--output', output]);
  assert.equal(code, 0);
  assert.match(stderr, /^content\/pages\/about\.md:\d+:6: warning: raw HTML is left out of the page \[markdown-html\]/m);
  assert.ok(elementsOf(read(output, 'over.html'))[0].text().includes('Voor midden na.'));
});

// ---- CSV --------------------------------------------------------------------------------------------------

// The cells of a CSV file, by RFC 4180.
function cellsOf(csv) {
  const cells = [...csv.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|$)/g)];
  return cells.map(([, cell]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

test('hostile texts in a CSV file stay in their cells', () => {
  const [cells, expected] = [hostile, plain].map((folder) => cellsOf(read(folder, 'stoplichten.csv')));
  assert.equal(cells.length, expected.length);
  assert.ok(cells.some((cell) => cell.includes(hostileText)));
});

test('no cell of a CSV file is a formula for a spreadsheet', async () => {
  const site = copyOfSample();
  const file = join(site, 'data/periods/2020-07.json');
  const period = JSON.parse(readFileSync(file, 'utf8'));
  const formulas = ['=HYPERLINK("https://example.org")', '+1+1', '@SUM(1)', '-1+1', '\t=1+1'];
  formulas.forEach((formula, index) => (period.projects[index].number = formula));
  writeFileSync(file, JSON.stringify(period));
  const output = await build(site);
  const csvs = filesIn(output).filter((name) => name.endsWith('.csv'));
  const cells = csvs.flatMap((name) => cellsOf(read(output, name)));
  assert.deepEqual(cells.filter((cell) => /^[\t\r ]*[=+@]|^-(?![\d.,]*$)/.test(cell)), []);
});

// ---- what lies outside the site folder --------------------------------------------------------------------

const secret = 'geheim-7d1f';

// A site folder in which what stands at `path` is a link to a file or folder outside it that holds the secret.
function siteWithLink(path, contents) {
  const [site, outside] = [copyOfSample(), temporaryFolder()];
  copyOfTheme(site);
  const place = join(site, path);
  if (contents === undefined) {
    renameSync(place, join(outside, basename(path)));
    writeFileSync(join(outside, basename(path), `${secret}.md`), `---\ntitle: ${secret}\n---\n${secret}\n`);
  } else {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(join(outside, basename(path)), contents);
  }
  symlinkSync(join(outside, basename(path)), place);
  return site;
}

const linked = {
  'a data file': ['data/periods/2030-01.json', JSON.stringify({ id: secret })],
  'a text': ['content/pages/nieuw.md', `---\ntitle: ${secret}\n---\n${secret}\n`],
  'a picture beside a text': ['content/pages/kaart.png', secret],
  'a folder of texts': ['content/pages'],
  'the folder content': ['content'],
  'the folder data': ['data'],
  'a file of the theme': ['themes/gemeente/assets/letter.woff2', secret],
  'a layout of the theme': ['themes/gemeente/layouts/extra.mustache', secret],
  'a folder of the theme': ['themes/gemeente/components'],
  'the theme': ['themes/gemeente'],
};

for (const [name, [path, contents]] of Object.entries(linked)) {
  test(`a symbolic link out of the site folder is reported and not followed: ${name}`, async () => {
    const site = siteWithLink(path, contents);
    const { code, stdout } = await run(['build', '--site', site, '--format=json']);
    const { diagnostics } = JSON.parse(stdout);
    const links = diagnostics.filter(({ id }) => id === 'file-link').map(({ file, message }) => ({ file, message }));
    assert.deepEqual(links, [{ file: path, message: 'is a symbolic link' }]);
    assert.equal(code, 1);
    assert.ok(!stdout.includes(secret));
    assert.deepEqual(filesIn(site).filter((file) => file.startsWith('public')), []);
  });
}

test('a symbolic link in the place of the output folder is not written through', async () => {
  const [site, outside] = [copyOfSample(), temporaryFolder()];
  writeFileSync(join(outside, 'dagboek.txt'), 'Lief dagboek');
  symlinkSync(outside, join(site, 'public'));
  const { code } = await run(['build', '--site', site]);
  assert.equal(code, 3);
  assert.deepEqual(filesIn(outside), ['dagboek.txt']);
});

const outsiders = [
  '../../../geheim.txt', '../../../../../../etc/passwd', '/../geheim.txt', '..%2f..%2f..%2fgeheim.txt',
  '%2e%2e/%2e%2e/data/site.json', '../../data/site.json', '..\\..\\..\\geheim.txt', '/etc/passwd', 'file:///etc/passwd',
  'javascript:alert(1)', 'JavaScript:alert(1)', 'java&#10;script:alert(1)', 'vbscript:x', 'data:text/html,x',
  '//example.org/x',
];
const writings = {
  link: (address) => `[tekst](<${address}>)`,
  picture: (address) => `![tekst](<${address}>)`,
};

for (const [kind, markdown] of Object.entries(writings)) {
  test(`a ${kind} whose address leads out of the site folder, or would be run by a browser, is an error`, async () => {
    const site = copyOfSample(join(temporaryFolder(), 'site'));
    writeFileSync(join(site, '..', 'geheim.txt'), secret);
    const text = readFileSync(join(site, 'content/pages/about.md'), 'utf8').trimEnd().split('\n');
    const lines = [...text, '', ...outsiders.flatMap((address) => [markdown(address), ''])];
    writeFileSync(join(site, 'content/pages/about.md'), lines.join('\n'));
    const { code, stdout } = await run(['build', '--site', site, '--format=json']);
    assert.equal(code, 1);
    const errors = JSON.parse(stdout).diagnostics.filter(({ severity }) => severity === 'error');
    const reported = errors.map(({ line }) => line);
    const silent = outsiders.filter((address) => !reported.includes(lines.indexOf(markdown(address)) + 1));
    assert.deepEqual(silent, []);
  });
}

const notBeside = ['../../../geheim.txt', '../../2021-05/summary.md', '/etc/passwd', '..', '%2e%2e/x', '..\\geheim.txt'];

for (const file of notBeside) {
  test(`an attachment of a letter lies beside it: ${file} is an error`, async () => {
    const site = copyOfSample();
    const letter = 'content/periods/2020-07/letters/hilversum.md';
    const note = '    note: Niet als bestand';
    const text = readFileSync(join(site, letter), 'utf8').replace(note, `    file: ${JSON.stringify(file)}\n${note}`);
    writeFileSync(join(site, letter), text);
    const { code, stdout } = await run(['build', '--site', site, '--format=json']);
    const [{ file: where, line, severity }] = JSON.parse(stdout).diagnostics;
    const expected = 1 + text.split('\n').findIndex((each) => each.startsWith('    file: '));
    assert.deepEqual({ code, where, line, severity }, { code: 1, where: letter, line: expected, severity: 'error' });
  });
}

for (const theme of ['../gemeente', '..', '/etc', 'a/b']) {
  test(`the name of a theme leads to no other folder: ${theme}`, async () => {
    const site = copyOfSample();
    const file = join(site, 'data/site.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), theme }));
    const { code, stdout } = await run(['build', '--site', site, '--format=json']);
    assert.equal(code, 1);
    assert.ok(JSON.parse(stdout).diagnostics.every(({ severity }) => severity === 'error'));
  });
}
