// The comparison of two periods of Voorbeeldstad, and a correction, as a reader meets them: what they say is computed here
// once more, from the data.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rowsOf } from '../support/csv.mjs';
import { dataOf } from '../support/site-data.mjs';
import { builtVoorbeeldstad, pagesIn, voorbeeldstad } from '../support/sites.mjs';
import { narrow, openTab, wide } from './browser.mjs';
import { chartsOf, numbersIn } from './tree.mjs';

const folder = await builtVoorbeeldstad();
const { periods } = dataOf(voorbeeldstad);
const [before, after] = ['2024-h1', '2024-h2'].map((wanted) => periods.find(({ id }) => id === wanted));
const page = 'vergelijk/2024-h1--2024-h2.html';

const labelIn = (period, id) => period.reports.find(({ project }) => project === id)?.status.label;
const ids = [...new Set([...before.reports, ...after.reports].map(({ project }) => project))];
// "Risico → Niet op koers": how many projects.
const moves = new Map();
for (const id of ids) {
  const move = `${labelIn(before, id) ?? 'Nieuw'} → ${labelIn(after, id) ?? 'Niet meer'}`;
  moves.set(move, (moves.get(move) ?? 0) + 1);
}
const rank = { 'Niet op koers': 0, Risico: 1, 'Op koers': 2 };
const changed = (sign) => ids.filter((id) => {
  const [old, now] = [labelIn(before, id), labelIn(after, id)];
  return old in rank && now in rank && Math.sign(rank[now] - rank[old]) === sign;
}).length;

async function seen(address, options, look) {
  const tab = await openTab(folder, options);
  await tab.show(address);
  const found = await look(tab);
  await tab.closeAll();
  return found;
}

const flowOf = async (tab) => (await chartsOf(tab)).find(({ kind }) => kind === 'flow-figure');

test('comparison: the heading and the chart say how many lights got better and worse', async () => {
  const { heading, flow } = await seen(page, { viewport: wide }, async (tab) => {
    return { heading: await tab.textContent('h1'), flow: await flowOf(tab) };
  });
  // None and one are said in a word.
  assert.deepEqual(numbersIn(heading), [changed(1), changed(-1)].filter((count) => count > 1));
  assert.equal(/[eé]én/i.test(heading), [changed(1), changed(-1)].includes(1));
  assert.equal(flow.conclusion, `${heading}.`);
  assert.equal(flow.images.length, 1);
  const sides = flow.images[0].description.split(/(?<=\.) /).map((sentence) => numbersIn(sentence.replace(/^[^:]*:/, '')));
  assert.deepEqual(sides.map((numbers) => numbers.reduce((a, b) => a + b)), [ids.length, ids.length]);
});

test('comparison: on a telephone the bands are a list in words, with the same numbers', async () => {
  const flow = await seen(page, { viewport: narrow }, flowOf);
  assert.equal(flow.images.length, 0);
  const lines = flow.lists.flatMap(({ items }) => items).length;
  assert.equal(lines, moves.size);
  const told = await seen(page, { viewport: narrow }, (tab) => tab.$$eval('.sl-flow__lines > li', (items) => items.map((item) => {
    const [from, , to] = [...item.querySelector('.sl-move').children].filter((each) => !each.matches('.sl-vh')).map((each) => each.textContent.trim());
    return [`${from} → ${to}`, Number.parseInt(item.textContent, 10)];
  })));
  assert.deepEqual(told.sort(), [...moves].sort());
});

test('comparison: the table of the chart and its CSV count the same', async () => {
  const rows = rowsOf(readFileSync(join(folder, page.replace('.html', '-stoplichten.csv')), 'utf8'));
  const [heads, ...lines] = rows;
  for (const [from, ...counts] of lines.slice(0, -1))
    heads.slice(1, -1).forEach((to, index) => assert.equal(Number(counts[index]), moves.get(`${from} → ${to}`) ?? 0, `${from} → ${to}`));
  assert.equal(Number(lines.at(-1).at(-1)), ids.length);
});

test('comparison: every pair and every correction is in the list, and says what its own heading says', async () => {
  const comparisons = pagesIn(folder).filter((each) => each.startsWith('vergelijk/') && !each.endsWith('index.html'));
  const listed = await seen('vergelijk/index.html', {}, (tab) => tab.$$eval('.sl-docs > li', (items) => items.map((item) => {
    return [item.querySelector('a').getAttribute('href'), item.querySelector('.sl-sub').textContent.trim()];
  })));
  assert.deepEqual(listed.map(([href]) => `vergelijk/${href}`).sort(), comparisons.sort());
  for (const [href, sentence] of listed) {
    const heading = /<h1[^>]*>([^<]*)</.exec(readFileSync(join(folder, 'vergelijk', href), 'utf8'))[1];
    assert.ok(sentence.startsWith(heading), `${href}: ${sentence}`);
  }
});

test('comparison: the lights of two periods that cannot be compared are not', async () => {
  const { flow, alerts } = await seen('vergelijk/2023-h2--2024-h1.html', {}, async (tab) => {
    return { flow: await flowOf(tab), alerts: await tab.$$eval('.utrecht-alert', (all) => all.map((each) => each.textContent)) };
  });
  assert.equal(flow, undefined);
  assert.match(alerts.join(), /De stoplichten zijn niet te vergelijken\./);
});

test('correction: a text is told as published and as corrected, and a screen reader hears what was added', async () => {
  const found = await seen('vergelijk/2022-h2--v1--v2.html', { viewport: wide }, async (tab) => {
    return tab.$$eval('.sl-textdiff', (all) => all.map((each) => ({
      tops: [...each.querySelectorAll('.sl-textdiff__sides > div')].map((side) => side.getBoundingClientRect().top),
      added: [...each.querySelectorAll('ins')].map((ins) => ins.textContent),
      removed: [...each.querySelectorAll('del')].map((del) => del.textContent),
    })));
  });
  assert.ok(found.length > 0);
  for (const { tops, added, removed } of found) {
    assert.equal(tops.length, 2);
    assert.equal(tops[0], tops[1]);
    for (const text of added) assert.match(text, /^\[nieuw: .*\S \]$/s);
    for (const text of removed) assert.match(text, /^\[weg: .*\S \]$/s);
  }
});
