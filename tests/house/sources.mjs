// The files that people write in this repository, line by line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

const madeByTools = new Set(['.git', 'build', 'node_modules', 'public']);

// Every file below a folder of the repository, as a path from its top, in a fixed order.
export function filesBelow(folder) {
  const entries = readdirSync(join(repository, folder), { withFileTypes: true });
  return entries.filter(({ name }) => !madeByTools.has(name)).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  }).sort();
}

export const textOf = (path) => readFileSync(join(repository, path), 'utf8');

// C++ with comments and the insides of strings blanked, so that a rule looks at code only; lines stay where they are.
export function codeOf(path) {
  const token = /\/\/[^\n]*|\/\*[^]*?\*\/|R"([^(]*)\([^]*?\)\1"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'/g;
  return textOf(path).replace(/^#include .*$/gm, '').replace(token, (text) => text.replace(/[^\n"']/g, ' '));
}

// Where a pattern stands in a text: "path:line: what was found".
export function placesOf(pattern, path, text) {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return `${path}:${line}: ${match[0].trim()}`;
  });
}
