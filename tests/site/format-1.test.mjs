// What was published in the first format of editions stays readable; format-1/README.md says more.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { elementsOf } from '../support/html.mjs';
import { command, edit, readJson, succeed } from '../support/publishing.mjs';
import { repository, run } from '../support/program.mjs';
import { build, filesIn, temporaryFolder } from '../support/sites.mjs';

const stored = join(repository, 'tests/site/format-1');
const facts = readJson(stored, 'facts.json');
const digestOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

let site;
let output;
before(async () => {
  site = join(temporaryFolder(), 'site');
  cpSync(join(stored, 'site'), site, { recursive: true });
  await succeed(['build', '--site', site, '--sign', join(repository, 'tests/support/test-signing.key')]);
  output = join(site, 'public');
});

const textOf = (page) => {
  const main = elementsOf(readFileSync(join(output, page), 'utf8')).find(({ tag }) => tag === 'main');
  return main.text().replace(/\s+/g, ' ');
};

test('the stored editions were not made anew', () => {
  const folder = join(stored, 'site/data/editions');
  const names = filesIn(folder).filter((file) => file !== 'README.md');
  const all = names.map((file) => `${digestOf(readFileSync(join(folder, file)))}  ${file}\n`).join('');
  assert.equal(digestOf(all), 'eee771b1caf7a928a29bc1d3b3bb68fdcb14134ea90278afcf4686467f5661c7');
});

for (const [page, texts] of Object.entries(facts)) {
  test(`an edition of format 1 is readable: ${page}`, () => {
    const text = textOf(page);
    assert.deepEqual(texts.filter((each) => !text.includes(each)), []);
  });
}

test('an edition of format 1 is readable: nothing of what was withdrawn is shown', () => {
  const withWord = filesIn(output).filter((file) => /\.(html|json|csv)$/.test(file) && readFileSync(join(output, file), 'utf8').includes('Een huurder wacht'));
  assert.deepEqual(withWord, []);
});

test('an edition of format 1 is readable: its files hold, and are signed', async () => {
  const { code, stdout, stderr } = await run(['verify', site]);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /\b4 editions and withdrawals\b.*\b9 signatures\b/);
});

test('an edition of format 1 can be corrected, and its chain goes on', async () => {
  const copy = join(temporaryFolder(), 'site');
  cpSync(site, copy, { recursive: true });
  const nothing = await command(copy, ['correct', '2024-h2', '--unsigned', '--on', '2025-06-01', '--reason', 'Zomaar']);
  assert.match(nothing.stderr, /^stoplicht: there is nothing to correct: the sources are those of edition 2\n/);
  edit(copy, 'data/periods/2024-h2.json', '"actual": 51', '"actual": 52');
  await succeed(['correct', '2024-h2', '--site', copy, '--unsigned', '--on', '2025-06-01', '--reason', 'Weer een woning']);
  assert.match(readFileSync(join(await build(copy), 'periodes/2024-h2/havenkwartier.html'), 'utf8'), /Er zijn 52 woningen klaar/);
});
