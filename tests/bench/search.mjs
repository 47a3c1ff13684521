// The search of a built site beside Pagefind on the same pages: what the index costs, what a reader's browser loads, how
// soon results stand there after a letter, and who finds what was meant.
// usage: node tests/bench/search.mjs [--json] [--skip pagefind,keystrokes,quality] [--before PROGRAM] [pages…]
// `pages`: 100, 2000, 20000 (all three if none is named). `--before`: a Stoplicht that writes no index, to tell the most
// memory that a build has without one.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

import { searchPage } from '../search/ask.mjs';
import { program } from '../support/program.mjs';
import { filesIn } from '../support/sites.mjs';
import { typeWords } from './keystrokes.mjs';
import { measure } from './measure.mjs';
import { indexWithPagefind, pagesToFind, version } from './pagefind.mjs';
import { compareQuality } from './quality.mjs';
import { asMarkdown } from './search-table.mjs';
import { writeSite } from './site.mjs';
import { openCold } from './wire.mjs';
import { vocabulary } from './words.mjs';

// Mostly reports, as in a real site; with the pages of projects, periods, councils, letters and commitments they come to
// about so many pages.
const sizes = { 100: [2, 3, 18], 2000: [10, 10, 158], 20000: [25, 20, 900] };

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: {
  json: { type: 'boolean' }, skip: { type: 'string', default: '' }, before: { type: 'string' } } });
const skipped = new Set(options.skip.split(',').filter(Boolean));
const wanted = positionals.length > 0 ? positionals : Object.keys(sizes);
for (const size of wanted) if (!sizes[size]) throw new Error(`no site of ${size} pages; there are ${Object.keys(sizes).join(', ')}`);

const say = (text) => process.stderr.write(`${text}\n`);
const dutch = vocabulary();
const plainWords = dutch.forms.map((form, at) => ({ form, at })).filter(({ form }) => dutch.ofField.has(form) && /^[a-z]{6,14}$/.test(form));
const near = (rank) => plainWords.find(({ at }) => at >= rank).form;
// A word of every sixth report or so, and two that each stand in every third.
const oneWord = near(150);
const twoWords = `${near(60)} ${near(75)}`;
const typed = [70, 110, 160, 220, 300, 420, 600, 850, 1200, 1700, 2300, 3000, 4000, 5200, 7000, 9500].map(near);

const ours = { results: 'main ol > li h3 a', counts: (path) => !path.endsWith('.css') };
const ui = { results: '.pagefind-ui__result-link', counts: () => true, policy: null };
const bare = { results: 'main:not(:empty)', counts: (path) => path.startsWith('/pagefind/'), policy: null };

const asked = (page, query) => `${page}?${new URLSearchParams({ q: query })}`;

// On which share of the reports each word stands, by their texts.
function shareOfReports(words, site) {
  const reports = filesIn(join(site, 'content')).filter((file) => file.includes('/progress/'));
  const counts = words.map(() => 0);
  for (const report of reports) {
    const text = new Set(readFileSync(join(site, 'content', report), 'utf8').toLowerCase().match(/[a-zà-ÿ]+/g));
    words.forEach((word, i) => (counts[i] += text.has(word)));
  }
  return Object.fromEntries(words.map((word, i) => [word, counts[i] / reports.length]));
}

async function cold(browser, mounts, page, how) {
  return { one: await openCold(browser, mounts, asked(page, oneWord), how), two: await openCold(browser, mounts, asked(page, twoWords), how) };
}

async function measureOurs(browser, site, output) {
  const built = await measure(program, ['build', '--site', site, '--output', output, '--format', 'json']);
  const report = JSON.parse(built.stdout);
  const found = {
    pages: report.pages,
    build: { cpu: built.cpu, peak: built.peak },
    index: report.search && { pages: report.search.pages, cpu: report.search.cpu_ms / 1000,
      bytes: report.search.bytes - report.search.excerpt_bytes, excerpts: report.search.excerpt_bytes, copies: report.search.folder_bytes },
  };
  if (options.before) {
    const before = await measure(options.before, ['build', '--site', site, '--output', `${output}-before`, '--format', 'json']);
    found.before = { cpu: before.cpu, peak: before.peak };
    rmSync(`${output}-before`, { recursive: true });
  }
  if (!existsSync(join(output, searchPage))) return found;
  found.cold = await cold(browser, { '/': output }, searchPage, ours);
  if (!skipped.has('keystrokes'))
    found.keystrokes = await typeWords(browser, { '/': output }, searchPage, typed, { field: 'main input[name="q"]', listed: ours.results });
  return found;
}

async function measurePagefind(browser, output, work) {
  mkdirSync(work);
  const { mounts, pages, cpu, peak, index, excerpts } = await indexWithPagefind(output, work);
  const found = { pages, index: { cpu, peak, bytes: index, excerpts } };
  found.cold = await cold(browser, mounts, 'find/ui.html', ui);
  found.bare = await cold(browser, mounts, 'find/bare.html', bare);
  if (!skipped.has('keystrokes'))
    found.keystrokes = await typeWords(browser, mounts, 'find/ui.html', typed,
      { field: '.pagefind-ui__search-input', listed: ui.results, policy: null });
  return found;
}

const work = mkdtempSync(join(tmpdir(), 'stoplicht-search-'));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu',
  '--disable-background-networking', '--disable-component-update', '--no-first-run'] });
try {
  const figures = { pagefind: version, queries: { one: oneWord, two: twoWords, typed }, sizes: [], quality: null };
  if (!skipped.has('quality')) figures.quality = await compareQuality(browser, work);
  for (const size of wanted) {
    const [councils, periods, projects] = sizes[size];
    const folder = join(work, size);
    say(`${size} pages: ${councils} councils x ${periods} periods x ${projects} projects`);
    writeSite(join(folder, 'site'), { councils, periods, projects, vocabulary: dutch });
    const stoplicht = await measureOurs(browser, join(folder, 'site'), join(folder, 'public'));
    say('  Stoplicht is measured');
    const pages = pagesToFind(join(folder, 'public'));
    const { index } = stoplicht;
    if (index && index.pages !== pages.length) say(`  ${index.pages} pages are in our index, ${pages.length} in Pagefind's`);
    const words = shareOfReports([oneWord, ...twoWords.split(' ')], join(folder, 'site'));
    const found = { size: Number(size), pages: pages.length, words, stoplicht };
    if (!skipped.has('pagefind')) found.pagefind = await measurePagefind(browser, join(folder, 'public'), join(folder, 'pagefind'));
    figures.sizes.push(found);
    rmSync(folder, { recursive: true });
  }
  console.log(options.json ? JSON.stringify(figures, null, 2) : asMarkdown(figures));
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
