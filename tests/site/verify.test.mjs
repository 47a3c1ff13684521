// Whatever is changed after publishing and building, `verify` names it; and others can check without it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository, run } from '../support/program.mjs';
import { secretKey, publicKeyFile, publicKey, mustRun, edit, original, copy, verify } from '../support/signed-site.mjs';
import { filesIn, temporaryFolder } from '../support/sites.mjs';

// ---- what is untouched ------------------------------------------------------------------------------------

test('nothing is reported on an untouched site', async () => {
  const ofSite = await verify(original);
  assert.equal(ofSite.stderr, '');
  assert.equal(ofSite.code, 0);
  assert.match(ofSite.stdout, /^stoplicht: verified 4 editions and withdrawals in data\/editions, \d+ files of the website, 9 signatures; nothing was changed\n$/);
  const ofPublic = await verify(join(original, 'public'));
  assert.equal(ofPublic.stderr, '');
  assert.equal(ofPublic.code, 0);
  assert.match(ofPublic.stdout, /^stoplicht: verified \d+ files of the website, 4 editions and withdrawals in edities, 5 signatures; nothing was changed\n$/);
});

test('a site folder without editions and without a website holds', async () => {
  const site = join(temporaryFolder(), 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  assert.deepEqual(await run(['verify', site]), {
    code: 0,
    stdout: 'note: there is no website in public/ to check\nstoplicht: nothing was published here\n',
    stderr: '',
  });
});

// ---- one bit ----------------------------------------------------------------------------------------------

// The same numbers in every run (mulberry32).
function numbersFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

test('one flipped bit is named, wherever it is: 1,000 of them', async () => {
  const folders = [copy(), copy()];
  const below = numbersFrom(20261122);
  const editions = filesIn(join(original, 'data/editions')).filter((file) => file !== 'README.md').map((file) => `data/editions/${file}`);
  const built = filesIn(join(original, 'public')).map((file) => `public/${file}`);
  const lists = ['public/manifest.json', 'public/SHA256SUMS', 'public/SHA256SUMS.minisig'];
  const groups = [editions, editions.filter((file) => file.endsWith('.minisig')), built, built, lists];
  const flips = Array.from({ length: 1000 }, (_, i) => {
    const group = groups[i % groups.length];
    const file = group[below(group.length)];
    return { file, at: below(2 ** 30), bit: below(8) };
  });

  const unseen = [];
  const work = async (site, mine) => {
    for (const { file, at, bit } of mine) {
      const path = join(site, file);
      const bytes = readFileSync(path);
      if (bytes.length === 0) continue;
      const changed = Buffer.from(bytes);
      changed[at % bytes.length] ^= 1 << bit;
      writeFileSync(path, changed);
      // Every other one without a key; only the signature of the list of files needs one.
      const withKey = bit % 2 === 0 || file.endsWith('SHA256SUMS.minisig');
      const { code, stderr } = await (withKey ? verify(site) : run(['verify', site]));
      writeFileSync(path, bytes);
      if (code !== 1 || !stderr.split('\n').some((line) => line.startsWith(`${file}:`))) {
        unseen.push(`${file}: bit ${bit} of byte ${at % bytes.length}: ended with ${code} and ${stderr}`);
      }
    }
  };
  await Promise.all(folders.map((site, i) => work(site, flips.filter((_, at) => at % folders.length === i))));
  assert.deepEqual(unseen, []);
  assert.ok(new Set(flips.map(({ file }) => file)).size > 50);
  for (const site of folders) assert.equal((await verify(site)).code, 0);
});

// They vouch for each other, so that it takes care to see which one was changed.
test('a flipped bit in the lists of files is named, all along them', async () => {
  const site = copy();
  const unseen = [];
  for (const file of ['manifest.json', 'SHA256SUMS']) {
    const path = join(site, 'public', file);
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 19) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1 << at % 7;
      writeFileSync(path, changed);
      const { stderr } = await run(['verify', join(site, 'public')]);
      if (!stderr.split('\n').some((line) => line.startsWith(`${file}:`))) unseen.push(`${file}: byte ${at}: ${stderr}`);
    }
    writeFileSync(path, bytes);
  }
  assert.deepEqual(unseen, []);
});

// ---- whole files ------------------------------------------------------------------------------------------

const v1 = 'data/editions/2024-h2/v1.json';
const tampering = {
  'an edition that is gone': [(site) => rmSync(join(site, v1)), 'public/edities/2024-h2/v1.json: error: is an edition or a withdrawal that the site folder does not have'],
  'an edition under another number': [
    (site) => renameSync(join(site, v1), join(site, 'data/editions/2024-h2/v3.json')),
    'data/editions/2024-h2/v3.json:',
  ],
  'a link to an edition': [
    (site) => {
      renameSync(join(site, v1), join(site, 'v1.json'));
      symlinkSync('../../../v1.json', join(site, v1));
    },
    `${v1}: error: is a symbolic link`,
  ],
  'a signature of another edition': [
    (site) => copyFileSync(join(site, 'data/editions/2024-h1/v1.json.minisig'), join(site, `${v1}.minisig`)),
    `${v1}.minisig: error: the signature does not hold for these bytes`,
  ],
  'an attachment that is gone': [
    (site) => rmSync(join(site, 'data/editions/attachments', readdirSync(join(site, 'data/editions/attachments'))[0])),
    'data/editions/2024-h2/v2.json:',
  ],
  'line ends that were changed': [
    (site) => writeFileSync(join(site, v1), readFileSync(join(site, v1), 'utf8').replaceAll('\n', '\r\n')),
    'data/editions/** -text',
  ],
  'a page that is gone': [(site) => rmSync(join(site, 'public/index.html')), 'public/index.html: error: is missing'],
  'a page too many': [(site) => writeFileSync(join(site, 'public/nieuw.html'), ''), 'public/nieuw.html: error: was not built: no list names it'],
  'no manifest': [(site) => rmSync(join(site, 'public/manifest.json')), 'public/manifest.json: error: is missing'],
  'no sums': [(site) => rmSync(join(site, 'public/SHA256SUMS')), 'public/SHA256SUMS: error: is missing'],
  'neither of the lists': [
    (site) => {
      for (const name of ['manifest.json', 'SHA256SUMS']) rmSync(join(site, 'public', name));
    },
    'public/manifest.json: error: is missing, and so is SHA256SUMS: nobody can tell what was built',
  ],
  'bytes that no edition names': [
    (site) => writeFileSync(join(site, 'data/editions/attachments', createHash('sha256').update('x').digest('hex')), 'x'),
    'error: is an attachment that no edition names',
  ],
  'a manifest in another form': [
    (site) => writeFileSync(join(site, 'public/manifest.json'), JSON.stringify(JSON.parse(readFileSync(join(site, 'public/manifest.json'), 'utf8')))),
    'public/manifest.json: error: is not the list that was built',
  ],
  'a website of before the correction': [
    (site) => {
      for (const path of ['data/editions/2024-h2/v2.json', 'data/editions/2024-h2/w1.json']) assert.ok(existsSync(join(site, path)));
      rmSync(join(site, 'public/edities/2024-h2/v2.json'));
    },
    'public/edities/2024-h2/v2.json: error: is missing, and data/editions/2024-h2/v2.json is there',
  ],
};

for (const [what, [tamper, told]] of Object.entries(tampering)) {
  test(`named: ${what}`, async () => {
    const site = copy();
    tamper(site);
    const { code, stdout, stderr } = await verify(site);
    assert.ok(stderr.includes(told), stderr);
    assert.match(stderr, /\nstoplicht: \d+ deviations?\n$/);
    assert.ok(!stdout.includes('verified'));
    assert.equal(code, 1);
  });
}

test('a copy of an edition whose name differs only by case is named, and the edition is read', async () => {
  const site = copy();
  copyFileSync(join(site, v1), join(site, 'data/editions/2024-h2/V1.json'));
  const { code, stderr } = await verify(site);
  assert.equal(stderr, `data/editions/2024-h2/V1.json: warning: is no part of an edition [edition-file-unknown]
  hint: remove it; only stoplicht writes in this folder\n`);
  assert.equal(code, 0);
});

test('named: an attachment of an edition that the website shows with other bytes, or not at all', async () => {
  const site = join(temporaryFolder(), 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  for (const period of ['2024-h1', '2024-h2']) await mustRun(['publish', period, '--site', site, '--on', '2026-11-01']);
  await mustRun(['build', '--site', site]);
  const file = join(site, 'public/bestanden/periods/2024-h2/letters/wijken.csv');
  const told = (what) => `public/bestanden/periods/2024-h2/letters/wijken.csv: error: ${what} [built-edition]`;
  writeFileSync(file, 'anders');
  const changed = await run(['verify', site]);
  assert.ok(changed.stderr.includes(told('is not the attachment of data/editions/2024-h2/v1.json')), changed.stderr);
  assert.equal(changed.code, 1);
  rmSync(file);
  const gone = await run(['verify', site]);
  assert.ok(gone.stderr.includes(told('is missing, and data/editions/2024-h2/v1.json has it')), gone.stderr);
});

test('named: an attachment that a website by itself shows with other bytes, when both lists were changed too', async () => {
  const site = join(temporaryFolder(), 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  for (const period of ['2024-h1', '2024-h2']) await mustRun(['publish', period, '--site', site, '--on', '2026-11-01']);
  await mustRun(['build', '--site', site]);
  const output = join(site, 'public');
  const file = 'bestanden/periods/2024-h2/letters/wijken.csv';
  const digestOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
  const before = [digestOf(join(output, file)), digestOf(join(output, 'manifest.json'))];
  const bytes = readFileSync(join(output, file));
  bytes[0] ^= 1;
  writeFileSync(join(output, file), bytes);
  edit(join(output, 'manifest.json'), before[0], digestOf(join(output, file)));
  edit(join(output, 'SHA256SUMS'), before[0], digestOf(join(output, file)));
  edit(join(output, 'SHA256SUMS'), before[1], digestOf(join(output, 'manifest.json')));
  const { code, stderr } = await run(['verify', output]);
  assert.equal(stderr, `${file}: error: is not the attachment of edities/2024-h2/v1.json [built-edition]
  hint: build the site again, or put the file back as it was built
stoplicht: 1 deviation
`);
  assert.equal(code, 1);
});

test('named: a page that was changed with both lists, by the signature', async () => {
  const site = copy();
  const page = join(site, 'public/index.html');
  const digest = () => execFileSync('sha256sum', [page], { encoding: 'utf8' }).slice(0, 64);
  const before = digest();
  edit(page, '<title>', '<title>!');
  const size = readFileSync(page).length;
  edit(join(site, 'public/manifest.json'), `"${before}", "bytes": ${size - 1}`, `"${digest()}", "bytes": ${size}`);
  edit(join(site, 'public/SHA256SUMS'), before, digest());
  const manifest = execFileSync('sha256sum', [join(site, 'public/manifest.json')], { encoding: 'utf8' }).slice(0, 64);
  const sums = readFileSync(join(site, 'public/SHA256SUMS'), 'utf8');
  writeFileSync(join(site, 'public/SHA256SUMS'), sums.replace(/[0-9a-f]{64} {2}manifest\.json/, `${manifest}  manifest.json`));
  const { code, stderr } = await verify(site);
  assert.equal(stderr, `public/SHA256SUMS.minisig: error: the signature does not hold for these bytes [signature]
  hint: put the file back, or check with the key that it was made with; an older key of the site belongs in 'earlier_signing_keys' of data/site.json
stoplicht: 1 deviation
`);
  assert.equal(code, 1);
});

test('a withdrawal that was not built yet is named: the website still shows what was withdrawn', async () => {
  const site = copy();
  await mustRun(['withdraw', '2024-h1', 'summary', '--reason', 'Proef', '--site', site, '--on', '2026-11-05', '--sign', secretKey]);
  const { code, stderr } = await verify(site);
  assert.ok(stderr.includes('public/edities/2024-h1/v1.json: error: is not what data/editions/2024-h1/v1.json is'), stderr);
  assert.ok(stderr.includes('public/edities/2024-h1/w1.json: error: is missing'), stderr);
  assert.equal(code, 1);
});

// ---- a withdrawal that was interrupted ---------------------------------------------------------------------

test('named: a withdrawal that was not finished, until it is run again', async () => {
  const site = copy();
  const withdrawal = ['withdraw', '2024-h1', 'summary', '--reason', 'Proef', '--site', site, '--on', '2026-11-05', '--sign', secretKey];
  const before = readFileSync(join(site, 'data/editions/2024-h1/v1.json'));
  await mustRun(withdrawal);
  writeFileSync(join(site, 'data/editions/2024-h1/v1.json'), before);
  await mustRun(['build', '--site', site, '--sign', secretKey]);
  const { code, stderr } = await verify(site);
  assert.match(stderr, /^data\/editions\/2024-h1\/v1\.json:\d+:\d+: error: part 'text:content\/periods\/2024-h1\/summary\.md' was withdrawn, and still stands in the file \[withdrawal-unfinished\]/);
  assert.match(stderr, /hint: run the same withdrawal again: it takes the part out of the file\nstoplicht: 1 deviation\n$/);
  assert.equal(code, 1);
  await mustRun(withdrawal);
  assert.equal((await verify(site)).stderr, '');
});

// ---- others check, too ------------------------------------------------------------------------------------

test('sha256sum checks the website, and minisign its list', () => {
  const folder = join(original, 'public');
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
  execFileSync('minisign', ['-V', '-q', '-p', publicKeyFile, '-m', 'SHA256SUMS'], { cwd: folder });
  const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n').map((line) => line.slice(66));
  assert.deepEqual(listed, filesIn(folder).filter((file) => !file.startsWith('SHA256SUMS')).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});

test('minisign checks the seal of every edition', () => {
  const seals = filesIn(join(original, 'public/edities')).filter((file) => file.endsWith('.zegel.json'));
  assert.equal(seals.length, 4);
  for (const seal of seals) {
    execFileSync('minisign', ['-V', '-q', '-p', publicKeyFile, '-m', seal], { cwd: join(original, 'public/edities') });
    const { digest } = JSON.parse(readFileSync(join(original, 'public/edities', seal.replace('.zegel', '')), 'utf8'));
    assert.ok(execFileSync('sha256sum', [seal], { cwd: join(original, 'public/edities'), encoding: 'utf8' }).startsWith(digest));
  }
});

test('a signature that minisign made holds for us', async () => {
  const site = copy();
  const comment = 'SHA256SUMS, ondertekend met de hand';
  const sums = join(site, 'public/SHA256SUMS');
  execFileSync('minisign', ['-S', '-W', '-s', secretKey, '-m', sums, '-t', comment], { stdio: 'ignore' });
  assert.ok(readFileSync(`${sums}.minisig`, 'utf8').includes(comment));
  assert.equal((await verify(site)).code, 0);
});

// A key of minisign takes seconds and 1 GiB to unlock, and so it is once.
test('a key that minisign locked with a password signs, when the password is right', async () => {
  const folder = temporaryFolder();
  const [key, pub] = [join(folder, 'locked.key'), join(folder, 'locked.pub')];
  execFileSync('minisign', ['-G', '-p', pub, '-s', key], { input: 'een lange zin\neen lange zin\n', stdio: ['pipe', 'ignore', 'ignore'] });
  const site = join(folder, 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  const signed = await run(['build', '--site', site, '--sign', key], { env: { STOPLICHT_KEY_PASSWORD: 'een lange zin' } });
  assert.equal(signed.code, 0, signed.stderr);
  execFileSync('minisign', ['-V', '-q', '-p', pub, '-m', 'SHA256SUMS'], { cwd: join(site, 'public') });
  const refused = await run(['build', '--site', site, '--sign', key], { env: { STOPLICHT_KEY_PASSWORD: 'een korte' } });
  assert.equal(refused.code, 3);
  assert.equal(refused.stderr, `stoplicht: the key ${key} cannot be unlocked with this password\n`);
});

// ---- how it tells -----------------------------------------------------------------------------------------

test('the same as JSON', async () => {
  const site = copy();
  edit(join(site, 'public/index.html'), '<title>', '<title>!');
  const { code, stdout, stderr } = await verify(site, '--format', 'json');
  assert.equal(stderr, '');
  assert.equal(code, 1);
  const told = JSON.parse(stdout);
  assert.equal(told.command, 'verify');
  assert.equal(told.ok, false);
  assert.equal(told.errors, 1);
  assert.deepEqual(told.diagnostics.map(({ file, id, message }) => [file, id, message]), [
    ['public/index.html', 'built-file', 'is not what was built: its digest is another'],
  ]);
  assert.equal(JSON.parse((await verify(original, '--format', 'json')).stdout).ok, true);
});

test('a website in another place is checked with --output', async () => {
  const site = copy();
  renameSync(join(site, 'public'), join(site, 'elders'));
  assert.match((await verify(site)).stdout, /^note: there is no website in public\/ to check\n/);
  const output = join(site, 'elders');
  assert.equal((await verify(site, '--output', output)).code, 0);
  rmSync(join(output, 'index.html'));
  const { code, stderr } = await verify(site, '--output', output);
  assert.ok(stderr.startsWith(`${output}/index.html: error: is missing`), stderr);
  assert.equal(code, 1);
});

test('a command line that makes no sense is refused', async () => {
  const empty = temporaryFolder();
  const said = async (...args) => {
    const { code, stdout, stderr } = await run(['verify', ...args]);
    assert.equal(stdout, '');
    assert.equal(code, 2);
    return stderr;
  };
  assert.equal(await said(empty), `stoplicht: ${empty} is no site folder and no website that was built
  hint: name a folder with data/ or with manifest.json\n`);
  assert.equal(await said(join(original, 'public'), '--output', empty), `stoplicht: --output: ${join(original, 'public')} is a website itself
  hint: leave it out\n`);
  assert.equal(await said(original, '--output', empty), `stoplicht: ${empty} is no website that was built
  hint: name a folder with manifest.json\n`);
  assert.equal(await said(original, '--key', 'sleutel'), `stoplicht: --key: 'sleutel' is neither a public key nor a file that can be read
  hint: name the file minisign.pub, or give its second line: RW…\n`);
  assert.equal(await said(original, '--key', secretKey), `stoplicht: --key: ${secretKey} is not a public key of minisign
  hint: name the file minisign.pub, not the secret key\n`);
});
