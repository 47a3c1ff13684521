// The program and the script must find the same words in the same text: in every text that the index of a site holds,
// and in texts that are made to be difficult.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtGenerated } from '../support/generated.mjs';
import { repository } from '../support/program.mjs';
import { indexOf, searchWords } from '../support/search-script.mjs';
import { builtSites } from '../support/sites.mjs';

const programOfWords = join(repository, 'build/sanitize/tests/search_words');

const byProgram = (texts) => JSON.parse(execFileSync(programOfWords, { input: JSON.stringify(texts), maxBuffer: 1 << 28 }));
const byScript = (texts) => texts.map((text) => searchWords(text).map(({ form, parts }) => [form, ...parts]));

// The words on which the two do not agree: the text, and what each of them makes of it.
function disagreements(texts) {
  const script = byScript(texts);
  return byProgram(texts).flatMap((words, i) => JSON.stringify(words) === JSON.stringify(script[i]) ? []
    : [{ text: texts[i], program: words, script: script[i] }]);
}

// The identifiers and names of pages, of a site that writes them for other search engines.
function namesIn(folder) {
  const file = join(folder, 'search/documents.ndjson');
  if (!existsSync(file)) return [];
  const documents = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return documents.flatMap(({ identifiers = [], names = [] }) => [...identifiers, ...names]);
}

const generated = { name: 'a generated site', folder: await builtGenerated() };
for (const { name, folder } of [...(await builtSites()), generated]) {
  const { files } = await indexOf(folder);
  const pages = await Promise.all(Array.from({ length: files.root.pages }, (_, page) => files.page(page)));
  // What filters and identifiers are called is in no text of a page.
  const labels = (await files.facetTable()).flatMap(({ values }) => values.map(([, label]) => label));
  const texts = labels.concat(namesIn(folder), pages.flatMap((page) => [page.title, page.period, page.project, page.status, ...page.parts.flatMap((part) => [part.heading, part.text])]));

  test(`${name}: program and script agree on every word of every page`, () => {
    assert.ok(byScript(texts).flat().length > 10_000, 'there is something to agree on');
    assert.deepEqual(disagreements(texts), []);
  });

  test(`${name}: every form of the dictionary is what the script makes of it when it is typed`, async () => {
    const shards = await Promise.all(files.root.words.map((_, i) => files.shard(i)));
    const forms = shards.flatMap((shard) => shard.forms);
    assert.ok(forms.length > 1_000);
    assert.deepEqual(forms.filter((form) => searchWords(form)[0]?.form !== form), []);
    assert.deepEqual(forms, [...forms].sort());
  });

  test(`${name}: every word of every page leads to that page`, async () => {
    const { index } = await indexOf(folder);
    const lost = [];
    for (const [number, page] of pages.entries()) {
      const words = new Set(page.parts.flatMap((part) => searchWords(part.text).map((word) => word.form)));
      for (const form of [...words].filter((word) => !files.stop.has(word)).slice(0, 40)) {
        const found = await index.search(form, { exact: true });
        if (!found.groups.some((group) => group.docs.includes(number))) lost.push(`${form}: ${page.address}`);
      }
    }
    assert.deepEqual(lost, []);
  });
}

test('the generated site has lists of postings in files of their own', async () => {
  const { files } = await indexOf(generated.folder);
  const shards = await Promise.all(files.root.words.map((_, i) => files.shard(i)));
  assert.ok(shards.flatMap(({ entries }) => entries).some((entry) => !entry.blocks && entry.count > files.root.longest));
});

test('program and script agree on the Dutch word list, as it stands and with a capital', () => {
  const words = readFileSync('/usr/share/dict/dutch', 'utf8').split('\n');
  assert.deepEqual(disagreements([words.join(' '), words.map((word) => word.toUpperCase()).join('\n')]).length, 0);
});

test('program and script agree on every character of the basic plane, by itself and between letters and digits', () => {
  const characters = Array.from({ length: 0x10000 - 0x800 }, (_, i) => String.fromCharCode(i < 0xd800 ? i : i + 0x800));
  const texts = characters.flatMap((c) => [c, `a${c}b`, `1${c}2`]);
  const differing = disagreements(texts).map(({ text }) => text.codePointAt(text.length > 1 ? 1 : 0).toString(16));
  assert.deepEqual([...new Set(differing)], []);
});

test('program and script agree on texts of signs that join and separate', () => {
  // Always the same, and like no text that anybody writes.
  let seed = 7;
  const next = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const signs = [..."aZ09.,-/'’–é\u0301½ \u00adſßİΣ​﻿①", '12', '345', '000', 'co', '😀'];
  const texts = Array.from({ length: 5_000 }, () => Array.from({ length: next(14) }, () => signs[next(signs.length)]).join(''));
  assert.deepEqual(disagreements(texts), []);
});
