// A period filled in with a spreadsheet, by each program that people use for it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program, repository, run } from '../support/program.mjs';
import { edit, publishedSmallSite, readJson, smallSite, succeed } from '../support/publishing.mjs';
import { data, filledWith, formOf, importSheet, period, progress, siteToFill, written } from '../support/sheets.mjs';
import { copyOf, copyOfSample, filesIn, stateOf, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';
import { Form } from '../support/workbook.mjs';

// Runs a command at a terminal, and types one line there.
const atTerminal = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0: os.execv(sys.argv[2], sys.argv[2:])
os.write(terminal, sys.argv[1].encode() + b"\\n")
said = b""
try:
    while chunk := os.read(terminal, 4096): said += chunk
except OSError: pass
print(said.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const textsOf = (site) => Object.fromEntries(filesIn(site).map((file) => [file, readFileSync(join(site, file), 'utf8')]));

// What everybody fills in.
const summary = 'De bouw “begint” & gaat < door.\nEen tweede regel: € 5.';
const text = '## Stand\n\nDe vergunning is er.';
const filledIn = (percentage, day) => ({
  Projecten: { havenkwartier: { Stand: 'Op koers', Samenvatting: summary, Gevolg: 'Minder huizen.', Voortgang: text } },
  Cijfers: {
    'havenkwartier/haven-woningen': { Realisatie: 61, 'Hoe precies': 'ongeveer', Prognose: 110 },
    'havenkwartier/tevreden': { Realisatie: percentage },
    'havenkwartier/kosten': { Realisatie: 41400, Toelichting: 'Volgens de jaarrekening.' },
  },
  Toezeggingen: { 'T24-02': { Termijn: day, Stand: 'in uitvoering' } },
});

// The site that they all give, with every other byte as it was.
function expectedTexts(site) {
  const texts = textsOf(site);
  const replace = (file, from, to) => {
    assert.ok(texts[file].includes(from), from);
    texts[file] = texts[file].replace(from, () => to);
  };
  replace(data, '"number": "1", "status": "at-risk"', `"number": "1", "status": "on-track", "summary": ${JSON.stringify(summary)}`);
  replace(data, '"consequence": null', '"consequence": "Minder huizen."');
  replace(data, '"actual": 50 } ]', '"actual": { "value": 61, "qualifier": "about" }, "forecast": 110 }, ' +
    '{ "indicator": "tevreden", "actual": 72.5 }, { "indicator": "kosten", "actual": 41400, "note": "Volgens de jaarrekening." } ]');
  replace('data/commitments.json', '"due": "2025-Q2"', '"due": "2025-06-30"');
  replace('data/commitments.json', '"status": "open"', '"status": "in-progress"');
  texts[progress] = `${text}\n`;
  return texts;
}

async function assertImported(file, ...more) {
  const site = siteToFill();
  const expected = expectedTexts(site);
  const { code, stderr } = await importSheet(site, file, ...more);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  assert.deepEqual(textsOf(site), expected);
}

// ---- round trips ------------------------------------------------------------------------------------------

test('a form that was not touched changes no byte, and is the same whenever it is made', async () => {
  const begun = copyOf(voorbeeldstad);
  await succeed(['new', '2025-h1', '--site', begun]);
  for (const [site, id] of [[siteToFill(), period], [copyOfSample(), '2020-07'], [copyOfSample(), '2021-05'], [begun, '2025-h1']]) {
    const before = stateOf(site);
    const file = await formOf(site, id);
    assert.deepEqual(await importSheet(site, file, '--yes'), { code: 0, stdout: 'nothing changes\n', stderr: '' });
    assert.deepEqual(stateOf(site), before);
    assert.ok(readFileSync(file).equals(readFileSync(await formOf(site, id))));
  }
});

test('filled in as Excel writes it, with shared strings and a date by its format', async () => {
  const form = new Form(readFileSync(await formOf(siteToFill())));
  form.fill(filledIn(0.725, 'x'));
  let date = 0;  // The format of dates comes behind those that are there.
  form.edit('xl/styles.xml', (xml) => xml.replace(/<cellXfs count="(\d+)">([^]*?)<\/cellXfs>/, (_, count, formats) => {
    date = Number(count);
    return `<cellXfs count="${date + 1}">${formats}<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>`;
  }));
  const due = form.cell('Toezeggingen', 'T24-02', 'Termijn');
  form.editSheet('Toezeggingen', (xml) => xml.replace(new RegExp(`<c r="${due}".*?</c>`), `<c r="${due}" s="${date}"><v>45838</v></c>`));
  await assertImported(written(form.bytes()));
});

test('filled in by openpyxl, and then opened and saved by LibreOffice', async () => {
  const folder = temporaryFolder();
  const [values, filled] = ['values.json', 'filled.xlsx'].map((name) => join(folder, name));
  writeFileSync(values, JSON.stringify(filledIn(0.725, { date: '2025-06-30' })));
  execFileSync('/usr/bin/python3', [join(repository, 'tests/support/fill_form.py'), await formOf(siteToFill()), filled, values]);
  await assertImported(filled);

  const saved = join(folder, 'saved');
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML',
    '--outdir', saved, filled], { stdio: 'ignore' });
  await assertImported(join(saved, 'filled.xlsx'));
});

test('rows and columns that were moved, and sheets that were renamed', async () => {
  const form = new Form(readFileSync(await formOf(siteToFill())));
  form.fill(filledIn(0.725, '30-6-2025'));
  for (const sheet of ['Projecten', 'Cijfers']) {
    const rows = form.rows(sheet);
    const width = rows[0].length;
    const moved = [[], ['Een titel'], rows[0], ...rows.slice(1).reverse()].map((row) => Array.from({ length: width }, (_, i) => row[i] ?? '').reverse());
    const percent = rows[0].indexOf('Realisatie');
    const cellsOf = (row, y) => row.map((value, x) => {
      if (value === '') return '';
      const name = `${String.fromCharCode(65 + x)}${y + 1}`;
      // Without its format a percentage is just a number.
      const shown = value === 0.725 && width - 1 - x === percent ? 72.5 : value;
      return typeof shown === 'number' ? `<c r="${name}"><v>${shown}</v></c>` : `<c r="${name}" t="s"><v>${form.strings.push(shown) - 1}</v></c>`;
    }).join('');
    form.editSheet(sheet, (xml) => xml.replace(/<sheetData>[^]*<\/sheetData>/, () =>
      `<sheetData>${moved.map((row, y) => `<row r="${y + 1}">${cellsOf(row, y)}</row>`).join('')}</sheetData>`));
  }
  form.edit('xl/workbook.xml', (xml) => xml.replace('name="Cijfers"', 'name="Blad met cijfers"'));
  const site = siteToFill();
  const expected = expectedTexts(site);
  const { code, stdout, stderr } = await importSheet(site, written(form.bytes()));
  assert.equal(stderr, '');
  assert.equal(code, 0);
  assert.ok(stdout.includes("note: sheet 'Blad met cijfers' was read as 'Cijfers'\n"));
  assert.deepEqual(textsOf(site), expected);
});

// ---- CSV --------------------------------------------------------------------------------------------------

const quoted = (cell) => (/[;"\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""').replaceAll('\n', '\r\n')}"` : cell);
const dutch = (value) => (typeof value === 'number' ? String(value).replace('.', ',') : value);
const windows1252 = { '“': 0x93, '”': 0x94, '€': 0x80, '’': 0x92 };
const encodings = {
  'UTF-8 with a mark': (csv) => Buffer.from(`\uFEFF${csv}`),
  'UTF-8 without one': (csv) => Buffer.from(csv),
  'Windows-1252': (csv) => Buffer.from([...csv].map((c) => windows1252[c] ?? c.charCodeAt(0))),
  'UTF-16 with tabs': (csv) => Buffer.from(`\uFEFF${csv.replaceAll(';', '\t')}`, 'utf16le'),
};

for (const [name, encode] of Object.entries(encodings)) {
  test(`each sheet as CSV: ${name}`, async () => {
    const form = new Form(readFileSync(await formOf(siteToFill())));
    form.fill(filledIn('72,5%', '30-6-2025'));
    const site = siteToFill();
    const expected = expectedTexts(site);
    for (const sheet of ['Projecten', 'Cijfers', 'Toezeggingen']) {
      const csv = form.rows(sheet).map((row) => row.map((cell) => quoted(dutch(cell))).join(';')).join('\r\n');
      const { code, stderr } = await importSheet(site, written(encode(`${csv}\r\n`), 'blad.csv'), '--period', period);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    }
    assert.deepEqual(textsOf(site), expected);
  });
}

test('CSV says nothing of its period', async () => {
  const { code, stderr } = await importSheet(siteToFill(), written('Nummer;Sleutel\n', 'blad.csv'));
  assert.equal(code, 2);
  assert.match(stderr, /^stoplicht: \S+blad\.csv does not say which period it is about\n {2}hint: name it: --period 2025-h1\n$/);
});

// ---- what it tells ----------------------------------------------------------------------------------------

test('it shows old and new by sheet, row and column, and writes nothing with --dry-run', async () => {
  const site = siteToFill();
  const file = await filledWith(site, filledIn(0.725, '30-6-2025'));
  const before = stateOf(site);
  assert.deepEqual(await importSheet(site, file, '--dry-run'), {
    code: 0,
    stdout: `Projecten
  1 Havenkwartier
    Stand: Risico → Op koers
    Samenvatting: (empty) → De bouw “begint” & gaat < door. Een tweede regel: € 5.
    Gevolg: niet bekend → Minder huizen.
    Voortgang: De vergunning is verleend. Er zijn {{ project.havenkwartier.… → ## Stand  De vergunning is er.
Cijfers
  1 Havenkwartier, Tevreden bewoners
    Realisatie: niet bekend → 72,5 %
  1 Havenkwartier, Kosten
    Realisatie: niet bekend → 41.400
    Toelichting: (empty) → Volgens de jaarrekening.
  1 Havenkwartier, Woningen in de haven
    Realisatie: 50 → ongeveer 61
    Prognose: niet bekend → 110
Toezeggingen
  T24-02
    Termijn: tweede kwartaal van 2025 → 30 juni 2025
    Stand: open → in uitvoering
nothing was written: --dry-run
`.replace('72,5 %', '72,5\u00A0%'),
    stderr: '',
  });
  assert.deepEqual(stateOf(site), before);
});

test('what removes something, and an unlikely figure, is written with --yes only', async () => {
  const site = siteToFill();
  edit(site, data, '"actual": 50 }', '"actual": 1250 }');
  const file = await filledWith(site, {
    Projecten: { doorstroming: { Samenvatting: '' } },
    Cijfers: { 'havenkwartier/haven-woningen': { Realisatie: 12500 }, 'total/woningen': { Realisatie: '', 'Hoe precies': '' } },
  });
  const before = stateOf(site);
  const refused = await importSheet(site, file);
  assert.equal(refused.code, 1);
  assert.equal(refused.stdout, `Projecten
  2 Doorstroming
    Samenvatting: Twintig verhuizingen. → (empty)  (!) removes what stood there
Cijfers
  Totaal, Nieuwe woningen
    Realisatie: ongeveer 130 → niet bekend  (!) removes what stood there
  1 Havenkwartier, Woningen in de haven
    Realisatie: 1.250 → 12.500  (!) at least 3 times as much as before
`);
  assert.equal(refused.stderr, 'stoplicht: nothing was written: 3 changes above have a (!)\n' +
    '  hint: look at each, and mend it in the sheet, or write all of it with --yes\n');
  assert.deepEqual(stateOf(site), before);

  assert.equal((await importSheet(site, file, '--yes')).code, 0);
  const { projects, totals } = readJson(site, data);
  assert.deepEqual(projects[1], { project: 'doorstroming', number: '2', status: 'on-track' });
  assert.equal(projects[0].values[0].actual, 12500);
  assert.deepEqual(totals, [{ indicator: 'woningen', actual: null }]);
});

test('a commitment is put off with --yes only', async () => {
  const site = siteToFill();
  const file = await filledWith(site, { Toezeggingen: { 'T24-02': { Termijn: '31-12-2025' } } });
  const before = stateOf(site);
  const refused = await importSheet(site, file);
  assert.equal(refused.code, 1);
  assert.ok(refused.stdout.endsWith('    Termijn: tweede kwartaal van 2025 → 31 december 2025  (!) a later date than was promised\n'), refused.stdout);
  assert.deepEqual(stateOf(site), before);
  assert.equal((await importSheet(site, file, '--yes')).code, 0);
  assert.equal(readJson(site, 'data/commitments.json').commitments[1].due, '2025-12-31');
});

test('every fault is named by its cell, in one run, and nothing is written', async () => {
  const site = siteToFill();
  const form = new Form(readFileSync(await formOf(site)));
  form.fill({
    Projecten: { havenkwartier: { Stand: 'Op kors', Samenvatting: 'Goed.' } },
    Cijfers: { 'havenkwartier/haven-woningen': { Realisatie: 'veel' } },
    Toezeggingen: { 'T24-02': { Termijn: 'ooit' } },
  });
  const cost = form.cell('Cijfers', 'havenkwartier/kosten', 'Realisatie');
  form.putRaw('Cijfers', cost, '<f>SUM(A1:A3)</f>');
  const file = written(form.bytes());
  const before = stateOf(site);
  const { code, stdout, stderr } = await importSheet(site, file);
  assert.deepEqual([code, stdout], [1, '']);
  assert.equal(stderr.replaceAll(file, 'form.xlsx'), `form.xlsx:Cijfers!G4: error: the cell has a formula whose value was never worked out [sheet-formula]
  hint: open the file in Excel or LibreOffice, save it, and try again
form.xlsx:Cijfers!G5: error: 'veel' is no number [sheet-value]
  hint: write a number; when it is not known, leave the cell empty or write: niet bekend
form.xlsx:Projecten!E3: error: 'Op kors' is not in the list of this column [sheet-value]
  hint: use one of: Op koers, Risico, Niet op koers, Niet gemeld (did you mean 'Op koers'?)
form.xlsx:Toezeggingen!E2: error: 'ooit' is no date [sheet-value]
  hint: write 30-6-2025, 2025-06, 2025-Q2 or 2025
stoplicht: nothing was written: 4 errors
  hint: mend them in the sheet, save it, and try again
`);
  assert.deepEqual(stateOf(site), before);
});

test('what the site would refuse is told at the cell that it comes from', async () => {
  const site = siteToFill();
  const file = await filledWith(site, { Toezeggingen: { 'T24-02': { Stand: 'vervallen' } } });
  const before = stateOf(site);
  const { code, stderr } = await importSheet(site, file);
  assert.equal(code, 1);
  assert.equal(stderr.replaceAll(file, 'form.xlsx'), `form.xlsx:Toezeggingen!I2: error: commitment 'T24-02' lapsed without a reason [commitment-lapsed-reason]
  hint: fill in the column 'Reden van vervallen'
stoplicht: nothing was written: 1 error
  hint: the site would have these with the sheet; mend what they tell first
`);
  assert.deepEqual(stateOf(site), before);
});

test('a form that was begun with new is filled in, and what is left over is told by check', async () => {
  const site = smallSite();
  await succeed(['new', '2025-h1', '--site', site]);
  const form = new Form(readFileSync(await formOf(site, '2025-h1')));
  assert.equal(form.cells('Projecten').get(form.cell('Projecten', 'havenkwartier', 'Samenvatting')), undefined);
  assert.equal(form.cells('Projecten').get(form.cell('Projecten', 'havenkwartier', 'Vorige stand')), 'Risico');
  assert.equal(form.cells('Cijfers').get(form.cell('Cijfers', 'havenkwartier/haven-woningen', 'Vorige waarde')), 50);
  form.fill({
    Projecten: { havenkwartier: { Stand: 'Op koers', Samenvatting: 'Goed.', Voortgang: '---\nNieuw.' } },
    Cijfers: { 'havenkwartier/haven-woningen': { Realisatie: 60 }, 'total/woningen': { Realisatie: 1 } },
  });
  const { code, stdout } = await importSheet(site, written(form.bytes()));
  assert.equal(code, 1);
  assert.ok(stdout.includes('Realisatie: niet bekend → 1  (!) at least 3 times as little as last time: 130\n'), stdout);
  assert.equal((await importSheet(site, written(form.bytes()), '--yes')).code, 0);
  assert.equal(readFileSync(join(site, 'content/periods/2025-h1/progress/havenkwartier.md'), 'utf8'), '\n---\nNieuw.\n');
  const { projects, totals } = readJson(site, 'data/periods/2025-h1.json');
  assert.deepEqual(projects[0], { project: 'havenkwartier', number: '1', status: 'on-track', summary: 'Goed.', values: [{ indicator: 'haven-woningen', actual: 60 }] });
  assert.deepEqual(totals, [{ indicator: 'woningen', actual: 1 }]);
  const left = await run(['check', '--site', site]);
  assert.equal(left.code, 0);
  assert.ok(!left.stderr.includes('progress/havenkwartier.md'));
});

test('at a terminal it asks, and takes no for an answer', async () => {
  const site = siteToFill();
  const file = await filledWith(site, { Projecten: { doorstroming: { Samenvatting: '' } } });
  const before = stateOf(site);
  const answer = (said) => spawnSync('/usr/bin/python3', ['-c', atTerminal, said, program, 'sheet', 'import', file, '--site', site], { encoding: 'utf8' });
  const no = answer('n');
  assert.equal(no.status, 1);
  assert.ok(no.stdout.includes('1 change above has a (!). Write all of it? [y/N] '), no.stdout);
  assert.deepEqual(stateOf(site), before);
  assert.equal(answer('j').status, 0);
  assert.equal(readJson(site, data).projects[1].summary, undefined);
});

test('at a terminal it asks before it writes anything, also when nothing has a (!)', async () => {
  const site = siteToFill();
  const file = await filledWith(site, { Projecten: { doorstroming: { Samenvatting: 'Dertig verhuizingen.' } } });
  const before = stateOf(site);
  const answer = (said, ...more) => spawnSync('/usr/bin/python3', ['-c', atTerminal, said, program, 'sheet', 'import', file, '--site', site, ...more], { encoding: 'utf8' });
  const no = answer('n');
  assert.equal(no.status, 1);
  assert.ok(no.stdout.includes('Write these changes? [y/N] '), no.stdout);
  assert.deepEqual(stateOf(site), before);
  assert.ok(!answer('n', '--dry-run').stdout.includes('[y/N]'));
  assert.equal(answer('n', '--yes').status, 0);
  assert.equal(readJson(site, data).projects[1].summary, 'Dertig verhuizingen.');
});

test('macros are told, and --sheet says what a CSV file is that has lost its headings', async () => {
  const site = siteToFill();
  const form = new Form(readFileSync(await filledWith(site, { Projecten: { doorstroming: { Stand: 'Risico' } } })));
  form.files.set('xl/vbaProject.bin', Buffer.from('x'));
  const { stdout } = await importSheet(site, written(form.bytes(), 'form.xlsm'), '--dry-run');
  assert.ok(stdout.includes('note: the workbook has macros; they were not looked at\n'));

  const csv = written('Sleutel;Realisatie\nhavenkwartier/haven-woningen;60\n', 'x.csv');
  assert.match((await importSheet(site, csv, '--period', period)).stderr, /the file does not tell which sheet of the form it is \[sheet-missing\]\n {2}hint: say it: --sheet Cijfers\n/);
  assert.equal((await importSheet(site, csv, '--period', period, '--sheet', 'cijfers')).code, 0);
  assert.equal(readJson(site, data).projects[0].values[0].actual, 60);
});

test('a form of an English site speaks English', async () => {
  const site = smallSite();
  edit(site, 'data/site.json', '"language": "nl"', '"language": "en"');
  const form = new Form(readFileSync(await formOf(site)));
  assert.deepEqual([...form.parts.keys()], ['Guide', 'Projects', 'Figures', 'Commitments', '_stoplicht']);
  form.fill({ Figures: { 'havenkwartier/haven-woningen': { Actual: '1,200', 'How exact': 'about' } } });
  assert.equal((await importSheet(site, written(form.bytes()), '--yes')).code, 0);
  assert.deepEqual(readJson(site, data).projects[0].values[0].actual, { value: 1200, qualifier: 'about' });
});

// ---- refused ----------------------------------------------------------------------------------------------

test('a published period, an unknown one, a file that is there, a form of another period or version', async () => {
  const published = await publishedSmallSite();
  const hint = '  hint: change its files, and publish the change with: stoplicht correct 2024-h2 --reason "..."\n';
  const draft = siteToFill();
  const file = await formOf(draft);
  const gone = `stoplicht: period '2024-h2' was published already\n${hint}`;
  assert.deepEqual(await run(['sheet', 'export', period, '--site', published]), { code: 1, stdout: '', stderr: gone });
  assert.deepEqual(await importSheet(published, file), { code: 1, stdout: '', stderr: gone });
  assert.deepEqual(await run(['sheet', 'export', '2025-h1', '--site', draft]), { code: 2, stdout: '',
    stderr: "stoplicht: there is no period '2025-h1'\n  hint: did you mean '2024-h1'? A new one begins with: stoplicht new 2025-h1\n" });
  assert.deepEqual(await run(['sheet', 'export', period, '--site', draft, '--output', file]), { code: 3, stdout: '',
    stderr: `stoplicht: ${file} is there already; it was not touched\n  hint: name another file with --output\n` });
  assert.match((await importSheet(draft, file, '--period', '2024-h1')).stderr, /^stoplicht: --period: this is the form of '2024-h2', not of '2024-h1'\n/);
  const form = new Form(readFileSync(file));
  form.strings = form.strings.map((each) => (each === '2' ? '3' : each));
  const other = await importSheet(draft, written(form.bytes()));
  assert.equal(other.code, 1);
  assert.match(other.stderr, /:_stoplicht!B1: error: this is a form of version 3, and this program reads version 2 \[sheet-form\]\n/);
  assert.match((await importSheet(draft, join(draft, 'none.xlsx'))).stderr, /^stoplicht: cannot read \S+none\.xlsx: No such file or directory\n$/);
  assert.ok(!existsSync(join(draft, 'none.xlsx')));
});
