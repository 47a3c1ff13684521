// The guide for staff in a browser: it fits, axe finds nothing, and its pictures can be taken as they are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startPreview } from '../support/preview.mjs';
import { repository } from '../support/program.mjs';
import { copyOfSample, filesIn, temporaryFolder } from '../support/sites.mjs';
import { allRules, axe, rulesOfColour, violationsOn } from './axe.mjs';
import { narrow, openTab, wide } from './browser.mjs';
import { folderOfPictures, takePictures } from './guide-pictures.mjs';
import { lookAtWidth, lookForCutTexts } from './looks.mjs';

const chapters = filesIn(join(repository, 'generator/guide')).filter((file) => file.endsWith('.md')).map((file) => file.replace(/md$/, 'html'));
let preview;
before(async () => (preview = await startPreview(copyOfSample())));
after(() => preview.stop());

for (const colorScheme of ['light', 'dark']) {
  test(`each chapter fits on a telephone and on a desk, and axe finds nothing, in the ${colorScheme}`, async () => {
    const tab = await openTab(null, { script: axe, colorScheme });
    for (const chapter of chapters) {
      await tab.goto(`${preview.address}_handleiding/${chapter}`);
      for (const viewport of [wide, narrow]) {
        await tab.setViewportSize(viewport);
        assert.deepEqual(await tab.evaluate(lookAtWidth), [], chapter);
        assert.deepEqual(await tab.evaluate(lookForCutTexts), [], chapter);
        assert.deepEqual(await violationsOn(tab, colorScheme === 'light' ? allRules : rulesOfColour, 'main'), [], chapter);
      }
    }
    await tab.closeAll();
  });
}

test('from the first page every chapter is one click away, and from each the next', async () => {
  const tab = await openTab(null);
  await tab.goto(`${preview.address}_handleiding/`);
  const links = await tab.$$eval('.sl-prose ol a', (all) => all.map((each) => each.href));
  assert.deepEqual(links.map((link) => link.split('/').at(-1)).sort(), chapters.filter((chapter) => chapter !== 'index.html'));
  for (const link of links) {
    await tab.click('a[rel=next]');
    assert.equal(tab.url(), link);
  }
  assert.equal(await tab.locator('a[rel=next]').count(), 0);
  await tab.closeAll();
});

// Width and height, from the head of a PNG.
const sizeOf = (file) => [16, 20].map((at) => readFileSync(file).readUInt32BE(at));

test('the pictures can be taken anew, and are those that are there, in their sizes', async () => {
  const folder = temporaryFolder();
  await takePictures(folder);
  const names = filesIn(folder);
  assert.deepEqual(names, filesIn(folderOfPictures));
  for (const name of names) {
    assert.deepEqual(sizeOf(join(folder, name)), sizeOf(join(folderOfPictures, name)), name);
    // A picture of nothing packs to far less.
    assert.ok(readFileSync(join(folder, name)).length > 8000, name);
  }
});
