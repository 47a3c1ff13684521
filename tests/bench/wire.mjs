// What a reader's browser asks for from a page that is opened with a query, for the first time: bytes and rounds.
import { serve } from '../search/server.mjs';

// So far away is the server, in milliseconds: what is asked for together can be told from what waited for an answer.
const distance = 100;

// A tall window, so that ten results are in view, with all that is loaded when it comes into view.
export const window = { width: 1280, height: 5000 };

// The longest chain of requests of which each began after the one before it had been answered.
export function roundsOf(requests) {
  const sorted = [...requests].sort((a, b) => a.began - b.began);
  for (const request of sorted) {
    const before = sorted.filter(({ ended }) => ended !== null && ended <= request.began);
    request.round = 1 + Math.max(0, ...before.map(({ round }) => round ?? 0));
  }
  return Math.max(0, ...sorted.map(({ round }) => round));
}

// Waits until nothing was on its way for a while.
async function quiet(requests) {
  for (let still = 0; still < 10;) {
    await new Promise((fulfil) => setTimeout(fulfil, 100));
    still = requests.every(({ ended }) => ended !== null) ? still + 1 : 0;
  }
}

// { bytes, rounds, chain: [[path, …] …], shown, parts: { page, script, index } } of the page at `path` of `mounts`, opened by a browser that
// has nothing of it yet. `results`: a selector of the results shown; `counts(path)`: whether a file is of the search.
// Stylesheets that the whole site has are for the caller to leave out; the page and its stylesheets make no round.
export async function openCold(browser, mounts, path, { results, counts, policy }) {
  const server = await serve(mounts, { delay: distance, policy });
  const context = await browser.newContext({ viewport: window });
  const tab = await context.newPage();
  const requests = [];
  const began = new Map();
  tab.on('request', (request) => {
    const noted = { path: decodeURIComponent(new URL(request.url()).pathname), kind: request.resourceType(), began: performance.now(), ended: null };
    began.set(request, noted);
    requests.push(noted);
  });
  const end = (request) => (began.get(request).ended = performance.now());
  tab.on('requestfinished', end);
  tab.on('requestfailed', end);
  try {
    await tab.goto(server.address + path);
    await tab.waitForSelector(results, { timeout: 60_000 });
    await quiet(requests);
    const isRound = ({ path, kind }) => counts(path) && kind !== 'document' && kind !== 'stylesheet';
    const sum = (passes) => server.answers.filter(({ path }) => counts(path) && passes(path)).reduce((all, { bytes }) => all + bytes, 0);
    const chained = requests.filter(isRound);
    const rounds = roundsOf(chained);
    const isPage = (path) => /\.(html|css)$/.test(path);
    const isScript = (path) => /\.(js|wasm|pagefind)$/.test(path);
    return {
      bytes: sum(() => true),
      rounds,
      chain: Array.from({ length: rounds }, (_, i) => chained.filter(({ round }) => round === i + 1).map(({ path }) => path)),
      shown: await tab.locator(results).count(),
      parts: { page: sum(isPage), script: sum(isScript), index: sum((path) => !isPage(path) && !isScript(path)) },
    };
  } finally {
    await context.close();
    await server.close();
  }
}
