// Two hundred forms that came back wrong: each is told, or read right; nothing is lost, and no machine is filled.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { readJson, smallSite, succeed } from '../support/publishing.mjs';
import { filesIn, temporaryFolder } from '../support/sites.mjs';
import { Form } from '../support/workbook.mjs';
import { wrongSheets } from '../support/wrong-sheets.mjs';

const period = '2024-h2';
const mostMemory = 300_000;  // kB

const textsOf = (site) => JSON.stringify(filesIn(site).map((file) => [file, readFileSync(join(site, file), 'latin1')]));

// All of a site folder, but for the cells that were filled in: those may arrive, or not.
function textsBesideFilledIn(site) {
  const file = `data/periods/${period}.json`;
  const report = readJson(site, file);
  for (const key of ['status', 'summary']) delete report.projects[0][key];
  delete report.projects[0].values[0].actual;
  return JSON.stringify([report, ...filesIn(site).filter((each) => each !== file).map((each) => [each, readFileSync(join(site, each), 'latin1')])]);
}

const site = smallSite();
const folder = temporaryFolder();
const empty = join(folder, 'empty.xlsx');
await succeed(['sheet', 'export', period, '--site', site, '--output', empty]);
const filled = new Form(readFileSync(empty)).fill({
  Projecten: { havenkwartier: { Stand: 'Op koers', Samenvatting: 'Goed.' } },
  Cijfers: { 'havenkwartier/haven-woningen': { Realisatie: 61 } },
}).bytes();
const untouched = textsOf(site);
const untouchedBeside = textsBesideFilledIn(site);

async function importInto(own, { file, bytes }) {
  const path = join(own, '..', file);
  writeFileSync(path, bytes());
  const memory = join(own, '..', 'memory');
  const through = ['/usr/bin/time', '--quiet', '-f', '%M', '-o', memory];
  const result = await run(['sheet', 'import', path, '--site', own, '--period', period], { through });
  return { ...result, memory: Number(readFileSync(memory, 'utf8').trim().split('\n').at(-1)) };
}

const sheets = wrongSheets(filled);

async function assertSafe(sheet) {
  const own = join(temporaryFolder(), 'site');
  cpSync(site, own, { recursive: true });
  const { code, stdout, stderr, memory } = await importInto(own, sheet);
  const told = `${sheet.name}: exit ${code}\n${stdout}${stderr}`;
  assert.ok([0, 1, 2].includes(code), told);
  assert.ok(memory < mostMemory, `${sheet.name}: ${memory} kB`);
  if (code !== 0) {
    assert.ok(stderr.includes('hint: '), told);
    assert.equal(textsOf(own), untouched, told);
  }
  if (sheet.expect === 'imports') {
    assert.equal(code, 0, told);
    const { projects } = readJson(own, `data/periods/${period}.json`);
    assert.equal(projects[0].summary, 'Goed.', told);
    assert.equal(projects[0].values[0].actual, 61, told);
    assert.deepEqual(projects[1], { project: 'doorstroming', number: '2', status: 'on-track', summary: 'Twintig verhuizingen.' });
  } else if (sheet.expect !== 'told') {
    assert.equal(code, 1, told);
    assert.match(stderr, new RegExp(`^\\S+: error: .* \\[${sheet.expect}\\]$`, 'm'), told);
  } else if (code === 0) {
    assert.equal(textsBesideFilledIn(own), untouchedBeside, told);
  }
  return memory;
}

test('200 wrong sheets: a fault that helps, or a right import; nothing lost, and less than 300 MB', async (t) => {
  assert.equal(sheets.length, 200);
  const left = [...sheets];
  const faults = [];
  let most = 0;
  const work = async () => {
    for (let sheet = left.shift(); sheet; sheet = left.shift()) {
      await assertSafe(sheet).then((memory) => (most = Math.max(most, memory)), (error) => faults.push(error.message));
    }
  };
  await Promise.all([work(), work()]);
  t.diagnostic(`the most memory that one took: ${Math.round(most / 1000)} MB`);
  assert.deepEqual(faults, []);
});
