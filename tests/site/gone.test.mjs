// What was published keeps its links, also when a page that it leads to is gone; and the site can still be built.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { command, edit, periodsOf, succeed } from '../support/publishing.mjs';
import { build, copyOfSample } from '../support/sites.mjs';

const reason = 'Dit mocht er niet staan';
let site;
before(async () => {
  site = copyOfSample();
  writeFileSync(join(site, 'content/pages/tijdelijk.md'), '---\ntitle: Tijdelijk\n---\n## Kopje\n\nEven.\n');
  writeFileSync(join(site, 'content/periods/2020-07/extra.md'), '---\ntitle: Extra\nslug: bijzonder\n---\nEen bijzonder stuk.\n');
  const summary = join(site, 'content/periods/2021-05/summary.md');
  writeFileSync(summary, `${readFileSync(summary, 'utf8')}
Zie [de tijdelijke pagina](/tijdelijk.html#kopje), [hetzelfde bestand](../../pages/tijdelijk.md), [het stuk](../2020-07/extra.md),
[nog eens het stuk](/periodes/2020-07/bijzonder.html) en [een kopje](/over.html).
`);
  for (const period of periodsOf(site)) await succeed(['publish', period, '--site', site, '--on', '2026-01-01']);
  await succeed(['withdraw', '2020-07', 'extra', '--site', site, '--on', '2026-02-01', '--reason', reason]);
  rmSync(join(site, 'content/periods/2020-07/extra.md'));
  rmSync(join(site, 'content/pages/tijdelijk.md'));
});

test('a page that is gone has a page at its address that says so, which search engines pass over', async () => {
  const output = await build(site);
  const page = readFileSync(join(output, 'tijdelijk.html'), 'utf8');
  assert.match(page, /<h1[^>]*>Deze pagina is er niet meer<\/h1>/);
  assert.match(page, /<meta name="robots" content="noindex">/);
  for (const address of ['index.html', 'periodes/index.html', 'edities/index.html']) assert.ok(page.includes(`href="${address}"`), address);
  assert.match(page, /In het verslag heet de link: ‘(?:de tijdelijke pagina|hetzelfde bestand)’/);
  assert.match(readFileSync(join(output, 'periodes/2021-05/index.html'), 'utf8'), /href="\.\.\/\.\.\/tijdelijk\.html#kopje"/);
});

test('a link to what was withdrawn leads to its stone, where its page stood', async () => {
  const output = await build(site);
  const period = readFileSync(join(output, 'periodes/2021-05/index.html'), 'utf8');
  assert.equal(period.split('href="../2020-07/bijzonder.html"').length - 1, 2);
  assert.ok(readFileSync(join(output, 'periodes/2020-07/bijzonder.html'), 'utf8').includes(reason));
  assert.ok(!existsSync(join(output, 'periodes/2020-07/extra.html')));
});

test('links to the withdrawn pages of a period do not keep it from being corrected', async () => {
  writeFileSync(join(site, 'content/pages/over-het-stuk.md'), '---\ntitle: Over het stuk\n---\nHet [stuk](/periodes/2020-07/bijzonder.html).\n');
  edit(site, 'content/periods/2020-07/summary.md', '\n---\n', '\n---\nVerbeterd.\n\n');
  const { code, stderr } = await command(site, ['correct', '2020-07', '--on', '2026-03-01', '--reason', 'Een woord']);
  assert.deepEqual([code, stderr], [0, '']);
});

test('in a text of today a dead link stays an error', async () => {
  writeFileSync(join(site, 'content/pages/dood.md'), '---\ntitle: Dood\n---\nEen [link](/tijdelijk2.html).\n');
  const { code, stderr } = await command(site, ['check']);
  assert.equal(code, 1);
  assert.match(stderr, /content\/pages\/dood\.md:\d+:\d+: error: no page at \/tijdelijk2\.html \[link-page\]|link-page/);
  rmSync(join(site, 'content/pages/dood.md'));
});
