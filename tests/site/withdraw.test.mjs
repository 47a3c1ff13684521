// Taking a part of a published period out of view, as the person who does it sees it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.mjs';
import { command, edit, publishedSmallSite, readJson, smallSite } from '../support/publishing.mjs';
import { build, filesWith, stateOf } from '../support/sites.mjs';

const next = 'next: stoplicht build; until then, and until that is online, the website still shows it\n';
const advice =
  "its name stays in the seals, which nobody can change: a person's name in a file name stays\n" +
  'the files in the site folder still hold it, and so does a version control system: remove it there, too\n' +
  'its words may stand elsewhere, too: in texts that say the same otherwise, in other files, in copies of the website\n';
// What is told of words that stand elsewhere, without the words.
const withoutWords = (told) => told.replace(/: “.*”$/gm, '');
const alone = 'to withdraw what is a part by itself there, too:\n';
const dry = 'nothing was written: --dry-run\n';
const letter = 'text:content/periods/2024-h2/letters/raadsbrief.md';
const attachment = 'attachment:content/periods/2024-h2/letters/wijken.csv';
// What only the letter names, and the command that withdraws it.
const orphan = (command) =>
  `kept in data/editions, and shown by nothing else any more: letters/wijken.csv; to withdraw that, too:\n  stoplicht withdraw ${command}\n`;
const orphanOf = (site) =>
  orphan(`2024-h2 letters/wijken.csv --reason 'Privacy van een inwoner.' --site ${site} --on 2025-04-01`);
const withdraw = (site, parts, on = '2025-04-01') =>
  command(site, ['withdraw', '2024-h2', ...parts, '--on', on, '--reason', 'Privacy van een inwoner.']);
const correct = (site) => command(site, ['correct', '2024-h2', '--on', '2025-05-01', '--reason', 'Verkeerd geteld']);
const editions = (site) => readdirSync(join(site, 'data/editions/2024-h2')).sort();
const partsOf = (site, number = 1) => Object.keys(readJson(site, `data/editions/2024-h2/v${number}.json`).parts);

// The files below a folder in which a word stands.

async function withdrawn(site, parts, names, more = '') {
  const expected = [...names.map((name) => `withdrawn: ${name} from 2024-h2@v1\n`), more, advice, next].join('');
  assert.deepEqual(await withdraw(site, parts), { code: 0, stdout: expected, stderr: '' });
}

// Where a word of a part that is to be withdrawn stands in the small site, and by what name the part is withdrawn.
const secrets = {
  'letters/raadsbrief': ['content/periods/2024-h2/letters/raadsbrief.md', 'Geachte raad', 'text:'],
  'letters/raadsbrief.md': ['content/periods/2024-h2/letters/raadsbrief.md', 'title: Voortgang', 'text:'],
  'letters/wijken.csv': ['content/periods/2024-h2/letters/wijken.csv', 'Haven', 'attachment:'],
  'markt': ['content/periods/2024-h2/markt.md', 'title: De', 'text:'],
  'summary': ['content/periods/2024-h2/summary.md', 'headline: "', 'text:'],
  'T24-01': ['content/commitments/T24-01.md', 'De cijfers', 'text:'],
};

for (const [part, [file, place, kind]] of Object.entries(secrets)) {
  test(`nothing of ${part} is left in the editions and in the site, also after a correction`, async () => {
    const site = smallSite();
    edit(site, file, place, `${place} Geheimwoord`);
    await publishedSmallSite(site);
    edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
    assert.equal((await correct(site)).code, 0);
    assert.notDeepEqual(filesWith(join(site, 'data/editions'), 'Geheimwoord'), []);
    assert.notDeepEqual(filesWith(await build(site), 'Geheimwoord'), []);

    assert.equal((await withdraw(site, [part], '2025-06-01')).code, 0);
    const nothingIsLeft = async () => {
      assert.deepEqual(filesWith(join(site, 'data/editions'), 'Geheimwoord'), []);
      assert.deepEqual(filesWith(await build(site), 'Geheimwoord'), []);
    };
    await nothingIsLeft();
    for (const number of [1, 2]) {
      const { parts, seal } = readJson(site, `data/editions/2024-h2/v${number}.json`);
      assert.ok(kind + file in seal.parts && !(kind + file in parts));
    }

    // The sources still hold it: it does not come back.
    edit(site, 'data/periods/2024-h2.json', '"value": 131', '"value": 132');
    const corrected = await command(site, ['correct', '2024-h2', '--on', '2025-07-01', '--reason', 'Weer verkeerd']);
    assert.deepEqual([corrected.code, corrected.stderr], [0, '']);
    assert.doesNotMatch(corrected.stdout, /Geheimwoord/);
    assert.ok(corrected.stdout.includes(`\nnote: still in the site folder, and left out because it was withdrawn: ${kind}${file}`), corrected.stdout);
    await nothingIsLeft();

    // They do no more: that is no fault, and nothing to correct.
    rmSync(join(site, file));
    if (part.startsWith('letters/raadsbrief')) {
      assert.equal((await withdraw(site, ['letters/wijken.csv'], '2025-07-01')).code, 0);
      rmSync(join(site, 'content/periods/2024-h2/letters/wijken.csv'));
    }
    await nothingIsLeft();
    const nothing = await command(site, ['correct', '2024-h2', '--on', '2025-07-01', '--reason', 'Zomaar']);
    assert.match(nothing.stderr, /^stoplicht: there is nothing to correct: /);
  });
}

test('a project goes with its progress text, and with what editions of later periods tell of it', async () => {
  const site = smallSite();
  edit(site, 'content/periods/2024-h2/progress/havenkwartier.md', 'De vergunning', 'Geheimwoord');
  edit(site, 'data/periods/2024-h2.json', 'De vergunning kwam laat.', 'Geheimwoord');
  edit(site, 'data/periods/2024-h2.json', '"actual": 50 }', '"actual": 50, "note": "Geheimwoord" }');
  await publishedSmallSite(site);
  const later = readFileSync(join(site, 'data/periods/2024-h2.json'), 'utf8')
    .replace('2024-h2', '2025-h1').replace('Tweede helft van 2024', 'Eerste helft van 2025').replace('2024-07', '2025-01')
    .replace('2024-12', '2025-06').replace('2025-01-16', '2025-07-16').replaceAll('Geheimwoord', 'Niets')
    .replace('"actual": 50', '"actual": 72');
  writeFileSync(join(site, 'data/periods/2025-h1.json'), later);
  mkdirSync(join(site, 'content/periods/2025-h1'));
  writeFileSync(join(site, 'content/periods/2025-h1/summary.md'), '---\nheadline: Door\n---\n');
  const published = await command(site, ['publish', '2025-h1', '--on', '2025-08-01']);
  assert.deepEqual([published.code, published.stderr], [0, '']);

  const result = await command(site, ['withdraw', '2024-h2', 'projects/havenkwartier', '--on', '2025-09-01', '--reason', 'Privacy']);
  assert.deepEqual({ ...result, stdout: withoutWords(result.stdout) }, {
    code: 0,
    stdout: 'withdrawn: project:havenkwartier from 2024-h2@v1\n' +
      'withdrawn: text:content/periods/2024-h2/progress/havenkwartier.md from 2024-h2@v1\n' +
      'withdrawn: history:2024-h2/havenkwartier from 2025-h1@v1\n' +
      'the same sentences or names stand in:\n  2025-h1@v1 projects/havenkwartier\n' +
      `${alone}  stoplicht withdraw 2025-h1@v1 projects/havenkwartier --reason Privacy --site ${site} --on 2025-09-01\n` +
      `numbers that texts count themselves were sealed, and count it still\n${advice}${next}`,
    stderr: '',
  });
  assert.deepEqual(filesWith(join(site, 'data/editions'), 'Geheimwoord'), []);
  assert.deepEqual(filesWith(await build(site), 'Geheimwoord'), []);
  const { seal, parts } = readJson(site, 'data/editions/2025-h1/v1.json');
  assert.ok('history:2024-h2/havenkwartier' in seal.parts && !('history:2024-h2/havenkwartier' in parts));
  assert.ok('history:2024-h2/doorstroming' in parts);
  const { editions: numbers, pages } = readJson(site, 'data/editions/2024-h2/w1.json').seal;
  assert.deepEqual([numbers, pages], [[1], { 'project:havenkwartier': 'havenkwartier.html' }]);
});

test('what was withdrawn keeps its address, with a stone that tells when and why', async () => {
  const site = await publishedSmallSite();
  await withdrawn(site, ['letters/raadsbrief'], [letter], orphanOf(site));
  const stone = (output, address) => readFileSync(join(output, address), 'utf8');
  const output = await build(site);
  assert.match(stone(output, 'periodes/2024-h2/brieven/raadsbrief.html'), /1 april 2025/);
  assert.match(stone(output, 'periodes/2024-h2/brieven/raadsbrief.html'), /Privacy van een inwoner/);
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  assert.equal((await correct(site)).code, 0);
  await build(site);
  for (const address of ['periodes/2024-h2/brieven/raadsbrief.html', 'periodes/2024-h2/v1/brieven/raadsbrief.html']) {
    assert.match(stone(output, address), /Privacy van een inwoner/);
  }
});

test('a letter named after a council leaves its stone on the page of that council, too', async () => {
  const site = smallSite();
  const letters = join(site, 'content/periods/2024-h2/letters');
  renameSync(join(letters, 'raadsbrief.md'), join(letters, 'zandwijk.md'));
  for (const file of ['content/commitments/T24-01.md', 'content/periods/2024-h2/summary.md']) edit(site, file, 'raadsbrief.md', 'zandwijk.md');
  await publishedSmallSite(site);
  const councilPage = async () => readFileSync(join(await build(site), 'gemeenten/zandwijk.html'), 'utf8');
  assert.doesNotMatch(await councilPage(), /Privacy van een inwoner/);
  assert.equal((await withdraw(site, ['letters/zandwijk'])).code, 0);
  assert.match(await councilPage(), /Ingetrokken op 1 april 2025\.<[^>]+> De reden: Privacy van een inwoner\. <a [^>]+>Brief ‘zandwijk’</);
});

test('a withdrawal is a link of the chain, and the seals of the editions stay what they were', async () => {
  const site = await publishedSmallSite();
  const before = readJson(site, 'data/editions/2024-h2/v1.json');
  await withdrawn(site, ['letters/raadsbrief'], [letter], orphanOf(site));
  const after = readJson(site, 'data/editions/2024-h2/v1.json');
  assert.deepEqual([after.seal, after.digest], [before.seal, before.digest]);
  const { seal } = readJson(site, 'data/editions/2024-h2/w1.json');
  assert.deepEqual(seal, {
    format: 1,
    kind: 'withdrawal',
    period: '2024-h2',
    withdrawal: 1,
    sequence: 3,
    published_by: 'Gemeente Zandwijk',
    published_on: '2025-04-01',
    previous: before.digest,
    reason: 'Privacy van een inwoner.',
    parts: [letter],
    editions: [1],
    pages: { [letter]: 'brieven/raadsbrief.html' },
  });
});

test('the bytes of a withdrawn attachment go when no other edition names them', async () => {
  const site = await publishedSmallSite();
  const attachments = () => readdirSync(join(site, 'data/editions/attachments'));
  assert.equal(attachments().length, 1);
  await withdrawn(site, ['letters/wijken.csv'], [attachment]);
  assert.deepEqual(attachments(), []);
  await build(site);
});

test('what was withdrawn is not withdrawn twice, and what goes with something new is named once', async () => {
  const site = await publishedSmallSite();
  await withdrawn(site, ['letters/raadsbrief'], [letter], orphanOf(site));
  const before = stateOf(join(site, 'data'));
  assert.deepEqual(await withdraw(site, ['letters/raadsbrief']), {
    code: 1,
    stdout: '',
    stderr: "stoplicht: 'text:content/periods/2024-h2/letters/raadsbrief.md' was withdrawn already, on 2025-04-01\n" +
      '  hint: see data/editions/2024-h2/w1.json\n',
  });
  assert.deepEqual(stateOf(join(site, 'data')), before);
  await withdrawn(site, ['letters/raadsbrief', 'markt', 'markt'], ['text:content/periods/2024-h2/markt.md']);
  assert.deepEqual(editions(site), ['v1.json', 'w1.json', 'w2.json']);
  await build(site);
});

test('a withdrawal that was not finished is completed by running it again', async () => {
  const site = await publishedSmallSite();
  const file = join(site, 'data/editions/2024-h2/v1.json');
  const whole = readFileSync(file, 'utf8');
  await withdrawn(site, ['letters/raadsbrief'], [letter], orphanOf(site));
  const finished = stateOf(join(site, 'data')).map(({ path, bytes }) => ({ path, bytes }));
  writeFileSync(file, whole);
  const output = join(site, 'public');
  const { code, stderr } = await command(site, ['build']);
  assert.equal(code, 0);
  assert.match(stderr, /^data\/editions\/2024-h2\/v1\.json:\d+:\d+: warning: part '.*raadsbrief\.md' was withdrawn, .*\[withdrawal-unfinished\]$/m);
  assert.deepEqual(filesWith(output, 'Geachte raad'), []);
  assert.deepEqual(await withdraw(site, ['letters/raadsbrief']), { code: 0, stdout: `completed the withdrawal of: ${letter}\n${next}`, stderr: '' });
  assert.deepEqual(stateOf(join(site, 'data')).map(({ path, bytes }) => ({ path, bytes })), finished);
});

test('a part that the period does not have is named, with one that may be meant', async () => {
  const site = await publishedSmallSite();
  const refused = async (part) => {
    const { code, stdout, stderr } = await withdraw(site, [part]);
    assert.deepEqual([code, stdout], [2, '']);
    return stderr;
  };
  const lines = (part, hint) => `stoplicht: the editions of 2024-h2 have no part '${part}'\n  hint: ${hint}\n`;
  const all = 'letters/raadsbrief, letters/wijken.csv, projects/havenkwartier, progress/havenkwartier, projects/doorstroming, ' +
    'summary, markt, T24-01';
  assert.equal(await refused('letters/raadsbief'), lines('letters/raadsbief', `use one of: ${all} (did you mean 'letters/raadsbrief'?)`));
  assert.match(await refused('site'), /^stoplicht: the editions of 2024-h2 have no part 'site'\n/);
  assert.match(await refused('figures'), /^stoplicht: the editions of 2024-h2 have no part 'figures'\n/);
  assert.deepEqual(partsOf(site).length, 14);
});

test('a withdrawal needs a reason, a part and a published period', async () => {
  const site = smallSite();
  const help = '  hint: stoplicht --help tells the commands and their options\n';
  const cases = [
    [['withdraw', '2024-h2', 'markt'], 2, `stoplicht: --reason is required\n${help}`],
    [['withdraw', '2024-h2', '--reason', 'x'], 2,
      'stoplicht: nothing is named to withdraw\n  hint: such as letters/hilversum, projects/ggz, T20-27; or a whole edition that was replaced: 2024-h2@v1 --whole\n'],
    [['withdraw', '2024-h2', 'markt', '--reason', ' '], 2,
      'stoplicht: --reason: a withdrawal needs a reason\n  hint: readers will see it; do not repeat what is withdrawn\n'],
    [['withdraw', '2024-h2', 'markt', '--reason', 'x'], 1,
      'stoplicht: nothing was published yet\n  hint: what was not published needs no withdrawal: change the files\n'],
  ];
  for (const [args, code, stderr] of cases) assert.deepEqual(await command(site, args), { code, stdout: '', stderr });
});

test('a reason is one line of text that readers can read, for a withdrawal and for a correction', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  const before = stateOf(join(site, 'data'));
  const line = 'stoplicht: --reason: there is a line end or another control character in it\n  hint: readers will see it: write it on one line\n';
  for (const args of [['withdraw', '2024-h2', 'markt'], ['correct', '2024-h2']]) {
    for (const reason of ['een\ntwee', 'een\ttwee', 'een\u0007twee', 'een\u2028twee', 'een\u202etwee'])
      assert.deepEqual(await command(site, [...args, '--reason', reason]), { code: 2, stdout: '', stderr: line });
    const bytes = `exec "$0" ${args[0]} --site "$1" ${args.slice(1).join(' ')} --reason "$(printf 'naam \\377')"`;
    const result = spawnSync('sh', ['-c', bytes, program, site], { encoding: 'utf8' });
    assert.deepEqual([result.status, result.stdout, result.stderr], [2, '',
      'stoplicht: --reason: this is not UTF-8\n  hint: readers will see it: write it in a terminal that uses UTF-8\n']);
  }
  assert.deepEqual(stateOf(join(site, 'data')), before);
  const trimmed = await command(site, ['withdraw', '2024-h2', 'markt', '--reason', ' Privacy.\n ']);
  assert.equal(trimmed.code, 0);
  assert.equal(readJson(site, 'data/editions/2024-h2/w1.json').seal.reason, 'Privacy.');
});

test('a withdrawal of one edition leaves the clean text of the next, and what later periods tell since then', async () => {
  const site = smallSite();
  edit(site, 'data/periods/2024-h2.json', 'De vergunning kwam laat.', 'Geheimwoord stond hier in een hele zin.');
  await publishedSmallSite(site);
  edit(site, 'data/periods/2024-h2.json', 'Geheimwoord stond hier in een hele zin.', 'De vergunning kwam laat.');
  assert.equal((await correct(site)).code, 0);
  const result = await command(site, ['withdraw', '2024-h2@v1', 'projects/havenkwartier', '--on', '2025-06-01', '--reason', 'Privacy']);
  assert.deepEqual([result.code, result.stderr], [0, '']);
  assert.match(result.stdout, /^withdrawn: project:havenkwartier from 2024-h2@v1\n/);
  const { editions: numbers } = readJson(site, 'data/editions/2024-h2/w1.json').seal;
  assert.deepEqual(numbers, [1]);
  assert.ok(!partsOf(site, 1).includes('project:havenkwartier') && partsOf(site, 2).includes('project:havenkwartier'));
  const output = await build(site);
  assert.deepEqual(filesWith(output, 'Geheimwoord'), []);
  assert.match(readFileSync(join(output, 'periodes/2024-h2/havenkwartier.html'), 'utf8'), /De vergunning kwam laat/);
  assert.match(readFileSync(join(output, 'periodes/2024-h2/v1/havenkwartier.html'), 'utf8'), /Ingetrokken op/);

  // The rest of it, afterwards.
  const rest = await command(site, ['withdraw', '2024-h2', 'projects/havenkwartier', '--on', '2025-06-01', '--reason', 'Privacy']);
  assert.match(rest.stdout, /^withdrawn: project:havenkwartier from 2024-h2@v2\n/);
  const refused = await command(site, ['withdraw', '2024-h2@v3', 'markt', '--reason', 'x']);
  assert.deepEqual(refused, { code: 2, stdout: '', stderr: "stoplicht: there is no edition 3 of period '2024-h2'\n  hint: the newest is 2024-h2@v2\n" });
  const no = await command(site, ['withdraw', '2024-h2@nieuw', 'markt', '--reason', 'x']);
  assert.deepEqual(no, { code: 2, stdout: '', stderr: "stoplicht: '2024-h2@nieuw' names no edition\n  hint: write 2024-h2 or 2024-h2@v1\n" });
});

test('a fault in the files, or the letter gone from them, does not stop a withdrawal', async () => {
  const site = await publishedSmallSite();
  writeFileSync(join(site, 'data/periods/2024-h1.json'), '{');
  writeFileSync(join(site, 'data/site.json'), '{');
  rmSync(join(site, 'content/periods/2024-h2/letters'), { recursive: true });
  await withdrawn(site, ['letters/raadsbrief'], [letter], orphanOf(site));
  assert.equal(readJson(site, 'data/editions/2024-h2/w1.json').seal.published_by, 'Gemeente Zandwijk');
});

test('nothing is withdrawn from an archive that was changed', async () => {
  const site = await publishedSmallSite();
  edit(site, 'data/editions/2024-h1/v1.json', '"Eerste helft', '"De eerste helft');
  const { code, stdout, stderr } = await withdraw(site, ['markt']);
  assert.deepEqual([code, stdout], [1, '']);
  assert.match(stderr, /\nstoplicht: nothing was withdrawn: the archive has 1 error\n {2}hint: put its files back as they were published, from a copy or from version control\n$/);
});

test('--dry-run tells what would be withdrawn and what hangs on it, and the command for that', async () => {
  const site = await publishedSmallSite();
  const before = stateOf(join(site, 'data'));
  const args = (part) => ['withdraw', '2024-h2', part, '--on', '2025-04-01', '--reason', "'s Heren", '--dry-run'];
  assert.deepEqual(await command(site, args('letters/raadsbrief')), {
    code: 0,
    stdout: `would withdraw: ${letter} from 2024-h2@v1\n` +
      orphan(`2024-h2 letters/wijken.csv --reason ''\\''s Heren' --site ${site} --on 2025-04-01`) + advice + dry,
    stderr: '',
  });
  assert.deepEqual(stateOf(join(site, 'data')), before);
  await withdrawn(site, ['letters/raadsbrief'], [letter], orphanOf(site));
  const told = spawnSync('sh', ['-c', `stoplicht() { "${program}" "$@"; }\n${orphanOf(site).split('\n')[1]}`], { encoding: 'utf8' });
  assert.deepEqual([told.status, told.stderr], [0, '']);
  assert.deepEqual(editions(site), ['v1.json', 'w1.json', 'w2.json']);
});

test('where whole sentences of a withdrawn text stay is said', async () => {
  const site = smallSite();
  const sentence = 'Mevrouw Verzonnen vertelde ons dat zij weer elke dag loopt.';
  writeFileSync(join(site, 'content/periods/2024-h2/markt.md'), `---\ntitle: De markt\n---\nGoed nieuws. ${sentence}\n`);
  writeFileSync(join(site, 'content/periods/2024-h2/letters/raadsbrief.md'),
    `${readFileSync(join(site, 'content/periods/2024-h2/letters/raadsbrief.md'), 'utf8')}\n${sentence} Dat hoorden wij.\n`);
  await publishedSmallSite(site);
  await withdrawn(site, ['markt'], ['text:content/periods/2024-h2/markt.md'], `the same sentences or names stand in:\n  2024-h2@v1 letters/raadsbrief: “${sentence}”\n${alone}` +
    `  stoplicht withdraw 2024-h2@v1 letters/raadsbrief --reason 'Privacy van een inwoner.' --site ${site} --on 2025-04-01\n`);
});

test('the same file in another period is told, with the command that withdraws it there', async () => {
  const site = smallSite();
  edit(site, 'content/periods/2024-h2/letters/raadsbrief.md', 'wijken.csv', '../../2024-h1/letters/lijst.csv');
  rmSync(join(site, 'content/periods/2024-h2/letters/wijken.csv'));
  mkdirSync(join(site, 'content/periods/2024-h1/letters'), { recursive: true });
  writeFileSync(join(site, 'content/periods/2024-h1/letters/lijst.csv'), 'Wijk,Woningen\nHaven,310\n');
  edit(site, 'content/periods/2024-h1/summary.md', '---\n', '---\n');
  writeFileSync(join(site, 'content/periods/2024-h1/summary.md'), `${readFileSync(join(site, 'content/periods/2024-h1/summary.md'), 'utf8').trimEnd()}\n\nZie [de lijst](letters/lijst.csv).\n`);
  await publishedSmallSite(site);

  const first = await command(site, ['withdraw', '2024-h1', 'letters/lijst.csv', '--on', '2025-04-01', '--reason', 'Privacy.']);
  assert.deepEqual([first.code, first.stderr], [0, '']);
  const again = `stoplicht withdraw 2024-h2 content/periods/2024-h1/letters/lijst.csv --reason Privacy. --site ${site} --on 2025-04-01`;
  assert.ok(first.stdout.includes(`still public, because 2024-h2 shows the same file; to withdraw that, too:\n  ${again}\n`), first.stdout);
  assert.equal(readdirSync(join(site, 'data/editions/attachments')).length, 1);

  const [, ...rest] = again.replace(`--site ${site} `, '').split(' ');
  const second = await command(site, rest);
  assert.deepEqual([second.code, second.stderr], [0, '']);
  assert.ok(!second.stdout.includes('still public'), second.stdout);
  assert.deepEqual(readdirSync(join(site, 'data/editions/attachments')), []);
});

test('bytes that no edition names any more stay when another part is withdrawn: an edition may be lost', async () => {
  const site = await publishedSmallSite();
  const folder = join(site, 'data/editions/attachments');
  const unknown = 'a'.repeat(64);
  writeFileSync(join(folder, unknown), 'x');
  rmSync(join(folder, unknown));
  await withdrawn(site, ['summary'], ['text:content/periods/2024-h2/summary.md']);
  assert.equal(readdirSync(folder).length, 1);
});

test('a short sentence counts as well, where names are, and a title does not', async () => {
  const site = smallSite();
  const add = (file, text) => writeFileSync(join(site, file), readFileSync(join(site, file), 'utf8') + text);
  add('content/periods/2024-h2/markt.md', '\n## Hoe gaat het\n\nMevrouw A. Bakker is ziek.\n');
  add('content/periods/2024-h2/summary.md', '\n## Hoe gaat het\n\nOok hier: Bakker is ziek.\n');
  add('content/periods/2024-h2/letters/raadsbrief.md', '\n## Hoe gaat het\n\nMeer niet.\n');
  await publishedSmallSite(site);
  const { stdout } = await command(site, ['withdraw', '2024-h2', 'markt', '--on', '2025-04-01', '--reason', 'Privacy']);
  assert.ok(stdout.includes(`the same sentences or names stand in:\n  2024-h2@v1 summary: “Bakker is ziek.”\n` +
    `${alone}  stoplicht withdraw 2024-h2@v1 summary --reason Privacy --site ${site} --on 2025-04-01\n${advice}`), stdout);
});
