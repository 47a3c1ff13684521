// The table below each kind of chart: a key opens it, a screen reader gets its cells, and they say what the CSV and the
// data of Voorbeeldstad say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { rowsOf } from '../support/csv.mjs';
import { dataOf, written } from '../support/site-data.mjs';
import { builtVoorbeeldstad, voorbeeldstad } from '../support/sites.mjs';
import { narrow, openTab } from './browser.mjs';
import { cellsIn, chartsOf, numbersIn } from './tree.mjs';

const folder = await builtVoorbeeldstad();
const { site, periods, indicators, programmes, projects, organisations, landscape, measured, targetIn } = dataOf(voorbeeldstad);
const period = periods.find(({ id }) => id === '2024-h2');
const programme = programmes.find(({ id }) => id === 'idm');
const work = indicators.find(({ id }) => id === 'werk');
const project = projects.find(({ id }) => id === 'beschut-werk');
const nameOf = (id) => organisations.find((each) => each.id === id).name;
const reportOf = (each, id = project.id) => each.reports.find((report) => report.project === id);

// What the rows of each table say, as far as the data say it: a text that a cell has to begin with, or a number that it
// has to be; null for a cell of which the data have nothing.
const quantity = (value) => (value ? written(value, work.unit) : null);
const values = periods.map((each) => {
  const { actual, forecast } = measured(work, each) ?? {};
  return [each.name, quantity(actual), quantity(targetIn(work, each)), quantity(forecast)];
});
const label = (report) => (report && report.status.id !== 'not-reported' ? report.status.label : null);
const labels = [...new Set(site.status_scales.flatMap(({ statuses }) => statuses.map((status) => status.label)))];
const charts = {
  ribbon: {
    page: 'periodes/2024-h2/index.html',
    rows: period.reports.map((report) => {
      return [report.number, report.name, programmes.find(({ id }) => id === report.programme).name, report.status.label];
    }),
  },
  distribution: {
    page: 'periodes/index.html',
    heads: labels,
    rows: periods.map(({ name, scale, reports }) => [name, ...labels.map((each) => {
      const isUsed = reports.length > 0 && scale.some((status) => status.label === each);
      return isUsed ? reports.filter(({ status }) => status.label === each).length : null;
    }), reports.length || null]),
  },
  'matrix-figure': {
    page: 'periodes/index.html',
    heads: periods.map(({ name }) => name),
    rows: projects.map(({ id }) => {
      const named = periods.map((each) => reportOf(each, id)).filter(Boolean).at(-1);
      return [named.number, named.name, ...periods.map((each) => reportOf(each, id)?.status.label ?? null)];
    }),
    inAnyOrder: true,
  },
  'strip-figure': {
    page: `deelprojecten/${project.id}.html`,
    rows: periods.map((each) => [each.name, reportOf(each)?.number ?? null, reportOf(each)?.name ?? null, label(reportOf(each))]),
  },
  bullet: { page: 'index.html', rows: values },
  trend: { page: 'programmas/idm.html', rows: values },
  budget: {
    page: 'programmas/idm.html',
    heads: Object.keys(programme.budget.years),
    rows: [...programme.budget.measures, { ...programme.budget, name: 'Totaal' }].map(({ name, years, total, financer }) => {
      const amounts = Object.keys(programme.budget.years).map((year) => years[year] ?? null);
      return [name, ...amounts, total, financer ? nameOf(financer) : null];
    }),
  },
  shares: {
    page: 'periodes/2024-h2/index.html',
    rows: Object.entries(measured(work, period).by_council).sort(([, a], [, b]) => b - a).map(([id, value]) => {
      return [nameOf(id), value, Math.round((100 * value) / measured(work, period).actual.value)];
    }),
    // The CSV has every period.
    lineOf: ([council, value]) => [period.name, council, value],
  },
  land: {
    page: 'doelgroepen-en-partijen.html',
    heads: landscape.groups.map(({ name }) => name),
    rows: landscape.parties.map(({ organisation, serves }) => {
      return [nameOf(organisation), ...landscape.groups.map(({ id }) => (serves ? (serves.includes(id) ? 'ja' : 'nee') : 'niet bekend'))];
    }),
    inAnyOrder: true,
  },
};

const says = (cell, expected) => {
  if (expected === null) return !/^[\d€]/.test(cell) && !labels.includes(cell.split(/[,;]/)[0]);
  return typeof expected === 'number' ? numbersIn(cell).length === 1 && numbersIn(cell)[0] === expected : cell.startsWith(expected);
};
const saysRow = (cells, expected) => expected.every((each, index) => says(cells[index], each));

// A number as the CSV has it, from one as a page has it.
const plain = (cell) => (/^(?:€ )?\d[\d.]*(?:,\d+)?(?: %)?$/.test(cell) ? String(numbersIn(cell)[0]) : cell);

for (const [kind, { page, heads = [], rows, inAnyOrder, lineOf = (row) => row }] of Object.entries(charts)) {
  test(`the table of a chart opens with a key, and says what the CSV and the data say: ${kind}`, async () => {
    const tab = await openTab(folder, { viewport: narrow });
    await tab.show(page);
    const chart = async () => (await chartsOf(tab)).find((each) => each.kind === kind);
    const closed = (await chart()).tables.length;
    const summary = `figure.sl-${kind} details.sl-data > summary`;
    await tab.focus(summary);
    await tab.keyboard.press('Enter');
    const { tables } = await chart();
    assert.equal(tables.length, closed + 1);
    const href = await tab.$eval(summary, (each) => each.parentElement.querySelector('.sl-csv a').getAttribute('href'));
    await tab.closeAll();

    const [head, ...cells] = cellsIn(tables.at(-1));
    assert.deepEqual(head.filter((each) => heads.includes(each)), heads);
    assert.equal(cells.length, rows.length);
    const isSaid = (expected, index) => (inAnyOrder ? cells.some((row) => saysRow(row, expected)) : saysRow(cells[index], expected));
    const wrong = rows.filter((expected, index) => !isSaid(expected, index));
    assert.deepEqual(wrong, [], JSON.stringify(cells));

    const [csvHead, ...lines] = rowsOf(readFileSync(join(folder, posix.join(posix.dirname(page), href)), 'utf8'));
    const told = lines.map((line) => JSON.stringify(line));
    assert.deepEqual(cells.map(lineOf).filter((row) => !told.includes(JSON.stringify(row.map(plain)))), []);
    if (lineOf(head) === head) assert.deepEqual([head, cells.length], [csvHead, lines.length]);
  });
}
