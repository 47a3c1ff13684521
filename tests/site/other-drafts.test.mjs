// What a draft still asks for stops that draft alone.
import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, edit, publishedSmallSite, readJson, smallSite } from '../support/publishing.mjs';
import { filesIn } from '../support/sites.mjs';

test('a published period is corrected while the next one is begun, and asks for much', async () => {
  const site = await publishedSmallSite();
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  assert.match((await command(site, ['check'])).stderr, /\[text-placeholder\]/);
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  const { code, stderr } = await command(site, ['correct', '2024-h2', '--on', '2025-04-01', '--reason', 'Verkeerd geteld']);
  assert.deepEqual([code, stderr], [0, '']);
  assert.equal(readJson(site, 'data/editions/2024-h2/v2.json').seal.edition, 2);
});

test('a period is published while a later one has warnings, which stop that one', async () => {
  const site = smallSite();
  appendFileSync(join(site, 'content/periods/2024-h2/summary.md'), '\n[vul in: de samenvatting]\n');
  appendFileSync(join(site, 'content/commitments/T24-01.md'), '\n[vul in: hoe het afliep]\n');
  assert.equal((await command(site, ['publish', '2024-h1', '--on', '2024-09-20'])).code, 0);
  const later = await command(site, ['publish', '2024-h2', '--on', '2025-03-20']);
  assert.equal(later.code, 1);
  assert.match(later.stderr, /nothing was published: 0 errors, 2 warnings\n/);
});

test('a warning of a file that all periods share, or of what is corrected, stops a correction as before', async () => {
  for (const file of ['content/pages/over.md', 'content/periods/2024-h2/summary.md']) {
    const site = await publishedSmallSite();
    appendFileSync(join(site, file), '\n[vul in: meer]\n');
    const { code, stderr } = await command(site, ['correct', '2024-h2', '--on', '2025-04-01', '--reason', 'Aangevuld']);
    assert.equal(code, 1, file);
    assert.match(stderr, /nothing was published: 0 errors, 1 warning\n/, file);
  }
});

test('new tells of periods that are about the same time', async () => {
  const site = smallSite();
  const told = async (period) => (await command(site, ['new', period, '--dry-run'])).stdout.match(/^note: .*$/gm);
  assert.deepEqual(await told('2024-q4'), ['note: 2024-q4 is about a time of which is told already in 2024-h2']);
  assert.equal(await told('2025-q1'), null);
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  assert.deepEqual(await told('2025'), ['note: 2025 is about a time of which is told already in 2025-h1']);
});

test('a draft is left out of the website, which is told, and what it closes stays open', async () => {
  const site = await publishedSmallSite();
  assert.doesNotMatch((await command(site, ['build'])).stdout, /note:/);
  const published = filesIn(join(site, 'public'));
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  for (const shown of ['nl', 'en']) {
    const { code, stdout, stderr } = await command(site, ['build', '--lang', shown]);
    assert.deepEqual([code, stderr], [0, '']);
    const told = shown === 'nl' ? "let op: 'Eerste helft van 2025' is nog niet gepubliceerd, en is weggelaten: serve laat het zien\n"
      : "note: 'Eerste helft van 2025' was not published yet, and is left out: serve shows it\n";
    assert.ok(stdout.startsWith(told), stdout);
  }
  assert.deepEqual(filesIn(join(site, 'public')), published);
});

test('a part is withdrawn from the website at once, whatever a draft still lacks or has wrong', async () => {
  const site = await publishedSmallSite();
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  writeFileSync(join(site, 'data/periods/2025-h1.json'), '{ "id": ');
  assert.equal((await command(site, ['check'])).code, 1);
  assert.equal((await command(site, ['build'])).code, 0);
});

test('a page that links to a period that is left out is told so', async () => {
  const site = await publishedSmallSite();
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  appendFileSync(join(site, 'content/pages/over.md'), '\nZie [het nieuwe verslag](/periodes/2025-h1/index.html).\n');
  const { code, stderr } = await command(site, ['build']);
  assert.equal(code, 1);
  assert.match(stderr, /: error: no page at \/periodes\/2025-h1\/index\.html: that period was not published yet \[link-page\]\n/);
  assert.match(stderr, /\n {2}hint: publish the period first, or take the link away until then\n/);
});
