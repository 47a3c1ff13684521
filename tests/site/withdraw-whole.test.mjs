// Taking a whole edition out of view that a correction replaced: what cannot be withdrawn by itself goes with it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { command, edit, publishedSmallSite, readJson, smallSite } from '../support/publishing.mjs';
import { build, filesIn } from '../support/sites.mjs';

const correct = (site) => command(site, ['correct', '2024-h2', '--on', '2025-05-01', '--reason', 'Verkeerd geteld']);
const filesWith = (folder, word) => filesIn(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes(word));

test('an edition that was replaced can be withdrawn as a whole: nothing of it is left, its pages and its comparison are stones', async () => {
  const site = smallSite();
  edit(site, 'data/periods/2024-h2.json', '"name": "', '"reported_note": "Geheimwoord", "name": "');
  await publishedSmallSite(site);
  edit(site, 'data/periods/2024-h2.json', '"reported_note": "Geheimwoord", ', '');
  const removal = await command(site, ['correct', '2024-h2', '--on', '2025-05-01', '--reason', 'Er stond iets in dat er niet hoort', '--allow-removal']);
  assert.equal(removal.code, 0, removal.stderr);
  // A correction shows what it put right: that is why the edition before it has to go.
  assert.notDeepEqual(filesWith(await build(site), 'Geheimwoord'), []);

  const args = ['withdraw', '2024-h2@v1', '--whole', '--on', '2025-06-01', '--reason', 'Privacy.'];
  const { parts: all } = readJson(site, 'data/editions/2024-h2/v1.json').seal;
  const done = await command(site, args);
  assert.deepEqual([done.code, done.stderr], [0, '']);
  assert.ok(done.stdout.startsWith(`withdrawn: all of 2024-h2@v1, ${Object.keys(all).length} parts; what later editions say of the same stays\nthe names of its files stay`));
  assert.match(done.stdout, /\nnext: stoplicht build; until then, and until that is online, the website still shows it\n$/);
  assert.deepEqual(readJson(site, 'data/editions/2024-h2/v1.json').parts, {});
  assert.deepEqual(filesWith(join(site, 'data/editions'), 'Geheimwoord'), []);
  const output = await build(site);
  assert.deepEqual(filesWith(output, 'Geheimwoord'), []);
  assert.equal((await run(['verify', site])).code, 0);

  const page = (address) => readFileSync(join(output, address), 'utf8');
  for (const address of ['periodes/2024-h2/v1/index.html', 'periodes/2024-h2/v1/afdruk.html', 'periodes/2024-h2/v1/brieven/raadsbrief.html',
    'vergelijk/2024-h2--v1--v2.html']) {
    assert.match(page(address), /Editie 1 van tweede helft van 2024 is ingetrokken/, address);
    assert.match(page(address), /Privacy\./, address);
  }
  assert.match(page('edities/index.html'), /Helemaal ingetrokken op 1 juni 2025/);
  assert.match(page('periodes/2024-h2/index.html'), /Verbeterd op 1 mei 2025\./);
  assert.doesNotMatch(page('periodes/2024-h2/index.html'), /Zo stond het in editie 1/);

  const again = await command(site, args);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /was withdrawn already, on 2025-06-01/);
  const compared = await run(['diff', '2024-h2@v1', '2024-h2@v2', '--site', site]);
  assert.deepEqual([compared.code, compared.stdout], [1, '']);
  assert.match(compared.stderr, /^stoplicht: 2024-h2@v1 was withdrawn: there is nothing to compare\n/);
});

test('a withdrawal of a whole edition that was interrupted is completed by running it again', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  assert.equal((await correct(site)).code, 0);
  const before = readFileSync(join(site, 'data/editions/2024-h2/v1.json'));
  const args = ['withdraw', '2024-h2@v1', '--whole', '--on', '2025-06-01', '--reason', 'Privacy.'];
  assert.equal((await command(site, args)).code, 0);
  writeFileSync(join(site, 'data/editions/2024-h2/v1.json'), before);
  assert.match((await run(['verify', site])).stderr, /withdrawal-unfinished/);
  assert.deepEqual(filesIn(await build(site)).filter((file) => file.startsWith('periodes/2024-h2/v1/brieven')).length, 1);
  assert.equal((await command(site, args)).code, 0);
  assert.deepEqual(readJson(site, 'data/editions/2024-h2/v1.json').parts, {});
});

test('the newest edition is not withdrawn as a whole, nor all editions, nor parts and all at once', async () => {
  const site = await publishedSmallSite();
  const say = async (...args) => {
    const { code, stdout, stderr } = await command(site, ['withdraw', ...args, '--on', '2025-06-01', '--reason', 'Privacy.']);
    assert.equal(stdout, '');
    return `${code} ${stderr}`;
  };
  assert.equal(await say('2024-h2@v1', '--whole'), `1 stoplicht: 2024-h2@v1 is the newest edition of the period, which stays to be told
  hint: publish a correction without it first: stoplicht correct 2024-h2 --reason "..."\n`);
  assert.equal(await say('2024-h2', '--whole'), `2 stoplicht: --whole takes all of one edition, and none is named
  hint: write 2024-h2@v1\n`);
  assert.match(await say('2024-h2@v1', 'summary', '--whole'), /^2 stoplicht: --whole takes all of an edition: name no parts\n/);
  assert.match(await say('2024-h2@v1'), /^2 stoplicht: nothing is named to withdraw\n/);
});
