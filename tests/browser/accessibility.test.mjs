// The rules of WCAG 2.0 to 2.2, levels A and AA, and good practice, as far as axe can judge them.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { builtSample, pagesIn } from '../support/sites.mjs';
import { narrow, visit, wide } from './browser.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const allRules = { runOnly: levels, rules: { 'target-size': { enabled: true } } };
// The other rules do not look at colours, and so find the same in the dark.
const rulesOfColour = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

const rounds = {
  'in the light': { viewport: wide, colorScheme: 'light', options: allRules },
  'in the dark': { viewport: wide, colorScheme: 'dark', options: rulesOfColour },
  'on a telephone': { viewport: narrow, colorScheme: 'light', options: allRules },
};

// An arrow back from a footnote is a single sign, of which axe cannot tell whether it is text; its name is in words.
const isArrow = (html) => /^<a href="#fnref-[0-9-]+" [^>]*aria-label="[^"]+">↩\uFE0E<\/a>$/.test(html);

// What axe finds on the page as it stands, or in a part of it: [{ rule, element, why }]. What it cannot tell counts on
// a wide screen only: on a narrow one the cells of a table are scrolled out of its sight.
async function violationsOn(tab, options, part = 'html') {
  const seesAll = tab.viewportSize().width === wide.width;
  const quick = { resultTypes: ['violations', 'incomplete'], selectors: false, iframes: false, preload: false };
  const [violations, untold] = await tab.evaluate(async ([where, settings]) => {
    const { violations: wrong, incomplete } = await window.axe.run(where, settings);
    return [wrong, incomplete].map((rules) => rules.flatMap(({ id, nodes }) => {
      return nodes.map(({ html, failureSummary }) => ({ rule: id, element: html, why: failureSummary }));
    }));
  }, [part, { ...options, ...quick }]);
  return [...violations, ...untold.filter(({ element }) => seesAll && !isArrow(element))];
}

let found;
before(async () => {
  const folder = await builtSample();
  found = await visit(folder, pagesIn(folder), async (tab) => {
    await tab.openDetails();
    const violations = {};
    for (const [name, { viewport, colorScheme, options }] of Object.entries(rounds)) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme });
      // The open menu covers a part of the page; it is judged by itself.
      await tab.$$eval('header details', (all) => all.forEach((each) => (each.open = false)));
      violations[name] = await violationsOn(tab, options);
    }
    return { violations };
  }, { script: axe });
});

test('axe finds nothing against WCAG 2.2 AA in the open menu of a telephone', async () => {
  const menus = await visit(await builtSample(), ['index.html', 'begrippen.html'], async (tab) => {
    await tab.$eval('header details', (menu) => (menu.open = true));
    const light = await violationsOn(tab, allRules, 'header');
    await tab.emulateMedia({ colorScheme: 'dark' });
    return { violations: [...light, ...(await violationsOn(tab, rulesOfColour, 'header'))] };
  }, { script: axe, viewport: narrow });
  assert.deepEqual(menus.flatMap(({ violations }) => violations), []);
});

for (const name of Object.keys(rounds)) {
  test(`axe finds nothing against WCAG 2.2 AA on any page, ${name}, with everything unfolded`, () => {
    assert.ok(found.length > 60);
    assert.deepEqual(found.flatMap(({ page, violations }) => violations[name].map((each) => ({ page, ...each }))), []);
  });
}
