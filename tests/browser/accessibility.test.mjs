// Pages of every kind by the rules that axe can judge.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pagesOfEachKind } from '../support/page_kinds.mjs';
import { builtSample, builtSites, pagesIn } from '../support/sites.mjs';
import { allRules, axe, rulesOfColour, violationsOn } from './axe.mjs';
import { narrow, visit, wide } from './browser.mjs';

const asItIs = { colorScheme: 'light', forcedColors: 'none' };
const rounds = {
  'on a wide screen': { viewport: wide, media: asItIs, options: allRules },
  'on a wide screen in the dark': { viewport: wide, media: { ...asItIs, colorScheme: 'dark' }, options: rulesOfColour },
  'on a wide screen in forced colours': { viewport: wide, media: { ...asItIs, forcedColors: 'active' }, options: rulesOfColour },
  'on a telephone': { viewport: narrow, media: asItIs, options: allRules },
  'on a telephone in the dark': { viewport: narrow, media: { ...asItIs, colorScheme: 'dark' }, options: rulesOfColour },
  'on a telephone in forced colours': { viewport: narrow, media: { ...asItIs, forcedColors: 'active' }, options: rulesOfColour },
};

// The pages of a built site as axe sees them in these rounds, with everything unfolded.
function lookAt(folder, pages, names) {
  return visit(folder, pages, async (tab) => {
    await tab.openDetails();
    // The open menu covers a part of the page; it is judged by itself.
    await tab.$$eval('header details', (all) => all.forEach((each) => (each.open = false)));
    const violations = {};
    for (const name of names) {
      const { viewport, media, options } = rounds[name];
      await tab.setViewportSize(viewport);
      await tab.emulateMedia(media);
      violations[name] = await violationsOn(tab, options);
    }
    return { violations };
  }, { script: axe });
}

const told = (found, name) => found.flatMap(({ page, violations }) => violations[name].map((each) => ({ page, ...each })));

for (const { name: site, folder } of await builtSites()) {
  let found;
  before(async () => (found = await lookAt(folder, pagesOfEachKind(folder), Object.keys(rounds))));

  for (const name of Object.keys(rounds)) {
    test(`${site}: axe finds nothing against WCAG 2.2 AA on pages of every kind, ${name}`, () => {
      assert.ok(found.length > 25);
      assert.deepEqual(told(found, name), []);
    });
  }

  test(`${site}: axe finds nothing against WCAG 2.2 AA in the open menu of a telephone`, async () => {
    const menus = await visit(folder, ['index.html', 'begrippen.html'], async (tab) => {
      await tab.$eval('header details', (menu) => (menu.open = true));
      const light = await violationsOn(tab, allRules, 'header');
      await tab.emulateMedia({ colorScheme: 'dark' });
      return { violations: [...light, ...(await violationsOn(tab, rulesOfColour, 'header'))] };
    }, { script: axe, viewport: narrow });
    assert.deepEqual(menus.flatMap(({ violations }) => violations), []);
  });
}

test('the sample: axe finds nothing against WCAG 2.2 AA on any other page', async () => {
  const folder = await builtSample();
  const near = pagesOfEachKind(folder);
  const found = await lookAt(folder, pagesIn(folder).filter((page) => !near.includes(page)), ['on a wide screen']);
  assert.ok(found.length > 40);
  assert.deepEqual(told(found, 'on a wide screen'), []);
});
