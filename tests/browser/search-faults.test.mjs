// The search page when not all is well: no script, hostile questions, files that are missing or damaged, and small
// screens; and what axe finds on it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { builtGenerated } from '../support/generated.mjs';
import { indexOf } from '../support/search-script.mjs';
import { builtSample, builtSites } from '../support/sites.mjs';
import { allRules, axe, rulesOfColour, violationsOn } from './axe.mjs';
import { narrow, openTab, serveStrictly, wide } from './browser.mjs';
import { lookAtWidth, lookForCutTexts } from './looks.mjs';

const folder = await builtSample();
const site = await serveStrictly(folder);
const searchPage = `${site.address}zoeken/index.html`;
const askingFor = (query) => `${searchPage}?${new URLSearchParams(query)}`;

let tab;
let indexFile;
const harm = [];
before(async () => {
  tab = await openTab(folder, {
    script: axe,
    watch: (each) => {
      each.on('pageerror', (error) => harm.push(error.message));
      each.on('dialog', (dialog) => harm.push(dialog.message()) && dialog.dismiss());
    },
  });
  await tab.goto(searchPage);
  const path = new URL(await tab.getAttribute('#zoekpagina', 'data-index'), searchPage).pathname;
  indexFile = new RegExp(`^${path.replaceAll('.', '\\.')}$`);
});
after(() => tab.closeAll());

// The end of a search: results, none, or a message.
async function settled() {
  await tab.waitForFunction(() => {
    const [section, message] = ['.sl-found', '.sl-search__message'].map((each) => document.querySelector(each));
    const isFilled = [...document.querySelectorAll('.sl-results > li')].every((each) => each.children.length > 0);
    return (!section.hidden && isFilled) || (!message.hidden && !message.querySelector('button').hidden);
  });
  return tab.evaluate(() => ({
    count: document.querySelector('.sl-found:not([hidden]) h2')?.textContent ?? '',
    message: document.querySelector('.sl-search__message:not([hidden]) p')?.textContent ?? '',
    lists: document.querySelector('#zoekpagina > section:last-child').checkVisibility(),
  }));
}

// ---- without the script -----------------------------------------------------------------------------------

test('without script the page says so, and leads to lists of everything', async () => {
  const bare = await openTab(folder, { javaScriptEnabled: false });
  await bare.goto(askingFor({ q: 'scholing' }));
  const text = await bare.innerText('main');
  assert.match(text, /Zoeken werkt met een script/);
  assert.equal(await bare.isVisible('#zoekveld'), true);
  assert.equal(await bare.isVisible('.sl-found'), false);
  const links = await bare.$$eval('#zoekpagina > section:last-child a', (all) => all.map((each) => each.href));
  assert.ok(links.length >= 4);
  for (const link of links) assert.equal((await bare.request.get(link)).status(), 200, link);
  await bare.closeAll();
});

test('a site that was opened from a folder can be searched there', async () => {
  const local = await openTab(folder);
  await local.show('zoeken/index.html');
  await local.fill('#zoekveld', 'wijkleerbedrijf');
  await local.keyboard.press('Enter');
  const title = await local.waitForSelector('.sl-results h3 a');
  await Promise.all([local.waitForNavigation(), title.click()]);
  assert.match(await local.innerText('h1'), /Wijkleerbedrijf/);
  await local.closeAll();
});

test('a folder without what that takes says so, and leads to lists of everything', async () => {
  const local = await openTab(folder);
  await local.route(/\/search\/[^/]*\.js$/, (route) => route.abort());
  await local.show('zoeken/index.html');
  await local.waitForSelector('.sl-search__message:not([hidden]) >> text=/vanuit een map/');
  assert.equal(await local.isVisible('#zoekpagina > section:last-child a'), true);
  await local.closeAll();
});

// ---- questions that mean harm -----------------------------------------------------------------------------

const hostile = {
  markup: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  'the end of an attribute': '"><svg onload=alert(3)>',
  'a script as an address': 'javascript:alert(4)',
  'marks of templates': '{{text}} {n} $& $1',
  'control characters': '\u0000\u0001\u001b[31m\u007f\u0085\ufffe\u202e scholing',
  'half a character': '\ud83d scholing \udc00',
  'names of what every object has': '__proto__ constructor toString hasOwnProperty',
  'an open quotation': '"scholing',
  'only signs': '!?… -- "" *',
  'only a minus': '-scholing',
  '10,000 characters': 'scholing '.repeat(1112).slice(0, 10_000),
  'a word of 10,000 characters': 'x'.repeat(10_000),
  '2,000 words': Array.from({ length: 2000 }, (_, i) => `w${i}`).join(' '),
};

for (const [name, query] of Object.entries(hostile)) {
  test(`a question with ${name} does nothing but search`, async () => {
    await tab.goto(searchPage);
    const elements = await tab.$$eval('script, img, iframe, [onerror], [onload]', (all) => all.length);
    await tab.fill('#zoekveld', query);
    await tab.keyboard.press('Enter');
    const { message } = await settled();
    assert.equal(message, '');
    assert.equal(await tab.$$eval('script, img, iframe, [onerror], [onload]', (all) => all.length), elements);
    assert.deepEqual(await tab.evaluate(lookAtWidth), []);
    // It can be asked again by its address, and something else after it.
    await tab.reload();
    await settled();
    await tab.fill('#zoekveld', 'wijkleerbedrijf');
    await tab.waitForFunction(() => document.querySelector('.sl-found .sl-section__intro').textContent.includes('wijkleerbedrijf'));
    assert.deepEqual(harm, []);
  });
}

test('parameters of an address that nobody made are passed over or can be dropped', async () => {
  await tab.goto(`${searchPage}?q=scholing&kind=__proto__&kind=%3Cb%3E&period=&status=constructor&__proto__=x&toString=y&q=werk`);
  const { count } = await settled();
  assert.equal(count, 'Geen resultaten');
  await tab.waitForSelector('.sl-chip');
  assert.deepEqual(await tab.$$eval('.sl-chip', (all) => all.map((each) => each.lastChild.textContent)), ['__proto__', '<b>', 'constructor']);
  await tab.click('.sl-chosen__all');
  await tab.waitForFunction(() => document.querySelectorAll('.sl-results > li').length > 0);
  assert.equal(new URL(tab.url()).search, '?q=scholing');
  assert.deepEqual(harm, []);
});

// ---- files that are not as they should be -----------------------------------------------------------------

const noise = (bytes) => Buffer.from(bytes.map((byte, at) => (byte * 31 + at * 7) & 255));
const faults = {
  missing: { status: 404 },
  'refused by the server': { status: 503 },
  empty: { change: () => Buffer.alloc(0) },
  'cut off': { change: (bytes) => bytes.subarray(0, bytes.length >> 1) },
  'cut off by a byte': { change: (bytes) => bytes.subarray(0, bytes.length - 1) },
  noise: { change: noise },
  'another page': { change: () => Buffer.from('<!doctype html><title>Log in</title>') },
};

for (const [name, fault] of Object.entries(faults)) {
  test(`an index that is ${name} gives a message, and can be tried again`, async () => {
    site.faults = [{ path: indexFile, ...fault }];
    await tab.goto(askingFor({ q: 'scholing' }));
    const broken = await settled();
    assert.match(broken.message, /lukt nu niet/);
    assert.equal(broken.lists, true);
    await tab.click('.sl-search__message button');
    await tab.waitForTimeout(200);
    assert.match((await settled()).message, /lukt nu niet/);
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'zoekveld');
    site.faults = [];
    await tab.click('.sl-search__message button');
    await tab.waitForSelector('.sl-found:not([hidden])');
    const whole = await settled();
    assert.equal(whole.message, '');
    assert.match(whole.count, /^\d+ pagina’s$/);
  });

  test(`texts of results that are ${name} leave the rest of the page as it is, and can be tried again`, async () => {
    site.faults = [];
    await tab.goto(askingFor({ q: 'scholing' }));
    const { count } = await settled();
    const own = site.asked.filter((path) => /\.bin$/.test(path) && !indexFile.test(path));
    const last = own.at(-1).replaceAll('.', '\\.');
    site.faults = [{ path: new RegExp(`^${last}$`), ...fault }];
    await tab.goto(askingFor({ q: 'scholing' }));
    await tab.waitForSelector('.sl-search__message:not([hidden]) button:not([hidden])');
    const broken = await settled();
    assert.match(broken.message, /Niet alle resultaten/);
    assert.equal(broken.count, count);
    site.faults = [];
    await tab.click('.sl-search__message button');
    await tab.waitForSelector('.sl-search__message', { state: 'hidden' });
    assert.equal((await settled()).count, count);
  });
}

// ---- an index in many files -------------------------------------------------------------------------------

const many = await builtGenerated();
const { files } = (await indexOf(many)).index;
const shards = await Promise.all(files.root.words.map((_, i) => files.shard(i)));
const longList = shards.flatMap(({ forms, classes, entries }) => forms.map((form, i) => ({ form, entry: entries[classes[i]] })))
  .find(({ form, entry }) => /^[a-z]{6,}$/.test(form) && !entry.blocks);

test('a word with a list of its own is found, from a server and from a folder', async () => {
  const server = await serveStrictly(many);
  const tabs = [await openTab(many), await openTab(many)];
  await tabs[0].goto(`${server.address}zoeken/index.html`);
  await tabs[1].show('zoeken/index.html');
  for (const each of tabs) {
    await each.fill('#zoekveld', longList.form);
    await each.keyboard.press('Enter');
    await each.waitForSelector('.sl-results h3 a');
    assert.equal(await each.innerText('.sl-found h2'), `${longList.entry.count} pagina’s`);
    await each.closeAll();
  }
  assert.ok(server.asked.some((path) => path.endsWith(`/${longList.entry.code}.bin`)));
});

for (const [name, fault] of Object.entries(faults)) {
  test(`a list of its own that is ${name} gives a message, and can be tried again`, async () => {
    const server = await serveStrictly(many);
    server.faults = [{ path: new RegExp(`/${longList.entry.code}\\.bin$`), ...fault }];
    const each = await openTab(many);
    await each.goto(`${server.address}zoeken/index.html?q=${longList.form}`);
    await each.waitForSelector('.sl-search__message:not([hidden]) button:not([hidden])');
    assert.match(await each.innerText('.sl-search__message p'), /lukt nu niet/);
    server.faults = [];
    await each.click('.sl-search__message button');
    await each.waitForSelector('.sl-results h3 a');
    await each.closeAll();
  });
}

test('loading that takes its time says so', async () => {
  site.faults = [{ path: indexFile, delay: 1500 }];
  await tab.goto(askingFor({ q: 'scholing' }), { waitUntil: 'commit' });
  await tab.waitForSelector('.sl-search__message:not([hidden])');
  assert.match(await tab.innerText('.sl-search__message'), /wordt klaargezet/);
  await tab.waitForSelector('.sl-found:not([hidden])');
  assert.equal((await settled()).message, '');
  site.faults = [];
});

// ---- what it looks like -----------------------------------------------------------------------------------

const states = {
  start: [{}, async () => tab.click('.sl-search__tips summary')],
  results: [{ q: 'werk' }, async () => {
    await settled();
    await tab.click('.sl-results__others summary');
    await tab.waitForSelector('.sl-results__others a');
  }],
  filters: [{ q: 'werk' }, async () => {
    await settled();
    await tab.click('.sl-filters > summary');
    await tab.waitForSelector('.sl-check--none, .sl-filters .sl-check');
    await tab.click('.sl-filters .sl-check input');
    await tab.waitForSelector('.sl-chip');
    await settled();
  }],
  corrected: [{ q: 'wijkleerbedrjif' }, settled],
  'no result': [{ q: 'arbeidsmarktregioafstemmingsoverlegvoorzittersbenoemingscommissie', kind: 'report' }, settled],
};

for (const [name, [query, act]] of Object.entries(states)) {
  test(`axe finds nothing on the search page, fitting on every screen: ${name}`, async () => {
    const violations = [];
    for (const viewport of [wide, narrow]) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await tab.goto(askingFor(query));
      await act();
      violations.push(...(await violationsOn(tab, allRules)));
      assert.deepEqual(await tab.evaluate(lookAtWidth), []);
      assert.deepEqual(await tab.evaluate(lookForCutTexts), []);
      await tab.emulateMedia({ colorScheme: 'dark' });
      violations.push(...(await violationsOn(tab, rulesOfColour)));
      await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      violations.push(...(await violationsOn(tab, rulesOfColour)));
    }
    await tab.setViewportSize(wide);
    await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    assert.deepEqual(violations, []);
  });
}

for (const { name, folder: each } of await builtSites()) {
  test(`${name}: what can be tapped in the header of a telephone is large enough, and the header no higher than its menu`, async () => {
    const phone = await openTab(each, { viewport: narrow });
    await phone.show('index.html');
    const boxes = await phone.$$eval('.sl-to-search, .sl-menu > summary', (all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    await phone.closeAll();
    assert.equal(boxes.length, 2);
    assert.deepEqual(boxes.filter(({ width, height }) => width < 24 || height < 24), []);
    assert.equal(boxes[0].top, boxes[1].top);
  });
}
