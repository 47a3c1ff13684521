// Every link of the built sites leads somewhere.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clicksFrom, isOfTheWeb, linkedSite, targetOf } from '../support/links.mjs';
import { builtSites, filesIn } from '../support/sites.mjs';

const home = 'index.html';
const notFound = '404.html';

const told = ({ page, line, address }) => `${page}:${line} ${address}`;
const isCanonical = ({ tag, rel }) => tag === 'link' && rel === 'canonical';
const isForPaper = ({ page }) => page.endsWith('/afdruk.html');

// Pages for paper of editions that were withdrawn as a whole: notices for who kept the address.
function noticesForPaperOf(source) {
  const editions = join(source, 'data/editions');
  const withdrawals = filesIn(editions).filter((file) => /\/w\d+\.json$/.test(file)).map((file) => JSON.parse(readFileSync(join(editions, file), 'utf8')).seal);
  const whole = withdrawals.filter(({ parts }) => parts.includes('period'));
  return whole.flatMap((seal) => seal.editions.map((number) => `periodes/${seal.period}/v${number}/afdruk.html`));
}

for (const { name, source, folder } of await builtSites()) {
  const { base_url: baseUrl } = JSON.parse(readFileSync(join(source, 'data/site.json'), 'utf8'));
  const site = linkedSite(folder);
  const { files, pages, elements, links, inside } = site;
  const noticesForPaper = noticesForPaperOf(source);
  const ids = new Map(pages.map((page) => [page, elements.get(page).flatMap(({ attributes }) => attributes.id ?? [])]));

  test(`${name}: every link inside the site leads to a file that is there, named in full`, () => {
    assert.ok(inside.length > 1000);
    assert.deepEqual(inside.filter((link) => !files.includes(targetOf(link).file)).map(told), []);
  });

  test(`${name}: every fragment of a link is the id of an element on the page it leads to`, () => {
    const withFragment = inside.filter((link) => targetOf(link).fragment !== undefined);
    const broken = withFragment.filter((link) => {
      const { file, fragment } = targetOf(link);
      return !ids.get(file)?.includes(fragment);
    });
    assert.ok(withFragment.length > 200);
    assert.deepEqual(broken.map(told), []);
  });

  test(`${name}: an id stands on one element of its page only`, () => {
    const twice = pages.flatMap((page) => {
      const all = ids.get(page);
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${page} ${id}`);
    });
    assert.deepEqual(twice, []);
  });

  test(`${name}: whatever refers to an element by its id finds it`, () => {
    const attributesWithIds = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'];
    const broken = pages.flatMap((page) => elements.get(page).flatMap(({ attributes, line }) => {
      const named = attributesWithIds.flatMap((each) => attributes[each]?.split(/\s+/) ?? []);
      return named.filter((id) => !ids.get(page).includes(id)).map((id) => `${page}:${line} ${id}`);
    }));
    assert.deepEqual(broken, []);
  });

  test(`${name}: links are relative, so that the site works from any folder, but those of the page for a wrong address`, () => {
    const absolute = inside.filter(({ address }) => /^[/\\]/.test(address));
    assert.deepEqual(absolute.filter(({ page }) => page !== notFound).map(told), []);
    const ofNotFound = inside.filter(({ page, address }) => page === notFound && !address.startsWith('#'));
    assert.deepEqual(ofNotFound.filter(({ address }) => !/^\/(?!\/)/.test(address)).map(told), []);
    assert.ok(ofNotFound.length > 0);
  });

  test(`${name}: only the canonical link, and pages for paper, name the host of the site: there an address is read`, () => {
    const toItself = links.filter(({ address }) => address.startsWith(new URL(baseUrl).origin));
    assert.deepEqual(toItself.filter((link) => !isCanonical(link) && !isForPaper(link)).map(told), []);
    const lost = toItself.filter(({ address }) => {
      const [file, fragment] = address.slice(baseUrl.length).split('#');
      return !files.includes(file || home) || (fragment !== undefined && !ids.get(file || home)?.includes(fragment));
    });
    assert.deepEqual(lost.map(told), []);
  });

  // A search engine is led to the newest edition of a page, where that has it.
  const newest = (page) => {
    const same = page.replace(/^(periodes\/[^/]+)\/v\d+\//, '$1/');
    return pages.includes(same) ? same : page;
  };

  test(`${name}: the canonical link names the page itself, or that of the newest edition, and on a page for paper the period`, () => {
    const found = links.filter(isCanonical).map(({ page, address }) => ({ page, address }));
    const expected = pages.filter((page) => page !== notFound).map((page) => {
      return { page, address: baseUrl + (page === home ? '' : newest(page).replace(/\/afdruk\.html$/, '/index.html')) };
    });
    assert.deepEqual(found, expected);
  });

  test(`${name}: links to the web use a protocol that is known, and nothing but links goes there`, () => {
    assert.deepEqual(links.filter((link) => /^[a-z][a-z0-9+.-]*:/i.test(link.address) && !isOfTheWeb(link)).map(told), []);
    const fetched = links.filter((link) => isOfTheWeb(link) && link.tag !== 'a' && !isCanonical(link));
    assert.deepEqual(fetched.map(told), []);
  });

  test(`${name}: the stylesheets name no file that is missing, and none on another host`, () => {
    const stylesheets = files.filter((file) => file.endsWith('.css'));
    assert.equal(stylesheets.length, 3);
    const css = stylesheets.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    assert.doesNotMatch(css, /@import/);
    const named = [...css.matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, address]) => address);
    assert.deepEqual(named.filter((address) => !existsSync(join(folder, 'assets', address))), []);
  });

  test(`${name}: addresses are in lower-case ASCII letters, digits and hyphens`, () => {
    // Their names are what people know them by.
    const named = files.filter((file) => file !== 'SHA256SUMS' && file !== 'edities/LEESMIJ.txt');
    assert.deepEqual(named.filter((file) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.[a-z0-9]+)+$/.test(file)), []);
  });

  test(`${name}: every file is reached from the home page by links, but what is not for readers`, () => {
    const clicks = clicksFrom(home, site);
    const unreached = files.filter((file) => !clicks.has(file) && !/\.css$|^assets\/.*\.js$|^search\//.test(file) && !noticesForPaper.includes(file));
    assert.deepEqual(unreached.filter((file) => file !== 'SHA256SUMS'), [notFound, 'manifest.json']);
  });
}
