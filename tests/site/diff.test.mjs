// stoplicht diff: between two periods, two editions, and an edition and its files as they are now.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { run } from '../support/program.mjs';
import { publishedCopyOf, succeed } from '../support/publishing.mjs';
import { voorbeeldstad } from '../support/sites.mjs';

const periods = ['2020-h1', '2020-h2', '2021-h1'];
const corrected = '2020-h2';
let site;

const diff = (...args) => run(['diff', ...args, '--site', site]);

async function json(...args) {
  const { code, stdout, stderr } = await diff(...args, '--format=json');
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

// Changes a file of the site; nothing else of it.
function change(path, from, to) {
  const file = join(site, path);
  const text = readFileSync(file, 'utf8');
  assert.equal(text.split(from).length, 2, `${from} stands in ${path} once`);
  writeFileSync(file, text.replace(from, to));
}

before(async () => {
  site = await publishedCopyOf(voorbeeldstad, periods);
});

test('two periods: lights, figures and commitments, the older first in whatever order they are named', async () => {
  const told = await json('2020-h1', '2020-h2');
  assert.deepEqual(told, await json('2020-h2', '2020-h1'));
  assert.deepEqual([told.before.period, told.before.edition], ['2020-h1', 1]);
  const worse = told.projects.filter(({ move }) => move === 'worse').map(({ project }) => project);
  assert.deepEqual(worse, ['beschut-werk', 'vroegsignalering']);
  assert.deepEqual(told.texts, []);
  const bijstand = told.figures.find(({ indicator }) => indicator === 'bijstand');
  assert.deepEqual([bijstand.difference, bijstand.move], [235, 'worse']);

  const { stdout } = await diff('2020-h1', '2020-h2');
  assert.match(stdout, /^2020-h1@v1 → 2020-h2@v1\n\nlights\n/);
  assert.match(stdout, /\n\ndiffers: 2 lights worse, .*commitments\n$/);
});

test('a project that went into another and the one that it went into name each other', async () => {
  const told = await json('2021-h2', '2022-h1');
  const lineage = (id) => told.projects.find(({ project }) => project === id).lineage;
  assert.equal(lineage('buurtkamers').kind, 'continues');
  assert.deepEqual(lineage('buurtkamers').projects, ['ontmoetingsplekken']);
  assert.equal(lineage('werkgeverspunt').kind, 'merged-into');
});

test('an edition and its files: nothing differs, until a file is changed; then an edition and the one that replaced it', async () => {
  for (const period of periods) assert.equal((await json(period, `${period}@sources`)).differs, false, period);

  change(`data/periods/${corrected}.json`, 'Vooral zorg en bezorging vragen om mensen.', 'Vooral de zorg vraagt om mensen.');
  change(`data/periods/${corrected}.json`, '"indicator": "opleiding", "actual": 61', '"indicator": "opleiding", "actual": 64');
  const told = await json(corrected, `${corrected}@sources`);
  assert.deepEqual(told.figures.map(({ indicator, difference }) => [indicator, difference]), [['opleiding', 3]]);
  assert.deepEqual(told.texts.map(({ subject, key }) => [subject, key]), [['werkgeversteam', 'summary']]);
  assert.deepEqual(told.others, []);
  // What was published is compared whatever became of the files.
  assert.equal((await diff('2020-h1', corrected)).code, 0);

  await succeed(['correct', corrected, '--reason', 'Verbeterd.', '--site', site, '--unsigned', '--on', '2025-06-01']);
  const editions = await json(`${corrected}@v1`, `${corrected}@v2`);
  assert.deepEqual({ ...editions, after: null }, { ...told, after: null });
  assert.deepEqual(editions.after.edition, 2);
});

test('what cannot be compared is refused, with what to do', async () => {
  const refused = async (args, code, stderr) => assert.deepEqual(await diff(...args), { code, stdout: '', stderr });
  await refused(['2020-h1', '2020-h1'], 2, "stoplicht: '2020-h1' and '2020-h1' are the same\n  hint: name two periods, or two editions of one: 2020-07@v1 2020-07@v2\n");
  await refused(['2020-h1', '2021-h1@v7'], 2, "stoplicht: there is no edition 7 of period '2021-h1'\n  hint: the newest is 2021-h1@v1\n");
  await refused(['2020-h1', '2021-h2@v1'], 2, "stoplicht: there is no edition 1 of period '2021-h2'\n  hint: the period was not published yet\n");
  await refused(['2020-h1@v1', '2020-h1@nieuw'], 2, "stoplicht: '2020-h1@nieuw' names no edition\n  hint: write 2020-h1, 2020-h1@v1 or 2020-h1@sources\n");
  await refused(['2020-h1@sources', '2021-h1@sources'], 2, 'stoplicht: only one of the two can be named @sources\n  hint: leave it out at the other\n');
  const { code, stderr } = await diff('2020-h1', '2020-h9');
  assert.equal(code, 2);
  assert.match(stderr, /^stoplicht: there is no period '2020-h9'\n {2}hint: use one of: .*\(did you mean '2020-h[12]'\?\)\n$/);
});

test('the help says that the older is always told first', async () => {
  const { code, stdout } = await run(['diff', '--help']);
  assert.equal(code, 0);
  assert.match(stdout.replace(/\s+/g, ' '), /the older of the two is told first, in whatever order they are named/);
});
