// How the script reads lists of postings, and what it makes of a large index: whole lists, damaged ones, and the order of
// what fits as well.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../support/program.mjs';
import { BitReader, indexFrom } from '../support/search-script.mjs';

const bytesOfBits = (bits) => Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2)));

// What tests/unit/search/posting_list_test.cc writes of the same lists.
const lists = JSON.parse(readFileSync(join(repository, 'tests/search/postings.json'), 'utf8'));

// [[first page, last page, level] …] as blocks of one level, the highest first.
function blocksOf(ranges) {
  const byLevel = new Map();
  for (const [first, last, level] of ranges)
    byLevel.set(level, [...(byLevel.get(level) ?? []), ...Array.from({ length: last - first + 1 }, (_, i) => first + i)]);
  return [...byLevel].sort(([a], [b]) => b - a).map(([level, pages]) => ({ level, pages }));
}

for (const { what, pages, ranges, bytes } of lists) {
  test(`a list of postings is read as it was written: ${what}`, () => {
    const blocks = blocksOf(ranges);
    const count = blocks.reduce((sum, block) => sum + block.pages.length, 0);
    assert.deepEqual(new BitReader(Buffer.from(bytes, 'base64')).postings(count, pages, 24), blocks);
  });
}

const damagedLists = [
  ['that ends too soon', '0110', 3, 10, /ends too soon/],
  ['of nothing', '', 1, 10, /ends too soon/],
  ['of ones', '1'.repeat(72), 3, 10, /ends too soon/],
  ['longer than the index', '0'.repeat(72), 11, 10, /longer than the index/],
  ['with a level below the lowest', `${'1'.repeat(24)}010${'0'.repeat(9)}`, 1, 10, /another form/],
  ['with more pages than there are', `0${'00010000'}${'0'.repeat(40)}`, 3, 100, /another form/],
  ['with a width below nothing', `01${'1'.repeat(8)}00000`, 1, 10, /another form/],
  ['with a width beyond all', `01${'1'.repeat(79)}00000`, 1, 10, /another form/],
  ['with a page that is not there', '01011110000000', 1, 10, /not there/],
];
for (const [what, bits, count, pages, message] of damagedLists) {
  test(`a list of postings ${what} is refused`, () => {
    assert.throws(() => new BitReader(bytesOfBits(bits)).postings(count, pages, 24), message);
  });
}

// ---- what an index makes of them ---------------------------------------------------------------------------

// A list of 2000 of 3000 pages, `first` and those that follow it, of the highest level.
const longList = (first) => bytesOfBits(`0${'0'.repeat(10)}${(2000).toString(2)}0${'1'.repeat(first)}0${'0'.repeat(1999)}`).toString('base64');

// An index as a large site has it: alfa on pages 0 to 1999, beta on 1000 to 2999.
function largeIndex() {
  const [alfa, beta] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'];
  return { format: 1, language: 'nl', pages: 3000, levels: 24, longest: 128, stop: [], kinds: [], groups: Array(2999).fill(1), ages: [], folder_size: 64,
    folders: Array(47).fill('f'), words: [['a', 's1']], reversed: [], facets: 'f', inside: { [alfa]: longList(0), [beta]: longList(1000),
      s1: ['0alfa 0beta', [0, 0], [2000, 2000], Buffer.from(alfa + beta, 'hex').toString('base64')],
      f: [{ name: 'kind', values: [['report', 'Rapport']], sets: [[0], []], runs: [0, 1500, 1, 1500] }] } };
}

test('of words on many pages every page is found, with a second word, a filter, and without another word', async () => {
  const index = indexFrom(largeIndex());
  const found = await index.search('alfa');
  assert.deepEqual([found.total, found.groups.length, found.approximate], [2000, 2000, false]);
  assert.deepEqual((await index.facets(found))[0].values[0].count, 1500);
  const both = await index.search('alfa beta');
  assert.deepEqual([both.whole, both.total, both.partial, both.groups[0].docs], [1000, 1000, false, [1000]]);
  assert.equal((await index.search('alfa', { filters: { kind: ['report'] } })).total, 1500);
  assert.equal((await index.search('alfa -beta')).total, 1000);
});

test('a shard whose parts do not fit together is an error', async () => {
  const shard = largeIndex().inside.s1;
  for (const damage of [[shard[0], [0, 0], [2000, 2000], `${shard[3]}AAAA`], [shard[0], [0, 1], [2000, 2000], shard[3]],
    ['0alfa', [0, 0], [2000, 2000], shard[3]], [shard[0], [0, 0], [2000, 2000], shard[3].slice(0, 12)], [shard[0], [0, 0], [2000, 4000], shard[3]]]) {
    const root = largeIndex();
    root.inside.s1 = damage;
    await assert.rejects(indexFrom(root).search('beta'), /damaged/, JSON.stringify(damage));
  }
});

test('of a word of which not all pages are told the count is about right, and says so', async () => {
  const root = largeIndex();
  root.inside.s1[2] = [-2000, 2000];
  const index = indexFrom(root);
  assert.deepEqual([(await index.search('alfa')).total, (await index.search('alfa')).approximate], [2000, true]);
  assert.equal((await index.search('beta')).approximate, false);
});

// Four pages that say a word: two projects, each with the page of a period below its own. `list`: the bits of its postings.
function fourPages(list, ages) {
  return { format: 1, language: 'nl', pages: 4, levels: 24, longest: 128, stop: [], kinds: [], groups: [2], ages, folder_size: 64, folders: ['f'],
    words: [['a', 's1']], reversed: [], facets: 'f', inside: { s1: ['0alfa', [0], [4], bytesOfBits(list).toString('base64')], f: [] } };
}

const orderOf = async (root) => (await indexFrom(root).search('alfa')).groups.map((group) => group.docs);

test('of pages that fit as well the newer stands first: its group, and in the group the page', async () => {
  const same = '0' + '00100' + '0' + '0000';
  assert.deepEqual(await orderOf(fourPages(same, [])), [[0, 1], [2, 3]]);
  // Page 3 is one level above the others: that outweighs its place in the group and three years, but not eight.
  const better = '0' + '1' + '0' + '011' + '0' + '011' + '0' + '000';
  assert.deepEqual(await orderOf(fourPages(better, [])), [[3, 2], [0, 1]]);
  assert.deepEqual(await orderOf(fourPages(better, [[2, 3]])), [[3, 2], [0, 1]]);
  assert.deepEqual(await orderOf(fourPages(better, [[2, 8]])), [[0, 1], [3, 2]]);
});

test('a root of another format, or without all of its pages, is refused', () => {
  assert.throws(() => indexFrom({ ...largeIndex(), format: 2 }), /format 2/);
  assert.throws(() => indexFrom({ ...largeIndex(), pages: 3_000_000 }), /not all there/);
});

test('beyond the hundred best pages nobody looks for a phrase, and that is said', async () => {
  const root = largeIndex();
  root.folders = Array(47).fill('f');
  const index = indexFrom(root);
  index.files.page = async () => ({ title: 'alfa beta', status: '', period: '', project: '', names: [], parts: [] });
  const found = await index.search('"alfa beta"');
  assert.deepEqual([found.total, found.unverified, found.approximate], [100, 900, true]);
});
