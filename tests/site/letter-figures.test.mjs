// Which numbers of a letter from Word `stoplicht letter import --figures` writes as figures of the period.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { edit, smallSite, succeed } from '../support/publishing.mjs';
import { temporaryFolder } from '../support/sites.mjs';
import { letter, paragraph } from '../support/word.mjs';

// What is told of the lines of a letter with these paragraphs, and what became of them.
async function withFigures(actual, ...paragraphs) {
  const site = smallSite();
  await succeed(['new', '2025-h1', '--site', site]);
  edit(site, 'data/periods/2025-h1.json', '"actual": null', actual);
  const document = join(temporaryFolder(), 'brief.docx');
  writeFileSync(document, letter([paragraph('Geachte raad,'), ...paragraphs.map((each) => paragraph(each))]));
  const { code, stdout, stderr } = await run(['letter', 'import', document, '--period', '2025-h1', '--council', 'zandwijk', '--replace', '--figures', '--site', site]);
  assert.equal(code, 0, stderr);
  const [, body] = readFileSync(join(site, 'content/periods/2025-h1/letters/raadsbrief.md'), 'utf8').split('Geachte raad,\n\n');
  return { told: stdout.split('\n').filter((line) => line.startsWith('line ')), body };
}

test('a number becomes a target only where its sentence speaks of targets', async () => {
  const { told, body } = await withFigures('"actual": 190', 'Op 30 juni stonden er 280 woningen.', 'Ons doel is 280 woningen.', 'Er waren 190 gasten.');
  assert.equal(body, 'Op 30 juni stonden er 280 woningen.\n\nOns doel is {{ total.woningen.target }} woningen.\n\nEr waren 190 gasten.\n');
  assert.deepEqual(told.map((line) => line.replace(/^line \d+: /, '')), [
    '280 may be {{ total.woningen.target }}; where it is meant, write that',
    '280 became {{ total.woningen.target }}',
    '190 may be {{ total.woningen.actual }}; where it is meant, write that',
  ]);
});

test('a number that is also the value of one council stays a number', async () => {
  const { told, body } = await withFigures('"actual": 190, "by_council": { "zandwijk": 190 }', 'Er zijn 190 nieuwe woningen.');
  assert.equal(body, 'Er zijn 190 nieuwe woningen.\n');
  assert.deepEqual(told.map((line) => line.replace(/^line \d+: /, '')), [
    '190 is one of these figures: total.woningen.actual, total.woningen.actual (Gemeente Zandwijk)',
  ]);
});
