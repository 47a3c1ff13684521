// How long it takes from a saved file to the refreshed page in a browser, with the preview, for the two sites here: the
// whole, and of it what the program says of its build. usage: node tests/bench/serve.mjs [runs]
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startPreview } from '../support/preview.mjs';
import { copyOf, copyOfSample, voorbeeldstad } from '../support/sites.mjs';
import { percentile } from './measure.mjs';

const runs = Number(process.argv[2] ?? 21);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function measureSite(name, site) {
  const preview = await startPreview(site);
  const tab = await browser.newPage();
  // The page itself tells when it is there whole: asking for it from here would take longer than the page.
  let arrived = () => {};
  await tab.exposeFunction('arrived', (text) => arrived(text));
  await tab.addInitScript(() => addEventListener('load', () => window.arrived(document.body.innerText)));
  await tab.goto(`${preview.address}privacy.html`);
  const times = [];
  const builds = [];
  for (let run = 0; run < runs + 1; ++run) {
    await new Promise((fulfil) => setTimeout(fulfil, 300));
    const shown = new Promise((fulfil) => (arrived = (text) => text.includes(`Versie ${run}.`) && fulfil()));
    const start = performance.now();
    appendFileSync(join(site, 'content/pages/privacy.md'), `\nVersie ${run}.\n`);
    await shown;
    // The first is not counted: browser and program are cold.
    if (run > 0) times.push(performance.now() - start);
    if (run > 0) builds.push(Number(/in (\d+) ms/.exec(preview.lines.at(-1))[1]));
  }
  await tab.close();
  await preview.stop();
  const tell = (list) => `median ${percentile(list, 0.5).toFixed(0)} ms, 95th percentile ${percentile(list, 0.95).toFixed(0)} ms`;
  console.log(`${name}: ${tell(times)}; of it building ${tell(builds)}`);
}

console.log(`saved file to refreshed browser, ${runs} saves`);
await measureSite('the sample', copyOfSample());
await measureSite('Voorbeeldstad', copyOf(voorbeeldstad));
await browser.close();
