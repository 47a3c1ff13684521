// Pages of every kind by the rules that axe can judge.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pagesOfEachKind, richestOfEachKind } from '../support/page-kinds.mjs';
import { builtSample, builtSites, pagesIn } from '../support/sites.mjs';
import { allRules, axe, rulesOfColour, violationsOn } from './axe.mjs';
import { narrow, visit, wide } from './browser.mjs';

const light = { media: { colorScheme: 'light' }, options: allRules };
const dark = { media: { colorScheme: 'dark' }, options: rulesOfColour };
const forced = { media: { colorScheme: 'light', forcedColors: 'active' }, options: rulesOfColour };
const rounds = {
  'on a wide screen': { viewport: wide, ...light },
  'on a telephone': { viewport: narrow, ...light },
  'on a wide screen in the dark': { viewport: wide, ...dark },
  'on a telephone in the dark': { viewport: narrow, ...dark },
  'on a wide screen in forced colours': { viewport: wide, ...forced },
  'on a telephone in forced colours': { viewport: narrow, ...forced },
};

// The pages of a built site as axe sees them, with everything unfolded; `roundsOf(page)` names the rounds for a page.
function lookAt(folder, pages, roundsOf) {
  return visit(folder, pages, async (tab, page) => {
    await tab.openDetails();
    // The open menu covers a part of the page; it is judged by itself.
    await tab.$$eval('header details', (all) => all.forEach((each) => (each.open = false)));
    const violations = {};
    for (const name of roundsOf(page)) {
      const { viewport, media, options } = rounds[name];
      // The tables below drawings look the same: where only colours are judged, one is enough.
      if (options === rulesOfColour) await tab.$$eval('.sl-data', (all) => all.slice(1).forEach((each) => (each.open = false)));
      await tab.setViewportSize(viewport);
      await tab.emulateMedia(media);
      violations[name] = await violationsOn(tab, options);
    }
    return { violations };
  }, { script: axe });
}

const told = (found, name) => found.flatMap(({ page, violations }) => (violations[name] ?? []).map((each) => ({ page, ...each })));

for (const { name: site, folder } of await builtSites()) {
  // The page of a kind with the least to show has no colours that the one with the most does not have.
  const rich = richestOfEachKind(folder);
  const inTheLight = Object.keys(rounds).filter((name) => rounds[name].options === allRules);
  let found;
  before(async () => {
    found = await lookAt(folder, pagesOfEachKind(folder), (page) => (rich.includes(page) ? Object.keys(rounds) : inTheLight));
  });

  for (const name of Object.keys(rounds)) {
    test(`${site}: axe finds nothing against WCAG 2.2 AA on pages of every kind, ${name}`, () => {
      assert.ok(found.filter(({ violations }) => violations[name]).length > 15);
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
  const found = await lookAt(folder, pagesIn(folder).filter((page) => !near.includes(page)), () => ['on a wide screen']);
  assert.ok(found.length > 40);
  assert.deepEqual(told(found, 'on a wide screen'), []);
});
