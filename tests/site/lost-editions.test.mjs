// An archive loses nothing: what the website shows and data/editions does not have any more stops whatever would hide that.
import assert from 'node:assert/strict';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository, run } from '../support/program.mjs';
import { copy, edit, mustRun, verify } from '../support/signed-site.mjs';
import { temporaryFolder } from '../support/sites.mjs';

const lost = (link) => new RegExp(`^public/edities/keten\\.json: error: names ${link} with digest [0-9a-f]{64}, which data/editions does not have \\[edition-missing\\]$`, 'm');

test('a chain that was cut short is not built over the website that shows all of it', async () => {
  const site = copy();
  rmSync(join(site, 'data/editions/2024-h2'), { recursive: true });
  for (const command of ['build', 'check']) {
    const { code, stderr } = await run([command, '--site', site]);
    for (const link of ['2024-h2/v1.json', '2024-h2/v2.json', '2024-h2/w1.json']) assert.match(stderr, lost(link));
    assert.match(stderr, /hint: put data\/editions back from a copy; if this site was never meant to be an archive, remove public\/ first/);
    assert.equal(code, 1);
  }
  assert.ok(existsSync(join(site, 'public/edities/2024-h2/v2.json')));
  const { code, stderr } = await verify(site);
  assert.ok(stderr.includes('public/edities/2024-h2/v2.json: error: is an edition or a withdrawal that the site folder does not have'), stderr);
  assert.equal(code, 1);
});

test('which edition is missing is told also where the chain, or what the sources differ in, was told', async () => {
  const told = async (lostFile, more) => {
    const site = copy();
    rmSync(join(site, `data/editions/${lostFile}`));
    const { code, stderr } = await run(['check', '--site', site]);
    assert.equal(code, 1);
    assert.match(stderr, lost(lostFile));
    assert.match(stderr, more);
    return stderr;
  };
  await told('2024-h1/v1.json', /link 1 of the chain is missing before this one \[edition-sequence\]\n.*\n.*\n {2}hint: put the missing file back, from a copy of data\/editions or from version control/);
  // What follows from the one that is missing is not told.
  const flood = await told('2024-h2/v1.json', /edition-sequence/);
  assert.doesNotMatch(flood, /which none of these editions has|is not the digest of the edition before it/);
});

test('nor is anything published in the place of a link that the website shows and the archive has lost', async () => {
  const site = join(temporaryFolder(), 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  const at = (day) => ['--site', site, '--on', `2026-11-0${day}`];
  for (const period of ['2024-h1', '2024-h2']) await mustRun(['publish', period, ...at(1)]);
  edit(join(site, 'data/periods/2024-h2.json'), '"value": 130', '"value": 131');
  await mustRun(['correct', '2024-h2', '--reason', 'Verkeerd geteld', ...at(2)]);
  await mustRun(['build', '--site', site]);
  rmSync(join(site, 'data/editions/2024-h2/v2.json'));
  const { code, stdout, stderr } = await run(['correct', '2024-h2', '--reason', 'Nog eens', ...at(3)]);
  assert.equal(code, 1, stdout);
  assert.match(stderr, lost('2024-h2/v2.json'));
  assert.match(stderr, /\nstoplicht: nothing was written: the website in public\/ shows more than data\/editions has\n/);
  assert.ok(!existsSync(join(site, 'data/editions/2024-h2/v2.json')));

  // Nor when the list on the website was damaged too: the documents beside it tell, and that it cannot be read is told.
  edit(join(site, 'data/periods/2024-h2.json'), '"value": 131', '"value": 130');
  edit(join(site, 'public/edities/keten.json'), '"chain"', '"chaim"');
  for (const command of ['build', 'check']) {
    const told = await run([command, '--site', site]);
    assert.equal(told.code, 1);
    assert.match(told.stderr, /^public\/edities\/keten\.json: error: cannot be read: nobody can tell which editions the website shows/m);
    assert.match(told.stderr, /^public\/edities\/2024-h2\/v2\.json: error: has digest [0-9a-f]{64}, which data\/editions does not have/m);
  }
});

test('nor is a site whose archive is gone altogether', async () => {
  const site = copy();
  rmSync(join(site, 'data/editions'), { recursive: true });
  const { code, stderr } = await run(['build', '--site', site]);
  assert.match(stderr, lost('2024-h1/v1.json'));
  assert.equal(code, 1);
  assert.equal((await verify(site)).code, 1);
  rmSync(join(site, 'public'), { recursive: true });
  await mustRun(['build', '--site', site]);
});
