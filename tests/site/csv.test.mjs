// Every table for a spreadsheet: written by the standard, in words that a person understands, and the same as on the page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { recordsOf, rowsOf } from '../support/csv.mjs';
import { linkedSite, targetOf } from '../support/links.mjs';
import { builtSites, filesIn } from '../support/sites.mjs';

const text = (element) => element.text().replace(/\s+/g, ' ').trim();
const classesOf = ({ attributes }) => (attributes.class ?? '').split(' ');
const isIn = (element, ancestor) => element !== undefined && (element === ancestor || isIn(element.parent, ancestor));

// A number as a page writes it ("1.186", "77,5 %", "€ 941.250") as a spreadsheet wants it.
function plain(cell) {
  const found = /^(?:€\s?)?(-?\d{1,3}(?:\.\d{3})*)(?:,(\d+))?(?:\s?%| procentpunt)?$/.exec(cell.replaceAll('−', '-'));
  return found ? found[1].replaceAll('.', '') + (found[2] === undefined ? '' : `.${found[2]}`) : cell;
}

test('the parser takes what RFC 4180 allows, and nothing else', () => {
  assert.deepEqual(rowsOf('a,"b ""c"", d\r\ne"\r\n,1\r\n'), [['a', 'b "c", d\r\ne'], ['', '1']]);
  assert.deepEqual(rowsOf('a\r\nb'), [['a'], ['b']]);
  for (const wrong of ['a,b\nc,d\n', 'a,b\r\nc\r\n', 'a"b\r\n', '"a" \r\n', '"a\r\n', 'a\rb\r\n', 'a,']) {
    assert.throws(() => rowsOf(wrong), Error, JSON.stringify(wrong));
  }
});

for (const { name, source, folder } of await builtSites()) {
  const site = linkedSite(folder);
  // What a council or its staff made lies among the files; it is published as it came.
  const files = site.files.filter((file) => file.endsWith('.csv') && !file.startsWith('bestanden/'));
  const read = (file) => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
  const csv = new Map(files.map((file) => [file, read(file)]));

  const { status_scales: scales } = JSON.parse(readFileSync(join(source, 'data/site.json'), 'utf8'));
  const periods = filesIn(join(source, 'data/periods')).map((file) => JSON.parse(readFileSync(join(source, 'data/periods', file), 'utf8')));

  test(`${name}: every CSV file is by RFC 4180, in UTF-8, with at least one row`, () => {
    assert.ok(files.length > 20);
    for (const file of files) {
      try {
        assert.ok(rowsOf(csv.get(file)).length >= 2, 'no row');
      } catch (error) {
        assert.fail(`${file}: ${error.message}`);
      }
    }
  });

  test(`${name}: the header of a CSV file is in words, each of them once`, () => {
    const wrong = files.flatMap((file) => {
      const [header] = rowsOf(csv.get(file));
      const isWords = (cell) => /^(?:\p{Lu}[^_]*|\d{4})$/u.test(cell);
      return header.filter((cell, index) => !isWords(cell) || header.indexOf(cell) !== index).map((cell) => `${file}: ${cell}`);
    });
    assert.deepEqual(wrong, []);
  });

  test(`${name}: no cell of a CSV file is empty: what is not known or does not apply says so`, () => {
    const empty = files.flatMap((file) => rowsOf(csv.get(file)).flatMap((row, index) => {
      return row.some((cell) => cell.trim() === '') ? [`${file}: row ${index + 1}`] : [];
    }));
    assert.deepEqual(empty, []);
  });

  test(`${name}: no cell of a CSV file is an id`, () => {
    const idsIn = (value) => {
      if (typeof value !== 'object' || value === null) return [];
      return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(idsIn)];
    };
    const sources = filesIn(join(source, 'data')).filter((file) => file.endsWith('.json') && !file.startsWith('editions/'));
    const data = sources.map((file) => JSON.parse(readFileSync(join(source, 'data', file), 'utf8')));
    // The number of a commitment is its id; that of a shape or a light is a word of the program.
    const ids = new Set(data.flatMap(idsIn).filter((id) => /^[a-z]/.test(id)));
    for (const word of ['check', 'warning', 'cross', 'pause', 'ring', 'flag', 'green', 'amber', 'grey', 'null', 'true', 'false']) ids.add(word);
    const found = files.flatMap((file) => rowsOf(csv.get(file)).flat().filter((cell) => ids.has(cell)).map((cell) => `${file}: ${cell}`));
    assert.deepEqual(found, []);
    assert.ok(ids.size > 60);
  });

  // An edition has its own files of what it tells through time, and one that was replaced has all its files; its pages lead
  // to them.
  const isOfEdition = (file) => /^periodes\/[^/]+\/(?:v\d+|gegevens)\//.test(file);

  test(`${name}: every CSV file is on the data page but those of editions, and nothing else`, () => {
    const links = site.inside.filter(({ page, tag, address }) => page === 'gegevens/index.html' && tag === 'a' && address.endsWith('.csv'));
    assert.deepEqual(links.map((link) => targetOf(link).file).sort(), files.filter((file) => !isOfEdition(file)).sort());
  });

  // Every table that says where its CSV is: [{ page, table, file }].
  const downloads = site.inside.filter(({ tag, element }) => tag === 'a' && classesOf(element.parent).includes('sl-csv'));
  const tables = downloads.flatMap((link) => {
    const around = link.element.parent.parent;
    const found = site.elements.get(link.page).filter((each) => each.tag === 'table' && isIn(each, around) && each.line < link.line);
    return found.slice(-1).map((table) => ({ page: link.page, table, file: targetOf(link).file }));
  });
  const rowsIn = (page, table) => {
    const parts = site.elements.get(page).filter((each) => isIn(each, table));
    const cells = parts.filter(({ tag }) => tag === 'th' || tag === 'td');
    return parts.filter(({ tag }) => tag === 'tr').map((row) => cells.filter(({ parent }) => parent === row).map(text));
  };

  // A bar below a key figure shows what stands beside it in digits; on paper a drawing is followed by its table; and a
  // category has a list of words for each project, whose page has the table.
  const isTold = ({ page, figure }) => page.endsWith('/afdruk.html') || classesOf(figure.parent.parent).includes('sl-kpi') ||
    (/^programmas\/[^/]+\//.test(page) && classesOf(figure).includes('sl-strip-figure'));

  test(`${name}: every chart has a table with its CSV`, () => {
    assert.deepEqual(tables.filter(({ file }) => !csv.has(file)).map(({ page, file }) => `${page}: ${file}`), []);
    const folds = site.pages.flatMap((page) => site.elements.get(page).filter((each) => classesOf(each).includes('sl-data')));
    assert.deepEqual(folds.filter((fold) => !tables.some(({ table }) => isIn(table, fold))).map(text), []);
    const figures = site.pages.flatMap((page) => site.elements.get(page).filter(({ tag }) => tag === 'figure').map((figure) => ({ page, figure })));
    const bare = figures.filter((each) => !isTold(each) && !folds.some((fold) => isIn(fold, each.figure)));
    assert.deepEqual(bare.map(({ page, figure }) => `${page}:${figure.line}`), []);
    assert.ok(folds.length > 50);
  });

  test(`${name}: a table on a page says what its CSV says`, () => {
    const told = (row) => JSON.stringify(row);
    const wrong = tables.flatMap(({ page, table, file }) => {
      const [header, ...rows] = rowsIn(page, table);
      const [expected, ...there] = rowsOf(csv.get(file)).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
      const lines = new Set(there.map(told));
      // "235 meer" of a comparison is 235 in the file, "3 minder" is -3.
      const signed = (cell) => cell.replace(/^(.*) meer$/, '$1').replace(/^(.*) minder$/, '-$1').replace('-€ ', '€ -');
      const known = (row) => [row, row.map(plain), row.map(signed).map(plain)].some((each) => lines.has(told(each)));
      if (posix.basename(file).startsWith('gemeenten-')) {
        // A page tells of one period or of one council; the CSV, of all: Periode, Gemeente, Realisatie.
        const period = periods.find(({ name: each }) => text(table).includes(each) || text(table).includes(each.toLowerCase()));
        const keyed = ([head, value]) => (header[0] === 'Periode' ? [head, header[1], value] : [period.name, head, value]);
        return rows.map(keyed).filter((row) => !known(row)).map((row) => `${page} ${file}: ${told(row)}`);
      }
      const faults = rows.filter((row) => !known(row)).map(told);
      // The lights of one programme are part of the table of their period.
      const isPart = posix.basename(file) === 'stoplichten.csv';
      if (told(header) !== told(expected)) faults.push(told(header));
      if (isPart ? rows.length === 0 : rows.length !== there.length) faults.push(`${rows.length} of ${there.length} rows`);
      return faults.map((fault) => `${page} ${file}: ${fault}`);
    });
    assert.deepEqual(wrong, []);
    assert.ok(tables.length > 50);
  });

  test(`${name}: no page of a published period leads to a table of today`, () => {
    const isPublished = (page) => /^periodes\/[^/]+\/(?!index)/.test(page) && files.some((file) => file.startsWith(`${page.split('/', 2).join('/')}/gegevens/`));
    const wrong = tables.filter(({ page, file }) => isPublished(page) && file.startsWith('gegevens/'));
    assert.deepEqual(wrong.map(({ page, file }) => `${page}: ${file}`), []);
    if (files.some(isOfEdition)) assert.ok(tables.filter(({ file }) => isOfEdition(file)).length > 20);
  });

  // ---- lights -----------------------------------------------------------------------------------------------

  const scaleOf = ({ scale }) => scales.find(({ id }) => id === scale) ?? scales[0];
  const wordOf = (period, { status = 'not-reported' }) => scaleOf(period).statuses.find(({ id }) => id === status).label;

  test(`${name}: the lights of a period are in its CSV as words, in the order of the report`, () => {
    for (const period of periods.filter(({ projects }) => projects)) {
      const records = recordsOf(csv.get(`periodes/${period.id}/stoplichten.csv`));
      const found = records.map((record) => [record.Nr, record.Stoplicht]);
      assert.deepEqual(found, period.projects.map((report) => [report.number, wordOf(period, report)]), period.id);
    }
  });

  test(`${name}: the lights of a project through time are in its CSV as words, and where there is none it says why`, () => {
    const words = new Set(scales.flatMap(({ statuses }) => statuses.map(({ label }) => label)));
    const projects = files.filter((file) => file.startsWith('gegevens/deelproject-'));
    assert.ok(projects.length > 10);
    for (const file of projects) {
      const id = /deelproject-(.*)\.csv$/.exec(file)[1];
      for (const record of recordsOf(csv.get(file))) {
        const period = periods.find((each) => each.name === record.Periode);
        const report = period.projects?.find(({ project }) => project === id);
        const isOwn = report !== undefined || record.Deelproject === '–';
        // A project that this one continues is told under its own name.
        if (!isOwn) {
          assert.ok(period.projects.some(({ name, number }) => name === record.Deelproject || number === record.Nr), `${file}: ${period.id}`);
          continue;
        }
        const told = report?.status !== undefined && report.status !== 'not-reported';
        if (told) assert.equal(record.Stoplicht, wordOf(period, report), `${file}: ${period.id}`);
        else assert.ok(record.Stoplicht.length > 5 && !words.has(record.Stoplicht), `${file}: ${period.id} ${record.Stoplicht}`);
      }
    }
  });

  test(`${name}: the lights of all projects in all periods are in one CSV, as words`, () => {
    const records = recordsOf(csv.get('gegevens/stoplichten.csv'));
    for (const period of periods) {
      const cells = records.map((record) => record[period.name]);
      const expected = (period.projects ?? []).map((report) => wordOf(period, report)).sort();
      const words = new Set(scaleOf(period).statuses.map(({ label }) => label));
      const found = cells.map((cell) => cell.split(/[,;]/)[0]).filter((word) => words.has(word)).sort();
      assert.deepEqual(found, expected, period.id);
    }
  });
}
