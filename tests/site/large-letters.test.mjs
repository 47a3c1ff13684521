// What `stoplicht letter import` does with letters that are larger than any person writes.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { smallSite } from '../support/publishing.mjs';
import { temporaryFolder } from '../support/sites.mjs';
import { archive, letter, letterParts, paragraph, table } from '../support/word.mjs';

function importBytes(bytes, site, ...more) {
  const document = join(temporaryFolder(), 'brief.docx');
  writeFileSync(document, bytes);
  return run(['letter', 'import', document, '--period', '2024-h2', '--council', 'zandwijk', '--name', 'groot', ...more, '--site', site]);
}

// A letter with these parts beside, or in the place of, its own.
const importLetter = (parts) =>
  importBytes(archive({ ...letterParts([paragraph('Geachte raad,')], { header: 'Gemeente' }), ...parts }), smallSite(), '--dry-run');

test('of a top of the pages with more lines than anybody reads, the first are told, and how many more there are', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => paragraph(`Regel ${i + 1}`)).join('');
  const { code, stdout } = await importLetter({
    'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${lines}${lines}</w:hdr>`,
  });
  assert.equal(code, 0);
  const told = stdout.split('\n').filter((line) => line.startsWith('left out'));
  assert.equal(told.length, 51);
  assert.equal(told[49], 'left out of the top or bottom of the pages: “Regel 50”');
  assert.equal(told[50], 'left out 39950 more lines of the top or bottom of the pages');
});

test('nesting without end is told, and the rest of the letter is there', async () => {
  const site = smallSite();
  let deep = paragraph('binnenin');
  for (let i = 0; i < 100; i += 1) deep = table([[`<w:p/>${deep}<w:p/>`, 'x'], ['y', 'z']]);
  const { code, stderr } = await importBytes(letter([paragraph('Geachte raad,'), deep]), site);
  assert.equal(code, 0, stderr);
  assert.match(readFileSync(join(site, 'content/periods/2024-h2/letters/groot.md'), 'utf8'), /\nGeachte raad,\n/);
  assert.match(stderr, /did not come along: “binnenin” \[letter-left-behind\]/);
});
