// A published period tells the same facts after any change to the files that periods share.
import assert from 'node:assert/strict';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { run } from '../support/program.mjs';
import { deadLinksOfPeriods, factsOf, filesOfPeriods, publishedCopyOf, readJson } from '../support/publishing.mjs';
import { changes, dice } from '../support/random-changes.mjs';
import { build, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';

const rounds = Number(process.env.ROUNDS ?? 120);
const mostChanges = 4;
const glossaryFile = 'content/pages/glossary.md';
const sharedFiles = ['site', 'organisations', 'programmes', 'commitments'];

const base = {};
before(async () => {
  base.site = await publishedCopyOf(voorbeeldstad);
  base.output = join(temporaryFolder(), 'public');
  await build(base.site, base.output);
  base.files = filesOfPeriods(base.output);
  base.glossary = readJson(base.site, 'data/editions/2024-h2/v1.json').parts.glossary.content;
});

const quoted = (value) => (Array.isArray(value) ? `[${value.map(quoted).join(', ')}]` : JSON.stringify(value));

function writeGlossary(site, { title, slug, terms }) {
  const lines = ['---', `title: ${quoted(title)}`, `slug: ${quoted(slug)}`, 'terms:'];
  for (const term of terms) {
    Object.entries(term).forEach(([key, value], i) => lines.push(`${i === 0 ? '  - ' : '    '}${key}: ${quoted(value)}`));
  }
  writeFileSync(join(site, glossaryFile), [...lines, '---', ''].join('\n'));
}

// The base with some changes, in a folder of its own; which changes these were.
function changeAtRandom(roll, site) {
  cpSync(base.site, site, { recursive: true });
  const files = Object.fromEntries(sharedFiles.map((name) => [name, readJson(site, `data/${name}.json`)]));
  files.glossary = structuredClone(base.glossary);
  const names = Array.from({ length: 1 + roll.number(mostChanges) }, () => roll.pick(Object.keys(changes)));
  for (const name of names) changes[name](roll, files);
  for (const name of sharedFiles) writeFileSync(join(site, `data/${name}.json`), `${JSON.stringify(files[name], null, 2)}\n`);
  if (JSON.stringify(files.glossary) !== JSON.stringify(base.glossary)) writeGlossary(site, files.glossary);
  return names;
}

// The addresses of the files of published periods that tell something else than before.
function changedFacts(files) {
  const addresses = new Set([...files.keys(), ...base.files.keys()]);
  return [...addresses].filter((address) => {
    const [then, now] = [base.files.get(address), files.get(address)];
    if (then === now) return false;
    return then === undefined || now === undefined || factsOf(address, then) !== factsOf(address, now);
  });
}

test('publishing changes nothing of what the newest period tells, but for what is told elsewhere from then on', async () => {
  const unpublished = join(temporaryFolder(), 'site');
  cpSync(base.site, unpublished, { recursive: true });
  rmSync(join(unpublished, 'data/editions'), { recursive: true });
  await build(unpublished);
  const addresses = [...base.files.keys()].filter((address) => /^periodes\/2024-h2\/(?!gegevens\/)/.test(address));
  const then = filesOfPeriods(join(unpublished, 'public'));
  const editionOf = /<div><dt>Editie<\/dt>.*?<\/div>/gs;
  // The summaries of earlier periods, and the notes at what these measured, stay in the editions of those.
  const rowOfEarlier = /<tr class="utrecht-table__row"><th class="utrecht-table__header-cell" scope="row">(?!Tweede helft 2024).*?<\/tr>/gs;
  const lightsOfPeriods = /<table\b(?:(?!<\/table>).)*scope="col">Berekend<\/th>.*?<\/table>/gs;
  const parts = [editionOf, lightsOfPeriods, rowOfEarlier];
  // Tables through time lead to the CSV of their own edition.
  const placeOfData = /href="(?:\.\.\/)*gegevens\//g;
  const tell = (files, address) =>
    parts.reduce((rest, part) => rest.replace(part, ''), factsOf(address, files.get(address))).replace(placeOfData, 'href="gegevens/');
  assert.ok(addresses.length > 20);
  for (const address of addresses) assert.equal(tell(base.files, address), tell(then, address), address);
});

test(`after ${rounds} rounds of random changes a published period tells the same, or the build says what is wrong`, async () => {
  const workplace = temporaryFolder();
  let refused = 0;
  for (let round = 1; round <= rounds; ++round) {
    const site = join(workplace, `site-${round}`);
    const names = changeAtRandom(dice(round), site);
    const about = `round ${round}: ${names.join(', ')}`;
    const { code, stdout, stderr } = await run(['build', '--site', site]);
    if (code === 0) {
      const files = filesOfPeriods(join(site, 'public'));
      assert.deepEqual(changedFacts(files), [], about);
      assert.deepEqual(deadLinksOfPeriods(join(site, 'public'), files), [], about);
    } else {
      ++refused;
      assert.equal(code, 1, `${about}\n${stderr}`);
      assert.equal(stdout, '', about);
      assert.match(stderr, /^(?:data|content)\/[^:]+(?::\d+:\d+)?: error: .+ \[[a-z-]+\]$/m, about);
      assert.match(stderr, /\nstoplicht: \d+ errors?, \d+ warnings?; nothing was written\n$/, about);
      assert.ok(!existsSync(join(site, 'public')), about);
    }
    rmSync(site, { recursive: true });
  }
  assert.ok(refused < rounds / 2, `${refused} of ${rounds} were refused: too many to tell anything`);
});
