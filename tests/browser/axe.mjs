// The rules of WCAG 2.0 to 2.2, levels A and AA, and good practice, as far as axe can judge them.
import { createRequire } from 'node:module';
import { wide } from './browser.mjs';

// The script to run in a page before violationsOn.
export const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const allRules = { runOnly: levels, rules: { 'target-size': { enabled: true } } };
// The other rules do not look at colours, and so find the same in the dark.
export const rulesOfColour = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

// What axe cannot tell by colours: a single sign, which may be text or part of a name in words; digits in a bar, whose
// colour it does not see; and cells of a table that are scrolled away. tests/site/contrast.test.mjs computes the contrast.
const isNotForAxe = ({ element, why }) => {
  const isSign = /too short to determine if it is actual text|only non-text characters/.test(why) ||
    /^<a [^>]*aria-label="[^"]+"[^>]*>↩\uFE0E?<\/a>$/.test(element);
  const isInBar = /^<text /.test(element) && /background color could not be determined/.test(why);
  return isSign || isInBar || /partially obscured by another element/.test(why);
};

// The edges of a table that scrolls are shaded, and axe cannot tell what a shade does to the texts before it.
const unshade = (all) => all.forEach((each) => (each.style.backgroundImage = 'none'));
const shaded = '.utrecht-table-container, .sl-matrix-container';

// Where colours are forced, Chromium does so with letters too, but still tells axe the colour that the author gave them.
function tellForcedColours() {
  if (!matchMedia('(forced-colors: active)').matches) return;
  const colours = [...document.querySelectorAll('body *')].map((each) => [each, getComputedStyle(each).color]);
  for (const [each, colour] of colours) each.style.webkitTextFillColor = colour;
}

// What axe finds on the page as it stands, or in a part of it: [{ rule, element, why }]. What it cannot tell counts on
// a wide screen only: on a narrow one the cells of a table are scrolled out of its sight. Once colours are forced, they
// have to stay so.
export async function violationsOn(tab, options, part = 'html') {
  const seesAll = tab.viewportSize().width === wide.width;
  const quick = { resultTypes: ['violations', 'incomplete'], selectors: false, iframes: false, preload: false };
  await tab.$$eval(shaded, unshade);
  await tab.evaluate(tellForcedColours);
  const [violations, untold] = await tab.evaluate(async ([where, settings]) => {
    const { violations: wrong, incomplete } = await window.axe.run(where, settings);
    return [wrong, incomplete].map((rules) => rules.flatMap(({ id, nodes }) => {
      return nodes.map(({ html, failureSummary }) => ({ rule: id, element: html, why: failureSummary }));
    }));
  }, [part, { ...options, ...quick }]);
  return [...violations, ...untold.filter((each) => seesAll && !isNotForAxe(each))];
}
