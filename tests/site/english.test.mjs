// A site in English: all that no author wrote is English, from words to numbers; addresses stay as they are.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { elementsOf, textsOf } from '../support/html.mjs';
import { repository, run } from '../support/program.mjs';
import { builtSample, copyOf, filesIn, pagesIn, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';

const theme = join(repository, 'themes/gemeente');
const [dutch, english] = ['nl', 'en'].map((language) => {
  return JSON.parse(readFileSync(join(theme, `strings.${language}.json`), 'utf8'));
});

function inEnglish(site) {
  const file = join(site, 'data/site.json');
  const settings = readFileSync(file, 'utf8');
  const changed = settings.replace('"language": "nl"', '"language": "en"');
  assert.notEqual(changed, settings);
  writeFileSync(file, changed);
  return site;
}

const sites = { 'the sample': repository, Voorbeeldstad: voorbeeldstad };
const built = {};
before(async () => {
  for (const [name, source] of Object.entries(sites)) {
    const site = inEnglish(copyOf(source));
    const result = await run(['build', '--site', site]);
    built[name] = { ...result, folder: join(site, 'public') };
  }
});

// ---- what must not be said ----------------------------------------------------------------------------------

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const placeholders = { n: '[\\d.,]+', count: '[\\d.,]+', total: '[\\d.,]+', from: '[^.]*\\d{4}', until: '[^.]*\\d{4}' };
// What stands in a sentence at a {placeholder}: a number, a date, a name.
const filled = (sentence) => {
  return escaped(sentence).replace(/\\\{(\w+)\\\}/g, (_, name) => placeholders[name] ?? '[^.]{1,60}?');
};
const formsOf = (text) => (typeof text === 'string' ? [text] : Object.values(text));

// Dutch texts that the English theme says otherwise, each as what a whole text of a page would be. Those of the search's
// entries and of the rehearsal are on no page, and so loose that much would look like them.
const saysOfPages = ([key]) => !/^(entry|rehearsal)_/.test(key);
const dutchTexts = ['labels', 'sentences'].flatMap((part) => Object.entries(dutch[part]).filter(saysOfPages).flatMap(([key, text]) => {
  const others = new Set(formsOf(english[part][key]));
  const said = formsOf(text).filter((form) => !others.has(form));
  return said.map((form) => ({ key, pattern: new RegExp(`^${filled(form)}$`) }));
}));

// A figure that a text asks for, and the number that comes in its place.
const withoutNumbers = (text) => text.replace(/\{\{[^}]*\}\}|€?\d[\d.,]*(?:\s?%)?/g, '#');

// Everything that the authors of a site wrote, as one text: the same words may be theirs.
function writtenIn(site) {
  const filesOf = (folder) => filesIn(join(site, folder)).map((file) => join(site, folder, file));
  const texts = [...filesOf('data'), ...filesOf('content')];
  const read = (file) => withoutNumbers(readFileSync(file, 'utf8').replace(/\s+/g, ' '));
  return texts.filter((file) => /\.(json|md)$/.test(file)).map(read).join('\n');
}

const classesOf = (element) => (element?.attributes.class ?? '').split(' ');
// Where no author's words can stand: heads of sections and columns, what is in front of a value, what unfolds.
function isOfTheFrame(element) {
  const classes = classesOf(element);
  const around = classesOf(element.parent);
  const list = classesOf(element.parent?.parent);
  switch (element.tag) {
    case 'summary': return true;
    case 'h2': return around.includes('sl-section__head');
    case 'span': return around.includes('sl-kicker');
    case 'dt': return ['sl-why', 'sl-meta', 'sl-tools'].some((name) => list.includes(name));
    case 'th': return element.attributes.scope === 'col' && classes.includes('utrecht-table__header-cell');
    default: return classes.includes('sl-section__intro') || around.includes('sl-csv');
  }
}

const isIn = (element, name) => {
  return element !== undefined && (classesOf(element).includes(name) || isIn(element.parent, name));
};

// Each text of a page that no Markdown made, in its tags or between them: { text, isOurs }.
function* saidOn(html) {
  for (const element of elementsOf(html).filter((each) => !isIn(each, 'sl-prose'))) {
    const attributes = ['aria-label', 'content', 'title'].map((name) => element.attributes[name]).filter(Boolean);
    for (const text of [...attributes, ...textsOf(element)]) yield { text, isOurs: isOfTheFrame(element) };
  }
}

// ---- the tests ----------------------------------------------------------------------------------------------

test('the English strings differ from the Dutch ones where a reader can see it', () => {
  assert.ok(dutchTexts.length > 250);
});

for (const name of Object.keys(sites)) {
  test(`${name} builds in English without a fault`, () => {
    const { code, stderr } = built[name];
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  test(`every page of ${name} says that it is English`, () => {
    const { folder } = built[name];
    const others = pagesIn(folder).filter((page) => {
      const [root] = elementsOf(readFileSync(join(folder, page), 'utf8'));
      return root.attributes.lang !== 'en';
    });
    assert.deepEqual(others, []);
  });

  test(`no page of ${name} has a Dutch text around what its authors wrote`, () => {
    const { folder } = built[name];
    const written = writtenIn(join(folder, '..'));
    const left = new Map();
    let ours = 0;
    for (const page of pagesIn(folder)) {
      for (const { text, isOurs } of saidOn(readFileSync(join(folder, page), 'utf8'))) {
        ours += isOurs ? 1 : 0;
        if (!isOurs && written.includes(withoutNumbers(text))) continue;
        const found = dutchTexts.find(({ pattern }) => pattern.test(text));
        if (found) left.set(`${found.key}: ${text}`, page);
      }
    }
    assert.deepEqual(Object.fromEntries(left), {});
    assert.ok(ours > 500);
  });

  test(`no table of ${name} for a spreadsheet has a Dutch head`, () => {
    const { folder } = built[name];
    const tables = filesIn(folder).filter((file) => file.endsWith('.csv') && !file.startsWith('bestanden/'));
    const heads = tables.flatMap((file) => {
      const [head] = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '').split('\r\n');
      return head.split(/[;,]/).map((cell) => ({ file, cell: cell.replaceAll('"', '') }));
    });
    assert.ok(heads.length > 20);
    assert.deepEqual(heads.filter(({ cell }) => dutchTexts.some(({ pattern }) => pattern.test(cell))), []);
  });
}

test('the addresses of an English site are those of the Dutch one', async () => {
  const named = (folder) => filesIn(folder).filter((file) => !/^(assets|search)\//.test(file));
  assert.deepEqual(named(built['the sample'].folder), named(await builtSample()));
});

test('numbers, amounts and dates are written as the English do', () => {
  const { folder } = built['the sample'];
  const page = (name) => readFileSync(join(folder, name), 'utf8');
  assert.match(page('programmas/pow.html'), /€41,400/);
  assert.match(page('index.html'), /about 2,000/);
  assert.match(page('index.html'), /at most 86% of the target/);
  assert.match(page('index.html'), /fourth quarter of 2024/);
  assert.match(page('toezeggingen/t20-27.html'), /21 February 2020/);
});
