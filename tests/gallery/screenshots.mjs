// Takes the pictures of README.md from a built Voorbeeldstad. No test: run it by hand after a change that can be seen.
//   node tests/gallery/screenshots.mjs <folder of the built site>
// Each is written to themes/gemeente/screenshots/<name>.png, in a fixed size.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { filesIn } from '../support/sites.mjs';

const folder = resolve(process.argv[2] ?? '');
if (process.argv.length !== 3 || !existsSync(join(folder, 'manifest.json'))) {
  console.error('usage: node tests/gallery/screenshots.mjs <folder of the built site>');
  process.exit(2);
}
const output = fileURLToPath(new URL('../../themes/gemeente/screenshots/', import.meta.url));

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };
const sheet = { width: 794, height: 1123 };  // A4 at 96 px an inch.

const pages = filesIn(folder);
const newest = pages.filter((page) => /^periodes\/[^/]+\/index\.html$/.test(page)).at(-1);
// A project with gaps, a forecast and a target that moved.
const project = 'deelprojecten/leerwerkplek.html';

const comparison = 'vergelijk/2022-h1--2022-h2.html';
// What a correction changed.
const corrected = 'periodes/2022-h2/vroegsignalering.html';

const search = 'zoeken/index.html';

// `query`: behind the address of the search page; `open`: a fold. `at`: what stands at the top of the picture; without it the top of the page.
const pictures = [
  { name: 'home', page: 'index.html', size: wide },
  { name: 'home-dark', page: 'index.html', size: wide, dark: true },
  { name: 'home-320', page: 'index.html', size: narrow },
  { name: 'home-320-dark', page: 'index.html', size: narrow, dark: true },
  { name: 'period', page: newest, size: wide },
  { name: 'period-320', page: newest, size: narrow },
  { name: 'matrix', page: 'periodes/index.html', size: wide, at: '.sl-matrix-figure' },
  { name: 'matrix-320', page: 'periodes/index.html', size: narrow, at: '.sl-matrix-figure' },
  { name: 'trend', page: project, size: wide, at: '.sl-trend' },
  { name: 'trend-dark', page: project, size: wide, at: '.sl-trend', dark: true },
  { name: 'trend-320', page: project, size: narrow, at: '.sl-trend' },
  { name: 'comparison', page: comparison, size: wide },
  { name: 'comparison-320', page: comparison, size: narrow },
  { name: 'corrected', page: corrected, size: wide },
  { name: 'replaced', page: corrected.replace('/2022-h2/', '/2022-h2/v1/'), size: wide },
  { name: 'editions', page: 'edities/index.html', size: wide },
  { name: 'search', page: search, query: '?q=taal&period=2024-h2', open: '.sl-filters', size: wide },
  { name: 'search-320', page: search, query: '?q=taalhuiz', size: narrow },
  { name: 'search-dark', page: search, query: '?q=wachtlijst+beschud+werk', size: wide, dark: true },
  { name: 'search-none-320', page: search, query: '?q=zwembad', size: narrow },
  { name: 'print', page: newest.replace('index.html', 'afdruk.html'), size: sheet, paper: true },
];

mkdirSync(output, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, page, size, at, query = '', open, dark = false, paper = false } of pictures) {
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? 'dark' : 'light' });
  const tab = await context.newPage();
  await tab.emulateMedia({ media: paper ? 'print' : 'screen' });
  await tab.goto(pathToFileURL(join(folder, page)).href + query);
  if (query) await tab.waitForSelector('.sl-found:not([hidden])');
  if (open) await tab.$eval(open, (fold) => (fold.open = true));
  if (query) await tab.waitForTimeout(500);
  // A screen has no margins of a sheet: those of style/print.css.
  if (paper) await tab.addStyleTag({ content: 'html body.utrecht-body { padding: 18mm 16mm 0; }' });
  if (at) await tab.$eval(at, (element) => window.scrollBy(0, element.getBoundingClientRect().top - 24));
  const path = join(output, `${name}.png`);
  await tab.screenshot({ path });
  console.log(`${name}.png  ${size.width} × ${size.height}  ${Math.round(statSync(path).size / 1000)} kB  ${page}`);
  await context.close();
}
await browser.close();
