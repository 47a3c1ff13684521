// Hostile texts in the data, seen by a browser: nothing of them runs, and they fit on a telephone.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hostileSite } from '../support/hostile.mjs';
import { build, pagesIn } from '../support/sites.mjs';
import { narrow, visit } from './browser.mjs';
import { lookAtWidth } from './looks.mjs';

const dialogs = [];
const requests = [];

let found;
before(async () => {
  const folder = await build(hostileSite().site);
  found = await visit(folder, pagesIn(folder), async (tab) => {
    await tab.openDetails();
    return { width: await tab.evaluate(lookAtWidth) };
  }, {
    viewport: narrow,
    watch: (tab) => {
      tab.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.dismiss());
      tab.on('request', (request) => requests.push(request.url()));
    },
  });
});

test('no text of a site folder runs as a script or fetches anything', () => {
  assert.ok(found.length > 60);
  assert.deepEqual(dialogs, []);
  const own = /\.(html|css)$|\/assets\/gemeente-(page|search)\.[0-9a-f]{8}\.js$|\/search\/[0-9a-f]{12}\.(bin|js)$/;
  assert.deepEqual(requests.filter((url) => !own.test(url)), []);
});

test('a word of 300 letters makes no page wider than a telephone', () => {
  assert.deepEqual(found.filter(({ width }) => width.length > 0), []);
});
