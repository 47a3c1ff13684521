// A published period tells the same facts after any change to the files that periods share.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { run } from '../support/program.mjs';
import { factsOf, filesOfPeriods, publishedCopyOf, readJson } from '../support/publishing.mjs';
import { changes, dice } from '../support/random-changes.mjs';
import { build, copyOf, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';

const rounds = Number(process.env.ROUNDS ?? 150);
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

test(`after ${rounds} rounds of random changes a published period tells the same, or the build says what is wrong`, async () => {
  const workplace = temporaryFolder();
  let refused = 0;
  for (let round = 1; round <= rounds; ++round) {
    const site = join(workplace, `site-${round}`);
    const names = changeAtRandom(dice(round), site);
    const about = `round ${round}: ${names.join(', ')}`;
    const { code, stdout, stderr } = await run(['build', '--site', site]);
    if (code === 0) {
      const changed = changedFacts(filesOfPeriods(join(site, 'public')));
      assert.deepEqual(changed, [], about);
    } else {
      ++refused;
      assert.equal(code, 1, `${about}\n${stderr}`);
      assert.equal(stdout, '', about);
      assert.match(stderr, /^data\/\S+\.json:\d+:\d+: error: .+ \[[a-z-]+\]$/m, about);
      assert.match(stderr, /\nstoplicht: \d+ errors?, \d+ warnings?; nothing was written\n$/, about);
      assert.ok(!existsSync(join(site, 'public')), about);
    }
    rmSync(site, { recursive: true });
  }
  assert.ok(refused < rounds / 2, `${refused} of ${rounds} were refused: too many to tell anything`);
});
