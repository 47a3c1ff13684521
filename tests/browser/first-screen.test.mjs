// Three seconds on a telephone: what the home page says without a touch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, dataOf, inSentence, written } from '../support/site-data.mjs';
import { builtSites } from '../support/sites.mjs';
import { narrow, openTab } from './browser.mjs';

// Run in the browser: of each thing that a first look needs, whether it lies wholly on the screen, or what keeps it from that.
function lookForFirstThings({ period, counts, figure }) {
  const main = document.querySelector('main');
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sl-vh, details:not([open]) > :not(summary)');
  const all = (selector) => [...main.querySelectorAll(selector)].filter(isSeen);
  // The box of what is painted: for a text its letters, not the room that it could take.
  const boxesOf = (element) => {
    if (element instanceof SVGElement) return [element.getBoundingClientRect()];
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects(), ...[...element.querySelectorAll('svg')].map((each) => each.getBoundingClientRect())];
  };
  const placeOf = (element) => {
    const boxes = boxesOf(element).filter(({ width, height }) => width > 0 && height > 0);
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
    const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
    const fits = boxes.length > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    return fits ? 'on the screen' : `from ${Math.round(top)} to ${Math.round(bottom)} px`;
  };
  // The place of the smallest of these elements that says it.
  const find = (elements, says) => {
    const found = elements.filter(says).sort((a, b) => text(a).length - text(b).length)[0];
    return found ? placeOf(found) : 'not there';
  };

  const things = {
    'the name of the period': find(all('p, span, div'), (each) => text(each).toLowerCase().includes(period.toLowerCase())),
    'the conclusion': find(all('h1'), (each) => text(each).length > 20),
    'the main figure': find(all('figure *'), (each) => text(each) === figure.actual),
    'its target': find(all('figure *'), (each) => text(each).endsWith(figure.target) && text(each) !== figure.actual),
    'its bar': find(all('figure svg[role="img"]'), (each) => text(each).includes(figure.actual) && text(each).includes(figure.target)),
  };
  for (const { count, label, shape } of counts) {
    const items = all('li').filter((each) => each.querySelector(`use[href="#l-${shape}"]`));
    things[`${count} ${label}`] = find(items, (each) => text(each) === `${count} ${label}` || text(each) === `${count}${label}`);
  }
  return things;
}

for (const { name: site, source, folder } of await builtSites()) {
  const data = dataOf(source);
  const newest = data.periods.at(-1);
  // The newest that is known of each: lights, and a value of the first indicator of the programmes.
  const lights = data.periods.filter(({ reports }) => reports.length > 0).at(-1);
  const indicator = data.indicators.find(({ project }) => project === undefined);
  const known = data.periods.filter((period) => data.measured(indicator, period)?.actual).at(-1);
  const wanted = {
    period: newest.name,
    counts: countsOf(lights).map(({ status, count }) => ({ count, label: status.label, shape: status.shape })),
    figure: {
      actual: written(data.measured(indicator, known).actual, indicator.unit),
      target: written(data.targetIn(indicator, known), indicator.unit),
    },
  };

  test(`${site}: the first screen of a telephone says the period, the conclusion, the lights and the main figure with its target`, async () => {
    const tab = await openTab(folder, { viewport: narrow });
    await tab.show('index.html');
    const things = await tab.evaluate(lookForFirstThings, wanted);
    await tab.closeAll();
    assert.ok(Object.keys(things).length >= 5 + 4);
    assert.deepEqual(Object.entries(things).filter(([, place]) => place !== 'on the screen'), []);
  });

  test(`${site}: lights that are not of the newest period say of which they are, on the first screen too`, async () => {
    const tab = await openTab(folder, { viewport: narrow });
    await tab.show('index.html');
    const things = await tab.evaluate(lookForFirstThings, { ...wanted, period: inSentence(lights.name) });
    await tab.closeAll();
    assert.equal(things['the name of the period'], 'on the screen');
  });

  test(`${site}: below it comes where attention is needed, and then the letter`, async () => {
    const tab = await openTab(folder, { viewport: narrow });
    await tab.show('index.html');
    const attention = lights === newest ? lights.reports.filter(({ status }) => ['amber', 'red'].includes(status.light)) : [];
    const places = await tab.evaluate((names) => {
      const main = document.querySelector('main');
      const topOf = (element) => (element ? element.getBoundingClientRect().top + scrollY : null);
      const links = [...main.querySelectorAll('section a')];
      return {
        // Each with its light and the reason why.
        attention: names.map((name) => topOf(links.find((each) => each.textContent.trim() === name)?.closest('li'))),
        letter: topOf(links.find((each) => /\/brieven\/[^/]+\.html$/.test(each.getAttribute('href')))),
      };
    }, attention.map(({ name }) => name));
    await tab.closeAll();
    const shown = places.attention.filter((top) => top !== null);
    assert.ok(shown.length >= Math.min(attention.length, 3), `${shown.length} of ${attention.length} are shown`);
    assert.ok(places.letter !== null);
    assert.deepEqual(shown.filter((top) => top >= places.letter), []);
  });
}
