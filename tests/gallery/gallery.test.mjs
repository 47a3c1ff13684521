// Every component with every example: as it stands, with hostile texts, with long words. The gallery is drawn into the
// build folder by build/sanitize/tests/gallery, or by the program that GALLERY names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { allRules, axe, rulesOfColour, violationsOn } from '../browser/axe.mjs';
import { narrow, visit, wide } from '../browser/browser.mjs';
import { lookAtWidth } from '../browser/looks.mjs';
import { elementsOf } from '../support/html.mjs';
import { messagesOn } from '../support/nu.mjs';
import { repository } from '../support/program.mjs';
import { pagesIn } from '../support/sites.mjs';
import { lookForHarm, lookForWordlessSigns } from './looks.mjs';

const program = resolve(repository, process.env.GALLERY ?? 'build/sanitize/tests/gallery');
const folder = join(repository, 'build/sanitize/gallery');
const themes = join(repository, 'themes');

// Several examples stand on one page, each with the parts that a page has once.
const onOnePage = { 'landmark-unique': { enabled: false } };
const rules = { ...allRules, rules: { ...allRules.rules, ...onOnePage } };
const rulesOfWords = { ...rules, rules: { ...rules.rules, 'color-contrast': { enabled: false } } };

// The menu of the gallery itself covers a part of the page when it is open.
function unfold() {
  for (const each of document.querySelectorAll('.gallery-example details:not(.sl-menu)')) each.open = true;
}

// Colours and the rules of small screens do not depend on the words: there the examples as they stand are enough.
const plain = '.gallery-plain, body:not(:has(.gallery-example))';

let pages;
let found;
before(async () => {
  assert.ok(existsSync(program), `${program} is not there: compile it with ./tests/run, or name one with GALLERY`);
  execFileSync(program, [themes, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  pages = pagesIn(folder);
  found = await visit(folder, pages, async (tab) => {
    await tab.evaluate(unfold);
    const violations = { 'in the light': await violationsOn(tab, rulesOfWords) };
    violations['in the light'].push(...(await violationsOn(tab, rulesOfColour, plain)));
    await tab.emulateMedia({ colorScheme: 'dark' });
    violations['in the dark'] = await violationsOn(tab, rulesOfColour, plain);
    const width = { wide: await tab.evaluate(lookAtWidth) };
    await tab.emulateMedia({ colorScheme: 'light' });
    await tab.setViewportSize(narrow);
    violations['on a telephone'] = await violationsOn(tab, rules, plain);
    width.narrow = await tab.evaluate(lookAtWidth);
    const [harm, wordless] = [await tab.evaluate(lookForHarm), await tab.evaluate(lookForWordlessSigns)];
    await tab.setViewportSize(wide);
    await tab.emulateMedia({ forcedColors: 'active' });
    violations['in forced colours'] = await violationsOn(tab, rulesOfColour, plain);
    await tab.emulateMedia({ forcedColors: 'none' });
    return { violations, width, harm, wordless };
  }, { script: axe });
});

const faults = (look) => found.flatMap((each) => look(each).map((fault) => ({ page: each.page, fault })));

test('every component has its page, with all that its examples hold', () => {
  const components = readdirSync(join(themes, 'gemeente/components'));
  assert.ok(components.length > 30);
  assert.deepEqual(components.filter((name) => !pages.includes(`${name}.html`)), []);
  for (const name of components) {
    const file = join(themes, 'gemeente/components', name, 'examples.json');
    const examples = JSON.parse(readFileSync(file, 'utf8')).map((example) => example.name);
    const headings = elementsOf(readFileSync(join(folder, `${name}.html`), 'utf8')).filter(({ tag, parent }) => {
      return tag === 'h2' && parent.attributes.class === 'sl-section__head';
    });
    const titles = headings.map((each) => each.text());
    assert.deepEqual(examples.filter((example) => !titles.includes(example)), [], name);
  }
});

test('hostile texts stay texts: nothing of them runs, or becomes an element', () => {
  assert.deepEqual(faults(({ harm }) => harm), []);
  const mark = '&lt;script&gt;window.harmed';
  const shown = pages.filter((page) => readFileSync(join(folder, page), 'utf8').includes(mark));
  assert.ok(shown.length > 25);
});

test('no sign of a light stands without its word', () => {
  assert.deepEqual(faults(({ wordless }) => wordless), []);
});

test('nothing makes a page wider than the screen, not even words of seventy letters', () => {
  assert.deepEqual(faults(({ width }) => width.wide), []);
  assert.deepEqual(faults(({ width }) => width.narrow), []);
});

for (const round of ['in the light', 'in the dark', 'in forced colours', 'on a telephone']) {
  test(`axe finds nothing against WCAG 2.2 AA, ${round}`, () => {
    assert.deepEqual(faults(({ violations }) => violations[round]), []);
  });
}

test('the Nu HTML Checker finds no error and warns of nothing', async () => {
  const messages = await messagesOn(folder, pages);
  // The head of a page stands on the page of its component once for every example.
  const isOneHeadOfMany = ({ message, place }) => {
    return place.startsWith('page-head.html') && message.startsWith('Consider using the “h1” element');
  };
  assert.deepEqual(messages.filter((each) => !isOneHeadOfMany(each)), []);
});
