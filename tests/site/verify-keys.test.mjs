// What `verify` says of signatures: with a key, without one, and with those that a site names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { secretKey, publicKeyFile, publicKey, mustRun, edit, original, copy, verify } from '../support/signed-site.mjs';
import { temporaryFolder } from '../support/sites.mjs';

const v1 = 'data/editions/2024-h2/v1.json';

test('the key may be a file, one of several, or the one that data/site.json names', async () => {
  const other = join(temporaryFolder(), 'other');
  execFileSync('minisign', ['-G', '-W', '-p', `${other}.pub`, '-s', `${other}.key`]);
  assert.equal((await run(['verify', original, '--key', publicKeyFile])).code, 0);
  assert.equal((await run(['verify', original, '--key', `${other}.pub`, '--key', publicKeyFile])).code, 0);
  const wrong = await run(['verify', original, '--key', `${other}.pub`]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /data\/editions\/2024-h1\/v1\.json\.minisig: error: the signature was made with key [0-9A-F]{16}, not with [0-9A-F]{16} \[signature\]/);
  assert.match(wrong.stderr, /\nstoplicht: 9 deviations\n$/);

  const site = copy();
  edit(join(site, 'data/site.json'), '"theme":', `"signing_key": "${publicKey}", "theme":`);
  const named = await run(['verify', site]);
  assert.equal(named.code, 0);
  assert.match(named.stdout, /, 9 signatures; nothing was changed/);
});

test('signatures that cannot be checked for lack of a key are said, and are no deviation', async () => {
  const { code, stdout, stderr } = await run(['verify', original]);
  assert.equal(stderr, '');
  assert.match(stdout, /^note: signatures were not checked, for lack of a key; give one with --key\nstoplicht: verified /);
  assert.equal(code, 0);
});

test('named: an edition or a withdrawal that is not signed, when there is a key', async () => {
  const site = copy();
  rmSync(join(site, `${v1}.minisig`));
  rmSync(join(site, 'data/editions/2024-h2/w1.json.minisig'));
  const { code, stderr } = await verify(site);
  assert.ok(stderr.includes(`${v1}.minisig: error: is missing: ${v1} is not signed [signature]`), stderr);
  assert.ok(stderr.includes('data/editions/2024-h2/w1.json.minisig: error: is missing: '), stderr);
  assert.ok(stderr.endsWith('\nstoplicht: 2 deviations\n'), stderr);
  assert.equal(code, 1);
});

test('named: a list of files that is not signed, when there is a key', async () => {
  const site = copy();
  rmSync(join(site, 'public/SHA256SUMS.minisig'));
  const { code, stderr } = await verify(site);
  assert.equal(stderr, `public/SHA256SUMS.minisig: error: is missing: who can change the website can change the list of its files, too [signature]
  hint: build it again with --sign KEY
stoplicht: 1 deviation
`);
  assert.equal(code, 1);
  assert.equal((await run(['verify', site])).code, 0);
});

test('a site that began to sign later holds: what came before the first signature is bound to it, and nothing after it goes without', async () => {
  const site = copy();
  rmSync(join(site, 'data/editions/2024-h1/v1.json.minisig'));
  await mustRun(['build', '--site', site, '--sign', secretKey]);
  const later = await verify(site);
  assert.equal(later.stderr, '');
  assert.match(later.stdout, /^note: 1 edition or withdrawal from before the first signature is not signed; the chain binds it to it$/m);
  rmSync(join(site, 'data/editions/2024-h2/v1.json.minisig'));
  rmSync(join(site, 'data/editions/2024-h2/v2.json.minisig'));
  rmSync(join(site, 'data/editions/2024-h2/w1.json.minisig'));
  const { code, stderr } = await verify(site);
  assert.equal(code, 1);
  assert.match(stderr, /data\/editions\/2024-h1\/v1\.json\.minisig: error: is missing/);
});

test('a key of before is one of the keys of a site that names it', async () => {
  const site = copy();
  const folder = temporaryFolder();
  const [key, pub] = [join(folder, 'new.key'), join(folder, 'new.pub')];
  execFileSync('minisign', ['-G', '-W', '-p', pub, '-s', key]);
  const newKey = readFileSync(pub, 'utf8').split('\n')[1];
  edit(join(site, 'data/site.json'), '"theme":', `"signing_key": "${newKey}", "theme":`);
  const wrong = await run(['build', '--site', site, '--sign', secretKey]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /^stoplicht: --sign: this is key [0-9A-F]{16}, and data\/site\.json names key [0-9A-F]{16}\n {2}hint: sign with that one\n$/);
  await mustRun(['build', '--site', site, '--sign', key]);
  assert.match((await run(['verify', site])).stderr, /v1\.json\.minisig: error: the signature was made with key/);
  edit(join(site, 'data/site.json'), '"theme":', `"earlier_signing_keys": [ "${publicKey}" ], "theme":`);
  await mustRun(['build', '--site', site, '--sign', key]);
  const { code, stderr } = await run(['verify', site]);
  assert.equal(stderr, '');
  assert.equal(code, 0);
  // The page says with which key each was made.
  const page = readFileSync(join(site, 'public/edities/controleren.html'), 'utf8');
  assert.match(page.replaceAll(publicKey, 'EARLIER'), /minisign -Vm \w+\.zegel\.json -P EARLIER</);
  assert.ok(page.includes(`minisign -Vm SHA256SUMS -P ${newKey}<`), page);
});

test('a key of before does not sign what comes after the key of today, nor the list of files', async () => {
  const site = copy();
  const folder = temporaryFolder();
  const [key, pub] = [join(folder, 'new.key'), join(folder, 'new.pub')];
  execFileSync('minisign', ['-G', '-W', '-p', pub, '-s', key]);
  const newKey = readFileSync(pub, 'utf8').split('\n')[1];
  const settings = join(site, 'data/site.json');
  const before = readFileSync(settings, 'utf8');
  const withdraw = (part, day, secret) => mustRun(['withdraw', '2024-h2', part, '--reason', 'Proef', '--site', site, '--on', `2026-11-0${day}`, '--sign', secret]);
  const named = before.replace('"theme":', `"signing_key": "${newKey}", "earlier_signing_keys": [ "${publicKey}" ], "theme":`);
  writeFileSync(settings, named);
  await withdraw('markt', 5, key);
  writeFileSync(settings, before);
  await withdraw('progress/havenkwartier', 6, secretKey);
  await mustRun(['build', '--site', site, '--sign', secretKey]);
  writeFileSync(settings, named);
  const { code, stderr } = await run(['verify', site]);
  assert.equal(code, 1);
  assert.match(stderr, /^data\/editions\/2024-h2\/w3\.json\.minisig: error: the signature was made with an earlier key, after data\/editions\/2024-h2\/w2\.json was signed with the newest \[signature\]$/m);
  assert.match(stderr, /^public\/SHA256SUMS\.minisig: error: the signature was made with key [0-9A-F]{16}, not with [0-9A-F]{16} \[signature\]$/m);
  assert.doesNotMatch(stderr, /2024-h2\/w[12]\.json\.minisig/);
});

test('of a website by itself, given two keys, the one of before does not sign the list of files', async () => {
  const site = copy();
  const folder = temporaryFolder();
  const [key, pub] = [join(folder, 'new.key'), join(folder, 'new.pub')];
  execFileSync('minisign', ['-G', '-W', '-p', pub, '-s', key]);
  edit(join(site, 'data/site.json'), '"theme":', `"signing_key": "${readFileSync(pub, 'utf8').split('\n')[1]}", "earlier_signing_keys": [ "${publicKey}" ], "theme":`);
  await mustRun(['withdraw', '2024-h2', 'markt', '--reason', 'Proef', '--site', site, '--on', '2026-11-05', '--sign', key]);
  await mustRun(['build', '--site', site, '--sign', key]);
  const website = join(temporaryFolder(), 'public');
  cpSync(join(site, 'public'), website, { recursive: true });
  const given = (...keys) => run(['verify', website, ...keys.flatMap((each) => ['--key', each])]);
  assert.equal((await given(pub, publicKeyFile)).code, 0);
  assert.equal((await given(publicKeyFile, pub)).code, 0);
  execFileSync('minisign', ['-S', '-W', '-s', secretKey, '-m', join(website, 'SHA256SUMS')]);
  for (const keys of [[pub, publicKeyFile], [publicKeyFile, pub]]) {
    const { code, stderr } = await given(...keys);
    assert.equal(code, 1);
    assert.match(stderr, /^SHA256SUMS\.minisig: error: the signature was made with an earlier key than the newest editions \[signature\]$/m);
  }
});

test('a site that has only a key of before tells what was signed with it', async () => {
  const site = copy();
  edit(join(site, 'data/site.json'), '"theme":', `"earlier_signing_keys": [ "${publicKey}" ], "theme":`);
  await mustRun(['build', '--site', site]);
  const page = readFileSync(join(site, 'public/edities/controleren.html'), 'utf8');
  assert.match(page, /Alle 4 zegels zijn ondertekend\./);
  assert.ok(page.includes(` -P ${publicKey}<`));
  assert.ok(!page.includes('minisign -Vm SHA256SUMS'));
});

test('named: a signature that was damaged, changed or lost in the site folder, also without a key', async () => {
  const site = copy();
  const file = (name) => join(site, `data/editions/2024-h2/${name}.json.minisig`);
  writeFileSync(file('v1'), 'kapot');
  writeFileSync(file('v2'), readFileSync(join(site, 'data/editions/2024-h1/v1.json.minisig')));
  rmSync(file('w1'));
  const { code, stderr } = await run(['verify', site]);
  assert.equal(code, 1);
  assert.match(stderr, /^data\/editions\/2024-h2\/v1\.json\.minisig: error: the signature is not a signature of minisign: that has four lines/m);
  assert.match(stderr, /^data\/editions\/2024-h2\/v2\.json\.minisig: error: is not the signature that public\/edities\/2024-h2\/v2\.zegel\.json\.minisig is/m);
  assert.match(stderr, /^data\/editions\/2024-h2\/w1\.json\.minisig: error: is missing, and public\/edities\/2024-h2\/w1\.zegel\.json\.minisig is there/m);
});

test('named: settings that leave unknown whether the site has a key', async () => {
  const site = copy();
  edit(join(site, 'data/site.json'), '"theme":', '"theme"');
  const { code, stderr } = await run(['verify', site]);
  assert.equal(code, 1);
  assert.match(stderr, /^data\/site\.json: error: leaves unknown which key the site has: data\/site\.json has a fault \[signature\]/m);
  const withdrawn = ['withdraw', '2024-h1', 'summary', '--reason', 'Proef', '--site', site, '--on', '2026-11-05'];
  const refused = await run(withdrawn);
  assert.deepEqual([refused.code, refused.stdout], [1, '']);
  assert.match(refused.stderr, /^stoplicht: data\/site\.json has a fault, and may name a signing key\n/);
  await mustRun([...withdrawn, '--unsigned']);
});

test('a plain build keeps the signature of the same list of files, and says when it is of another', async () => {
  const site = copy();
  const same = await mustRun(['build', '--site', site]);
  assert.ok(!same.stdout.includes('note:'), same.stdout);
  assert.equal((await verify(site)).code, 0);
  edit(join(site, 'data/site.json'), '"title": "', '"title": "Nieuwe ');
  const other = await mustRun(['build', '--site', site]);
  assert.match(other.stdout, /^note: the list of files was signed, and this one is not: before it goes online, build with --sign KEY\n/);
  assert.ok(!existsSync(join(site, 'public/SHA256SUMS.minisig')));
});
