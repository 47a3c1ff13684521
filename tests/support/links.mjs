// The links of a built site, and how far they lead.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { elementsOf } from './html.mjs';
import { filesIn, pagesIn } from './sites.mjs';

const addressNames = ['href', 'src', 'srcset', 'xlink:href', 'action', 'data'];

export const isOfTheWeb = ({ address }) => /^(https?:|mailto:|tel:)/.test(address);

// { file, fragment } of a link inside the site.
export function targetOf({ page, address }) {
  const [path, fragment] = address.split('#');
  const from = path.startsWith('/') ? '/' : `/${posix.dirname(page)}/`;
  const file = path === '' ? page : posix.join(from, decodeURIComponent(path)).slice(1);
  return { file, fragment: fragment === undefined ? undefined : decodeURIComponent(fragment) };
}

// What a built site consists of: its files, its pages, the elements of each page, and every address that one names, as
// links: [{ page, tag, name, address, rel, line, element }]; `inside`: those that lead to the site itself.
export function linkedSite(folder) {
  const pages = pagesIn(folder);
  const elements = new Map(pages.map((page) => [page, elementsOf(readFileSync(join(folder, page), 'utf8'))]));
  const links = pages.flatMap((page) => elements.get(page).flatMap((element) => {
    const { tag, attributes, line } = element;
    return addressNames.filter((name) => name in attributes).map((name) => {
      return { page, tag, name, address: attributes[name], rel: attributes.rel, line, element };
    });
  }));
  return { folder, files: filesIn(folder), pages, elements, links, inside: links.filter((link) => !isOfTheWeb(link)) };
}

// How many clicks each file of a site is away from a page: Map of file to number.
export function clicksFrom(start, { inside }) {
  const targets = new Map();
  for (const link of inside.filter(({ tag }) => tag === 'a')) {
    targets.set(link.page, [...(targets.get(link.page) ?? []), targetOf(link).file]);
  }
  const clicks = new Map([[start, 0]]);
  for (const page of clicks.keys()) {
    for (const file of targets.get(page) ?? []) if (!clicks.has(file)) clicks.set(file, clicks.get(page) + 1);
  }
  return clicks;
}
