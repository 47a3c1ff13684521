// A day at the desk: a period from its beginning to its publication and its first correction, with every tool that
// colleagues have for it, in the order in which they take them up.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { edit, publishedSmallSite, readJson, succeed } from '../support/publishing.mjs';
import { build, stateOf, temporaryFolder } from '../support/sites.mjs';
import { run } from '../support/program.mjs';
import { Form } from '../support/workbook.mjs';
import { heading, letter, paragraph } from '../support/word.mjs';

const period = '2025-h1';
const letterFile = `content/periods/${period}/letters/raadsbrief.md`;
const desk = temporaryFolder();
const on = (name) => join(desk, name);

// The verdict of the rehearsal, and what it says that must be done and may be done.
async function rehearsal(site) {
  await succeed(['check', '--site', site, '--report', on('repetitie.html')]);
  const html = readFileSync(on('repetitie.html'), 'utf8').replace(/<style>.*?<\/style>/s, '');
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

async function fillIn(site, form, values) {
  await succeed(['sheet', 'export', period, '--site', site, '--output', on(form)]);
  writeFileSync(on(form), new Form(readFileSync(on(form))).fill(values).bytes());
  await succeed(['sheet', 'import', on(form), '--site', site, '--yes']);
}

const filledIn = {
  Projecten: {
    'programme/wonen': { Stand: 'Op koers', Samenvatting: 'Het programma ligt op schema.' },
    havenkwartier: { Stand: 'Op koers', Samenvatting: 'De bouw is begonnen.', Voortgang: '## Stand\n\nDe eerste paal staat.' },
    doorstroming: { Stand: 'Risico', Samenvatting: 'Er verhuizen minder mensen.', Oorzaak: 'Te weinig woningen.', Gevolg: 'Wachttijden lopen op.', Maatregel: 'Extra begeleiding.' },
  },
  Cijfers: { 'total/woningen': { Realisatie: 190 }, 'havenkwartier/haven-woningen': { Realisatie: 80 } },
};

const brief = letter([
  paragraph('Geachte raad,'),
  heading(1, 'Wonen in Zandwijk'),
  paragraph('Er zijn nu 190 nieuwe woningen. De bouw in de haven is in maart 2025 begonnen.'),
  paragraph('Het bezoek aan de haven (T24-02) was op 3 april 2025.'),
  paragraph('Hoogachtend,'),
]);

test('a period is begun, filled in, rehearsed, mended, published and corrected', async () => {
  const site = await publishedSmallSite();
  const archive = stateOf(join(site, 'data/editions'));

  await succeed(['new', period, '--site', site]);
  assert.match(await rehearsal(site), /12 punten houden publicatie nog tegen/);
  const early = await run(['publish', period, '--site', site, '--on', '2025-09-01']);
  assert.equal(early.code, 1);
  assert.match(early.stderr, /nothing was published: 0 errors, 12 warnings/);

  await fillIn(site, 'formulier.xlsx', filledIn);
  const data = readJson(site, `data/periods/${period}.json`);
  assert.equal(data.totals[0].actual, 190);
  assert.equal(data.projects[1].status, 'at-risk');

  writeFileSync(on('brief.docx'), brief);
  await succeed(['letter', 'import', on('brief.docx'), '--site', site, '--period', period, '--council', 'zandwijk', '--replace', '--figures']);
  const imported = readFileSync(join(site, letterFile), 'utf8');
  assert.match(imported, /^# closes: \[T24-02\]$/m);
  assert.match(imported, /\{\{ .*woningen.* \}\} nieuwe woningen/);


  // What only a person knows: days, titles, the conclusion, whether a commitment was met.
  const red = await rehearsal(site);
  assert.match(red, /7 punten houden publicatie nog tegen/);
  assert.match(red, /Vergelijk het gemelde met het berekende stoplicht/);
  edit(site, `data/periods/${period}.json`, '"reported_on": "2025-06"', '"reported_on": "2025-08-28"');
  edit(site, `data/periods/${period}.json`, /  "reported_note": .*\n/.exec(readFileSync(join(site, `data/periods/${period}.json`), 'utf8'))[0], '');
  edit(site, `data/periods/${period}.json`, '"summary": "De bouw is begonnen."',
    '"override_reason": "De overige woningen zijn in aanbouw.", "summary": "De bouw is begonnen."');
  writeFileSync(join(site, `content/periods/${period}/summary.md`),
    '---\nheadline: "De bouw in de haven is begonnen."\n---\nEr zijn 190 nieuwe woningen.\n');
  edit(site, letterFile, '"[vul in: titel van de brief]"', 'Wonen in de eerste helft van 2025');
  edit(site, letterFile, /^date_note: .*$/m.exec(imported)[0], 'date: 2025-08-28');
  edit(site, letterFile, /^# closes: .*\n/m.exec(imported)[0], '');
  edit(site, letterFile, /^\[vul in: doet deze brief .*\n/m.exec(imported)[0], '');
  await fillIn(site, 'formulier-2.xlsx', {
    Toezeggingen: { 'T24-02': { Stand: 'afgedaan', 'Afgedaan met brief': 'raadsbrief', Afdoening: 'De raad bezocht de haven op 3 april 2025.' } },
  });
  assert.match(readFileSync(join(site, letterFile), 'utf8'), /^closes: \["T24-02"\]$/m);

  assert.match(await rehearsal(site), /Niets staat publicatie meer in de weg/);
  await succeed(['check', '--strict', '--site', site]);

  const published = await succeed(['publish', period, '--site', site, '--on', '2025-09-01']);
  assert.match(published, /^published 2025-h1 as edition 1: 2 projects, 1 letter\n/);
  const folder = await build(site);
  const page = (address) => readFileSync(join(folder, address), 'utf8');
  assert.match(page('periodes/2025-h1/index.html'), /De bouw in de haven is begonnen\./);
  assert.match(page('toezeggingen/t24-02.html'), /Wonen in de eerste helft van 2025/);

  edit(site, `data/periods/${period}.json`, '"actual": 190', '"actual": 195');
  await succeed(['correct', period, '--site', site, '--on', '2025-09-15', '--reason', 'Vijf woningen waren niet geteld.']);
  await build(site, folder);
  assert.match(page('periodes/2025-h1/index.html'), /Vijf woningen waren niet geteld\./);
  await succeed(['verify', site]);

  // What was published before is as it was, byte for byte.
  const kept = archive.filter(({ path }) => /^2024-h[12]\//.test(path));
  const after = new Map(stateOf(join(site, 'data/editions')).map((each) => [each.path, each.bytes]));
  assert.deepEqual(kept.filter(({ path, bytes }) => after.get(path) !== bytes), []);
  assert.ok(kept.length > 1);
});
