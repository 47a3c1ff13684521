// One Chromium for the tests of a file, and a built site as its pages show it.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
after(() => browser.close());

// As many at a time as keep both processors of a small machine busy.
const atATime = 2;
export const wide = { width: 1280, height: 800 };
export const narrow = { width: 320, height: 640 };

// The page for a wrong address names its files from the root, as it has to: it needs a web server.
function serve(folder) {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url, 'http://localhost').pathname);
    const isThere = existsSync(file) && /\.\w+$/.test(file);
    const type = file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
    response.writeHead(isThere ? 200 : 404, { 'Content-Type': type });
    createReadStream(isThere ? file : join(folder, '404.html')).pipe(response);
  });
  // It serves as long as there is a test, and keeps none from ending.
  server.unref();
  server.on('connection', (socket) => socket.unref());
  return new Promise((fulfil) => {
    server.listen(0, '127.0.0.1', () => fulfil(`http://127.0.0.1:${server.address().port}/`));
  });
}

const servers = new Map();
async function addressOf(folder, page) {
  if (page !== '404.html') return pathToFileURL(join(folder, page)).href;
  if (!servers.has(folder)) servers.set(folder, serve(folder));
  return `${await servers.get(folder)}geen/map/en/geen/pagina.html`;
}

// A tab of its own: `tab.show(page)` opens a page of the built site in `folder`. `script`: one to run in every page;
// `watch(tab)` is called before the first page; `media`: 'print' for how it looks on paper.
export async function openTab(folder, { script, watch, media, ...options } = {}) {
  const context = await browser.newContext({ viewport: wide, ...options });
  if (script !== undefined) await context.addInitScript({ path: script });
  const tab = await context.newPage();
  watch?.(tab);
  if (media !== undefined) await tab.emulateMedia({ media });
  tab.show = async (page) => tab.goto(await addressOf(folder, page));
  tab.openDetails = () => tab.$$eval('details', (all) => all.forEach((each) => (each.open = true)));
  tab.closeAll = () => context.close();
  return tab;
}

// Calls `work(tab, page)` for every page; gives what it returned, as [{ page, … }] in the order of `pages`.
export async function visit(folder, pages, work, options) {
  const found = [];
  let next = 0;
  const visitNext = async () => {
    const tab = await openTab(folder, options);
    while (next < pages.length) {
      const index = next++;
      await tab.show(pages[index]);
      found[index] = { page: pages[index], ...(await work(tab, pages[index])) };
    }
    await tab.closeAll();
  };
  await Promise.all(Array.from({ length: atATime }, visitNext));
  return found;
}
