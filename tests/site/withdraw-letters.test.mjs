// Withdrawing a letter points to other letters that say the same of somebody, and not to those that are only letters, too.
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, publishedCopyOf } from '../support/publishing.mjs';
import { copyOf, filesIn, voorbeeldstad } from '../support/sites.mjs';

const sources = copyOf(voorbeeldstad);
const lettersOfSite = filesIn(join(sources, 'content/periods')).filter((file) => /\/letters\/.*\.md$/.test(file));
const common = 'Deze brief staat ook op de website van de regio.';
const secret = 'Mevrouw Verzonnen vertelde ons dat zij weer elke dag loopt.';
for (const file of lettersOfSite) appendFileSync(join(sources, 'content/periods', file), `\n${common}\n`);
const withdraw = async (site, ...options) => {
  const args = ['withdraw', '2024-h2', 'letters/voorbeeldstad', '--unsigned', '--reason', 'In de brief stond een naam.', '--dry-run'];
  const { code, stdout, stderr } = await command(site, [...args, ...options]);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout;
};

test('a sender, a greeting and a sentence of most letters are no trace of one letter in another', async () => {
  assert.ok(lettersOfSite.length >= 4);
  const told = await withdraw(await publishedCopyOf(sources));
  assert.doesNotMatch(told, /the same sentences or names stand in:/);
  assert.doesNotMatch(told, /stoplicht withdraw/);
});

test('a sentence that one other letter has is still told, with the command that withdraws that letter', async () => {
  const site = copyOf(sources);
  for (const period of ['2020-h2', '2024-h2'])
    appendFileSync(join(site, 'content/periods', period, 'letters/voorbeeldstad.md'), `\n${secret}\n`);
  const told = await withdraw(await publishedCopyOf(site));
  assert.ok(told.includes(`the same sentences or names stand in:\n  2020-h2@v1 letters/voorbeeldstad: “${secret}”\n`), told);
  assert.match(told, /\n {2}stoplicht withdraw 2020-h2@v1 letters\/voorbeeldstad --reason /);
  assert.equal(told.match(/stoplicht withdraw /g).length, 1);
});
