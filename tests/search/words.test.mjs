// What the script takes for words; tests/unit/search/words_test.cc holds the program to the same file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../support/program.mjs';
import { searchWords } from '../support/search-script.mjs';

const cases = JSON.parse(readFileSync(join(repository, 'tests/search/words.json'), 'utf8'));

for (const { what, text, words } of cases) {
  test(`the script finds words: ${what}`, () => {
    assert.deepEqual(searchWords(text).map(({ form, parts }) => [form, ...parts]), words);
  });
}

test('a word knows where it stands, in whatever it is written', () => {
  const text = '“Coördinatie”: 41.400 m² ﬁets';
  assert.deepEqual(searchWords(text).map(({ begin, end }) => text.slice(begin, end)), ['Coördinatie', '41.400', 'm²', 'ﬁets']);
});
