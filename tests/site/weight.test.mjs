// What a reader on a telephone has to fetch before a page can be read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { elementsOf } from '../support/html.mjs';
import { builtSites, pagesIn } from '../support/sites.mjs';

const home = 'index.html';
const mostOfHome = 20_000;
const mostOf = { 'the sample': 30_000, Voorbeeldstad: 40_000 };

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

for (const { name, folder } of await builtSites()) {
  const weights = pagesIn(folder).map((page) => ({ page, weight: weightOfPage(folder, page) }));
  const told = (all) => all.map(({ page, weight }) => `${page}: ${weight} bytes`);

  test(`${name}: the home page weighs at most 20 kB with its stylesheet`, (context) => {
    const ofHome = weights.filter(({ page }) => page === home);
    context.diagnostic(told(ofHome)[0]);
    assert.equal(ofHome.length, 1);
    assert.deepEqual(told(ofHome.filter(({ weight }) => weight > mostOfHome)), []);
  });

  test(`${name}: no page weighs more than ${mostOf[name] / 1000} kB with its stylesheet`, (context) => {
    const heaviest = [...weights].sort((a, b) => b.weight - a.weight);
    told(heaviest.slice(0, 3)).forEach((line) => context.diagnostic(line));
    assert.deepEqual(told(heaviest.filter(({ weight }) => weight > mostOf[name])), []);
  });
}
