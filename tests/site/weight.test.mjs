// What a reader on a telephone has to fetch before a page can be read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { elementsOf } from '../support/html.mjs';
import { builtSample, pagesIn } from '../support/sites.mjs';

const home = 'index.html';
const most = 30_000;
const mostOfHome = 20_000;

const weightOf = (bytes) => gzipSync(bytes).length;

// The page and whatever its browser fetches to show it, compressed as web servers do.
function weightOfPage(folder, page) {
  const html = readFileSync(join(folder, page));
  const fetched = elementsOf(html.toString()).flatMap(({ tag, attributes }) => {
    if (tag === 'link' && attributes.rel === 'stylesheet') return [attributes.href];
    return ['img', 'script', 'iframe', 'source'].includes(tag) ? [attributes.src] : [];
  });
  const files = fetched.map((address) => (address.startsWith('/') ? `.${address}` : join(page, '..', address)));
  return [html, ...files.map((file) => readFileSync(join(folder, file)))].map(weightOf).reduce((a, b) => a + b);
}

test('a page weighs at most 30 kB with its stylesheet, and the home page at most 20 kB', async (context) => {
  const folder = await builtSample();
  const weights = pagesIn(folder).map((page) => ({ page, weight: weightOfPage(folder, page) }));
  weights.sort((a, b) => b.weight - a.weight);
  const ofHome = weights.find(({ page }) => page === home);
  for (const { page, weight } of [...weights.slice(0, 3), ofHome]) context.diagnostic(`${page}: ${weight} bytes`);
  assert.deepEqual(weights.filter(({ weight }) => weight > most), []);
  assert.ok(ofHome.weight <= mostOfHome, `the home page weighs ${ofHome.weight} bytes`);
});
