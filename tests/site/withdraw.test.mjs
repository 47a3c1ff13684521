// Taking a part of a published period out of view, as the person who does it sees it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, edit, publishedSmallSite, readJson, smallSite } from '../support/publishing.mjs';
import { build, filesIn, stateOf } from '../support/sites.mjs';

const next = 'next: stoplicht build, which makes the pages of it\n';
const advice = 'the files in the site folder still hold it, and so does a version control system: remove it there, too\n';
const withdraw = (site, parts, on = '2025-04-01') =>
  command(site, ['withdraw', '2024-h2', ...parts, '--on', on, '--reason', 'Privacy van een inwoner.']);
const correct = (site) => command(site, ['correct', '2024-h2', '--on', '2025-05-01', '--reason', 'Verkeerd geteld']);
const editions = (site) => readdirSync(join(site, 'data/editions/2024-h2')).sort();
const partsOf = (site, number = 1) => Object.keys(readJson(site, `data/editions/2024-h2/v${number}.json`).parts);

// The files below a folder in which a word stands.
const filesWith = (folder, word) => filesIn(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes(word));

async function withdrawn(site, parts, ...names) {
  const expected = [...names.map((name) => `withdrawn: ${name}\n`), advice, next].join('');
  assert.deepEqual(await withdraw(site, parts), { code: 0, stdout: expected, stderr: '' });
}

// Where a word of a part that is to be withdrawn stands in the small site, and by what name the part is withdrawn.
const secrets = {
  'letters/raadsbrief': ['content/periods/2024-h2/letters/raadsbrief.md', 'Geachte raad', 'text:'],
  'letters/raadsbrief.md': ['content/periods/2024-h2/letters/raadsbrief.md', 'title: Voortgang', 'text:'],
  'letters/wijken.csv': ['content/periods/2024-h2/letters/wijken.csv', 'Haven', 'attachment:'],
  'markt': ['content/periods/2024-h2/markt.md', 'title: De', 'text:'],
  'summary': ['content/periods/2024-h2/summary.md', 'headline: "', 'text:'],
  'content/commitments/T24-01': ['content/commitments/T24-01.md', 'De cijfers', 'text:'],
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

test('a project goes with its progress text, and leaves its light in the editions of later periods only', async () => {
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
  assert.deepEqual(result, {
    code: 0,
    stdout: 'withdrawn: project:havenkwartier\n' +
      `withdrawn: text:content/periods/2024-h2/progress/havenkwartier.md\n${advice}${next}`,
    stderr: '',
  });
  assert.deepEqual(filesWith(join(site, 'data/editions'), 'Geheimwoord'), []);
  assert.deepEqual(filesWith(await build(site), 'Geheimwoord'), []);
  const { history } = readJson(site, 'data/editions/2025-h1/v1.json').parts;
  const { projects } = history.content.periods[0].period;
  assert.deepEqual(projects[0], {
    project: 'havenkwartier', number: '1', name: 'Havenkwartier', status: 'at-risk', values: [{ indicator: 'haven-woningen', actual: 50 }],
  });
});

test('what was withdrawn keeps its address, with a stone that tells when and why', async () => {
  const site = await publishedSmallSite();
  await withdrawn(site, ['letters/raadsbrief'], 'text:content/periods/2024-h2/letters/raadsbrief.md');
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

test('a withdrawal is a link of the chain, and the seals of the editions stay what they were', async () => {
  const site = await publishedSmallSite();
  const before = readJson(site, 'data/editions/2024-h2/v1.json');
  await withdrawn(site, ['letters/raadsbrief'], 'text:content/periods/2024-h2/letters/raadsbrief.md');
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
    parts: ['text:content/periods/2024-h2/letters/raadsbrief.md'],
  });
});

test('the bytes of a withdrawn attachment go when no other edition names them', async () => {
  const site = await publishedSmallSite();
  const attachments = () => readdirSync(join(site, 'data/editions/attachments'));
  assert.equal(attachments().length, 1);
  await withdrawn(site, ['letters/wijken.csv'], 'attachment:content/periods/2024-h2/letters/wijken.csv');
  assert.deepEqual(attachments(), []);
  await build(site);
});

test('what was withdrawn is not withdrawn twice, and what goes with something new is named once', async () => {
  const site = await publishedSmallSite();
  await withdrawn(site, ['letters/raadsbrief'], 'text:content/periods/2024-h2/letters/raadsbrief.md');
  const before = stateOf(join(site, 'data'));
  assert.deepEqual(await withdraw(site, ['letters/raadsbrief']), {
    code: 1,
    stdout: '',
    stderr: "stoplicht: 'text:content/periods/2024-h2/letters/raadsbrief.md' was withdrawn already, on 2025-04-01\n" +
      '  hint: see data/editions/2024-h2/w1.json\n',
  });
  assert.deepEqual(stateOf(join(site, 'data')), before);
  await withdrawn(site, ['letters/raadsbrief', 'markt', 'markt'], 'text:content/periods/2024-h2/markt.md');
  assert.deepEqual(editions(site), ['v1.json', 'w1.json', 'w2.json']);
  await build(site);
});

test('a withdrawal that was not finished is completed by running it again', async () => {
  const site = await publishedSmallSite();
  const file = join(site, 'data/editions/2024-h2/v1.json');
  const whole = readFileSync(file, 'utf8');
  await withdrawn(site, ['letters/raadsbrief'], 'text:content/periods/2024-h2/letters/raadsbrief.md');
  const finished = stateOf(join(site, 'data')).map(({ path, bytes }) => ({ path, bytes }));
  writeFileSync(file, whole);
  const output = join(site, 'public');
  const { code, stderr } = await command(site, ['build']);
  assert.equal(code, 0);
  assert.match(stderr, /^data\/editions\/2024-h2\/v1\.json:\d+:\d+: warning: part '.*raadsbrief\.md' was withdrawn, .*\[withdrawal-unfinished\]$/m);
  assert.deepEqual(filesWith(output, 'Geachte raad'), []);
  await withdrawn(site, ['letters/raadsbrief'], 'text:content/periods/2024-h2/letters/raadsbrief.md');
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
  const all = 'projects/doorstroming, projects/havenkwartier, content/commitments/T24-01, letters/raadsbrief, markt, ' +
    'progress/havenkwartier, summary';
  assert.equal(await refused('letters/raadsbief'), lines('letters/raadsbief', `use one of: letters/wijken.csv, ${all} (did you mean 'letters/raadsbrief'?)`));
  assert.match(await refused('site'), /^stoplicht: the editions of 2024-h2 have no part 'site'\n/);
  assert.match(await refused('figures'), /^stoplicht: the editions of 2024-h2 have no part 'figures'\n/);
  assert.deepEqual(partsOf(site).length, 15);
});

test('a withdrawal needs a reason, a part and a published period', async () => {
  const site = smallSite();
  const help = '  hint: stoplicht --help tells the commands and their options\n';
  const cases = [
    [['withdraw', '2024-h2', 'markt'], 2, `stoplicht: --reason is required\n${help}`],
    [['withdraw', '2024-h2', '--reason', 'x'], 2, `stoplicht: parts is required\n${help}`],
    [['withdraw', '2024-h2', 'markt', '--reason', ' '], 2,
      'stoplicht: --reason: a withdrawal needs a reason\n  hint: readers will see it; do not repeat what is withdrawn\n'],
    [['withdraw', '2024-h2', 'markt', '--reason', 'x'], 1,
      "stoplicht: period '2024-h2' was not published yet\n  hint: publish it with: stoplicht publish 2024-h2\n"],
  ];
  for (const [args, code, stderr] of cases) assert.deepEqual(await command(site, args), { code, stdout: '', stderr });
});
