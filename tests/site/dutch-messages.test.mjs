// The catalogue of Dutch messages beside the source: each sentence that the program says has a translation, and each
// translation is of a sentence that it says.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectedOf, names, reportsIn } from '../support/broken-sites.mjs';
import { catalogueFiles, holesIn, isMadeOf, literalsIn, patterns, subjects, translated } from '../support/messages.mjs';
import { repository } from '../support/program.mjs';

const generator = join(repository, 'generator');
const sources = readdirSync(generator, { recursive: true })
  .filter((file) => /\.(cc|h)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(generator, file), 'utf8') }));
const literalsOf = new Map(sources.map(({ file, text }) => [file, literalsIn(text)]));

// Every message and hint of the broken sites: { id, sentence }.
const known = names.flatMap((name) => reportsIn(expectedOf(name)).flatMap(({ id, text }) => {
  const [first, ...rest] = text.split('\n');
  const message = /(?:error|warning): (.*) \[[a-z-]+\]$/.exec(first)[1];
  const hint = rest.at(-1)?.startsWith('  hint: ') ? [rest.at(-1).slice('  hint: '.length)] : [];
  return [message, ...hint].map((sentence) => ({ id, sentence }));
}));
const used = new Set();
const lost = known.filter(({ id, sentence }) => translated(id, sentence, used) === null);

test('every message and hint of the broken sites has a Dutch translation', () => {
  assert.ok(known.length > 1000);
  assert.deepEqual(lost, []);
});

test('every kind of fault that the source reports has Dutch messages', () => {
  const reported = /\b(?:error|warning|report|remark|fault|fail)\(\s*\{?"([a-z]+(?:-[a-z]+)+)"|\badd\(\{[^"]*"([a-z]+(?:-[a-z]+)+)"|\bdeviation\(\s*\w+, "([a-z-]+)"/g;
  const ids = new Set(sources.flatMap(({ text }) => [...text.matchAll(reported)].map(([, a, b, c]) => a ?? b ?? c)));
  assert.ok(ids.size > 140);
  assert.deepEqual([...ids].filter((id) => !subjects.has(id)), []);
  const others = ['command-line', 'diff', 'phrase', 'shared', 'terminal'];
  assert.deepEqual([...subjects].filter((subject) => !ids.has(subject) && !others.includes(subject)), []);
});

test('a translation has the holes of its English sentence', () => {
  const wrong = patterns.filter(({ english, dutch }) => holesIn(english).join() !== holesIn(dutch).join());
  assert.deepEqual(wrong.map(({ english }) => english), []);
});

test('a sentence stands in its subject once, and its translation is another sentence', () => {
  const counts = new Map();
  for (const { subject, english } of patterns) counts.set(`${subject}: ${english}`, (counts.get(`${subject}: ${english}`) ?? 0) + 1);
  assert.deepEqual([...counts].filter(([, count]) => count > 1), []);
  const words = (text) => text.replace(/\{[a-z_:]+\}/g, '').split(/[^\p{L}]+/u).filter((word) => word.length > 3);
  const same = patterns.filter(({ english, dutch }) => words(english).length > 1 && english === dutch);
  assert.deepEqual(same.map(({ english }) => english), []);
});

// What others say, CLI11 of a command line and the system of a file; and what the source makes of words of a few letters.
const saidByOthers = [
  'Print this help message and exit',
  'Display program version information and exit',
  'Subcommands',
  'A subcommand is required',
  '{option}: 1 required {type} missing',
  'file is required',
  'folder is required',
  'period is required',
  'a is required',
  'b is required',
  '{option} is required',
  '{option}: Value {value} not in range {least} to {most}',
  '{option} excludes {other}',
  'Permission denied',
  'No such file or directory',
  'No space left on device',
  'Read-only file system',
  'Is a directory',
  'Not a directory',
  'Too many levels of symbolic links',
  'Input/output error',
  'Operation not permitted',
  'name an {nl:noun}: {example}',
  '1 edition or withdrawal from before the first signature is not signed; the chain binds it to it',
  '{n} editions and withdrawals from before the first signature are not signed; the chain binds them to it',
  'to write it into the letter, run this again with --figures',
];

test('every English sentence of the catalogue is one of the source', () => {
  const literals = [...new Set([...literalsOf.values()].flat()), "'", '100', '64'];
  const piecesOf = (english) => english.split(/\{(?:nl:)?[a-z_]+\}/).map((piece) => piece.replace(/^'|'$/g, ''));
  const dead = patterns
    .filter((pattern) => !used.has(pattern))
    .filter(({ english }) => !piecesOf(english).every((piece) => isMadeOf(piece, literals)));
  assert.deepEqual(dead.map(({ english }) => english).sort(), [...saidByOthers].sort());
});

// ---- the other way ----------------------------------------------------------------------------------------

// Files that say nothing on the terminal or in a fault: pages, charts, texts of the site, protocols, own mistakes.
const silent = [
  /^base\/(cryptography|embedded_file|locale|message_catalogue|signature)\./,
  /^(exports|search)\//,
  /^model\/(known_figures|sheet_words)\./,  // Words to look for in a letter, and those of a form.
  /^render\/(period_draft|word_letter)\./,  // In the site's language.
  /^serve\/(http_|listening|preview|stop_signals|wake)/,
  /^views\/(?!charts_embedded|pages|strings)/,
];
// Sentences that are no part of what is told, but texts of files.
const untold = [
  'SHA256SUMS of a website made by Stoplicht', 'the output folder', ': Value ',
  'de tekst van deze noot', 'the text of this note', 'hier stond in Word een afbeelding (', 'here stood a picture in Word (',
  'wat er op deze afbeelding te zien is', 'what this picture shows',
];

test('every sentence of the source that is told has a Dutch translation', () => {
  const pieces = patterns.map(({ english }) => english.split(/\{(?:nl:)?[a-z_]+\}/)).flat().filter((piece) => piece.length > 7);
  const isSentence = (text) => text.split(/\s+/).filter((word) => /^[a-z'(]?[a-z]+[,;:'.)]*$/.test(word)).length >= 3;
  const isKnown = (text) => {
    const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    const isEnough = (words) => words.length >= 0.5 * core.length;
    return patterns.some(({ english, matches }) => english.includes(core) || (isEnough(english.replace(/\{[a-z_:]+\}/g, '')) && matches.test(text))) ||
      pieces.some((piece) => isEnough(piece) && text.includes(piece));
  };
  const missing = [...literalsOf]
    .filter(([file]) => !silent.some((pattern) => pattern.test(file)))
    .flatMap(([file, literals]) => literals
      .filter((text) => !/^#|\n/.test(text) && isSentence(text) && !untold.includes(text) && !isKnown(text))
      .map((text) => `${file}: ${text}`));
  assert.deepEqual(missing, []);
});

test('the catalogue is in files that a translator can overlook', () => {
  assert.deepEqual(catalogueFiles.filter((file) => readFileSync(join(generator, 'base/messages/nl', file), 'utf8').split('\n').length > 400), []);
  const embedded = readFileSync(join(generator, 'base/dutch_messages.cc'), 'utf8');
  assert.deepEqual(catalogueFiles.filter((file) => !embedded.includes(`"/nl/${file}"`)), []);
});
