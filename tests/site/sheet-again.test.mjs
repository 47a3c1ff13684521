// A form that comes back more than once: from several people, or with a mistake in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { edit, readJson, smallSite, succeed } from '../support/publishing.mjs';
import { data, filledWith, formOf, importSheet, period, progress, siteToFill, written } from '../support/sheets.mjs';
import { stateOf } from '../support/sites.mjs';
import { Form } from '../support/workbook.mjs';

const noteOf = (cells, places) => `note: ${cells} what the form said when it was made, while the site says something else by now (${places}): the site's stays; to take something back, make a new form\n`;

test('two colleagues fill in copies of one form, and neither takes away what the other wrote', async () => {
  const site = siteToFill();
  const form = readFileSync(await formOf(site));
  const copyWith = (values) => written(new Form(form).fill(values).bytes());
  await succeed(['sheet', 'import', copyWith({ Projecten: { havenkwartier: { Stand: 'Op koers' } }, Cijfers: { 'havenkwartier/tevreden': { Realisatie: 0.725 } } }), '--site', site]);
  await succeed(['sheet', 'import', copyWith({ Projecten: { doorstroming: { Samenvatting: 'Dertig verhuizingen.' } } }), '--site', site]);
  edit(site, progress, 'De vergunning is verleend.', 'Met de hand.');
  const before = stateOf(site);
  const left = noteOf('4 cells say', 'Projecten!E3, Projecten!L3, Projecten!G4, Cijfers!G3');
  assert.deepEqual(await importSheet(site, written(form), '--yes'), { code: 0, stdout: `${left}nothing changes\n`, stderr: '' });
  assert.deepEqual(stateOf(site), before);
  const { projects } = readJson(site, data);
  assert.equal(projects[0].status, 'on-track');
  assert.equal(projects[0].values.find((each) => each.indicator === 'tevreden').actual, 72.5);
  assert.equal(projects[1].summary, 'Dertig verhuizingen.');

  const other = await importSheet(site, copyWith({ Projecten: { doorstroming: { Samenvatting: 'Veertig.' } } }));
  assert.equal(other.code, 1);
  assert.equal(other.stdout, `Projecten
  2 Doorstroming
    Samenvatting: Dertig verhuizingen. → Veertig.  (!) changed in the site since the form was made, which said: Twintig verhuizingen.
${noteOf('3 cells say', 'Projecten!E3, Projecten!L3, Cijfers!G3')}`);
  assert.deepEqual(stateOf(site), before);
});

test('a figure far from that of last time is asked about with that figure in its unit', async () => {
  const site = smallSite();
  edit(site, 'data/programmes.json', '"unit": "count", "unit_label": "woningen", "programmes"', '"unit": "euro", "programmes"');
  await succeed(['new', '2025-h1', '--site', site]);
  const form = new Form(readFileSync(await formOf(site, '2025-h1'))).fill({ Cijfers: { 'total/woningen': { Realisatie: 1 } } });
  const { stdout } = await importSheet(site, written(form.bytes()), '--dry-run');
  assert.match(stdout, /\(!\) at least 3 times as little as last time: €\s130\n/);
});

test('a cell that was put back in the same file is told, and taken back in a new form', async () => {
  const site = siteToFill();
  const empty = readFileSync(await formOf(site));
  const mistake = { Cijfers: { 'havenkwartier/tevreden': { Realisatie: 0.9 } } };
  await succeed(['sheet', 'import', written(new Form(empty).fill(mistake).bytes()), '--site', site]);
  const mistaken = stateOf(site);
  assert.deepEqual(await importSheet(site, written(empty)),
    { code: 0, stdout: `${noteOf('1 cell says', 'Cijfers!G3')}nothing changes\n`, stderr: '' });
  assert.deepEqual(stateOf(site), mistaken);
  const dutch = await importSheet(site, written(empty), '--lang', 'nl');
  assert.match(dutch.stdout, /^let op: in 1 cel staat wat in het formulier stond toen het werd gemaakt, .*\(Cijfers!G3\).*, maak dan een nieuw formulier\n/);
  const back = await filledWith(site, { Cijfers: { 'havenkwartier/tevreden': { Realisatie: '' } } });
  assert.equal((await importSheet(site, back, '--yes')).code, 0);
  assert.equal(readJson(site, data).projects[0].values.find((each) => each.indicator === 'tevreden').actual, null);
});

test('a commitment is closed with its letter and its story, all of it at once', async () => {
  const site = siteToFill();
  const letter = `content/periods/${period}/letters/raadsbrief.md`;
  const before = readFileSync(join(site, letter), 'utf8');
  const half = await importSheet(site, await filledWith(site, { Toezeggingen: { 'T24-02': { Stand: 'afgedaan' } } }));
  assert.equal(half.code, 1);
  assert.match(half.stderr, /:Toezeggingen!G2: error: .*T24-02.* \[commitment-closed-without-letter\]\n {2}hint: choose one in the column 'Afgedaan met brief'\n/);
  assert.match(half.stderr, /:Toezeggingen!H2: error: .*T24-02.* \[commitment-closure-missing\]\n {2}hint: fill in the column 'Afdoening'\n/);
  const file = await filledWith(site, { Toezeggingen: { 'T24-02': { Stand: 'afgedaan', 'Afgedaan met brief': 'raadsbrief', Afdoening: 'De raad was er.' } } });
  const { code, stdout, stderr } = await importSheet(site, file);
  assert.deepEqual([code, stderr], [0, '']);
  assert.ok(stdout.includes('    Stand: open → afgedaan\n    Afgedaan met brief: (empty) → raadsbrief\n    Afdoening: (empty) → De raad was er.\n'), stdout);
  assert.equal(readFileSync(join(site, letter), 'utf8'), before.replace('[T24-01]', '[T24-01, "T24-02"]'));
  assert.equal(readFileSync(join(site, 'content/commitments/T24-02.md'), 'utf8'), 'De raad was er.\n');
  assert.equal(readJson(site, 'data/commitments.json').commitments[1].status, 'closed');
  assert.equal((await run(['check', '--site', site, '--strict'])).code, 0);

  // The same file once more, with another figure in it.
  const closed = stateOf(site);
  assert.deepEqual(await importSheet(site, file), { code: 0, stdout: 'nothing changes\n', stderr: '' });
  assert.deepEqual(stateOf(site), closed);
  const more = new Form(readFileSync(file)).fill({ Cijfers: { 'havenkwartier/haven-woningen': { Realisatie: 60 } } });
  assert.equal((await importSheet(site, written(more.bytes()))).code, 0);
  assert.equal(readJson(site, data).projects[0].values[0].actual, 60);
});

test('a closure that was a mistake is taken back in a new form', async () => {
  const site = siteToFill();
  const letter = `content/periods/${period}/letters/raadsbrief.md`;
  const close = { Stand: 'afgedaan', 'Afgedaan met brief': 'raadsbrief', Afdoening: 'De raad was er.' };
  assert.equal((await importSheet(site, await filledWith(site, { Toezeggingen: { 'T24-02': close } }))).code, 0);
  const half = await importSheet(site, await filledWith(site, { Toezeggingen: { 'T24-02': { Stand: 'open' } } }), '--yes');
  assert.equal(half.code, 1);
  for (const [cell, column] of [['G', 'Afgedaan met brief'], ['H', 'Afdoening']]) {
    assert.match(half.stderr, new RegExp(`:Toezeggingen!${cell}\\d: error: .*T24-02.* \\[commitment-not-closed\\]\n {2}hint: empty the column '${column}', or choose 'afgedaan' in the column 'Stand'\n`));
  }
  const open = { Stand: 'open', 'Afgedaan met brief': '', Afdoening: '' };
  assert.equal((await importSheet(site, await filledWith(site, { Toezeggingen: { 'T24-02': open } }), '--yes')).code, 0);
  assert.match(readFileSync(join(site, letter), 'utf8'), /^closes: \[T24-01\]$/m);
  assert.equal(readJson(site, 'data/commitments.json').commitments[1].status, 'open');
  assert.equal((await run(['check', '--site', site, '--strict'])).code, 0);
});
