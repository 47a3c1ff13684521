// What the script makes of the index of both sites, asked without a browser: what is promised of words, and that whatever
// is asked gives an answer. Which page stands first is for tests/browser/relevance.test.mjs.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { distance, indexFilesIn, indexOf, otherForms, parseQuery } from '../support/search-script.mjs';
import { repository } from '../support/program.mjs';
import { build, builtSample, builtVoorbeeldstad, copyOf, temporaryFolder } from '../support/sites.mjs';

const sample = (await indexOf(await builtSample())).index;
const golden = (await indexOf(await builtVoorbeeldstad())).index;

const addressesOf = async (index, found) =>
  (await Promise.all(found.groups.flatMap((group) => group.docs).map((page) => index.page(page)))).map((page) => page.address);
const pagesFor = async (index, text, options) => addressesOf(index, await index.search(text, options));

// ---- what was asked ---------------------------------------------------------------------------------------

const stop = new Set(['de', 'en']);
const formsOf = (query) => query.words.map((word) => word.form);

test('a query has words, phrases, and words and phrases to leave out', () => {
  const query = parseQuery('de "Krappe arbeidsmarkt",bouw -zorg –ggz -"nog niet" T20-27 en', stop);
  assert.deepEqual(formsOf(query), ['de', 'krappe', 'arbeidsmarkt', 'bouw', 't2027', 'en']);
  assert.deepEqual(query.words.filter((word) => word.isStop).map((word) => word.form), ['de', 'en']);
  assert.deepEqual(query.phrases, [['krappe', 'arbeidsmarkt']]);
  assert.deepEqual([query.without, query.withoutPhrases], [['zorg', 'ggz'], [['nog', 'niet']]]);
  assert.deepEqual(parseQuery('("krappe arbeidsmarkt")', stop).phrases, [['krappe', 'arbeidsmarkt']]);
  assert.deepEqual(parseQuery('"makelaar"', stop).phrases, [['makelaar']]);
});

test('the word that somebody is still typing is no stop word yet', () => {
  assert.equal(parseQuery('werk de', stop, true).words.at(-1).isStop, false);
  assert.equal(parseQuery('de werk', stop, true).words[0].isStop, true);
});

test('curly quotes are quotes, one that is not closed is none, and a hyphen inside a word leaves nothing out', () => {
  assert.deepEqual(parseQuery('„naar werk”', stop).phrases, [['naar', 'werk']]);
  assert.deepEqual(parseQuery('"naar werk', stop).phrases, []);
  assert.deepEqual(formsOf(parseQuery('"naar werk', stop)), ['naar', 'werk']);
  assert.deepEqual(parseQuery('re-integratie', stop).without, []);
});

test('only so much of a query counts as a person would type', () => {
  const query = parseQuery('werk '.repeat(2_000), stop);
  assert.deepEqual([query.words.length, query.skipped.length], [12, 68], 'and what does not is said');
  assert.equal(parseQuery('-ab '.repeat(100), stop).without.length, 12);
  assert.deepEqual(formsOf(parseQuery('a'.repeat(10_000), stop)), ['a'.repeat(60)]);
});

test('letters that are added, left out, changed or swapped count one each', () => {
  for (const other of ['wijkleerbedrijf', 'wijkleerbedrif', 'wijkleerbedriijf', 'wijkleerbedrjif', 'wijkleerbedtijf'])
    assert.equal(distance('wijkleerbedrijf', other, 2), other === 'wijkleerbedrijf' ? 0 : 1, other);
  assert.equal(distance('taal', 'werk', 2), 3);
  assert.equal(distance('', 'abc', 2), 3);
});

test('other forms of a word hold the one that is in the dictionary', () => {
  for (const [asked, there] of [['bedrijven', 'bedrijf'], ['huizen', 'huis'], ['plannen', 'plan'], ['taken', 'taak'], ['bedrijf', 'bedrijven'],
    ['toezegging', 'toezeggingen'], ['plan', 'plannen'], ['taak', 'taken'], ['makelaars', 'makelaar'], ['foto', 'fotos']])
    assert.ok(otherForms(asked, 'nl').includes(there), `${asked} → ${there}`);
  for (const [asked, there] of [['commitments', 'commitment'], ['closing', 'close'], ['councils', 'council'], ['policy', 'policies']])
    assert.ok(otherForms(asked, 'en').includes(there), `${asked} → ${there}`);
  assert.deepEqual(otherForms('t2027', 'nl'), []);
});

// ---- what was found ---------------------------------------------------------------------------------------

test('an identifier leads to its page however it is written', async () => {
  for (const text of ['T20-27', 't2027', 'T20 27', 'T 20 27', 'T20.27', 't20‑27', 'T20–27']) {
    const found = await sample.search(text);
    assert.equal((await addressesOf(sample, found))[0], 'toezeggingen/t20-27.html', text);
    assert.deepEqual([found.partial, found.skipped], [false, []], text);
  }
  for (const text of ['T21-03', 't21-3', 'T 21 3', 't 21 03', 't213', 'T21.03']) assert.equal((await pagesFor(golden, text))[0], 'toezeggingen/t21-03.html', text);
});

test('a part finds the compound, and words find the compound that they make', async () => {
  const project = ['deelprojecten/scholingsmakelaar.html', 'periodes/2020-07/scholingsmakelaar.html'];
  for (const text of ['makelaar', 'makelaars', 'scholings makelaar']) {
    const pages = await pagesFor(sample, text);
    assert.deepEqual(project.filter((page) => !pages.includes(page)), [], text);
  }
});

test('an amount is found with and without its sign and its full stop', async () => {
  const expected = await pagesFor(sample, '41.400');
  assert.ok(expected.length > 0);
  for (const text of ['41400', '€ 41.400', '€41.400,-', '41,400']) assert.deepEqual(await pagesFor(sample, text), expected, text);
});

test('a misspelt word is said, and as it was typed it is found nowhere', async () => {
  const found = await sample.search('wijkleerbedrjif');
  assert.deepEqual(found.corrected, [{ typed: 'wijkleerbedrjif', meant: 'wijkleerbedrijf' }]);
  assert.ok(found.total > 0);
  const exact = await sample.search('wijkleerbedrjif', { exact: true });
  assert.deepEqual([exact.corrected, exact.missing, exact.total], [[], ['wijkleerbedrjif'], 0]);
  assert.deepEqual((await sample.search('iwjkleerbedrijf')).corrected.map(({ meant }) => meant), ['wijkleerbedrijf'], 'at its beginning');
});

test('numbers and identifiers are never corrected', async () => {
  for (const text of ['T20-28', '41401']) assert.deepEqual((await sample.search(text)).corrected, [], text);
});

test('the last word is a beginning only while somebody types', async () => {
  const typing = await sample.search('wijkle', { typing: true });
  assert.ok(typing.total > 0);
  assert.equal((await sample.search('wijkle ', { typing: true })).total, typing.total, 'a word that nobody has may still be a beginning');
  const whole = (await pagesFor(golden, 'plan')).length;
  assert.ok((await pagesFor(golden, 'plan', { typing: true })).length > whole);
  assert.equal((await pagesFor(golden, 'plan ', { typing: true })).length, whole);
  for (const beginning of ['onder', 'over']) assert.ok((await sample.search(beginning, { typing: true })).total > 0, beginning);
});

test('an identifier between quotation marks leads to its page as well', async () => {
  for (const [index, text, page] of [[sample, '"T20-27"', 't20-27'], [golden, '"T21-03"', 't21-03'], [golden, '"TZ-2024-03"', 'tz-2024-03']])
    assert.equal((await pagesFor(index, text))[0], `toezeggingen/${page}.html`, text);
});

test('a phrase is looked for on the pages that a filter leaves', async () => {
  for (const period of ['2020-h1', '2022-h1', '2022-h2']) {
    const found = await golden.search('"aan het werk"', { filters: { period: [period] } });
    assert.ok(found.total > 0, period);
    assert.equal(found.unverified, 0);
  }
});

test('the count beside a filter is what it leaves', async () => {
  for (const text of ['beschut werk', 'noorderhof vier inwoners', 'schuldhulp']) {
    const found = await golden.search(text);
    for (const { name, values } of await golden.facets(found))
      for (const { id, count } of values)
        assert.equal((await golden.search(text, { filters: { [name]: [id] } })).total, count, `${text}: ${name} ${id}`);
  }
});

test('a phrase is on every page that is found for it, word by word', async () => {
  const found = await sample.search('"naar werk"');
  const loose = await sample.search('naar werk');
  assert.ok(found.total > 0 && found.total < loose.total);
  for (const { docs } of found.groups)
    for (const number of docs) assert.match(JSON.stringify(await sample.page(number)).toLowerCase(), /naar werk/);
  for (const { name, values } of await sample.facets(found))
    for (const { id, count } of values)
      assert.equal((await sample.search('"naar werk"', { filters: { [name]: [id] } })).total, count, `${name} ${id}`);
  assert.deepEqual([found.skipped, found.partial], [[], false], 'words inside quotes are not passed over');
  const others = await sample.search('werk -"naar werk"');
  for (const { docs } of others.groups)
    for (const number of docs) assert.doesNotMatch(JSON.stringify(await sample.page(number)).toLowerCase(), /naar werk/);
  assert.ok(others.total > 0);
});

test('what may not be there is not', async () => {
  const all = await pagesFor(golden, 'taal');
  const left = await pagesFor(golden, 'taal -taalhuis');
  assert.ok(left.length < all.length);
  assert.deepEqual(left.filter((page) => !all.includes(page)), []);
});

test('a light is found by its name as a phrase', async () => {
  const found = await golden.search('"niet op koers"', { filters: { kind: ['report'] } });
  assert.ok(found.total > 0);
  for (const { docs } of found.groups) for (const number of docs) assert.equal((await golden.page(number)).status, 'Niet op koers');
});

test('a letter and a period are found by their date', async () => {
  assert.equal((await pagesFor(golden, '20 februari 2025')).length > 0, true);
  const [first] = (await golden.search('20 februari 2025', { filters: { kind: ['letter'] } })).groups;
  assert.match((await golden.page(first.docs[0])).date, /^2025-02-20/);
});

test('the name of a kind of page leads to pages of that kind', async () => {
  assert.deepEqual((await pagesFor(sample, 'toezegging')).slice(1, 3).sort(), ['toezeggingen/t19-69.html', 'toezeggingen/t20-27.html']);
  assert.equal((await pagesFor(sample, 'brief juli 2020'))[0], 'periodes/2020-07/brieven/hilversum.html');
});

test('filters without a word list all that they leave; nothing at all, or only words to leave out, list nothing', async () => {
  const found = await golden.search('', { filters: { kind: ['commitment'] } });
  const { values } = (await golden.facets(found)).find(({ name }) => name === 'kind');
  assert.equal(found.total, values.find(({ id }) => id === 'commitment').count);
  assert.ok(found.total > 5);
  for (const text of ['', '-zorg', '-"naar werk"']) assert.equal((await golden.search(text)).empty, true, text);
});

test('words that say nothing are passed over, and said', async () => {
  const found = await sample.search('het werk van de gemeente');
  assert.deepEqual(found.skipped, ['het', 'van', 'de']);
  const nothing = await sample.search('van de het');
  assert.deepEqual([nothing.empty, nothing.total, nothing.skipped], [true, 0, ['van', 'de', 'het']]);
});

test('when no page has all words, pages with some of them come', async () => {
  const found = await sample.search('scholingsmakelaar wijkleerbedrijf jongerenvouchers');
  assert.equal(found.partial, true);
  assert.ok(found.total > 0);
});

test('what was replaced is found below what holds now', async () => {
  const found = await golden.search('taalhuis');
  const pages = await Promise.all(found.groups.flatMap((group) => group.docs.map((page) => golden.page(page))));
  const replaced = pages.filter((page) => page.superseded !== '');
  const pairs = replaced.map((old) => [pages.find((page) => page.superseded === '' && page.title === old.title && page.period === old.period), old])
    .filter(([now]) => now !== undefined);
  assert.ok(pairs.length > 0);
  for (const [now, old] of pairs) assert.ok(pages.indexOf(now) < pages.indexOf(old), old.address);
});

test('an English site has English words, and takes no Dutch ones apart', async () => {
  const site = copyOf(repository);
  const file = join(site, 'data/site.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"language": "nl"', '"language": "en"'));
  const { index } = await indexOf(await build(site));
  const [one, several] = await Promise.all(['commitment', 'commitments'].map((text) => pagesFor(index, text)));
  assert.deepEqual(one, several);
  assert.ok(one.includes('toezeggingen/t20-27.html'));
  assert.deepEqual((await index.search('the letter to the council')).skipped, ['the', 'to', 'the']);
  const makelaar = (await index.search('makelaar', { exact: true })).total;
  assert.ok(makelaar < (await sample.search('makelaar', { exact: true })).total);
});

// ---- filters ----------------------------------------------------------------------------------------------

test('the count of each value of each filter is the number of pages that it leaves', async () => {
  const found = await golden.search('taal');
  let checked = 0;
  for (const { name, values } of await golden.facets(found))
    for (const { id, count } of values) {
      const { total } = await golden.search('taal', { filters: { [name]: [id] } });
      assert.equal(total, count, `${name} ${id}`);
      checked += count > 0 ? 1 : 0;
    }
  assert.ok(checked > 20);
});

test('filters of two kinds narrow each other, values of one kind add up', async () => {
  const total = async (filters) => (await golden.search('taal', { filters })).total;
  const [{ values: kinds }, { values: periods }] = await golden.facets(await golden.search('taal'));
  const [one, other] = kinds.filter(({ count }) => count > 0).map(({ id }) => id);
  assert.equal(await total({ kind: [one, other] }), (await total({ kind: [one] })) + (await total({ kind: [other] })));
  const period = periods.find(({ count }) => count > 0).id;
  const both = await golden.search('taal', { filters: { kind: ['report'], period: [period] } });
  for (const { docs } of both.groups)
    for (const number of docs) assert.match((await golden.page(number)).address, new RegExp(`^periodes/${period}/`));
  assert.ok(both.total > 0);
});

test('a filter that nobody knows leaves nothing, and a name that is none changes nothing', async () => {
  assert.equal((await golden.search('taal', { filters: { kind: ['__proto__'] } })).total, 0);
  const all = (await golden.search('taal')).total;
  assert.equal((await golden.search('taal', { filters: { constructor: ['x'] } })).total, all);
});

// ---- whatever is asked ------------------------------------------------------------------------------------

test('strange queries are only searched for', async () => {
  const strange = ['', ' ', '-', '"', '""', '-""', '__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>', '\u0000\u0007\u001b[31m',
    'a'.repeat(10_000), 'werk '.repeat(2_000), '"werk '.repeat(500), '-'.repeat(9_999), '😀😀', '\ud800', '\uffff', '%00%0d%0a', '../../etc/passwd',
    '(((((', '*', 'werk*', '.*', "'; drop table", '{{ total }}', 'ĳ½ﬁ', '٣', '日本'];
  for (const text of strange)
    for (const typing of [true, false]) {
      const found = await sample.search(text, { typing });
      assert.ok(Array.isArray(found.groups), text);
      await sample.facets(found);
    }
});

// ---- files of the index -----------------------------------------------------------------------------------

function damaged(site, damage) {
  const copy = join(temporaryFolder(), 'public');
  cpSync(join(site, 'search'), join(copy, 'search'), { recursive: true });
  cpSync(join(site, 'zoeken'), join(copy, 'zoeken'), { recursive: true });
  damage(join(copy, 'search'));
  return copy;
}

const root = (folder) => join(folder, readdirSync(folder).find((name) => name.endsWith('.bin')));

test('a root that is missing, cut off or of another format is an error', async () => {
  const site = await builtSample();
  assert.equal(indexFilesIn(site).length, 1);
  await assert.rejects(indexOf(damaged(site, (folder) => rmSync(root(folder)))));
  await assert.rejects(indexOf(damaged(site, (folder) => truncateSync(root(folder), 1_000))));
  await assert.rejects(indexOf(damaged(site, (folder) => writeFileSync(root(folder), readFileSync(root(folder)).reverse()))));
});

test('a page whose text is lost is an error that can be tried again', async () => {
  const site = await builtSample();
  const { index } = await indexOf(damaged(site, (folder) => {
    for (const name of readdirSync(folder, { withFileTypes: true })) if (name.isDirectory()) rmSync(join(folder, name.name), { recursive: true });
  }));
  const found = await index.search('makelaar');
  assert.ok(found.total > 0);
  await assert.rejects(index.page(found.groups[0].docs[0]));
  await assert.rejects(index.page(found.groups[0].docs[0]));
});
