// Publishing and correcting, as the person who does it sees it. Withdrawing: withdraw.test.mjs.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository, run } from '../support/program.mjs';
import { command, edit, publishedSmallSite, readJson, smallSite } from '../support/publishing.mjs';
import { build, filesIn, stateOf } from '../support/sites.mjs';

const digest = /^digest [0-9a-f]{64}\n/m;
const next = 'next: stoplicht build, which makes the pages of it\n';
const told = ({ stdout }) => stdout.replace(digest, '');
const editionsIn = (site) => (existsSync(join(site, 'data/editions')) ? filesIn(join(site, 'data/editions')) : []);

async function assertRefused(site, args, code, stderr, stdout = '') {
  const before = editionsIn(site);
  assert.deepEqual(await command(site, args), { code, stdout, stderr });
  assert.deepEqual(editionsIn(site), before);
}

const correct = (site, ...args) => command(site, ['correct', '2024-h2', '--on', '2025-04-01', '--reason', 'Verkeerd geteld', ...args]);
const reportOf = (site, number) => readJson(site, `data/editions/2024-h2/v${number}.json`).parts;

// ---- publishing -------------------------------------------------------------------------------------------

test('publish seals a period, tells what is in it, and what to do next', async () => {
  const site = smallSite();
  const first = await command(site, ['publish', '2024-h1', '--on', '2024-09-20']);
  assert.match(first.stdout, digest);
  assert.deepEqual({ ...first, stdout: told(first) },
    { code: 0, stdout: `published 2024-h1 as edition 1: 0 projects, 0 letters\n${next}`, stderr: '' });
  const second = await command(site, ['publish', '2024-h2', '--on', '2025-03-20']);
  assert.equal(told(second), `published 2024-h2 as edition 1: 2 projects, 1 letter\n${next}`);

  const [{ seal: oldest }, { digest: name, seal }] = ['2024-h1', '2024-h2'].map((id) => readJson(site, `data/editions/${id}/v1.json`));
  assert.equal(second.stdout.match(digest)[0], `digest ${name}\n`);
  const { parts, ...fields } = seal;
  assert.deepEqual(fields, {
    format: 1,
    kind: 'edition',
    period: '2024-h2',
    edition: 1,
    sequence: 2,
    published_by: 'Gemeente Zandwijk',
    published_on: '2025-03-20',
    previous: readJson(site, 'data/editions/2024-h1/v1.json').digest,
    replaces: null,
    reason: null,
  });
  assert.deepEqual([oldest.sequence, oldest.previous], [1, null]);
  assert.deepEqual(Object.keys(parts), [
    'attachment:content/periods/2024-h2/letters/wijken.csv', 'commitment:T24-01', 'history:2024-h1', 'organisations', 'period',
    'programmes', 'project:doorstroming', 'project:havenkwartier', 'site', 'text:content/commitments/T24-01.md',
    'text:content/periods/2024-h2/letters/raadsbrief.md', 'text:content/periods/2024-h2/markt.md',
    'text:content/periods/2024-h2/progress/havenkwartier.md', 'text:content/periods/2024-h2/summary.md',
  ]);
  await build(site);
});

test('publish makes the oldest period first', async () => {
  await assertRefused(smallSite(), ['publish', '2024-h2', '--on', '2025-03-20'], 1,
    "stoplicht: period '2024-h1' comes before it and was not published yet\n" +
      '  hint: publish the oldest first: an edition tells of the periods before it, too\n');
});

test('what was published is not published again', async () => {
  await assertRefused(await publishedSmallSite(), ['publish', '2024-h1', '--on', '2025-04-01'], 1,
    "stoplicht: period '2024-h1' was published already\n" +
      '  hint: publish a change with: stoplicht correct 2024-h1 --reason "..."\n');
});

test('a period that is not there is named, with those that are', async () => {
  await assertRefused(smallSite(), ['publish', '1999', '--on', '2025-03-20'], 2,
    "stoplicht: there is no period '1999'\n  hint: use one of: 2024-h2, 2024-h1\n");
});

test('the day of publication is a day, and not before the report or the link before it', async () => {
  const site = smallSite();
  await assertRefused(site, ['publish', '2024-h1', '--on', '2024-09'], 2, 'stoplicht: --on: name a day, not a month or a year\n  hint: such as --on 2024-04-18\n');
  await assertRefused(site, ['publish', '2024-h1', '--on', 'vandaag'], 2,
    "stoplicht: --on: 'vandaag' is not a date\n  hint: write a day: 2024-04-18\n");
  await assertRefused(site, ['publish', '2024-h1', '--on', '2024-06-30'], 1,
    'stoplicht: the day of publication lies before the day on which was reported, 2024-07\n' +
      "  hint: is 'reported_on' right? or name another day with --on\n");
  assert.equal((await command(site, ['publish', '2024-h1', '--on', '2025-02-01'])).code, 0);
  await assertRefused(site, ['publish', '2024-h2', '--on', '2025-01-31'], 1,
    'stoplicht: the day of publication lies before 2025-02-01, the day of what was published or withdrawn last\n  hint: name another day with --on\n');
});

test('a site with a warning is not published', async () => {
  const site = smallSite();
  appendFileSync(join(site, 'content/periods/2024-h1/summary.md'), '<b>vet</b>\n');
  const { code, stdout, stderr } = await command(site, ['publish', '2024-h1', '--on', '2024-09-20']);
  assert.deepEqual([code, stdout], [1, '']);
  assert.match(stderr, /^content\/periods\/2024-h1\/summary\.md:4:1: warning: .*\[markdown-html\]\n/);
  assert.ok(stderr.endsWith('stoplicht: nothing was published: 0 errors, 1 warning\n  hint: what is published stays for ever: mend them first\n'));
  assert.deepEqual(editionsIn(site), []);
});

test('a changed source of a published period stops the build, and tells the command that publishes the change', async () => {
  const site = await publishedSmallSite();
  const output = await build(site);
  const before = stateOf(output);
  edit(site, 'data/periods/2024-h2.json', '"actual": 50', '"actual": 51');
  assert.deepEqual(await command(site, ['build']), {
    code: 1,
    stdout: '',
    stderr: `data/periods/2024-h2.json:15:62: error: this is 51, but 50 in edition 1 of 2024-h2 [edition-differs]
   15 |       "values": [ { "indicator": "haven-woningen", "actual": 51 } ] },
      |                                                              ^~
  hint: put back what was published, or publish the change: stoplicht correct 2024-h2 --reason "..."
stoplicht: 1 error, 0 warnings; nothing was written
`,
  });
  assert.deepEqual(stateOf(output), before);
});

test('pages of a published period do not follow the shared files, and those of today do', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/programmes.json', '"name": "Havenkwartier"', '"name": "Nieuwe Haven"');
  const output = await build(site);
  const page = (file) => readFileSync(join(output, file), 'utf8');
  assert.match(page('periodes/2024-h2/havenkwartier.html'), /<h1[^>]*>Havenkwartier<\/h1>/);
  assert.match(page('deelprojecten/havenkwartier.html'), /<h1[^>]*>Nieuwe Haven<\/h1>/);
});

// A picture that lies with the pages of the site is of the edition as it was.
test('a file from elsewhere that a published text shows stays what it was', async () => {
  const site = smallSite();
  appendFileSync(join(site, 'content/periods/2024-h2/letters/raadsbrief.md'), '\n![De haven](../../../pages/haven.svg)\n');
  await publishedSmallSite(site);
  const then = readFileSync(join(site, 'content/pages/haven.svg'), 'utf8');
  writeFileSync(join(site, 'content/pages/haven.svg'), then.replace('<svg', '<svg id="nieuw"'));
  const output = await build(site);
  assert.equal(readFileSync(join(output, 'bestanden/edities/2024-h2/v1/pages/haven.svg'), 'utf8'), then);
  assert.match(readFileSync(join(output, 'bestanden/pages/haven.svg'), 'utf8'), /id="nieuw"/);
});

test('the day of publication is not one that is still to come', async () => {
  const { code, stdout, stderr } = await command(smallSite(), ['publish', '2024-h1', '--on', '2199-12-31']);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, new RegExp('^stoplicht: --on: 2199-12-31 is still to come; today is \\d{4}-\\d{2}-\\d{2}\\n' +
    '  hint: publish on the day itself, or name the day on which it was published\\n$'));
});

test('a period that comes before one that was published is published, and it is said that the later does not tell of it', async () => {
  const site = smallSite();
  await publishedSmallSite(site);
  const found = readFileSync(join(site, 'data/periods/2024-h1.json'), 'utf8');
  writeFileSync(join(site, 'data/periods/2023-h2.json'), found.replace('2024-h1', '2023-h2').replace('Eerste helft van 2024', 'Tweede helft van 2023')
    .replace('2024-01', '2023-07').replace('2024-06', '2023-12').replace('2024-07', '2024-01'));
  cpSync(join(site, 'content/periods/2024-h1'), join(site, 'content/periods/2023-h2'), { recursive: true });
  const { code, stdout, stderr } = await command(site, ['publish', '2023-h2', '--on', '2025-03-21']);
  assert.deepEqual([code, stderr], [0, '']);
  assert.equal(stdout.replace(digest, ''), 'published 2023-h2 as edition 1: 0 projects, 0 letters\n' +
    `2023-h2 comes before 2024-h1, 2024-h2, which were published already and do not tell of it\n${next}`);
  await build(site);
});

test('--dry-run tells what would be published, and writes nothing', async () => {
  const site = smallSite();
  const args = ['publish', '2024-h1', '--on', '2024-09-20', '--dry-run'];
  const dry = 'nothing was written: --dry-run\n';
  const told = await command(site, args);
  assert.deepEqual(told, { code: 0, stdout: `would publish 2024-h1 as edition 1: 0 projects, 0 letters\n${dry}`, stderr: '' });
  assert.ok(!existsSync(join(site, 'data/editions')));
  await publishedSmallSite(site);
  const before = editionsIn(site);
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  const corrected = await correct(site, '--dry-run');
  assert.deepEqual([corrected.code, corrected.stderr], [0, '']);
  assert.ok(corrected.stdout.endsWith(`\ndiffers: 1 figure\nwould publish 2024-h2 as edition 2, which replaces edition 1\n${dry}`));
  assert.deepEqual(editionsIn(site), before);
});

// ---- signing ----------------------------------------------------------------------------------------------

test('a site that names a key is signed with that key, unless it is said that it is not signed', async () => {
  const site = smallSite();
  const support = join(repository, 'tests/support');
  const publicKey = readFileSync(join(support, 'test-signing.pub'), 'utf8').split('\n')[1];
  const other = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3';
  const args = ['publish', '2024-h1', '--on', '2024-09-20'];
  const sign = ['--sign', join(support, 'test-signing.key')];
  const setKey = (key) => {
    const settings = readJson(site, 'data/site.json');
    writeFileSync(join(site, 'data/site.json'), JSON.stringify({ ...settings, signing_key: key }, null, 2));
  };
  setKey(other);
  const wrong = await command(site, [...args, ...sign]);
  assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
  assert.match(wrong.stderr, new RegExp('^stoplicht: --sign: this is key [0-9A-F]{16}, and data/site\\.json names key [0-9A-F]{16}\\n' +
    "  hint: sign with that one; for another key, put it in 'signing_key' of data/site\\.json first, and the one of before in 'earlier_signing_keys'\\n$"));
  await assertRefused(site, args, 2, 'stoplicht: data/site.json names a signing key, and this would not be signed\n' +
    '  hint: sign it with --sign KEY; what is not signed cannot be told from what was forged. All the same: --unsigned\n');
  assert.deepEqual(editionsIn(site), []);
  assert.equal((await command(site, [...args, '--dry-run'])).code, 0);
  assert.equal((await command(site, [...args, '--unsigned'])).code, 0);
  assert.ok(!existsSync(join(site, 'data/editions/2024-h1/v1.json.minisig')));

  setKey(publicKey);
  assert.equal((await command(site, ['publish', '2024-h2', '--on', '2025-03-20', ...sign])).code, 0);
  const reason = ['--on', '2025-04-01', '--reason', 'Fout'];
  for (const begin of [['correct', '2024-h2'], ['withdraw', '2024-h2', 'markt']]) {
    const refused = await command(site, [...begin, ...reason]);
    assert.deepEqual([refused.code, refused.stderr.split('\n')[0]],
      [2, 'stoplicht: data/site.json names a signing key, and this would not be signed']);
  }
  const both = await command(site, ['withdraw', '2024-h2', 'markt', ...reason, ...sign, '--unsigned']);
  assert.equal(both.code, 2);
  assert.equal((await command(site, ['withdraw', '2024-h2', 'markt', ...reason, ...sign])).code, 0);
  for (const name of ['v1', 'w1']) assert.ok(existsSync(join(site, `data/editions/2024-h2/${name}.json.minisig`)), name);
});

// ---- correcting -------------------------------------------------------------------------------------------

test('correct shows what changes, and publishes the next edition with its reason', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  const result = await correct(site);
  assert.deepEqual({ ...result, stdout: told(result) }, {
    code: 0,
    stdout: `2024-h2@v1 → 2024-h2@sources

figures
  Nieuwe woningen  about 130 → about 131 (+1)

differs: 1 figure
published 2024-h2 as edition 2, which replaces edition 1
${next}`,
    stderr: '',
  });
  const [v1, v2] = [1, 2].map((number) => readJson(site, `data/editions/2024-h2/v${number}.json`));
  const { edition, sequence, previous, replaces, reason } = v2.seal;
  assert.deepEqual({ edition, sequence, previous, replaces, reason },
    { edition: 2, sequence: 3, previous: v1.digest, replaces: v1.digest, reason: 'Verkeerd geteld' });
  for (const [name, { content }] of Object.entries(v2.parts)) {
    if (name !== 'period') assert.deepEqual(content, v1.parts[name].content, name);
  }
  const output = await build(site);
  assert.match(readFileSync(join(output, 'periodes/2024-h2/index.html'), 'utf8'), /131/);
  const replaced = readFileSync(join(output, 'periodes/2024-h2/v1/index.html'), 'utf8');
  assert.match(replaced, /Verkeerd geteld/);
  assert.match(replaced, /130/);
});

test('a correction of sources that did not change is refused, whatever came into the shared files', async () => {
  const site = await publishedSmallSite();
  const nothing = (hint) => `stoplicht: there is nothing to correct: the sources are those of edition 1\n  hint: ${hint}\n`;
  const args = ['correct', '2024-h2', '--on', '2025-04-01', '--reason', 'Zomaar'];
  await assertRefused(site, args, 1, nothing('change the sources first'));
  edit(site, 'data/programmes.json', '"projects": [', '"projects": [ { "id": "dakopbouw", "name": "Dakopbouw" },');
  await assertRefused(site, args, 1, nothing('shared files say something else now than when it was published; --shared takes that, too'));
});

test('another attachment is told among the changes', async () => {
  const site = await publishedSmallSite();
  appendFileSync(join(site, 'content/periods/2024-h2/letters/wijken.csv'), 'Strand,3\n');
  const { code, stdout, stderr } = await correct(site);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /\nother values\n[^]*wijken\.csv[^]*\ndiffers: 1 other value\n/);
});

test('other line ends in a text are nothing to correct', async () => {
  const site = await publishedSmallSite();
  for (const file of ['content/periods/2024-h2/letters/raadsbrief.md', 'content/periods/2024-h2/summary.md', 'data/periods/2024-h2.json',
    'content/commitments/T24-01.md']) {
    const text = readFileSync(join(site, file), 'utf8');
    writeFileSync(join(site, file), text.replaceAll('\n', '\r\n'));
  }
  await build(site);
  await assertRefused(site, ['correct', '2024-h2', '--on', '2025-04-01', '--reason', 'Zomaar'], 1,
    'stoplicht: there is nothing to correct: the sources are those of edition 1\n  hint: change the sources first\n');
});

test('a correction needs a reason', async () => {
  const site = await publishedSmallSite();
  await assertRefused(site, ['correct', '2024-h2', '--reason', ' \t'], 2,
    'stoplicht: --reason: a correction needs a reason\n' +
      '  hint: readers will see it: --reason "the number of places was counted twice"\n');
  await assertRefused(site, ['correct', '2024-h2'], 2,
    'stoplicht: --reason is required\n  hint: stoplicht --help tells the commands and their options\n');
});

test('only what was published can be corrected', async () => {
  const site = smallSite();
  await assertRefused(site, ['correct', '2024-h1', '--reason', 'Fout'], 1,
    "stoplicht: period '2024-h1' was not published yet\n  hint: publish it with: stoplicht publish 2024-h1\n");
  await publishedSmallSite(site);
  await assertRefused(site, ['correct', '1999', '--reason', 'Fout'], 2,
    "stoplicht: no period '1999' was published\n  hint: use one of: 2024-h1, 2024-h2\n");
});

test('a correction that takes something away asks for --allow-removal', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/periods/2024-h2.json', '"values": [ { "indicator": "haven-woningen", "actual": 50 } ]', '"values": []');
  writeFileSync(join(site, 'content/periods/2024-h2/progress/havenkwartier.md'), 'De vergunning is verleend.\n');
  rmSync(join(site, 'content/periods/2024-h2/markt.md'));
  const refused = await correct(site);
  assert.equal(refused.code, 1);
  assert.equal(refused.stderr, `stoplicht: the correction takes away what was published:
  project:havenkwartier /values/haven-woningen/actual
  text:content/periods/2024-h2/markt.md
  hint: when that is what you want: --allow-removal
`);
  assert.deepEqual(readdirSync(join(site, 'data/editions/2024-h2')), ['v1.json']);
  assert.equal((await correct(site, '--allow-removal')).code, 0);
  const output = await build(site);
  assert.ok(existsSync(join(output, 'periodes/2024-h2/v1/markt.html')));
  assert.ok(!existsSync(join(output, 'periodes/2024-h2/markt.html')));
});

test('a correction keeps names as they were published and says so; --shared takes those of today', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/programmes.json', '"name": "Havenkwartier"', '"name": "Nieuwe Haven"');
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  const kept = await correct(site);
  assert.ok(kept.stdout.includes('note: shared files (names, targets, scales) say something else now; ' +
    'the edition keeps what was published. --shared takes that, too\n'));
  assert.deepEqual(reportOf(site, 2).programmes.content, reportOf(site, 1).programmes.content);

  const shared = await correct(site, '--shared');
  assert.deepEqual([shared.code, shared.stderr], [0, '']);
  assert.doesNotMatch(shared.stdout, /note:/);
  assert.match(JSON.stringify(reportOf(site, 3).programmes.content), /Nieuwe Haven/);
  await build(site);
});

test('a correction can tell of a project, a figure, a council and a letter that are new', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/organisations.json', '"organisations": [',
    '"organisations": [ { "id": "strand", "name": "Strand", "kind": "municipality" }, { "id": "los", "name": "Los", "kind": "body" },');
  edit(site, 'data/programmes.json', '"projects": [',
    '"projects": [ { "id": "dakopbouw", "name": "Dakopbouw", "category": "hoog" }, { "id": "kelders", "name": "Kelders" },');
  edit(site, 'data/programmes.json', '"categories": [', '"categories": [ { "id": "hoog", "name": "Hoogbouw" },');
  edit(site, 'data/programmes.json', '"indicators": [',
    '"indicators": [ { "id": "daken", "name": "Daken", "unit": "count", "unit_label": "daken", "project": "dakopbouw" },');
  edit(site, 'data/periods/2024-h2.json', '"projects": [',
    '"projects": [ { "project": "dakopbouw", "number": "3", "status": "on-track", "values": [ { "indicator": "daken", "actual": 4 } ] },');
  const letter = readFileSync(join(site, 'content/periods/2024-h2/letters/raadsbrief.md'), 'utf8');
  writeFileSync(join(site, 'content/periods/2024-h2/letters/tweede.md'),
    letter.replace('[zandwijk]', '[strand]').replace(/closes.*\n/, '').replace('Geachte raad', 'Geachte raad van Strand'));
  const { code, stdout, stderr } = await correct(site);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^ {2}3 Dakopbouw {2}new: Op koers$/m);
  const { programmes, organisations } = reportOf(site, 2);
  const idsOf = (list) => list.map(({ id }) => id).sort();
  assert.deepEqual(idsOf(programmes.content.programmes[0].projects), ['dakopbouw', 'doorstroming', 'havenkwartier']);
  assert.deepEqual(idsOf(programmes.content.indicators), ['daken', 'haven-woningen', 'woningen']);
  assert.deepEqual(idsOf(organisations.content.organisations), ['duinregio', 'strand', 'zandwijk']);
  const output = await build(site);
  assert.ok(existsSync(join(output, 'periodes/2024-h2/dakopbouw.html')));
  assert.ok(existsSync(join(output, 'periodes/2024-h2/brieven/tweede.html')));
  assert.ok(!existsSync(join(output, 'periodes/2024-h2/v1/dakopbouw.html')));
});

test('a light that was computed stays what it was, in corrections of its period and of a later one', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/programmes.json', '"at_risk_below": 0.9, "off_track_below": 0.7', '"at_risk_below": 0.2, "off_track_below": 0.1');
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  assert.equal((await correct(site)).code, 0);
  const computed = (number) => reportOf(site, number)['project:havenkwartier'].content.resolved.computed;
  assert.deepEqual(computed(2), computed(1));
  assert.equal(computed(1).status, 'at-risk');
});

test('a copy of an edition from before a correction is not accepted: the chain is broken', async () => {
  const site = await publishedSmallSite();
  const copy = `${site}-copy`;
  cpSync(site, copy, { recursive: true });
  for (const [each, value] of [[site, '131'], [copy, '132']]) {
    edit(each, 'data/periods/2024-h2.json', '"value": 130', `"value": ${value}`);
    assert.equal((await correct(each)).code, 0);
  }
  edit(site, 'data/periods/2024-h2.json', '"value": 131', '"value": 133');
  assert.equal((await correct(site)).code, 0);
  cpSync(join(copy, 'data/editions/2024-h2/v2.json'), join(site, 'data/editions/2024-h2/v2.json'));
  rmSync(copy, { recursive: true });
  const { code, stderr } = await command(site, ['build']);
  assert.equal(code, 1);
  assert.match(stderr, /^data\/editions\/2024-h2\/v3\.json:\d+:\d+: error: is not the digest of .*\[edition-chain\]$/m);
});
