// The preview in a browser: it refreshes in the same place, and tells of faults over the page.
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startPreview } from '../support/preview.mjs';
import { copyOf, copyOfSample, voorbeeldstad } from '../support/sites.mjs';
import { allRules, axe, violationsOn } from './axe.mjs';
import { narrow, openTab } from './browser.mjs';
import { lookAtWidth } from './looks.mjs';

let site;
let preview;
let tab;
before(async () => {
  site = copyOfSample();
  preview = await startPreview(site);
  tab = await openTab(null, { script: axe });
});
after(async () => {
  await tab.closeAll();
  await preview.stop();
});

const page = 'content/pages/privacy.md';
const period = 'data/periods/2020-07.json';
const edit = (file, from, to) => {
  const text = readFileSync(join(site, file), 'utf8');
  assert.ok(text.includes(from), `${file} has no '${from}'`);
  writeFileSync(join(site, file), text.replace(from, to));
};
const breakSite = () => edit(period, '"status": "completed"', '"status": "groen"');
const mendSite = () => edit(period, '"status": "groen"', '"status": "completed"');
const show = async (path, of = tab) => {
  await of.goto(preview.address + path);
  await of.evaluate(() => document.fonts.ready);
};
const scrolled = async () => {
  await tab.waitForLoadState('load');
  return tab.evaluate(() => document.fonts.ready.then(() => scrollY));
};
const overlay = (of = tab) => of.locator('stoplicht-preview dialog');
const bar = (of = tab) => of.locator('stoplicht-preview .bar');

test('a saved file refreshes the page at the same address, as far down, with the same things unfolded', async () => {
  await tab.setViewportSize(narrow);
  await show('periodes/2020-07/index.html?van=hier');
  const last = tab.locator('details.sl-data').last();
  await last.evaluate((each) => (each.open = true));
  await tab.evaluate(() => scrollTo(0, 4321));
  appendFileSync(join(site, 'content/periods/2020-07/summary.md'), '\nHelemaal onderaan ververst.\n');
  await tab.waitForFunction(() => document.body.innerText.includes('Helemaal onderaan ververst.'));
  assert.equal(new URL(tab.url()).href, `${preview.address}periodes/2020-07/index.html?van=hier`);
  assert.equal(await scrolled(), 4321);
  assert.equal(await last.evaluate((each) => each.open), true);
});

test('a fault lies over the page, is read out by its title, and goes when it is mended', async () => {
  await show('privacy.html');
  await tab.evaluate(() => scrollTo(0, 200));
  breakSite();
  await overlay().waitFor();
  assert.equal(await overlay().locator('h1').innerText(), 'De site heeft 1 fout');
  assert.match(await overlay().innerText(), /data\/periods\/2020-07\.json, regel \d+, teken \d+\s+Fout: er is geen stoplicht 'groen'/);
  assert.match(await overlay().innerText(), /"groen",\n\s+\| +\^~~~~~~/);
  assert.equal(await overlay().getAttribute('aria-labelledby'), 'stoplicht-title');
  assert.ok(await tab.evaluate(() => document.querySelector('stoplicht-preview').shadowRoot.querySelector('dialog').matches(':modal')));
  mendSite();
  await overlay().waitFor({ state: 'detached' });
  assert.equal(await scrolled(), 200);
  assert.equal(await bar().count(), 0);
});

test('the last good page can be looked at meanwhile, and a further fault comes forward again', async () => {
  await show('privacy.html');
  breakSite();
  await overlay().waitFor();
  await tab.keyboard.press('Enter'); // The button has the focus.
  await overlay().waitFor({ state: 'hidden' });
  assert.equal(await bar().innerText(), '1 fout');
  await bar().click();
  await overlay().waitFor();
  await tab.keyboard.press('Escape');
  await overlay().waitFor({ state: 'hidden' });
  edit('data/site.json', '"language"', '"taal"');
  await overlay().waitFor();
  assert.match(await overlay().locator('h1').innerText(), /^De site heeft [2-9] fouten/);
  edit('data/site.json', '"taal"', '"language"');
  mendSite();
  await overlay().waitFor({ state: 'detached' });
});

test('a page that is opened while there is a fault has it over it, too', async () => {
  breakSite();
  await show('periodes/index.html');
  await overlay().waitFor();
  mendSite();
  await overlay().waitFor({ state: 'detached' });
});

test('warnings are counted in a corner; the count opens the list', async () => {
  await show('privacy.html');
  const text = readFileSync(join(site, page), 'utf8');
  appendFileSync(join(site, page), '\n<b>vet</b>\n');
  await bar().waitFor();
  assert.equal(await bar().innerText(), '1 waarschuwing');
  assert.equal(await overlay().isVisible(), false);
  await bar().click();
  await overlay().waitFor();
  assert.equal(await overlay().locator('h1').innerText(), 'De site heeft 1 waarschuwing');
  writeFileSync(join(site, page), text);
  await overlay().waitFor({ state: 'detached' });
});

test('searching works in it', async () => {
  await show('zoeken/index.html?q=leerbedrijven');
  await tab.waitForFunction(() => document.querySelectorAll('.sl-results a').length > 0);
});

test('the list of faults by itself is refreshed as well', async () => {
  await show('_stoplicht/faults');
  assert.equal(await tab.locator('h1').innerText(), 'Er is niets mis met de site');
  breakSite();
  await tab.waitForFunction(() => document.querySelector('h1').innerText === 'De site heeft 1 fout');
  mendSite();
  await tab.waitForFunction(() => document.querySelector('h1').innerText === 'Er is niets mis met de site');
});

for (const [name, viewport] of Object.entries({ 'a telephone': narrow, 'a wide screen': { width: 1280, height: 800 } })) {
  test(`on ${name} the faults fit, and axe finds nothing against WCAG 2.2 AA in them, in light and dark`, async () => {
    await tab.setViewportSize(viewport);
    await show('privacy.html');
    breakSite();
    await overlay().waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ colorScheme });
      assert.deepEqual(await violationsOn(tab, allRules, 'stoplicht-preview'), [], colorScheme);
      assert.deepEqual(await overlay().evaluate((each) => each.scrollWidth <= each.clientWidth), true);
    }
    await show('_stoplicht/faults');
    assert.deepEqual(await tab.evaluate(lookAtWidth), []);
    assert.deepEqual(await violationsOn(tab, allRules), []);
    await tab.emulateMedia({ colorScheme: 'light' });
    mendSite();
    await tab.waitForFunction(() => document.querySelector('h1').innerText === 'Er is niets mis met de site');
  });
}

test('twenty tabs of one browser are refreshed, and the browser can still open another', async () => {
  const tabs = [tab];
  while (tabs.length < 20) tabs.push(await tab.context().newPage());
  await Promise.all(tabs.map((each) => show('privacy.html', each)));
  appendFileSync(join(site, page), '\nIn alle twintig.\n');
  await Promise.all(tabs.map((each) => each.waitForFunction(() => document.body.innerText.includes('In alle twintig.'))));
  const further = await tab.context().newPage();
  await show('index.html', further);
  await Promise.all([further, ...tabs.slice(1)].map((each) => each.close()));
});

test('a page finds the preview again after it was stopped and started', async () => {
  const own = copyOfSample();
  const first = await startPreview(own);
  const other = await openTab(null);
  await other.goto(`${first.address}privacy.html`);
  await other.waitForFunction(() => document.querySelector('[data-site]'));
  await first.stop();
  appendFileSync(join(own, page), '\nTerwijl er niemand keek.\n');
  const second = await startPreview(own, ['--port', String(first.port)]);
  await other.waitForFunction(() => document.body.innerText.includes('Terwijl er niemand keek.'));
  await other.closeAll();
  await second.stop();
});

test('a draft is marked at the top of its pages, in words, and axe finds nothing in that', async () => {
  const published = copyOf(voorbeeldstad);
  rmSync(join(published, 'data/editions/2024-h2'), { recursive: true });
  const other = await startPreview(published);
  const own = await openTab(null, { script: axe });
  await own.goto(`${other.address}periodes/2024-h2/index.html`);
  const mark = own.locator('.stoplicht-draft');
  assert.match(await mark.innerText(), /^Concept: .+ is nog niet gepubliceerd\. Deze regel staat alleen in het voorbeeld\. Niets staat publicatie meer in de weg\. Handleiding$/);
  assert.equal(await mark.evaluate((each) => each.getBoundingClientRect().top), 0);
  assert.deepEqual(await violationsOn(own, allRules, '.stoplicht-draft'), []);
  await own.closeAll();
  await other.stop();
});
