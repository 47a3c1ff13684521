// Pages on paper, and on the screen of somebody who has chosen the colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pagesOfEachKind } from '../support/page-kinds.mjs';
import { builtSites, pagesIn } from '../support/sites.mjs';
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

// Texts in a fold that a reader of paper cannot open, but for the data of a drawing and what is to be downloaded.
function lookForFolded() {
  const folds = [...document.querySelectorAll('details:not(.sl-data, .sl-noprint, header *)')];
  const contents = folds.flatMap((each) => [...each.children].filter((each) => !each.matches('summary, .sl-csv')));
  const folded = contents.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true }));
  return folded.map((each) => each.outerHTML.slice(0, 120));
}

// Signs of lights whose word a reader of paper does not see, beside them nor in the legend of their drawing.
function lookForWordless(wordsOfShape) {
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  };
  const seenText = (element) => {
    const texts = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isSeen(node.parentElement) && !node.parentElement.closest('title, desc')) texts.push(node.data);
    }
    return texts.join(' ').replace(/\s+/g, ' ').trim();
  };
  const says = (element, words) => words.some((word) => seenText(element).toLowerCase().includes(word.toLowerCase()));
  const signs = [...document.querySelectorAll('use[href^="#l-"]')].filter((use) => isSeen(use.ownerSVGElement));
  const wordless = signs.filter((use) => {
    const href = use.getAttribute('href');
    const words = wordsOfShape[href.slice('#l-'.length)] ?? [];
    let around = use.ownerSVGElement.closest('svg:not(svg svg)').parentElement;
    while (!seenText(around) && !around.matches('td, th, li, dt, dd, p, figure')) around = around.parentElement;
    if (says(around, words) || (around.closest('.sl-life') && seenText(around))) return false;
    const legend = [...(use.closest('figure')?.querySelectorAll('.sl-legend > li') ?? [])];
    return !legend.some((item) => item.querySelector(`use[href="${href}"]`) && says(item, words));
  });
  return { signs: signs.length, wordless: wordless.map((each) => each.ownerSVGElement.parentElement.outerHTML.slice(0, 200)) };
}

// Shapes and bars that have the colour of what they stand on.
function lookForInvisible() {
  const clear = 'rgba(0, 0, 0, 0)';
  // What stands in a part of a stacked bar has that part behind it; anything else has the page, or what covers it.
  const groundOf = (drawn) => {
    const bar = drawn.closest('.sl-seg__in')?.parentElement.querySelector('.sl-seg__bar');
    if (bar && !['none', clear].includes(getComputedStyle(bar).fill)) return getComputedStyle(bar).fill;
    for (let each = drawn.ownerSVGElement; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if (backgroundColor !== clear && !/, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return 'none';
  };
  const shapes = ':is(use, rect, line, circle, path, polyline)';
  const drawn = [...document.querySelectorAll(`svg:not(.sl-sprite) ${shapes}`)];
  return drawn.filter((each) => {
    // The band behind a gap has no filling there: the dotted line across it tells the same.
    if (each.closest('symbol') || each.matches('.g-band') || !each.checkVisibility()) return false;
    const { color, fill, stroke } = getComputedStyle(each);
    const colours = each.tagName === 'use' ? [color] : [fill, stroke].filter((colour) => colour !== 'none');
    const ground = groundOf(each);
    return colours.every((colour) => colour === ground || colour === clear);
  }).map((each) => `${each.ownerSVGElement.outerHTML.slice(0, 80)} … ${each.outerHTML.slice(0, 80)}`);
}

const shapesShown = () => document.querySelectorAll('use[href^="#l-"]').length;

for (const { name: site, source, folder } of await builtSites()) {
  const { status_scales: scales } = JSON.parse(readFileSync(join(source, 'data/site.json'), 'utf8'));
  const wordsOfShape = {};
  for (const { shape, label } of scales.flatMap(({ statuses }) => statuses)) (wordsOfShape[shape] ??= []).push(label);

  let printed;
  let forced;
  before(async () => {
    printed = await visit(folder, pagesIn(folder), async (tab) => {
      return {
        tools: await tab.evaluate(lookForTools),
        width: await tab.evaluate(lookAtWidth),
        folded: await tab.evaluate(lookForFolded),
        cut: await tab.evaluate(lookForCutTexts, true),
        lights: await tab.evaluate(lookForWordless, wordsOfShape),
      };
    }, { viewport: sheet, media: 'print' });
    forced = await visit(folder, pagesOfEachKind(folder), async (tab) => {
      const invisible = {};
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ forcedColors: 'active', colorScheme });
        invisible[colorScheme] = await tab.evaluate(lookForInvisible);
      }
      return { invisible, shapes: await tab.evaluate(shapesShown) };
    }, { viewport: wide });
  });

  const faults = (found, look) => found.flatMap((each) => look(each).map((fault) => ({ page: each.page, fault })));

  test(`${site}: on paper, nothing is left that is only there to be clicked`, () => {
    assert.deepEqual(faults(printed, ({ tools }) => tools), []);
  });

  test(`${site}: on paper, no text is cut off by the edge of the sheet or of its box`, () => {
    assert.deepEqual(faults(printed, ({ width, cut }) => [...width, ...cut]), []);
  });

  test(`${site}: on paper, no text stays in a fold, but the data of a drawing`, () => {
    assert.deepEqual(faults(printed, ({ folded }) => folded), []);
  });

  test(`${site}: on paper, the word of each light is seen: beside its sign, or in the legend of the drawing`, () => {
    assert.deepEqual(faults(printed, ({ lights }) => lights.wordless), []);
    assert.ok(printed.reduce((sum, { lights }) => sum + lights.signs, 0) > 200);
  });

  test(`${site}: in colours that the reader has chosen, every shape and every bar can be seen`, () => {
    assert.deepEqual(faults(forced, ({ invisible }) => invisible.light), []);
    assert.deepEqual(faults(forced, ({ invisible }) => invisible.dark), []);
    assert.ok(forced.reduce((sum, { shapes }) => sum + shapes, 0) > 200);
  });
}
