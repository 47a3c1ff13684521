// Pages on paper, and on the screen of somebody who has chosen the colours.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { builtSample, pagesIn } from '../support/sites.mjs';
import { visit, wide } from './browser.mjs';
import { lookAtWidth, lookForCutTexts } from './looks.mjs';

// A sheet of A4 between the margins of style/print.css.
const sheet = { width: 672, height: 980 };

// What is there to be clicked or opened, and yet is printed.
function lookForTools() {
  const tools = '.nl-skip-link, header nav, header details, nav[aria-label="Kruimelpad"], [class*="pagination"], ' +
    '.sl-csv, .sl-noprint';
  const shown = [...document.querySelectorAll(tools)].filter((each) => each.checkVisibility());
  return shown.map((each) => each.outerHTML.slice(0, 120));
}

// Texts in a fold that a reader of paper cannot open, but for the data of a drawing.
function lookForFolded() {
  const folds = [...document.querySelectorAll('details:not(.sl-data, .sl-noprint, header *)')];
  const contents = folds.flatMap((each) => [...each.children].filter(({ tagName }) => tagName !== 'SUMMARY'));
  const folded = contents.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true }));
  return folded.map((each) => each.outerHTML.slice(0, 120));
}

// Shapes and bars that have the colour of what they stand on.
function lookForInvisible() {
  const clear = 'rgba(0, 0, 0, 0)';
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (backgroundColor !== clear) return backgroundColor;
    }
    return 'none';
  };
  const drawn = [...document.querySelectorAll('svg:not(.sl-sprite) :is(use, rect, line, circle, path, polyline)')];
  return drawn.filter((each) => {
    if (each.closest('symbol') || !each.checkVisibility()) return false;
    const { color, fill, stroke } = getComputedStyle(each);
    const colours = each.tagName === 'use' ? [color] : [fill, stroke].filter((colour) => colour !== 'none');
    return colours.every((colour) => colour === ground(each.ownerSVGElement) || colour === clear);
  }).map((each) => `${each.ownerSVGElement.outerHTML.slice(0, 80)} … ${each.outerHTML.slice(0, 80)}`);
}

const shapesShown = () => document.querySelectorAll('use[href^="#l-"]').length;

let found;
before(async () => {
  const folder = await builtSample();
  found = await visit(folder, pagesIn(folder), async (tab) => {
    await tab.setViewportSize(sheet);
    await tab.emulateMedia({ media: 'print' });
    const paper = {
      tools: await tab.evaluate(lookForTools),
      width: await tab.evaluate(lookAtWidth),
      folded: await tab.evaluate(lookForFolded),
      cut: await tab.evaluate(lookForCutTexts, true),
    };
    await tab.setViewportSize(wide);
    const forced = {};
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ media: 'screen', forcedColors: 'active', colorScheme });
      forced[colorScheme] = await tab.evaluate(lookForInvisible);
    }
    const shapes = await tab.evaluate(shapesShown);
    await tab.emulateMedia({ media: null, forcedColors: null, colorScheme: null });
    return { paper, forced, shapes };
  });
});

const faults = (look) => found.flatMap((each) => look(each).map((fault) => ({ page: each.page, fault })));

test('on paper, nothing is left that is only there to be clicked', () => {
  assert.deepEqual(faults(({ paper }) => paper.tools), []);
});

test('on paper, no text is cut off by the edge of the sheet or of its box', () => {
  assert.deepEqual(faults(({ paper }) => [...paper.width, ...paper.cut]), []);
});

test('on paper, no text stays in a fold, but the data of a drawing', () => {
  assert.deepEqual(faults(({ paper }) => paper.folded), []);
});

test('in colours that the reader has chosen, every shape and every bar can be seen', () => {
  assert.deepEqual(faults(({ forced }) => forced.light), []);
  assert.deepEqual(faults(({ forced }) => forced.dark), []);
  assert.ok(found.reduce((sum, { shapes }) => sum + shapes, 0) > 200);
});
