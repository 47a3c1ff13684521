// The pages of a site by what kind they are, which their addresses tell.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pagesIn } from './sites.mjs';

// In this order: what fits two kinds is of the first.
const kinds = {
  home: /^index\.html$/,
  archive: /^periodes\/index\.html$/,
  period: /^periodes\/[^/]+\/index\.html$/,
  'period of a replaced edition': /^periodes\/[^/]+\/v\d+\/index\.html$/,
  'page of a replaced edition': /^periodes\/[^/]+\/v\d+\//,
  print: /^periodes\/[^/]+\/afdruk\.html$/,
  letter: /^periodes\/[^/]+\/brieven\//,
  report: /^periodes\/[^/]+\/([^/]+)\.html$/,
  'page of a period': /^periodes\/[^/]+\/[^/]+\.html$/,
  project: /^deelprojecten\//,
  programmes: /^programmas\/index\.html$/,
  programme: /^programmas\/[^/]+\.html$/,
  category: /^programmas\/[^/]+\//,
  councils: /^gemeenten\/index\.html$/,
  council: /^gemeenten\//,
  register: /^toezeggingen\/index\.html$/,
  commitment: /^toezeggingen\//,
  documents: /^stukken\//,
  data: /^gegevens\//,
  editions: /^edities\/index\.html$/,
  checking: /^edities\/controleren\.html$/,
  comparisons: /^vergelijk\/index\.html$/,
  correction: /^vergelijk\/[^/]+--v\d+--v\d+\.html$/,
  comparison: /^vergelijk\//,
  glossary: /^begrippen\.html$/,
  landscape: /^doelgroepen-en-partijen\.html$/,
  document: /^raadsvoorstel[^/]*\.html$/,
  'not found': /^404\.html$/,
  search: /^zoeken\//,
  text: /^[^/]+\.html$/,
};

// { home: ['index.html'], … }. A page of no kind is an error: a new kind of page has to be looked at too.
export function pagesByKind(folder) {
  const pages = pagesIn(folder);
  const byKind = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (const page of pages) {
    const kind = Object.keys(kinds).find((name) => {
      const found = kinds[name].exec(page);
      return found && (name !== 'report' || pages.includes(`deelprojecten/${found[1]}.html`));
    });
    if (kind === undefined) throw new Error(`${page} is of no kind that page-kinds.mjs knows`);
    byKind[kind].push(page);
  }
  return byKind;
}

// The pages of each kind, the one with the most to show first.
function kindsBySize(folder) {
  const sizeOf = (page) => statSync(join(folder, page)).size;
  const all = Object.values(pagesByKind(folder)).filter((pages) => pages.length > 0);
  return all.map((pages) => [...pages].sort((a, b) => sizeOf(b) - sizeOf(a)));
}

// Of each kind the page with the most to show.
export const richestOfEachKind = (folder) => kindsBySize(folder).map(([richest]) => richest).sort();

// The same, and the one with the least to show, which has to tell what there is not.
export function pagesOfEachKind(folder) {
  return [...new Set(kindsBySize(folder).flatMap((pages) => [pages.at(0), pages.at(-1)]))].sort();
}
