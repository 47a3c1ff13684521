// Both searches are asked what the relevance set asks, of the sample and of Voorbeeldstad.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ask, searchPage } from '../search/ask.mjs';
import { judge, queries } from '../search/queries.mjs';
import { serve } from '../search/server.mjs';
import { build, copyOf, voorbeeldstad } from '../support/sites.mjs';
import { repository } from '../support/program.mjs';
import { indexWithPagefind } from './pagefind.mjs';

// What this table names one by one.
const shown = ['makelaar', 'wijkleerbedrjif', 'werkgevers dienstverlening', 't2027', '41400', 'coordinatie'];

// Pagefind has no filters on the same pages; those queries are asked of ours only, and not counted here.
const compared = queries.filter(({ filters }) => filters === undefined);

// So that the built site lists the pages of its index.
function withExport(folder) {
  const file = join(folder, 'data/site.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), search_export: true }, null, 2));
  return folder;
}

function summed(asked) {
  const share = (list, worth) => list.reduce((sum, each) => sum + worth(each), 0) / list.length;
  const numbersOf = (list) => ({
    queries: list.length,
    hits: list.filter(({ rank }) => rank > 0 && rank <= 3).length,
    reciprocal: share(list, ({ rank }) => (rank === 0 ? 0 : 1 / rank)),
  });
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  return {
    ...numbersOf(asked),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, numbersOf(asked.filter((each) => each.kind === kind))])),
    named: shown.map((query) => ({ query, rank: asked.find((each) => each.query === query).rank })),
  };
}

// { ours, pagefind }, each { queries, hits, reciprocal, kinds, named }; `ours` is null when no index of ours is written. Ten
// results are looked at; ours stand in groups, Pagefind's each for itself.
export async function compareQuality(browser, work) {
  const asked = { ours: [], pagefind: [] };
  for (const [name, source] of Object.entries({ sample: repository, voorbeeldstad })) {
    const site = await build(withExport(copyOf(source)), join(work, name));
    mkdirSync(join(work, `${name}-pagefind`));
    const { mounts } = await indexWithPagefind(site, join(work, `${name}-pagefind`));
    const servers = { ours: await serve({ '/': site }), pagefind: await serve(mounts, { policy: null }) };
    const tab = await browser.newPage();
    const list = compared.filter((each) => each.site === name);
    await tab.goto(`${servers.pagefind.address}find/bare.html`);
    for (const query of list) {
      const { urls } = await tab.evaluate((text) => globalThis.ask(text), query.query);
      const { rank } = judge(query, urls.map((url) => [decodeURIComponent(url).replace(/^\//, '')]));
      asked.pagefind.push({ ...query, rank });
    }
    for (const query of existsSync(join(site, searchPage)) ? list : []) {
      const { groups } = await ask(tab, servers.ours.address, query.query);
      asked.ours.push({ ...query, rank: judge(query, groups.slice(0, 10)).rank });
    }
    await tab.close();
    await Promise.all(Object.values(servers).map((server) => server.close()));
  }
  return { ours: asked.ours.length > 0 ? summed(asked.ours) : null, pagefind: summed(asked.pagefind) };
}
