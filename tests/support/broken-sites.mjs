// The broken sites of tests/broken, and what the program says of them. Each folder is the small site in base/ with other
// files; what it says stands in its expected.txt.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository, run } from './program.mjs';

export const folder = join(repository, 'tests/broken');

const foldersIn = (parent) => readdirSync(parent).filter((name) => statSync(join(parent, name)).isDirectory());
export const names = foldersIn(folder).filter((name) => name !== 'base');
export const expectedOf = (name) => readFileSync(join(folder, name, 'expected.txt'), 'utf8');

// ---- running ----------------------------------------------------------------------------------------------

// The base, with the files of the broken site in place of its own and without those that removed.txt names. What a
// folder under version control cannot hold, setup.mjs makes.
async function compose(name, site) {
  cpSync(join(folder, 'base'), site, { recursive: true });
  const overlay = join(folder, name);
  const aboutTheSite = ['expected.txt', 'removed.txt', 'setup.mjs'];
  if (existsSync(join(overlay, 'removed.txt'))) {
    const removed = readFileSync(join(overlay, 'removed.txt'), 'utf8').trim().split('\n');
    for (const path of removed) rmSync(join(site, path), { recursive: true });
  }
  for (const entry of readdirSync(overlay).filter((each) => !aboutTheSite.includes(each))) {
    cpSync(join(overlay, entry), join(site, entry), { recursive: true });
  }
  const setup = join(overlay, 'setup.mjs');
  if (existsSync(setup)) (await import(pathToFileURL(setup))).setUp(site);
}

export async function inSite(name, work) {
  const parent = mkdtempSync(join(tmpdir(), 'stoplicht-broken-'));
  try {
    const site = join(parent, 'site');
    await compose(name, site);
    return await work(site);
  } finally {
    rmSync(parent, { recursive: true });
  }
}

export const check = (site, ...options) => run(['check', '--site', site, ...options]);

// ---- what it says, taken apart ----------------------------------------------------------------------------

const heading = /^(?:(.+?)(?::(\d+))?(?::(\d+))?: )?(error|warning): .* \[([a-z-]+)\]$/;

// "data/x.json:3:5: error: … [id]" with the lines below it, up to the next.
export function reportsIn(text) {
  const reports = [];
  for (const line of text.split('\n')) {
    const found = heading.exec(line);
    if (found) {
      const [, file = '', row = 0, column = 0, severity, id] = found;
      reports.push({ file, line: Number(row), column: Number(column), severity, id, text: line });
    } else if (reports.length > 0 && /^ +\d* \| |^ {2}hint: /.test(line)) {
      reports.at(-1).text += '\n' + line;
    }
  }
  return reports;
}
