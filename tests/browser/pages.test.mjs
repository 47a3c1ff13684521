// What every page has to have and what none may have, as a browser sees it; every page is visited once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, test } from 'node:test';
import { repository } from '../support/program.mjs';
import { builtSample, pagesIn } from '../support/sites.mjs';
import { narrow, visit, wide } from './browser.mjs';
import { lookAtTexts, lookAtWidth, lookForCutTexts } from './looks.mjs';

const { status_scales: scales } = JSON.parse(readFileSync(join(repository, 'data/site.json'), 'utf8'));
// The words that a shape may stand for: { check: ['Op koers'], … }.
const wordsOfShape = {};
for (const { shape, label } of scales.flatMap(({ statuses }) => statuses)) (wordsOfShape[shape] ??= []).push(label);

const smallest = 12;

// ---- run in the browser -----------------------------------------------------------------------------------

function lookAtDocument(shapeWords) {
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const tell = (element) => element.outerHTML.slice(0, 150);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isTold = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    return !element.closest('[aria-hidden="true"]') && element.checkVisibility({ visibilityProperty: true });
  };

  // The words that a reader or a screen reader meets after a shape, up to the next shape.
  const wordsAfter = (svg) => {
    let words = '';
    const end = svg.closest('li, td, th, dd, dt, p, figcaption, summary, div') ?? document.body;
    const walker = document.createTreeWalker(end, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    walker.currentNode = svg.lastElementChild ?? svg;
    for (let node = walker.nextNode(); node && node.tagName !== 'svg'; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE && isTold(node)) words += node.data;
    }
    return words.replace(/\s+/g, ' ').trim();
  };
  const isNamed = (svg) => svg.closest('[role="img"]') !== null;
  const shapes = all('use[href^="#l-"]').filter((use) => !isNamed(use.ownerSVGElement));
  const wordless = shapes.filter((use) => {
    const words = shapeWords[use.getAttribute('href').slice('#l-'.length)] ?? [];
    const found = wordsAfter(use.ownerSVGElement).replace(/^\d+ |^[^:]*\d{4}: /, '');
    // The life of a commitment has shapes of its own: what happened stands beside them.
    if (use.closest('.sl-life') && location.pathname.includes('/toezeggingen/')) return found === '';
    return !words.some((word) => found === word || found.startsWith(`${word} `) || found.startsWith(`${word},`));
  });

  const drawings = all('svg:not([aria-hidden="true"])');
  const partOf = (svg, tag) => {
    const part = svg.querySelector(`:scope > ${tag}`);
    return part && svg.getAttribute('aria-labelledby')?.split(' ').includes(part.id) ? text(part) : '';
  };
  const nameless = drawings.filter((svg) => {
    return svg.getAttribute('role') !== 'img' || !partOf(svg, 'title') || !partOf(svg, 'desc');
  });

  const isActive = (element) => {
    const handlers = [...element.attributes].filter(({ name }) => name === 'style' || name.startsWith('on'));
    return handlers.length > 0 || element.matches('script, style, iframe, object, embed');
  };

  const [heading] = all('h1');
  const main = document.querySelector('main');
  const follows = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const late = all('main :is(h2, h3, h4, table, figure, ul, ol, dl)').filter((each) => !follows(heading, each));
  return {
    lang: document.documentElement.lang,
    title: document.title,
    headings: all('h1').map(text),
    mains: all('main').length,
    breadcrumbs: all('nav[aria-label="Kruimelpad"]').map((nav) => [...nav.querySelectorAll('li')].map(text)),
    active: all('*').filter(isActive).map(tell),
    shapes: shapes.length,
    wordless: wordless.map((use) => `${tell(use.ownerSVGElement)} ${wordsAfter(use.ownerSVGElement)}`),
    drawings: drawings.length,
    nameless: nameless.map(tell),
    // What comes before the heading in the order of the document is no content of the page.
    beforeHeading: late.filter((each) => main.contains(each) && !each.closest('nav')).map(tell),
    firstHeading: document.querySelector('h1, h2, h3, h4, h5, h6').tagName,
  };
}

// ---- the visit --------------------------------------------------------------------------------------------

const requests = [];
const failures = [];
const folder = await builtSample();

let found;
before(async () => {
  found = await visit(folder, pagesIn(folder), async (tab) => {
    // The skip link, as the page is when it has just been opened.
    const skip = {};
    await tab.keyboard.press('Tab');
    Object.assign(skip, await tab.evaluate(() => {
      const { top, left, width, height } = document.activeElement.getBoundingClientRect();
      const seen = top >= 0 && left >= 0 && width > 50 && height > 20;
      return { text: document.activeElement.textContent, seen };
    }));
    await tab.keyboard.press('Enter');
    skip.to = await tab.evaluate(() => document.activeElement.tagName);
    await tab.keyboard.press('Tab');
    skip.next = await tab.evaluate(() => document.activeElement.closest('main, footer')?.tagName);

    await tab.openDetails();
    const onWide = { ...(await tab.evaluate(lookAtDocument, wordsOfShape)), texts: await tab.evaluate(lookAtTexts) };
    await tab.setViewportSize(narrow);
    const onNarrow = { width: await tab.evaluate(lookAtWidth), texts: await tab.evaluate(lookAtTexts) };
    onNarrow.cut = await tab.evaluate(lookForCutTexts);

    // As somebody who has set the browser to letters of twice the size.
    const session = await tab.context().newCDPSession(tab);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    const enlarged = { width: await tab.evaluate(lookAtWidth), cut: await tab.evaluate(lookForCutTexts) };
    enlarged.texts = await tab.evaluate(lookAtTexts);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    await session.detach();

    await tab.setViewportSize(wide);
    return { skip, onWide, onNarrow, enlarged };
  }, {
    watch: (tab) => {
      tab.on('request', (request) => requests.push(request.url()));
      tab.on('requestfailed', (request) => failures.push(request.url()));
      tab.on('console', (message) => failures.push(`${tab.url()}: ${message.text()}`));
      tab.on('pageerror', (error) => failures.push(`${tab.url()}: ${error.message}`));
    },
  });
});

// [{ page, … }] for what a look gave more of than nothing.
const faults = (look) => found.flatMap((each) => [look(each)].flat().map((fault) => ({ page: each.page, fault })));

test('every page is seen', () => {
  assert.deepEqual(found.map(({ page }) => page), pagesIn(folder));
  assert.ok(found.length > 60);
});

test('a page asks for nothing but itself and its stylesheet, and all of it is there', () => {
  const own = pathToFileURL(join(folder, '/')).href;
  const elsewhere = requests.filter((url) => !url.startsWith(own) && !url.startsWith('http://127.0.0.1:'));
  assert.deepEqual(elsewhere, []);
  const others = requests.filter((url) => !/\.(html|css)$/.test(url));
  assert.deepEqual(others, []);
  assert.deepEqual(failures.filter((failure) => !/404\.html|geen\/pagina\.html/.test(failure)), []);
});

test('no page has a script, a frame, a style of its own or a handler', () => {
  assert.deepEqual(faults(({ onWide }) => onWide.active), []);
});

test('every page is in Dutch, with one main part and one heading of the first level, which comes first', () => {
  const wrong = faults(({ onWide: { lang, mains, headings, firstHeading } }) => {
    const right = lang === 'nl' && mains === 1 && headings.length === 1 && headings[0] && firstHeading === 'H1';
    return right ? [] : [{ lang, mains, headings, firstHeading }];
  });
  assert.deepEqual(wrong, []);
});

test('without the stylesheet too, the heading of a page comes before its content', () => {
  assert.deepEqual(faults(({ onWide }) => onWide.beforeHeading), []);
});

test('every page has a title of its own, in which the site is named', () => {
  const titles = found.map(({ onWide }) => onWide.title);
  assert.deepEqual(titles.filter((title, index) => titles.indexOf(title) !== index), []);
  assert.deepEqual(titles.filter((title) => !title.includes('Monitor Werken aan Werk')), []);
});

test('every page but the home page tells where it stands, from the home page to itself', () => {
  const wrong = faults(({ page, onWide: { breadcrumbs } }) => {
    if (page === 'index.html' || page === '404.html') return [];
    const right = breadcrumbs.length === 1 && breadcrumbs[0].length >= 2 && breadcrumbs[0].every((text) => text !== '');
    return right ? [] : [breadcrumbs];
  });
  assert.deepEqual(wrong, []);
});

test('the first key press on a page shows a link to its content, and it leads there', () => {
  const expected = { text: 'Naar de inhoud', seen: true, to: 'MAIN' };
  const wrong = faults(({ skip: { next, ...skip } }) => {
    return JSON.stringify(skip) === JSON.stringify(expected) && next ? [] : [{ ...skip, next }];
  });
  assert.deepEqual(wrong, []);
});

test('beside every shape of a light stands its word, for the eye or for a screen reader', () => {
  assert.deepEqual(faults(({ onWide }) => onWide.wordless), []);
  assert.ok(found.reduce((sum, { onWide }) => sum + onWide.shapes, 0) > 200);
});

test('every drawing has a name and a description, or is hidden from screen readers', () => {
  assert.deepEqual(faults(({ onWide }) => onWide.nameless), []);
  assert.ok(found.reduce((sum, { onWide }) => sum + onWide.drawings, 0) > 20);
});

test(`no text is smaller than ${smallest} px, on a telephone neither`, () => {
  const small = ({ texts }) => texts.filter(({ size }) => size < smallest);
  assert.deepEqual(faults(({ onWide }) => small(onWide)), []);
  assert.deepEqual(faults(({ onNarrow }) => small(onNarrow)), []);
});

test('no page is wider than a telephone of 320 px', () => {
  assert.deepEqual(faults(({ onNarrow }) => onNarrow.width), []);
});

test('no page is wider than a telephone of 320 px with letters of twice the size', () => {
  assert.deepEqual(faults(({ enlarged }) => enlarged.width), []);
});

test('no text is cut off on a telephone, with letters of twice the size neither', () => {
  assert.deepEqual(faults(({ onNarrow }) => onNarrow.cut), []);
  assert.deepEqual(faults(({ enlarged }) => enlarged.cut), []);
});

test('every text grows with the size of letters that the reader has set', () => {
  const unchanged = faults(({ onNarrow, enlarged }) => {
    const before = onNarrow.texts;
    if (enlarged.texts.length !== before.length) return [`${enlarged.texts.length} of ${before.length}`];
    return enlarged.texts.filter(({ size }, index) => size < 1.5 * before[index].size);
  });
  assert.deepEqual(unchanged, []);
});
