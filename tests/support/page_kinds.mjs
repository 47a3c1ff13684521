// The pages of a site by what kind they are, which their addresses tell.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pagesIn } from './sites.mjs';

// In this order: what fits two kinds is of the first.
const kinds = {
  home: /^index\.html$/,
  archive: /^periodes\/index\.html$/,
  period: /^periodes\/[^/]+\/index\.html$/,
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
  glossary: /^begrippen\.html$/,
  landscape: /^doelgroepen-en-partijen\.html$/,
  document: /^raadsvoorstel[^/]*\.html$/,
  'not found': /^404\.html$/,
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
    if (kind === undefined) throw new Error(`${page} is of no kind that page_kinds.mjs knows`);
    byKind[kind].push(page);
  }
  return byKind;
}

// Of each kind the page with the most to show and the one with the least, which has to tell what there is not.
export function pagesOfEachKind(folder) {
  const sizeOf = (page) => statSync(join(folder, page)).size;
  const bySize = Object.values(pagesByKind(folder)).map((pages) => [...pages].sort((a, b) => sizeOf(b) - sizeOf(a)));
  return [...new Set(bySize.flatMap((pages) => [pages.at(0), pages.at(-1)]))].filter((page) => page !== undefined).sort();
}
