// The rehearsal in a browser: in the preview, where it follows what is mended, and as a file, without script.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startPreview } from '../support/preview.mjs';
import { repository, run } from '../support/program.mjs';
import { copyOf, temporaryFolder } from '../support/sites.mjs';
import { allRules, axe, violationsOn } from './axe.mjs';
import { narrow, openTab, wide } from './browser.mjs';
import { lookAtWidth } from './looks.mjs';

let site;
let report;
let preview;
let tab;
before(async () => {
  site = join(temporaryFolder(), 'site');
  copyOf(repository, site);
  assert.equal((await run(['new', '2021-10', '--site', site])).code, 0);
  report = join(site, '..', 'report.html');
  assert.equal((await run(['check', '--site', site, '--report', report])).code, 0);
  preview = await startPreview(site);
  tab = await openTab(null, { script: axe });
});
after(async () => {
  await tab.closeAll();
  await preview.stop();
});

const progress = (project) => join(site, `content/periods/2021-10/progress/${project}.md`);
const show = async (path = '_repetitie/', of = tab) => {
  await of.goto(preview.address + path);
  await of.evaluate(() => document.fonts.ready);
};
const verdict = (of = tab) => of.locator('.sl-rehearsal__verdict').innerText();

test('the mark of a draft leads to it, with the number that it begins with', async () => {
  await show('periodes/2021-10/');
  const link = tab.locator('.stoplicht-draft a[href="/_repetitie/"]');
  const count = await link.innerText();
  assert.match(count, /^\d+ punten houden publicatie nog tegen$/);
  await link.click();
  await tab.waitForURL('**/_repetitie/');
  assert.ok((await verdict()).startsWith(`${count}.`));
});

test('an item leads to the page where it shows, and back', async () => {
  await show();
  const link = tab.locator('.sl-todo__item', { hasText: 'progress/wijkleerbedrijf.md' }).getByText('Bekijk op de site');
  await link.click();
  await tab.waitForURL('**/periodes/2021-10/wijkleerbedrijf.html');
  await show();
  await tab.getByText('Naar de site').click();
  await tab.waitForURL('**/index.html');
});

test('what is mended goes by itself', async () => {
  await show();
  const item = tab.locator('.sl-todo__item', { hasText: 'progress/ggz.md' });
  assert.equal(await item.count(), 1);
  const before = Number(/\d+/.exec(await verdict())[0]);
  writeFileSync(progress('ggz'), 'Het loopt.\n');
  await tab.waitForFunction(() => !document.body.innerText.includes('progress/ggz.md'));
  assert.equal(Number(/\d+/.exec(await verdict())[0]), before - 1);
});

test('a fault is told in it, and nothing lies over it', async () => {
  await show();
  writeFileSync(progress('ggz'), '![](kaart.png)\n');
  await tab.waitForFunction(() => document.body.innerText.includes('Door fouten in de bestanden'));
  assert.equal(await tab.locator('stoplicht-preview dialog').count(), 0);
  assert.match(await tab.locator('#deel_moet').innerText(), /Beschrijf een afbeelding/);
  writeFileSync(progress('ggz'), 'Het loopt.\n');
  await tab.waitForFunction(() => !document.body.innerText.includes('Door fouten in de bestanden'));
});

test('the name of a file can be copied', async () => {
  await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await show();
  const button = tab.locator('.sl-todo__item', { hasText: 'progress/wijkleerbedrijf.md' }).getByRole('button', { name: /^Kopieer: / });
  await button.click();
  await tab.getByRole('button', { name: 'Gekopieerd: content/periods/2021-10/progress/wijkleerbedrijf.md' }).waitFor();
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), 'content/periods/2021-10/progress/wijkleerbedrijf.md');
});

for (const [name, address] of [['the preview', () => `${preview.address}_repetitie/`], ['the report', () => pathToFileURL(report).href]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`of ${name} axe finds nothing, and it fits a telephone (${colorScheme})`, async () => {
      await tab.emulateMedia({ colorScheme });
      for (const size of [narrow, wide]) {
        await tab.setViewportSize(size);
        await tab.goto(address());
        assert.deepEqual(await violationsOn(tab, allRules), []);
        assert.deepEqual(await tab.evaluate(lookAtWidth), []);
      }
      await tab.emulateMedia({ colorScheme: null });
    });
  }
}

test('without script all of it is there', async () => {
  const plain = await openTab(null, { javaScriptEnabled: false });
  for (const address of [`${preview.address}_repetitie/`, pathToFileURL(report).href]) {
    await plain.goto(address);
    assert.ok((await plain.locator('.sl-todo__item').count()) > 40);
    assert.equal(await plain.getByRole('button').count(), 0);
  }
  await plain.closeAll();
});

test('by keyboard each link is reached, and on paper each item has a box', async () => {
  await show();
  await tab.keyboard.press('Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('href')), '#de_inhoud');
  await tab.keyboard.press('Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.innerText), 'Naar de site');
  await tab.emulateMedia({ media: 'print' });
  const box = await tab.locator('.sl-todo__item').first().evaluate((each) => {
    const { display, borderTopWidth, width } = getComputedStyle(each, '::before');
    return { display, borderTopWidth, width };
  });
  assert.deepEqual(box, { display: 'block', borderTopWidth: '2px', width: '18px' });
  assert.equal(await tab.locator('.stoplicht-copy').first().isVisible(), false);
  await tab.emulateMedia({ media: null });
});
