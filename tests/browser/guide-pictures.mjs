// Takes the pictures of the guide, of Voorbeeldstad with a draft of the next half-year: guide.test.mjs checks that it still can.
//   node tests/browser/guide-pictures.mjs
// writes them to generator/guide/pictures. Run it after a change that can be seen.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startPreview } from '../support/preview.mjs';
import { run } from '../support/program.mjs';
import { copyOf, voorbeeldstad } from '../support/sites.mjs';

export const folderOfPictures = fileURLToPath(new URL('../../generator/guide/pictures/', import.meta.url));

const period = '2025-h1';
const width = 800;

// `at`: what stands at the top of the picture; without it the top of the page.
const pages = [
  { name: 'concept', page: `periodes/${period}/index.html`, height: 330 },
  { name: 'verbeterd', page: 'periodes/2022-h2/vroegsignalering.html', at: '#deel_verbeterd', height: 400 },
  { name: 'toezegging', page: 'toezeggingen/t22-14.html', at: '#tekst_afdoening', height: 400 },
  { name: 'matrix', page: 'periodes/index.html', at: '.sl-matrix-container', height: 380 },
  { name: 'geschiedenis', page: 'deelprojecten/digihulp.html', at: '#deel_geschiedenis', height: 400 },
];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

// The output of a command as a terminal in Dutch shows it: its first lines and its last one.
async function terminal(args, site) {
  const { stdout, stderr } = await run(args, { cwd: site, env: { LC_ALL: 'nl_NL.UTF-8' } });
  const faults = stderr.split('\n').filter((line) => / waarschuwing: /.test(line)).slice(0, 4);
  const lines = [`$ stoplicht ${args.join(' ')}`, ...faults, '…', stdout.trimEnd()];
  return `<!doctype html><meta charset="utf-8"><body style="margin:0;background:#1b1b1b;color:#f1f1f1"><pre style="margin:0;padding:20px;
    font:14px/1.5 'Noto Sans Mono',monospace;white-space:pre-wrap;overflow-wrap:anywhere">${lines.map(escaped).join('\n')}</pre>`;
}

// Writes <name>.png of each picture to a folder.
export async function takePictures(folder) {
  mkdirSync(folder, { recursive: true });
  const site = copyOf(voorbeeldstad);
  const { code, stderr } = await run(['new', period, '--site', site]);
  if (code !== 0) throw new Error(stderr);
  const preview = await startPreview(site);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width, height: 400 }, colorScheme: 'light', reducedMotion: 'reduce' });
  const tab = await context.newPage();
  const take = (name) => tab.screenshot({ path: join(folder, `${name}.png`) });
  const ready = () => tab.evaluate(() => document.fonts.ready);

  for (const { name, page, at, height } of pages) {
    await tab.setViewportSize({ width, height });
    await tab.goto(preview.address + page);
    await ready();
    // The count of warnings in the corner is not what the picture is about.
    await tab.$$eval('stoplicht-preview', (all) => all.forEach((each) => (each.style.display = 'none')));
    if (at) await tab.locator(at).first().evaluate((each) => scrollTo(0, each.getBoundingClientRect().top + scrollY - 16));
    await take(name);
  }
  await tab.goto('about:blank');
  await tab.setContent(await terminal(['check'], site));
  await tab.setViewportSize({ width, height: 265 });
  await ready();
  await take('controle');

  await tab.setViewportSize({ width, height: 400 });
  await tab.goto(`${preview.address}periodes/${period}/index.html`);
  const file = join(site, `data/periods/${period}.json`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"not-reported"', '"groen"'));
  await tab.locator('stoplicht-preview dialog h1').waitFor();
  await take('fout');
  await browser.close();
  await preview.stop();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // The preview shows no guide in which a picture is missing.
  for (const name of [...pages.map((each) => each.name), 'controle', 'fout']) appendFileSync(join(folderOfPictures, `${name}.png`), '');
  await takePictures(folderOfPictures);
}
