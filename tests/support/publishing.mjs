// Copies of the two sites with all their periods published, and what the pages of a published period tell.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, run } from './program.mjs';
import { copyOf, filesIn, temporaryFolder } from './sites.mjs';

export const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

// The ids of a site's periods, oldest first.
export function periodsOf(site) {
  const folder = join(site, 'data/periods');
  const periods = readdirSync(folder).map((file) => readJson(folder, file));
  const order = ({ reported_on, id }) => `${reported_on} ${id}`;
  return periods.sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ id }) => id);
}

// A command that is to succeed; what it printed.
export async function succeed(args) {
  const { code, stdout, stderr } = await run(args);
  if (code !== 0) throw new Error(`stoplicht ${args.join(' ')} ended with ${code}:\n${stderr}`);
  return stdout;
}

// A copy without editions of its own; then these periods are published, one a day, the first on 1 May 2025.
export async function publishedCopyOf(source, periods = periodsOf(source)) {
  const site = copyOf(source, temporaryFolder());
  rmSync(join(site, 'data/editions'), { recursive: true, force: true });
  for (const [index, period] of periods.entries()) {
    await succeed(['publish', period, '--site', site, '--unsigned', '--on', `2025-05-${String(index + 1).padStart(2, '0')}`]);
  }
  return site;
}

// Runs a command on a site folder: { code, stdout, stderr }.
export const command = (site, [name, ...rest], options) => run([name, '--site', site, ...rest], options);

// Replaces the first place where `from` stands in a file of a site folder.
export function edit(site, file, from, to) {
  const path = join(site, file);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), `${file} has no '${from}'`);
  writeFileSync(path, text.replace(from, () => to));
}

// A site of two periods, 2024-h1 and 2024-h2, without faults; nothing of it was published.
export function smallSite() {
  const site = join(temporaryFolder(), 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  return site;
}

export async function publishedSmallSite(site = smallSite()) {
  await succeed(['publish', '2024-h1', '--site', site, '--on', '2024-09-20']);
  await succeed(['publish', '2024-h2', '--site', site, '--on', '2025-03-20']);
  return site;
}

// What frames the contents of a page, and is that of today's site: ways to other pages and periods, how to cite the page,
// where the glossary stands, and the notice that there is a newer period.
const frame = [
  /<nav\b.*?<\/nav>/gs,
  /<details class="sl-fold.*?<\/details>/gs,
  /<div><dt>Zo citeert u dit<\/dt>.*?<\/div>/gs,
  /<div class="utrecht-alert utrecht-alert--info">(?:(?!<\/div>).)*Er is een nieuwere periode.*?<\/div><\/div>/gs,
];

const linkToGlossary = /<a class="nl-link" href="[^"]*#begrip_[^"]*">([^<]*)<\/a>/g;

// What a file of a published period tells: of a page its <main> without the frame, of other files all their bytes.
export function factsOf(file, text) {
  if (!file.endsWith('.html')) return text;
  const [main] = /<main\b.*<\/main>/s.exec(text);
  return frame.reduce((rest, part) => rest.replace(part, ''), main).replace(linkToGlossary, '$1');
}

// The files of published periods in a built site: a map from their address to their text.
export function filesOfPeriods(folder) {
  const isOfPeriod = (file) => /^periodes\/[^/]+\//.test(file);
  return new Map(filesIn(folder).filter(isOfPeriod).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

// Links on the pages of published periods that lead nowhere in a built site: "page address".
export function deadLinksOfPeriods(folder, files = filesOfPeriods(folder)) {
  const there = new Set(filesIn(folder));
  const idsOf = new Map();
  const hasId = (file, id) => {
    if (!idsOf.has(file)) {
      const html = files.get(file) ?? readFileSync(join(folder, file), 'utf8');
      idsOf.set(file, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, each]) => each)));
    }
    return idsOf.get(file).has(id);
  };
  const dead = [];
  for (const [page, html] of files) {
    if (!page.endsWith('.html')) continue;
    for (const [, address] of html.matchAll(/ href="([^":]+)"/g)) {
      const { pathname, hash } = new URL(address, `https://site.example/${page}`);
      const file = decodeURIComponent(pathname.slice(1));
      const leads = there.has(file) && (hash === '' || hasId(file, decodeURIComponent(hash.slice(1))));
      if (!leads) dead.push(`${page} ${address}`);
    }
  }
  return [...new Set(dead)];
}
