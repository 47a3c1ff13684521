// One Chromium for the tests of a file, and a built site as its pages show it.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { policyOfReadme, types } from '../search/server.mjs';

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

// A web server for a folder, as strict as it may be: { address, faults, asked }. What stands in `faults` goes wrong from
// then on: [{ path: /a pattern/, delay: milliseconds, status: 503, change: (bytes) => bytes }]. `asked`: the paths so far.
export async function serveStrictly(folder) {
  const site = { faults: [], asked: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, decodeURIComponent(pathname));
    const fault = site.faults.find(({ path }) => path.test(pathname)) ?? {};
    site.asked.push(pathname);
    if (fault.delay) await new Promise((fulfil) => setTimeout(fulfil, fault.delay));
    const isThere = existsSync(file) && extname(file) !== '';
    const status = fault.status ?? (isThere ? 200 : 404);
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policyOfReadme, 'Cache-Control': 'no-cache' });
    const bytes = status === 200 ? readFileSync(file) : Buffer.alloc(0);
    response.end(fault.change ? fault.change(bytes) : bytes);
  });
  server.unref();
  server.on('connection', (socket) => socket.unref());
  await new Promise((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  site.address = `http://127.0.0.1:${server.address().port}/`;
  return site;
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
