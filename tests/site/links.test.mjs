// Every link of the built site leads somewhere, and what a reader looks for is near.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { repository } from '../support/program.mjs';
import { elementsOf } from '../support/html.mjs';
import { builtSample, filesIn, pagesIn } from '../support/sites.mjs';

const { base_url: baseUrl } = JSON.parse(readFileSync(join(repository, 'data/site.json'), 'utf8'));
const home = 'index.html';
const notFound = '404.html';

const folder = await builtSample();
const files = filesIn(folder);
const pages = pagesIn(folder);
const elements = new Map(pages.map((page) => [page, elementsOf(readFileSync(join(folder, page), 'utf8'))]));
const ids = new Map(pages.map((page) => [page, elements.get(page).flatMap(({ attributes }) => attributes.id ?? [])]));

// Every address that a page names: [{ page, tag, name, address, line }].
const links = pages.flatMap((page) => elements.get(page).flatMap(({ tag, attributes, line }) => {
  const names = ['href', 'src', 'srcset', 'xlink:href', 'action', 'data'].filter((name) => name in attributes);
  return names.map((name) => ({ page, tag, name, address: attributes[name], rel: attributes.rel, line }));
}));

const told = ({ page, line, address }) => `${page}:${line} ${address}`;
const isCanonical = ({ tag, rel }) => tag === 'link' && rel === 'canonical';
const isOfTheWeb = ({ address }) => /^(https?:|mailto:|tel:)/.test(address);
const inside = links.filter((link) => !isOfTheWeb(link));

// { file, fragment } of a link inside the site.
function targetOf({ page, address }) {
  const [path, fragment] = address.split('#');
  const from = path.startsWith('/') ? '/' : `/${posix.dirname(page)}/`;
  const file = path === '' ? page : posix.join(from, decodeURIComponent(path)).slice(1);
  return { file, fragment: fragment === undefined ? undefined : decodeURIComponent(fragment) };
}

test('every link inside the site leads to a file that is there, named in full', () => {
  assert.ok(inside.length > 1000);
  assert.deepEqual(inside.filter((link) => !files.includes(targetOf(link).file)).map(told), []);
});

test('every fragment of a link is the id of an element on the page it leads to', () => {
  const withFragment = inside.filter((link) => targetOf(link).fragment !== undefined);
  const broken = withFragment.filter((link) => {
    const { file, fragment } = targetOf(link);
    return !ids.get(file)?.includes(fragment);
  });
  assert.ok(withFragment.length > 200);
  assert.deepEqual(broken.map(told), []);
});

test('an id stands on one element of its page only', () => {
  const twice = pages.flatMap((page) => {
    const all = ids.get(page);
    return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${page} ${id}`);
  });
  assert.deepEqual(twice, []);
});

test('whatever refers to an element by its id finds it', () => {
  const attributesWithIds = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'];
  const broken = pages.flatMap((page) => elements.get(page).flatMap(({ attributes, line }) => {
    const named = attributesWithIds.flatMap((name) => attributes[name]?.split(/\s+/) ?? []);
    return named.filter((id) => !ids.get(page).includes(id)).map((id) => `${page}:${line} ${id}`);
  }));
  assert.deepEqual(broken, []);
});

test('links are relative, so that the site works from any folder, but those of the page for a wrong address', () => {
  const absolute = inside.filter(({ address }) => /^[/\\]/.test(address));
  assert.deepEqual(absolute.filter(({ page }) => page !== notFound).map(told), []);
  const ofNotFound = inside.filter(({ page, address }) => page === notFound && !address.startsWith('#'));
  assert.deepEqual(ofNotFound.filter(({ address }) => !/^\/(?!\/)/.test(address)).map(told), []);
  assert.ok(ofNotFound.length > 0);
});

test('only the canonical link names the host of the site, and it names the page itself', () => {
  const toItself = links.filter(({ address }) => address.startsWith(new URL(baseUrl).origin));
  assert.deepEqual(toItself.filter((link) => !isCanonical(link)).map(told), []);
  const tellPlace = ({ page, address }) => `${page}: ${address}`;
  const canonical = new Set(links.filter(isCanonical).map(tellPlace));
  const expected = new Set(pages.filter((page) => page !== notFound).map((page) => {
    return tellPlace({ page, address: baseUrl + (page === home ? '' : page) });
  }));
  assert.deepEqual([...canonical].filter((each) => !expected.has(each)), []);
  assert.deepEqual([...expected].filter((each) => !canonical.has(each)), []);
});

test('links to the web use a protocol that is known, and nothing but links goes there', () => {
  assert.deepEqual(links.filter(({ address }) => /^[a-z][a-z0-9+.-]*:/i.test(address) && !isOfTheWeb({ address })), []);
  const fetched = links.filter((link) => isOfTheWeb(link) && link.tag !== 'a' && !isCanonical(link));
  assert.deepEqual(fetched.map(told), []);
});

test('the stylesheet names no file that is missing, and none on another host', () => {
  const stylesheets = files.filter((file) => file.endsWith('.css'));
  assert.equal(stylesheets.length, 1);
  const css = readFileSync(join(folder, stylesheets[0]), 'utf8');
  assert.doesNotMatch(css, /@import/);
  const named = [...css.matchAll(/url\(\s*["']?([^"')]*)/g)].map(([, address]) => address);
  assert.deepEqual(named.filter((address) => !existsSync(join(folder, 'assets', address))), []);
});

test('addresses are in lower-case ASCII letters, digits and hyphens', () => {
  assert.deepEqual(files.filter((file) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.[a-z0-9]+)+$/.test(file)), []);
});

// How many clicks each page is away from the home page.
function clicksFromHome() {
  const clicks = new Map([[home, 0]]);
  for (const page of clicks.keys()) {
    const followed = inside.filter((link) => link.page === page && link.tag === 'a').map((link) => targetOf(link).file);
    for (const file of followed) if (!clicks.has(file)) clicks.set(file, clicks.get(page) + 1);
  }
  return clicks;
}

test('every file is reached from the home page by links, but what is not for readers', () => {
  const clicks = clicksFromHome();
  const unreached = files.filter((file) => !clicks.has(file) && !file.endsWith('.css'));
  assert.deepEqual(unreached, [notFound, 'manifest.json']);
});

test('a commitment and a project of a period are two clicks away from the home page', () => {
  const clicks = clicksFromHome();
  const near = pages.filter((page) => /^toezeggingen\/|^periodes\/[^/]+\/[^/]+\.html$/.test(page));
  assert.ok(near.length > 25);
  assert.deepEqual(near.filter((page) => !(clicks.get(page) <= 2)), []);
});
