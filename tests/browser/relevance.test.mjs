// The relevance set: what people ask, asked of the real search page, and the page they meant among the first three.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ask } from '../search/ask.mjs';
import { isMeant, judge, kinds, queries } from '../search/queries.mjs';
import { serve } from '../search/server.mjs';
import { builtSample, builtVoorbeeldstad, pagesIn } from '../support/sites.mjs';
import { openTab } from './browser.mjs';

const folders = { sample: await builtSample(), voorbeeldstad: await builtVoorbeeldstad() };

// As many at a time as keep both processors of a small machine busy.
const atATime = 2;
const asked = [];

before(async () => {
  const servers = {};
  for (const [site, folder] of Object.entries(folders)) servers[site] = await serve({ '/': folder });
  let next = 0;
  const askNext = async () => {
    const tab = await openTab(folders.sample);
    while (next < queries.length) {
      const index = next++;
      const { groups } = await ask(tab, servers[queries[index].site].address, queries[index].query, queries[index].filters);
      asked[index] = { ...queries[index], ...judge(queries[index], groups), groups };
    }
    await tab.closeAll();
  };
  try {
    await Promise.all(Array.from({ length: atATime }, askNext));
  } finally {
    // A server that is left open would keep the tests from ending.
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
});

const reciprocal = (list) => list.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / list.length;

function sayFault({ site, query, filters, faults, groups }) {
  const came = groups.slice(0, 5).map(([first]) => first).join(', ');
  return `${site}: ${query}${filters ? ` ${JSON.stringify(filters)}` : ''}: ${faults.join(', ')}; what came: ${came || 'nothing'}`;
}

test('every page that a query means is there, in its site', () => {
  const pages = Object.fromEntries(Object.entries(folders).map(([site, folder]) => [site, pagesIn(folder)]));
  const lost = queries.flatMap(({ site, query, wanted, before: order, without }) => {
    const meant = [...wanted, ...(order ?? []), ...(without ? [without] : [])];
    return meant.filter((each) => !pages[site].some((page) => isMeant(each, page))).map((each) => ({ site, query, lost: each }));
  });
  assert.deepEqual(lost, []);
  assert.ok(queries.length >= 70);
});

for (const kind of kinds) {
  test(`${kind}: the page that is meant stands among the first three results`, () => {
    const faulty = asked.filter((each) => each.kind === kind && each.faults.length > 0);
    assert.deepEqual(faulty.map(sayFault), []);
  });
}

test('every query was asked; how high the pages stand that were meant', (t) => {
  for (const kind of kinds) {
    const list = asked.filter((each) => each.kind === kind);
    t.diagnostic(`${kind}: ${list.length} queries, mean reciprocal rank ${reciprocal(list).toFixed(2)}`);
  }
  t.diagnostic(`all: ${asked.length} queries, mean reciprocal rank ${reciprocal(asked).toFixed(3)}`);
  assert.equal(asked.length, queries.length);
});
