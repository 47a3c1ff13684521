// Charts of lights as a screen reader gets them: they say what the data of Voorbeeldstad say, counted here anew.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { countsOf, countsText, dataOf, inSentence } from '../support/site-data.mjs';
import { builtVoorbeeldstad, voorbeeldstad } from '../support/sites.mjs';
import { visit } from './browser.mjs';
import { cellsIn, chartsOf, numbersIn, textIn } from './tree.mjs';

const { periods, projects } = dataOf(voorbeeldstad);
const withLights = periods.filter(({ reports }) => reports.length > 0);
const newest = withLights.at(-1);
const needsAttention = ({ status }) => ['amber', 'red'].includes(status.light);
const isTold = ({ status }) => status.id !== 'not-reported';
// Of how many projects a light is told, and of how many not: [17, 1], or [20] when it is of all.
const toldAndNot = (reports) => {
  const told = reports.filter(isTold).length;
  return told === reports.length ? [told] : [told, reports.length - told];
};
const reportOf = (period, project) => period.reports.find((report) => report.project === project.id);
// What a project continues is the same project under another id.
const formsOf = (project) => {
  const continued = (project.lineage ?? []).filter(({ kind }) => kind === 'continues').map((each) => projects.find(({ id }) => id === each.project));
  return [project, ...continued.flatMap(formsOf)];
};

const pageOfPeriod = (period) => `periodes/${period.id}/index.html`;
const pageOfProject = (project) => `deelprojecten/${project.id}.html`;
// A letter that shows the lights of one programme: [{ page, period, programme }].
const parts = [
  { page: 'periodes/2024-h1/brieven/alle-raden.html', period: '2024-h1', programme: 'idm' },
  { page: 'periodes/2024-h2/brieven/voorbeeldstad.html', period: '2024-h2', programme: 'tib' },
];

let charts;
before(async () => {
  const pages = ['index.html', 'periodes/index.html', ...withLights.map(pageOfPeriod), ...projects.map(pageOfProject),
    ...parts.map(({ page }) => page)];
  const found = await visit(await builtVoorbeeldstad(), pages, async (tab) => ({ charts: await chartsOf(tab) }));
  charts = (page, kind) => found.find((each) => each.page === page).charts.filter((chart) => chart.kind === kind);
});

// ---- row of lights ----------------------------------------------------------------------------------------

function assertRibbon(page, period, reports) {
  const [{ conclusion, images: [image], lists: [list] }] = charts(page, 'ribbon');
  const counts = countsOf(period, reports);
  assert.ok(image.name.startsWith(`Stoplichten van ${reports.length} deelprojecten, ${inSentence(period.name)} `), image.name);
  assert.ok(image.description.startsWith(`${countsText(counts)}.`), image.description);
  assert.ok(image.name.endsWith(image.description));
  assert.deepEqual(list.items.map(textIn), counts.map(({ status, count }) => `${count} ${status.label}`));
  assert.deepEqual(numbersIn(conclusion), [reports.filter(needsAttention).length, ...toldAndNot(reports)]);
}

test('the row of lights of each period says how many there are of each', () => {
  assert.equal(withLights.length, 6);
  assertRibbon('index.html', newest, newest.reports);
  for (const period of withLights) assertRibbon(pageOfPeriod(period), period, period.reports);
});

test('the row of lights of one programme counts its projects only', () => {
  for (const { page, period: id, programme } of parts) {
    const period = periods.find((each) => each.id === id);
    assertRibbon(page, period, period.reports.filter((report) => report.programme === programme));
  }
});

test('a row of lights that were derived from a text says so', () => {
  const derived = withLights.filter(({ reports }) => reports.filter(isTold).every(({ basis }) => basis === 'derived'));
  assert.deepEqual(derived.map(({ id }) => id), ['2020-h1']);
  for (const period of withLights) {
    const [{ images: [image] }] = charts(pageOfPeriod(period), 'ribbon');
    assert.equal(/afgeleid/i.test(image.description), derived.includes(period), period.id);
  }
});

// ---- counts of each period --------------------------------------------------------------------------------

test('the counts by period are a list, in which a period without lights says so and has no number', () => {
  const [{ conclusion, lists }] = charts('periodes/index.html', 'distribution');
  const list = lists.find(({ name }) => name !== '');
  assert.match(list.name, /Aantal deelprojecten per stoplicht en periode/);
  assert.equal(list.items.length, periods.length);
  periods.forEach((period, index) => {
    const told = textIn(list.items[index]);
    assert.ok(told.startsWith(`${period.name} `), told);
    const [sum, counts] = told.slice(period.name.length + 1).split(' : ');
    assert.deepEqual(numbersIn(sum), period.reports.length > 0 ? toldAndNot(period.reports) : [], told);
    if (period.reports.length > 0) assert.equal(counts, countsText(countsOf(period)));
    else assert.match(sum, /geen stand per deelproject$/);
  });

  const onTrack = (period) => period.reports.filter(({ status }) => status.label === 'Op koers').length;
  const first = withLights.find((period) => period.scale === newest.scale);
  const names = [newest, first].flatMap(({ name }) => numbersIn(name));
  assert.deepEqual(numbersIn(conclusion),
    [names[0], onTrack(newest), toldAndNot(newest.reports)[0], names[1], onTrack(first), toldAndNot(first.reports)[0]]);
});

// ---- project by period ------------------------------------------------------------------------------------

test('the matrix is a table with the light of each project in each period, and why there is none', () => {
  const [{ conclusion, tables: [table] }] = charts('periodes/index.html', 'matrix-figure');
  const [head, ...rows] = cellsIn(table);
  assert.deepEqual(head.slice(1), periods.map(({ name }) => name));
  const words = new Set(periods.flatMap(({ scale }) => scale.map(({ label }) => label)));

  for (const project of projects) {
    const named = periods.map((period) => reportOf(period, project)).filter(Boolean).at(-1);
    const [row, ...others] = rows.filter(([first]) => first.startsWith(`${named.number} ${named.name}`));
    assert.deepEqual(others, [], project.id);
    periods.forEach((period, index) => {
      const cell = row[index + 1];
      assert.ok(cell.startsWith(`${period.name}: `), cell);
      const told = cell.slice(`${period.name}: `.length);
      const report = reportOf(period, project);
      if (report && isTold(report)) {
        const basis = report.basis === 'derived' ? 'afgeleid' : 'gemeld';
        assert.match(told, new RegExp(`^${report.status.label}, ${basis}(;|$)`), `${project.id} ${period.id}`);
      } else if (report) {
        assert.match(told, /^Niet gemeld(;|$)/, `${project.id} ${period.id}`);
      } else {
        const gone = 'beëindigd|ging verder als|opgegaan in|gesplitst in|ingetrokken op \\d+ \\S+ \\d{4}$';
        const expected = new RegExp(`^(${period.reports.length === 0 ? 'geen stand bekend' : 'niet in deze periode'}|${gone})`);
        assert.match(told, expected, `${project.id} ${period.id}`);
        assert.ok(!words.has(told.split(/[,;]/)[0]), told);
      }
    });
  }

  const totals = rows.at(-1).slice(1).map(numbersIn);
  assert.deepEqual(totals, periods.map(({ reports }) => {
    return reports.length === 0 ? [] : [reports.filter(needsAttention).length, reports.filter(isTold).length];
  }));
  assert.deepEqual(numbersIn(conclusion), [withLights.length, periods.length]);
});

// ---- a project through time -------------------------------------------------------------------------------

test('the course of each project is a list with its light in each period, and why there is none', () => {
  const words = [...new Set(periods.flatMap(({ scale }) => scale.map(({ label }) => label)))];
  for (const project of projects) {
    const [{ conclusion, lists: [list] }] = charts(pageOfProject(project), 'strip-figure');
    assert.deepEqual(list.items.length, periods.length, project.id);
    periods.forEach((period, index) => {
      const told = textIn(list.items[index]);
      assert.ok(told.startsWith(`${period.name} `), told);
      const rest = told.slice(period.name.length + 1);
      const form = formsOf(project).find((each) => reportOf(period, each)) ?? project;
      const report = reportOf(period, form);
      if (report && isTold(report)) {
        const basis = report.basis === 'derived' ? 'afgeleid' : 'gemeld';
        assert.ok(rest.startsWith(`${report.status.label} ${basis}`), `${project.id}: ${told}`);
        // Then it says under what name.
        if (form !== project) assert.ok(rest.includes(form.name), `${project.id}: ${told}`);
      } else {
        assert.ok(!words.some((word) => rest.startsWith(word)) && rest.length > 5, `${project.id}: ${told}`);
      }
    });
    const last = periods.map((period) => reportOf(period, project)).filter((report) => report && isTold(report)).at(-1);
    assert.ok(conclusion.includes(inSentence(last.status.label)), `${project.id}: ${conclusion}`);
  }
});
