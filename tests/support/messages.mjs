// The catalogue of Dutch messages (generator/base/messages/nl/), and what of the source it translates.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './program.mjs';

const folder = join(repository, 'generator/base/messages/nl');
const hole = /\{(nl:)?([a-z_]+)\}/g;

export const catalogueFiles = readdirSync(folder).sort();

// Every pattern: { file, subject, english, dutch, matches }. `subject` as the program knows it, without its note.
export const patterns = catalogueFiles.flatMap((file) => {
  const subjects = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return Object.entries(subjects).flatMap(([name, sentences]) =>
    Object.entries(sentences).map(([english, dutch]) => {
      const names = [];
      const form = english.split(hole).map((part, at) => {
        if (at % 3 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        if (at % 3 === 2) names.push(part);
        return at % 3 === 2 ? '(.*?)' : '';
      });
      return { file, subject: name.split(':')[0], english, dutch, names, matches: new RegExp(`^${form.join('')}$`, 's') };
    }));
});

export const subjects = new Set(patterns.map(({ subject }) => subject));
export const holesIn = (text) => [...text.matchAll(hole)].map(([, , name]) => name).sort();

const lettersOf = ({ english }) => english.replace(hole, '').length;
const bySubject = new Map([...subjects].map((subject) => {
  const own = patterns.filter((each) => each.subject === subject);
  return [subject, own.sort((a, b) => lettersOf(b) - lettersOf(a))];
}));

// Gives the Dutch sentence, or null; adds the patterns that made it to `used`.
export function translated(subject, sentence, used = new Set(), depth = 0) {
  if (depth > 4) return null;
  for (const group of depth > 0 ? [subject, 'phrase', 'shared'] : [subject, 'shared']) {
    for (const pattern of bySubject.get(group) ?? []) {
      const found = pattern.matches.exec(sentence);
      if (found === null) continue;
      const filled = new Map(pattern.names.map((name, at) => [name, found[at + 1]]));
      const inner = new Set([pattern]);
      const phrases = [...pattern.dutch.matchAll(hole)].filter(([, mark]) => mark !== undefined);
      const known = phrases.every(([, , name]) => {
        const phrase = translated(subject, filled.get(name), inner, depth + 1);
        if (phrase !== null) filled.set(name, phrase);
        return phrase !== null;
      });
      if (!known) continue;
      inner.forEach((each) => used.add(each));
      return pattern.dutch.replace(hole, (whole, mark, name) => filled.get(name));
    }
  }
  return null;
}

// ---- sentences in the source ------------------------------------------------------------------------------

const unescaped = (text) => text.replace(/\\(n|t|"|\\)/g, (whole, sign) => ({ n: '\n', t: '\t' })[sign] ?? sign);

// The literals of a C++ text, those that stand beside each other as one.
export function literalsIn(source) {
  const out = [];
  let end = -1;
  const tokens = /\/\/[^\n]*|'(?:\\.|[^'\\\n])'|R"\(([\s\S]*?)\)"|"((?:\\.|[^"\\\n])*)"/g;
  for (const found of source.matchAll(tokens)) {
    const text = found[1] ?? (found[2] === undefined ? null : unescaped(found[2]));
    if (text === null) continue;
    if (end >= 0 && /^\s*$/.test(source.slice(end, found.index))) out[out.length - 1] += text;
    else out.push(text);
    end = found.index + found[0].length;
  }
  return out;
}

// A part of a literal that says something: of two or three letters anything could be made.
const isWord = (text) => text.length >= 4 || !/\p{L}/u.test(text);

// Whether a piece of a sentence can be made of literals: part of one, or the end of one, whole ones, the start of one.
export function isMadeOf(piece, literals) {
  if (piece.length === 0 || literals.some((each) => each.includes(piece))) return true;
  const reached = new Array(piece.length + 1).fill(false);
  for (let length = 1; length < piece.length; ++length) {
    const start = piece.slice(0, length);
    if (isWord(start) && literals.some((each) => each.endsWith(start))) reached[length] = true;
  }
  for (let at = 1; at < piece.length; ++at) {
    if (!reached[at]) continue;
    const rest = piece.slice(at);
    if (isWord(rest) && literals.some((each) => each.startsWith(rest))) return true;
    for (const each of literals) if (isWord(each) && rest.startsWith(each)) reached[at + each.length] = true;
  }
  return reached[piece.length];
}
