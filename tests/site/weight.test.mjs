// What a reader on a telephone has to fetch before a page can be read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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

  test(`${name}: the home page weighs at most 20 kB with its stylesheets`, (context) => {
    const ofHome = weights.filter(({ page }) => page === home);
    context.diagnostic(told(ofHome)[0]);
    assert.equal(ofHome.length, 1);
    assert.deepEqual(told(ofHome.filter(({ weight }) => weight > mostOfHome)), []);
  });

  // Classes of the further stylesheet that stand in the first one too are styled there as far as such a page needs.
  test(`${name}: a page without the further stylesheet has no class that is styled only there`, () => {
    const classesIn = (ending) => {
      const css = readFileSync(join(folder, 'assets', readdirSync(join(folder, 'assets')).find((file) => ending.test(file))), 'utf8');
      return new Set([...css.matchAll(/\.(-?[_a-z][\w-]*)/gi)].map(([, each]) => each));
    };
    const [first, further] = [classesIn(/^gemeente\.[0-9a-f]{8}\.css$/), classesIn(/^gemeente-further\.[0-9a-f]{8}\.css$/)];
    const onlyThere = [...further].filter((each) => !first.has(each));
    assert.ok(onlyThere.length > 50);
    const light = pagesIn(folder).filter((page) => !readFileSync(join(folder, page), 'utf8').includes('assets/gemeente-further.'));
    assert.ok(light.includes(home));
    for (const page of light) {
      const used = elementsOf(readFileSync(join(folder, page), 'utf8')).flatMap(({ attributes }) => (attributes.class ?? '').split(/\s+/));
      assert.deepEqual(onlyThere.filter((each) => used.includes(each)), [], page);
    }
  });

  test(`${name}: no page weighs more than ${mostOf[name] / 1000} kB with its stylesheets`, (context) => {
    const heaviest = [...weights].sort((a, b) => b.weight - a.weight);
    told(heaviest.slice(0, 3)).forEach((line) => context.diagnostic(line));
    assert.deepEqual(told(heaviest.filter(({ weight }) => weight > mostOf[name])), []);
  });
}
