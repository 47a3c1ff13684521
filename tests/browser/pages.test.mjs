// What every page has to have and what none may have, as a browser sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { before, test } from 'node:test';
import { pagesOfEachKind } from '../support/page-kinds.mjs';
import { builtSites, pagesIn } from '../support/sites.mjs';
import { narrow, visit, wide } from './browser.mjs';
import { lookAtTexts, lookAtWidth, lookForCutTexts } from './looks.mjs';

const smallest = 12;
const normalSizes = { standard: 16, fixed: 13 };
const twiceTheSizes = { standard: 32, fixed: 26 };

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
  // What one width leaves out, sign and word together.
  const isLeftOut = (element) => element !== null && (getComputedStyle(element).display === 'none' || isLeftOut(element.parentElement));
  const shapes = all('use[href^="#l-"]').filter(({ ownerSVGElement: svg }) => !isNamed(svg) && !isLeftOut(svg));
  const wordless = shapes.filter((use) => {
    const words = shapeWords[use.getAttribute('href').slice('#l-'.length)] ?? [];
    const found = wordsAfter(use.ownerSVGElement).replace(/^\d+ |^[^:]*\d{4}: /, '');
    // The life of a commitment has shapes of its own: what happened stands beside them.
    if (use.closest('.sl-life') && location.pathname.includes('/toezeggingen/')) return found === '';
    return !words.some((word) => found.startsWith(word) && !/^\p{Ll}/u.test(found.slice(word.length)));
  });

  // A drawing within a drawing is a part of it.
  const drawings = all('svg').filter((svg) => !svg.closest('[aria-hidden="true"]') && !svg.parentElement.closest('svg[role="img"]'));
  const partOf = (svg, tag) => {
    const part = svg.querySelector(`:scope > ${tag}`);
    return part && svg.getAttribute('aria-labelledby')?.split(' ').includes(part.id) ? text(part) : '';
  };
  const nameless = drawings.filter((svg) => {
    return svg.getAttribute('role') !== 'img' || !partOf(svg, 'title') || !partOf(svg, 'desc');
  });

  const isActive = (element) => {
    const handlers = [...element.attributes].filter(({ name }) => name === 'style' || name.startsWith('on'));
    // Those of the theme, and in a folder the one that brings the index.
    const assets = document.querySelector('link[rel=stylesheet]').href.replace(/[^/]*$/, '');
    const isOwnScript = element.matches('script[src]:empty') &&
      (element.src.startsWith(assets) || /\/search\/[0-9a-f]{12}\.js$/.test(element.src));
    return handlers.length > 0 || (element.matches('script, style, iframe, object, embed') && !isOwnScript);
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

// The skip link, as a page is when it has just been opened.
async function lookAtSkipLink(tab) {
  await tab.keyboard.press('Tab');
  const skip = await tab.evaluate(() => {
    const { top, left, width, height } = document.activeElement.getBoundingClientRect();
    return { text: document.activeElement.textContent, seen: top >= 0 && left >= 0 && width > 50 && height > 20 };
  });
  await tab.keyboard.press('Enter');
  skip.to = await tab.evaluate(() => document.activeElement.tagName);
  await tab.keyboard.press('Tab');
  skip.next = await tab.evaluate(() => document.activeElement.closest('main, footer')?.tagName);
  return skip;
}

// On a telephone, as somebody sees it who has set the browser to letters of twice the size.
async function lookEnlarged(tab) {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Page.setFontSizes', { fontSizes: twiceTheSizes });
  const seen = { width: await tab.evaluate(lookAtWidth), cut: await tab.evaluate(lookForCutTexts), texts: await tab.evaluate(lookAtTexts) };
  await session.send('Page.setFontSizes', { fontSizes: normalSizes });
  await session.detach();
  return seen;
}

for (const { name: site, source, folder } of await builtSites()) {
  const { title, status_scales: scales } = JSON.parse(readFileSync(join(source, 'data/site.json'), 'utf8'));
  // The words that a shape may stand for: { check: ['Op koers'], … }.
  const wordsOfShape = {};
  for (const { shape, label } of scales.flatMap(({ statuses }) => statuses)) (wordsOfShape[shape] ??= []).push(label);

  // Every page is looked at on a telephone; those of each kind also on a wide screen, enlarged, and by key.
  const nearby = pagesOfEachKind(folder);
  const requests = [];
  const failures = [];
  let found;
  before(async () => {
    found = await visit(folder, pagesIn(folder), async (tab, page) => {
      const isNear = nearby.includes(page);
      const skip = isNear && await lookAtSkipLink(tab);
      await tab.openDetails();
      const onNarrow = { width: await tab.evaluate(lookAtWidth), cut: await tab.evaluate(lookForCutTexts) };
      const look = async () => ({ ...(await tab.evaluate(lookAtDocument, wordsOfShape)), texts: await tab.evaluate(lookAtTexts) });
      Object.assign(onNarrow, await look());
      if (!isNear) return { onNarrow };
      const enlarged = await lookEnlarged(tab);
      await tab.setViewportSize(wide);
      const onWide = await look();
      await tab.setViewportSize(narrow);
      return { onNarrow, skip, enlarged, onWide };
    }, {
      viewport: narrow,
      watch: (tab) => {
        tab.on('request', (request) => requests.push(request.url()));
        tab.on('requestfailed', (request) => failures.push(request.url()));
        tab.on('console', (message) => failures.push(`${tab.url()}: ${message.text()}`));
        tab.on('pageerror', (error) => failures.push(`${tab.url()}: ${error.message}`));
      },
    });
  });

  // [{ page, … }] for what a look gave more of than nothing.
  const faults = (look, pages = found) => pages.flatMap((each) => [look(each)].flat().map((fault) => ({ page: each.page, fault })));
  const near = () => found.filter(({ page }) => nearby.includes(page));

  test(`${site}: every page is seen`, () => {
    assert.deepEqual(found.map(({ page }) => page), pagesIn(folder));
    assert.ok(found.length > 60 && near().length > 25);
  });

  test(`${site}: a page asks for nothing but itself, its stylesheets and its scripts, and all of it is there`, () => {
    const own = pathToFileURL(join(folder, '/')).href;
    const elsewhere = requests.filter((url) => !url.startsWith(own) && !url.startsWith('http://127.0.0.1:'));
    assert.deepEqual(elsewhere, []);
    // The search page asks for the index at once, which a browser refuses in a folder; there a script brings it.
    const isIndex = (text) => /\/search\/[0-9a-f]{12}\.(bin|js)|zoeken\/index\.html: Failed to load resource: net::ERR_FAILED/.test(text);
    assert.deepEqual(requests.filter((url) => !/\.(html|css)$|\/assets\/gemeente-(page|search)\.[0-9a-f]{8}\.js$/.test(url) && !isIndex(url)), []);
    assert.deepEqual(failures.filter((failure) => !/404\.html|geen\/pagina\.html/.test(failure) && !isIndex(failure)), []);
  });

  test(`${site}: no page has a script but the theme's own, a frame, a style of its own or a handler`, () => {
    assert.deepEqual(faults(({ onNarrow }) => onNarrow.active), []);
  });

  test(`${site}: every page is in Dutch, with one main part and one heading of the first level, which comes first`, () => {
    const wrong = faults(({ onNarrow: { lang, mains, headings, firstHeading } }) => {
      const right = lang === 'nl' && mains === 1 && headings.length === 1 && headings[0] && firstHeading === 'H1';
      return right ? [] : [{ lang, mains, headings, firstHeading }];
    });
    assert.deepEqual(wrong, []);
  });

  test(`${site}: without the stylesheet too, the heading of a page comes before its content`, () => {
    assert.deepEqual(faults(({ onNarrow }) => onNarrow.beforeHeading), []);
  });

  test(`${site}: every page has a title of its own, in which the site is named`, () => {
    const titles = found.map(({ onNarrow }) => onNarrow.title);
    assert.deepEqual(titles.filter((each, index) => titles.indexOf(each) !== index), []);
    assert.deepEqual(titles.filter((each) => !each.includes(title)), []);
  });

  test(`${site}: the first key press on a page shows a link to its content, and it leads there`, () => {
    const expected = { text: 'Naar de inhoud', seen: true, to: 'MAIN' };
    const wrong = faults(({ skip: { next, ...skip } }) => {
      return JSON.stringify(skip) === JSON.stringify(expected) && next ? [] : [{ ...skip, next }];
    }, near());
    assert.deepEqual(wrong, []);
  });

  test(`${site}: beside every shape of a light stands its word, for the eye or for a screen reader`, () => {
    assert.deepEqual(faults(({ onNarrow }) => onNarrow.wordless), []);
    assert.deepEqual(faults(({ onWide }) => onWide.wordless, near()), []);
    assert.ok(found.reduce((sum, { onNarrow }) => sum + onNarrow.shapes, 0) > 200);
  });

  test(`${site}: every drawing has a name and a description, or is hidden from screen readers`, () => {
    assert.deepEqual(faults(({ onNarrow }) => onNarrow.nameless), []);
    assert.ok(found.reduce((sum, { onNarrow }) => sum + onNarrow.drawings, 0) > 20);
  });

  test(`${site}: no text is smaller than ${smallest} px, on a telephone or on a wide screen`, () => {
    const small = ({ texts }) => texts.filter(({ size }) => size < smallest);
    assert.deepEqual(faults(({ onNarrow }) => small(onNarrow)), []);
    assert.deepEqual(faults(({ onWide }) => small(onWide), near()), []);
  });

  test(`${site}: no page is wider than a telephone of 320 px`, () => {
    assert.deepEqual(faults(({ onNarrow }) => onNarrow.width), []);
  });

  test(`${site}: no page is wider than a telephone of 320 px with letters of twice the size`, () => {
    assert.deepEqual(faults(({ enlarged }) => enlarged.width, near()), []);
  });

  test(`${site}: no text is cut off on a telephone, with letters of twice the size neither`, () => {
    assert.deepEqual(faults(({ onNarrow }) => onNarrow.cut), []);
    assert.deepEqual(faults(({ enlarged }) => enlarged.cut, near()), []);
  });

  test(`${site}: every text grows with the size of letters that the reader has set`, () => {
    const unchanged = faults(({ onNarrow, enlarged }) => {
      const before = onNarrow.texts;
      if (enlarged.texts.length !== before.length) return [`${enlarged.texts.length} of ${before.length}`];
      return enlarged.texts.filter(({ size }, index) => size < 1.5 * before[index].size);
    }, near());
    assert.deepEqual(unchanged, []);
  });
}
