// Whatever stands in a site folder, a page shows it as text, and nothing from outside the folder gets into the site.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { rowsOf } from '../support/csv.mjs';
import { elementsOf } from '../support/html.mjs';
import { harmless, harmlessSite, hostile as hostileText, hostileSite, markup } from '../support/hostile.mjs';
import { repository, run } from '../support/program.mjs';
import { build, copyOfSample, copyOfTheme, filesIn, pagesIn, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';

const read = (folder, page) => readFileSync(join(folder, page), 'utf8');
const withoutDigest = (address) => address.replace(/\.[0-9a-f]{8}\.(css|js)$/, '.$1').replace(/(search\/)[0-9a-f]{12}/, '$1index');

// ---- texts ------------------------------------------------------------------------------------------------

for (const { name, source } of [{ name: 'the sample', source: repository }, { name: 'Voorbeeldstad', source: voorbeeldstad }]) {
  const { site, texts } = hostileSite(source);
  const hostile = await build(site);
  const plain = await build(harmlessSite(source).site);
  const pages = pagesIn(hostile);
  const elements = new Map(pages.map((page) => [page, elementsOf(read(hostile, page))]));

  test(`${name}: a site full of hostile texts has the same files as one with harmless texts`, () => {
    // How many files the index has depends on how many words there are.
    const filesOf = (folder) => filesIn(folder).filter((file) => !/^search\/[^/]*\.bin$/.test(file)).map(withoutDigest).sort();
    assert.deepEqual(filesOf(hostile), filesOf(plain));
    assert.ok(texts.length > 300);
  });

  test(`${name}: hostile texts make no element and no attribute, and change no address: a page is built as with harmless texts`, () => {
    // Where the texts of a drawing stand, and whether there is room for them, depends on how long they are.
    const shapeOf = (all) => all.filter(({ tag }) => tag !== 'text').map(({ tag, attributes }) => {
      return `${tag} ${Object.keys(attributes).join(' ')}`;
    }).join('\n');
    const addressesOf = (all) => {
      const addresses = all.flatMap(({ attributes }) => attributes.href ?? []);
      return addresses.filter((each) => !each.includes('#')).map(withoutDigest);
    };
    for (const page of pages) {
      const [found, expected] = [elements.get(page), elementsOf(read(plain, page))];
      assert.ok(shapeOf(found) === shapeOf(expected), page);
      assert.deepEqual(addressesOf(found), addressesOf(expected), page);
    }
  });

  test(`${name}: no page of a hostile site has a script or a form but the theme's own, a style of its own, or a handler`, () => {
    const forbidden = pages.flatMap((page) => elements.get(page).filter(({ tag, attributes }) => {
      const isOwn = (tag === 'script' && /^(\.\.\/|\/)*assets\/gemeente-(page|search)\.[0-9a-f]{8}\.js$/.test(attributes.src)) ||
        (tag === 'form' && /^((\.\.\/|\/)*zoeken\/)?index\.html$/.test(attributes.action));
      const isActive = ['script', 'style', 'iframe', 'object', 'embed', 'base', 'form', 'img'].includes(tag) && !isOwn;
      return isActive || Object.keys(attributes).some((each) => each === 'style' || each.startsWith('on'));
    }).map(({ tag, line }) => `${page}:${line} ${tag}`));
    assert.deepEqual(forbidden, []);
  });

  // What a reader can get to see: text, and what is told of the page or of a drawing.
  const visibleOf = (page) => {
    const [root] = elements.get(page);
    const told = elements.get(page).flatMap(({ attributes }) => [attributes.content, attributes['aria-label']]);
    return [root.text(), ...told].join('\n');
  };

  test(`${name}: a hostile text is shown as it was written, on every page`, () => {
    assert.deepEqual(pages.filter((page) => !elements.get(page)[0].text().includes(hostileText)), []);
  });

  test(`${name}: every kind of text in the data files is shown somewhere, as it was written`, () => {
    const all = pages.map(visibleOf).join('\n');
    const kinds = [...new Set(texts.map(({ kind }) => kind))];
    const isShown = (kind) => texts.some((each) => each.kind === kind && all.includes(each.text));
    assert.deepEqual(kinds.filter((kind) => !isShown(kind)), []);
    assert.ok(kinds.length > 30);
  });

  test(`${name}: what Markdown escapes is shown as it was written`, () => {
    const places = ['in een alinea', 'in een lijst', 'in een voetnoot'].map((place) => `${markup} ${place}`);
    const page = elements.get('over.html')[0].text();
    assert.deepEqual(places.filter((text) => !page.includes(text)), []);
    assert.ok(read(plain, 'over.html').includes(`${harmless} in een alinea`));
  });

  test(`${name}: hostile texts in CSV files stay in their cells`, () => {
    const files = filesIn(hostile).filter((file) => file.endsWith('.csv') && !file.startsWith('bestanden/'));
    for (const file of files) {
      const [found, expected] = [hostile, plain].map((folder) => rowsOf(read(folder, file)));
      assert.deepEqual(found.map((row) => row.length), expected.map((row) => row.length), file);
      assert.ok(found.flat().some((cell) => cell.includes(hostileText) || cell.includes(markup)), file);
    }
    assert.ok(files.length > 20);
  });
}

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

test('no cell of a CSV file is a formula for a spreadsheet', async () => {
  const site = copyOfSample();
  const file = join(site, 'data/periods/2020-07.json');
  const period = JSON.parse(readFileSync(file, 'utf8'));
  const formulas = ['=HYPERLINK("https://example.org")', '+1+1', '@SUM(1)', '-1+1', '\t=1+1'];
  formulas.forEach((formula, index) => (period.projects[index].number = formula));
  writeFileSync(file, JSON.stringify(period));
  const output = await build(site);
  const csvs = filesIn(output).filter((name) => name.endsWith('.csv'));
  const cells = csvs.flatMap((name) => rowsOf(read(output, name)).flat());
  assert.deepEqual(cells.filter((cell) => /^[\t\r ]*[=+@]|^-(?![\d.,]*$)/.test(cell)), []);
  assert.ok(formulas.every((formula) => cells.includes(`'${formula}`)));
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
