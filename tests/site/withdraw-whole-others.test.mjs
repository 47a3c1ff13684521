// What a whole edition leaves behind elsewhere, and what can be done with its period afterwards.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { command, edit, publishedSmallSite, smallSite } from '../support/publishing.mjs';
import { build, filesWith } from '../support/sites.mjs';

async function must(site, ...args) {
  const done = await command(site, args);
  assert.deepEqual([done.code, done.stderr], [0, ''], args.join(' '));
  return done.stdout;
}
const correct = (site, period, on, ...more) => must(site, 'correct', period, '--on', on, '--reason', 'Verkeerd geteld', ...more);
const withdrawWhole = (site, edition, on) => must(site, 'withdraw', edition, '--whole', '--on', on, '--reason', 'Privacy.');
// Which value the newest period has of its figure.
const count = (site, from, to) => edit(site, 'data/periods/2024-h2.json', `"value": ${from}`, `"value": ${to}`);

test('a period of which an edition was withdrawn can be corrected again, but its files stay needed', async () => {
  const site = await publishedSmallSite();
  count(site, 130, 131);
  await correct(site, '2024-h2', '2025-05-01');
  await withdrawWhole(site, '2024-h2@v1', '2025-06-01');
  count(site, 131, 132);
  assert.match(await correct(site, '2024-h2', '2025-06-02'), /\npublished 2024-h2 as edition 3, which replaces edition 2\n/);
  await build(site);
  rmSync(join(site, 'data/periods/2024-h2.json'));
  const { code, stderr } = await command(site, ['correct', '2024-h2', '--reason', 'Verkeerd geteld']);
  assert.equal(code, 1);
  assert.match(stderr, /\nstoplicht: nothing was published: 3 errors, 4 warnings\n/);
});

test('an edition between two others can be withdrawn: the first and the last stay, without a comparison with it', async () => {
  const site = await publishedSmallSite();
  for (const [from, on] of [[130, '2025-05-01'], [131, '2025-05-02']]) {
    count(site, from, from + 1);
    await correct(site, '2024-h2', on);
  }
  await withdrawWhole(site, '2024-h2@v2', '2025-06-01');
  const output = await build(site);
  const page = (address) => readFileSync(join(output, address), 'utf8');
  for (const address of ['vergelijk/2024-h2--v1--v2.html', 'vergelijk/2024-h2--v2--v3.html', 'periodes/2024-h2/v2/index.html'])
    assert.match(page(address), /<h1[^>]*>Editie 2 van tweede helft van 2024 is ingetrokken</, address);
  // Nothing says that it tells what changed, and then tells that it is gone.
  for (const address of ['edities/index.html', 'periodes/2024-h2/index.html', 'periodes/2024-h2/v1/index.html', 'deelprojecten/jongeren.html'].filter((each) => existsSync(join(output, each))))
    assert.doesNotMatch(page(address), /href="[^"]*2024-h2--v[12]--v[23]\.html"/, address);
  assert.match(page('periodes/2024-h2/index.html'), /<a class="nl-link" href="v2\/index\.html">Waarom editie 2 er niet meer is<\/a>/);
  assert.match(page('periodes/2024-h2/v1/index.html'), /<a class="nl-link" href="\.\.\/v2\/index\.html">Waarom editie 2 er niet meer is<\/a>/);
  const listed = page('vergelijk/index.html');
  assert.match(listed, /href="2024-h2--v1--v2\.html"/);
  assert.doesNotMatch(listed, /nog geen verbetering/);
  assert.equal((await run(['verify', site])).code, 0);
});

test('what a period notes about itself is not told by the editions of later periods', async () => {
  const site = smallSite();
  edit(site, 'data/periods/2024-h1.json', '"name": "', '"reported_note": "Mevrouw Geheim is ziek.", "basis_note": "Volgens mevrouw Geheim.", "name": "');
  await publishedSmallSite(site);
  assert.deepEqual(filesWith(join(site, 'data/editions/2024-h2'), 'Geheim'), []);
  edit(site, 'data/periods/2024-h1.json', '"reported_note": "Mevrouw Geheim is ziek.", "basis_note": "Volgens mevrouw Geheim.", ', '');
  await correct(site, '2024-h1', '2025-05-01', '--allow-removal');
  await withdrawWhole(site, '2024-h1@v1', '2025-06-01');
  assert.deepEqual(filesWith(join(site, 'data'), 'Geheim'), []);
  assert.deepEqual(filesWith(await build(site), 'Geheim'), []);
});

test('told: where else a whole edition is still to be read, but for what its correction says as well', async () => {
  const site = smallSite();
  const secret = 'Jan de Bakker is ziek.';
  const page = (text) => `---\ntitle: Toelichting\n---\nDit is de toelichting.\n\n${text}\n`;
  const write = (name, text) => writeFileSync(join(site, 'content/periods', name), text);
  write('2024-h1/lijst.txt', 'geheim\n');
  write('2024-h1/toelichting.md', page(`${secret} Zie [de lijst](lijst.txt).`));
  write('2024-h2/toelichting.md', page(`${secret} Zie [de lijst](../2024-h1/lijst.txt).`));
  await publishedSmallSite(site);
  write('2024-h1/toelichting.md', page('Meer is er niet.'));
  rmSync(join(site, 'content/periods/2024-h1/lijst.txt'));
  await correct(site, '2024-h1', '2025-05-01', '--allow-removal');
  const said = await withdrawWhole(site, '2024-h1@v1', '2025-06-01');
  assert.match(said, /\nstill public, because 2024-h2 shows the same file; to withdraw that, too:\n {2}stoplicht withdraw 2024-h2 /);
  assert.ok(said.includes('\nthe same sentences or names stand in:\n  2024-h2@v1 toelichting: “'), said);
});

test('two texts that had one address, one after the other, leave one notice there', async () => {
  const site = await publishedSmallSite();
  const folder = join(site, 'content/periods/2024-h2');
  const [one, other] = ['een.md', 'twee.md'].map((name) => join(folder, name));
  const text = '---\ntitle: Toelichting\nslug: zelfde\n---\nDit is de toelichting.\n';
  writeFileSync(one, text);
  await correct(site, '2024-h2', '2025-05-01');
  await must(site, 'withdraw', '2024-h2', 'een', '--on', '2025-05-02', '--reason', 'Privacy.');
  rmSync(one);
  writeFileSync(other, text);
  await correct(site, '2024-h2', '2025-05-03');
  await must(site, 'withdraw', '2024-h2', 'twee', '--on', '2025-05-04', '--reason', 'Privacy.');
  rmSync(other);
  const output = await build(site);
  assert.match(readFileSync(join(output, 'periodes/2024-h2/zelfde.html'), 'utf8'), /is ingetrokken/);
});

test('a withdrawal that is run again names the one that took the edition, not one of a part of it', async () => {
  const site = await publishedSmallSite();
  await must(site, 'withdraw', '2024-h2', 'markt', '--on', '2025-04-01', '--reason', 'Privacy.');
  count(site, 130, 131);
  await correct(site, '2024-h2', '2025-05-01');
  await withdrawWhole(site, '2024-h2@v1', '2025-06-01');
  const again = await command(site, ['withdraw', '2024-h2@v1', '--whole', '--on', '2025-06-02', '--reason', 'Privacy.']);
  assert.equal(again.stderr, `stoplicht: '2024-h2@v1' was withdrawn already, on 2025-06-01\n  hint: see data/editions/2024-h2/w2.json\n`);
});
