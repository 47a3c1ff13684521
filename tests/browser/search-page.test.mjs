// The search page as its readers use it, from a web server with the strictest header: by mouse, keyboard and address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { builtSample } from '../support/sites.mjs';
import { narrow, openTab, serveStrictly, wide } from './browser.mjs';

const folder = await builtSample();
const site = await serveStrictly(folder);
const searchPage = `${site.address}zoeken/index.html`;
const askingFor = (query) => `${searchPage}?${new URLSearchParams(query)}`;

let tab;
const complaints = [];
const watch = (each) => {
  each.on('pageerror', (error) => complaints.push(error.message));
  // A browser asks any server for a picture of the site, and tells that there is none.
  each.on('console', (message) => message.location().url.endsWith('/favicon.ico') || complaints.push(message.text()));
  each.on('dialog', (dialog) => complaints.push(dialog.message()) && dialog.dismiss());
};
before(async () => (tab = await openTab(folder, { watch })));
after(() => tab.closeAll());

// What stands on the page once it tells of this query.
async function found(text) {
  await tab.waitForFunction((wanted) => {
    const told = document.querySelector('.sl-found:not([hidden]) .sl-section__intro')?.textContent;
    const isFilled = [...document.querySelectorAll('.sl-results > li')].every((each) => each.children.length > 0);
    return told === `voor ‘${wanted}’` && isFilled;
  }, text);
  return look();
}

const look = () => tab.evaluate(() => {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent.trim());
  return {
    count: document.querySelector('.sl-found h2').textContent,
    titles: texts('.sl-results h3'),
    marked: texts('.sl-results mark'),
    notes: texts('.sl-found__notes > *'),
    chosen: texts('.sl-chip').map((text) => text.replace('Filter weghalen: ', '')),
    field: document.querySelector('#zoekveld').value,
    parameters: [...new URLSearchParams(location.search)].map((each) => each.join('=')),
  };
});
const focused = () => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
const numberIn = (text) => Number(text.replace(/\D/g, ''));

// The boxes of the open filters: [{ label, count, box }].
async function boxes() {
  await tab.waitForSelector('.sl-filters[open] .sl-check');
  return tab.$$eval('.sl-filters .sl-check', (all) => all.map((each) => ({
    name: each.querySelector('input').name, value: each.querySelector('input').value,
    label: each.querySelector('span').textContent, count: Number(each.querySelector('.sl-check__count').textContent),
  })));
}
const boxOf = ({ name, value }) => `.sl-filters input[name="${name}"][value="${value}"]`;

async function askByHand(text) {
  await tab.fill('#zoekveld', text);
  await tab.keyboard.press('Enter');
  return found(text);
}

// ---- asking -----------------------------------------------------------------------------------------------

test('of a letter that begins no word nothing is said until the reader asks', async () => {
  await tab.goto(searchPage);
  await tab.locator('#zoekveld').pressSequentially('w');
  await tab.waitForFunction(() => location.search === '?q=w');
  await tab.waitForTimeout(200);
  assert.equal(await tab.isVisible('.sl-found'), false);
  await tab.keyboard.press('Enter');
  assert.equal((await found('w')).count, 'Geen resultaten');
});

test('a question without a word says that one is needed', async () => {
  await tab.goto(searchPage);
  await askByHand('""');
  assert.deepEqual((await found('""')).notes, ['Typ een woord om naar te zoeken.']);
});

test('the field in the header of any page leads to results', async () => {
  await tab.goto(`${site.address}periodes/index.html`);
  await tab.fill('header .utrecht-page-header__content > form input', 'wijkleerbedrijf');
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
  const { count, titles, field, marked } = await found('wijkleerbedrijf');
  assert.equal(field, 'wijkleerbedrijf');
  assert.ok(numberIn(count) > 1 && titles.length > 0);
  assert.ok(marked.some((each) => each.toLowerCase() === 'wijkleerbedrijf'));
});

test('who goes to the field of any page finds the search page, its script and its index asked for', async () => {
  await tab.goto(`${site.address}periodes/index.html`);
  const before = site.asked.length;
  await tab.locator('header [type=search]').first().focus();
  const index = new URL(await (await fetch(searchPage)).text().then((page) => /data-index="([^"]+)"/.exec(page)[1]), searchPage).pathname;
  const isAsked = (pattern) => site.asked.slice(before).some((path) => pattern.test(path));
  const end = Date.now() + 5_000;
  while (Date.now() < end && !(site.asked.slice(before).includes(index) && isAsked(/-search\.[\w.]*js$/))) await tab.waitForTimeout(20);
  assert.ok(site.asked.slice(before).includes(index), 'the root of the index');
  assert.ok(isAsked(/-search\.[\w.]*js$/), 'the script');
  assert.match(tab.url(), /periodes/);
});

test('results come while somebody types, and a screen reader hears the count once it is over', async () => {
  await tab.goto(searchPage);
  await tab.evaluate(() => {
    window.heard = [];
    const line = document.querySelector('[role=status]');
    new MutationObserver(() => window.heard.push(line.textContent)).observe(line, { childList: true });
  });
  await tab.focus('#zoekveld');
  await tab.keyboard.type('scholing', { delay: 150 });
  const { count, parameters } = await found('scholing');
  assert.deepEqual(parameters, ['q=scholing']);
  assert.equal(await focused(), 'zoekveld');
  await tab.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
  const heard = await tab.evaluate(() => window.heard.filter(Boolean));
  assert.equal(heard.length, 1);
  assert.ok(heard[0].startsWith(`${count} voor ‘scholing’`), heard[0]);
});

test('back and forward lead along what was asked, not along every letter', async () => {
  await tab.goto(searchPage);
  await tab.focus('#zoekveld');
  await tab.keyboard.type('scholing', { delay: 150 });
  await tab.keyboard.press('Enter');
  const first = await found('scholing');
  await tab.focus('#zoekveld');
  await tab.keyboard.press('Control+A');
  await tab.keyboard.type('jongeren', { delay: 150 });
  await tab.keyboard.press('Enter');
  const second = await found('jongeren');
  await tab.goBack();
  assert.deepEqual(await found('scholing'), first);
  await tab.goForward();
  assert.deepEqual(await found('jongeren'), second);
  await tab.goBack();
  await tab.goBack();
  await tab.waitForSelector('.sl-found', { state: 'hidden' });
  assert.equal(await tab.inputValue('#zoekveld'), '');
});

test('of two answers the one to the last question stays, whenever they come', async () => {
  site.faults = [{ path: new RegExp(await tab.getAttribute('#zoekpagina', 'data-index').then((each) => each.split('/').pop())), delay: 700 }];
  await tab.goto(askingFor({ q: 'scholing' }));
  await tab.fill('#zoekveld', 'jongeren');
  await tab.waitForTimeout(300);
  await tab.fill('#zoekveld', 'wijkleerbedrijf');
  const { field } = await found('wijkleerbedrijf');
  await tab.waitForTimeout(900);
  assert.equal(field, 'wijkleerbedrijf');
  assert.deepEqual((await look()).parameters, ['q=wijkleerbedrijf']);
  await found('wijkleerbedrijf');
  site.faults = [];
});

test('more results come below the first ten, and the first of them has the focus', async () => {
  await tab.goto(askingFor({ q: 'werk' }));
  const { titles } = await found('werk');
  assert.equal(titles.length, 10);
  await tab.click('.sl-found__more');
  await tab.waitForFunction(() => document.activeElement.closest('.sl-results > li:nth-child(11)'));
  const more = await found('werk');
  assert.ok(more.titles.length > 10 && more.titles.length <= 20);
  assert.deepEqual(more.titles.slice(0, 10), titles);
});

test('pages of the same subject stand behind one result, and are fetched when asked for', async () => {
  await tab.goto(askingFor({ q: 'wijkleerbedrijf' }));
  await found('wijkleerbedrijf');
  const others = '.sl-results__others';
  assert.equal(await tab.$$eval(`${others} a`, (all) => all.length), 0);
  await tab.click(`${others} summary`);
  await tab.waitForSelector(`${others} a`);
  const href = await tab.$eval(`${others} a`, (link) => link.href);
  assert.equal((await tab.request.get(href)).status(), 200);
});

test('a word that is not there leads to the one that was meant, and can be searched for all the same', async () => {
  await tab.goto(askingFor({ q: 'wijkleerbedrjif' }));
  const { notes, titles, parameters } = await found('wijkleerbedrjif');
  assert.match(notes[0], /^Bedoelde u wijkleerbedrijf\?/);
  assert.ok(titles.length > 0);
  await tab.click('.sl-found__notes a');
  await tab.waitForFunction(() => document.querySelector('.sl-found h2').textContent === 'Geen resultaten');
  const exact = await look();
  assert.deepEqual([exact.titles, exact.parameters], [[], [...parameters, 'exact=1']]);
  await tab.goBack();
  await tab.waitForSelector('.sl-found__notes strong');
});

test('an empty result helps on: spelling, fewer filters, and lists of everything', async () => {
  await tab.goto(askingFor({ q: 'scholing', kind: 'qwertyuiop' }));
  const { count, chosen } = await found('scholing');
  assert.deepEqual([count, chosen], ['Geen resultaten', ['qwertyuiop']]);
  assert.match(await tab.innerText('.sl-found__none'), /gespeld/);
  assert.ok(await tab.$$eval('#zoekpagina > section:last-child a', (all) => all.length) >= 4);
  await tab.click('.sl-found__none button');
  await tab.waitForFunction(() => document.querySelectorAll('.sl-results > li').length > 0);
  assert.deepEqual((await look()).parameters, ['q=scholing']);
  assert.equal(await tab.isVisible('.sl-found__none'), false);
});

// ---- filters ----------------------------------------------------------------------------------------------

test('a filter stands in the address, says what it would leave, and can be dropped', async () => {
  await tab.goto(askingFor({ q: 'scholing' }));
  const all = await found('scholing');
  await tab.click('.sl-filters > summary');
  const kinds = (await boxes()).filter(({ name }) => name === 'kind');
  assert.equal(kinds.reduce((sum, { count }) => sum + count, 0), numberIn(all.count));
  const chosen = kinds.find(({ count }) => count > 0);
  await tab.check(boxOf(chosen));
  await tab.waitForFunction(() => document.querySelectorAll('.sl-chip').length === 1);
  await tab.waitForFunction((count) => parseInt(document.querySelector('.sl-found h2').textContent, 10) === count, chosen.count);
  const filtered = await found('scholing');
  assert.deepEqual(filtered.parameters, ['q=scholing', `kind=${chosen.value}`]);
  assert.deepEqual(filtered.chosen, [chosen.label]);
  // The box that was ticked still has the focus: the next one is a key press away.
  assert.equal(await tab.evaluate(() => document.activeElement.checked), true);

  await tab.goto(tab.url());
  assert.deepEqual(await found('scholing').then(({ titles }) => titles), filtered.titles);
  await tab.waitForSelector('.sl-chip');
  await tab.click('.sl-chip');
  await tab.waitForFunction((count) => document.querySelector('.sl-found h2').textContent === count, all.count);
  assert.deepEqual((await look()).chosen, []);
  await tab.goBack();
  await tab.waitForSelector('.sl-chip');
  await tab.click('.sl-chosen__all');
  await tab.waitForFunction((count) => document.querySelector('.sl-found h2').textContent === count, all.count);
  assert.deepEqual((await look()).parameters, ['q=scholing']);
});

test('filters of several kinds go together, and one that would leave nothing can be ticked', async () => {
  await tab.goto(askingFor({ q: 'scholing' }));
  await found('scholing');
  await tab.click('.sl-filters > summary');
  const first = (await boxes()).find(({ name, count }) => name === 'kind' && count > 0);
  await tab.check(boxOf(first));
  await tab.waitForSelector('.sl-check--none');
  const empty = await tab.$eval('.sl-check--none input', ({ name, value, disabled }) => ({ name, value, disabled }));
  assert.equal(empty.disabled, false);
  const left = (await boxes()).find(({ name, count }) => name !== 'kind' && count > 0);
  await tab.check(boxOf(left));
  await tab.waitForFunction((count) => parseInt(document.querySelector('.sl-found h2').textContent, 10) === count, left.count);
  assert.deepEqual((await look()).chosen.length, 2);
  await tab.check(boxOf(empty));
  await tab.waitForFunction(() => document.querySelectorAll('.sl-chip').length === 3);
});

// ---- keys -------------------------------------------------------------------------------------------------

test('the key / goes to the field, on a telephone by way of the menu, but not from another field', async () => {
  await tab.goto(`${site.address}periodes/index.html`);
  await tab.keyboard.press('/');
  assert.equal(await tab.evaluate(() => document.activeElement.matches('header input')), true);
  await tab.keyboard.type('a/b');
  assert.equal(await tab.evaluate(() => document.activeElement.value), 'a/b');
  await tab.setViewportSize(narrow);
  await tab.goto(`${site.address}periodes/index.html`);
  await tab.keyboard.press('/');
  assert.equal(await tab.evaluate(() => document.activeElement.matches('header details[open] input')), true);
  await tab.setViewportSize(wide);
  await tab.goto(searchPage);
  await tab.keyboard.press('/');
  assert.equal(await focused(), 'zoekveld');
});

test('who does not want the key / turns it off on the search page, for every page', async () => {
  await tab.goto(searchPage);
  await tab.click('.sl-search__tips summary');
  await tab.uncheck('.sl-search__tips input');
  await tab.goto(`${site.address}periodes/index.html`);
  await tab.keyboard.press('/');
  assert.equal(await tab.evaluate(() => document.activeElement.tagName), 'BODY');
  await tab.goto(searchPage);
  await tab.click('.sl-search__tips summary');
  assert.equal(await tab.isChecked('.sl-search__tips input'), false);
  await tab.check('.sl-search__tips input');
});

test('arrows lead from the field along the results and back, Escape to the field, and then empties it', async () => {
  await tab.goto(askingFor({ q: 'scholing' }));
  const { titles } = await found('scholing');
  await tab.focus('#zoekveld');
  const reached = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'Escape']) {
    await tab.keyboard.press(key);
    reached.push(await focused());
  }
  assert.deepEqual(reached, [titles[0], titles[1], titles[0], 'zoekveld', titles[0], 'zoekveld']);
  await tab.keyboard.press('Escape');
  await tab.waitForSelector('.sl-found', { state: 'hidden' });
  assert.deepEqual([await focused(), await tab.inputValue('#zoekveld')], ['zoekveld', '']);
});

test('Tab goes through filters, results and what stands below them, and out again', async () => {
  await tab.goto(askingFor({ q: 'wijkleerbedrijf' }));
  await found('wijkleerbedrijf');
  await tab.focus('#zoekveld');
  const passed = new Set();
  for (let press = 0; press < 80 && !passed.has('footer'); ++press) {
    await tab.keyboard.press('Tab');
    passed.add(await tab.evaluate(() => {
      const parts = ['.sl-filters', '.sl-results', '#zoekpagina > section:last-child', 'footer'];
      return parts.find((part) => document.activeElement.closest(part));
    }));
  }
  assert.deepEqual([...passed].filter(Boolean), ['.sl-filters', '.sl-results', '#zoekpagina > section:last-child', 'footer']);
});

test('all of that was within the strictest header, and without a fault', () => {
  assert.deepEqual(complaints, []);
});
