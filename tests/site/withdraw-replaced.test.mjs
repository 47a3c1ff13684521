// What stays to be told of a correction when its older edition, or a part of that, was withdrawn.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { command, edit, publishedSmallSite, smallSite } from '../support/publishing.mjs';
import { build, filesWith } from '../support/sites.mjs';

async function must(site, ...args) {
  const { code, stdout, stderr } = await command(site, args);
  assert.deepEqual([code, stderr], [0, ''], args.join(' '));
  return stdout;
}
const correct = (site, ...more) => must(site, 'correct', '2024-h2', '--on', '2025-05-01', '--reason', 'Er stond een naam in.', ...more);
const withdraw = (site, edition, ...parts) => must(site, 'withdraw', edition, ...parts, '--on', '2025-06-01', '--reason', 'Privacy.');
const heading = (page) => page.match(/<h1[^>]*>([^<]*)</)[1];
const files = (output) => (address) => readFileSync(join(output, address), 'utf8');
const period = 'data/periods/2024-h2.json';
const summary = 'content/periods/2024-h2/summary.md';

test('what was withdrawn from the older edition is not told as a change of the newer', async () => {
  const site = await publishedSmallSite();
  edit(site, period, 'Twintig verhuizingen.', 'Dertig verhuizingen.');
  edit(site, period, 'De vergunning kwam laat.', 'De vergunning kwam te laat.');
  edit(site, summary, 'loopt achter, lees', 'loopt wat achter, lees');
  edit(site, 'content/periods/2024-h2/letters/raadsbrief.md', 'vindt u in', 'staan in');
  await correct(site);
  assert.equal(heading(files(await build(site))('vergelijk/2024-h2--v1--v2.html')), 'Editie 2 verandert 4 dingen');
  await withdraw(site, '2024-h2@v1', 'letters/raadsbrief', 'summary', 'projects/havenkwartier');
  const page = files(await build(site));

  const comparison = page('vergelijk/2024-h2--v1--v2.html');
  assert.equal(heading(comparison), 'Editie 2 verandert één ding');
  assert.match(comparison, /Ingetrokken: [^<]*Samenvatting van de periode/);
  assert.deepEqual(page('vergelijk/2024-h2--v1--v2.csv').split('\n').slice(1).map((row) => row.split(',').slice(0, 2).join()).filter(Boolean),
    ['ingetrokken,1 Havenkwartier', 'tekst,Doorstroming: in het kort']);
  assert.doesNotMatch(page('periodes/2024-h2/havenkwartier.html'), /Editie 2 verbeterde dit/);
  assert.match(page('periodes/2024-h2/havenkwartier.html'), /Wat er op deze pagina veranderde, is niet meer te zien/);
  assert.match(page('periodes/2024-h2/brieven/raadsbrief.html'), /Wat er op deze pagina veranderde, is niet meer te zien/);
  assert.match(page('periodes/2024-h2/doorstroming.html'), /Editie 2 verbeterde dit op 1 mei 2025/);

  const told = await must(site, 'diff', '2024-h2@v1', '2024-h2@v2');
  assert.match(told, /\nwithdrawn from one of the two, and not compared\n( {2}\S+\n)* {2}project:havenkwartier\n/);
  assert.match(told, /\ndiffers: 1 project otherwise, 1 text\n$/);
  const json = JSON.parse(await must(site, 'diff', '2024-h2@v1', '2024-h2@v2', '--format=json'));
  assert.deepEqual([json.texts.length, json.others, json.figures], [1, [], []]);
  assert.ok(json.withdrawn.includes('text:content/periods/2024-h2/summary.md'));
});

test('a headline is compared with its figures filled in', async () => {
  const site = await publishedSmallSite();
  edit(site, summary, 'projecten vraagt aandacht', 'projecten vroeg aandacht');
  await correct(site);
  const output = await build(site);
  assert.deepEqual(filesWith(output, '{{').filter((file) => !file.startsWith('edities/') && !/search\/[^/]*\.bin$/.test(file)), []);
  assert.match(files(output)('vergelijk/2024-h2--v1--v2.csv'), /1 van de 2 projecten vroeg aandacht/);
});

test('a figure that a correction takes away is told by its own name and value', async () => {
  const site = smallSite();
  edit(site, period, '"figures": [ {', '"figures": [ { "id": "appels", "label": "Appels", "value": 11, "unit_label": "kisten" }, {');
  await publishedSmallSite(site);
  edit(site, period, '{ "id": "appels", "label": "Appels", "value": 11, "unit_label": "kisten" }, ', '');
  await correct(site, '--allow-removal');
  const rows = files(await build(site))('vergelijk/2024-h2--v1--v2.csv').split('\n');
  assert.ok(rows.some((row) => row.includes('‘Appels’') && row.includes(',11 kisten,')), rows.join('\n'));
  assert.ok(!rows.some((row) => row.includes('Wachttijd')), rows.join('\n'));
});

test('where the first edition was withdrawn, a project’s history says from which edition a light is', async () => {
  const site = await publishedSmallSite();
  edit(site, period, '"status": "on-track", "summary"', '"status": "at-risk", "cause": "Ziekte.", "consequence": null, "action": "Rust.", "summary"');
  await correct(site);
  await withdraw(site, '2024-h2@v1', '--whole');
  const page = files(await build(site))('deelprojecten/doorstroming.html').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  assert.match(page, /Verslagperiode tweede helft van 2024: risico .*?Zo staat het in editie 2\. Wat daarvoor is gepubliceerd, is ingetrokken\./);
  assert.match(page, /Editie 1 van verslagperiode tweede helft van 2024 gepubliceerd/);
  assert.match(page, /Editie 1 van verslagperiode tweede helft van 2024 is ingetrokken De reden: Privacy\./);
});

test('a name that later periods still tell is said, with the command that takes it away there, too', async () => {
  const site = smallSite();
  edit(site, period, '"project": "doorstroming", "number": "2",', '"project": "doorstroming", "number": "2", "name": "Bakker Verzonnen",');
  await publishedSmallSite(site);
  const later = readFileSync(join(site, period), 'utf8')
    .replace('2024-h2', '2025-h1').replace('Tweede helft van 2024', 'Eerste helft van 2025').replace('2024-07', '2025-01')
    .replace('2024-12', '2025-06').replace('2025-01-16', '2025-04-16').replace('"name": "Bakker Verzonnen",', '').replace('"actual": 50', '"actual": 72');
  writeFileSync(join(site, 'data/periods/2025-h1.json'), later);
  mkdirSync(join(site, 'content/periods/2025-h1'));
  writeFileSync(join(site, 'content/periods/2025-h1/summary.md'), '---\nheadline: Door\n---\n');
  await must(site, 'publish', '2025-h1', '--on', '2025-04-20');
  edit(site, period, ' "name": "Bakker Verzonnen",', '');
  await correct(site);
  const told = await withdraw(site, '2024-h2@v1', '--whole');
  assert.ok(told.includes('the same sentences or names stand in:\n  2025-h1@v1 history:2024-h2/doorstroming: “Bakker Verzonnen”\n' +
    'what later periods tell of a project goes with its report:\n' +
    `  stoplicht withdraw 2024-h2@v1 projects/doorstroming --reason Privacy. --site ${site} --on 2025-06-01\n`), told);
  assert.notDeepEqual(filesWith(await build(site), 'Bakker Verzonnen'), []);
  await withdraw(site, '2024-h2@v1', 'projects/doorstroming');
  assert.deepEqual(filesWith(await build(site), 'Bakker Verzonnen'), []);
  assert.deepEqual(filesWith(join(site, 'data/editions'), 'Bakker Verzonnen'), []);
  assert.equal((await run(['verify', site])).code, 0);
});

test('a file that the newer edition shows as well is not said to be shown by nothing', async () => {
  const site = smallSite();
  cpSync(join(site, 'content/periods/2024-h2/letters/wijken.csv'), join(site, 'content/periods/2024-h2/lijst.csv'));
  writeFileSync(join(site, summary), readFileSync(join(site, summary), 'utf8') + '\nZie de [lijst](lijst.csv).\n');
  await publishedSmallSite(site);
  edit(site, summary, 'loopt achter, lees', 'loopt wat achter, lees');
  await correct(site);
  assert.doesNotMatch(await withdraw(site, '2024-h2@v1', 'summary'), /shown by nothing else/);
});
