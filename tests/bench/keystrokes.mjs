// How long it takes from a letter that is typed until other results stand on the page, by the browser's own clock.
import { serve } from '../search/server.mjs';
import { percentile } from './measure.mjs';
import { window } from './wire.mjs';

// Runs in the page: notes when a letter came and when what is listed became another. `listed`: a selector of the links
// of the results. A list that is written anew counts, even if the same pages stand in it.
function watch({ field, listed }) {
  const list = () => [...document.querySelectorAll(listed)];
  const state = { came: null, changed: null, links: list() };
  const isOther = (links) => links.length !== state.links.length || links.some((link, i) => link !== state.links[i]);
  document.querySelector(field).addEventListener('input', () => {
    Object.assign(state, { came: performance.now(), changed: null, links: list() });
  }, { capture: true });
  new MutationObserver(() => {
    if (state.came === null || state.changed !== null || !isOther(list())) return;
    state.changed = performance.now();
  }).observe(document.body, { childList: true, subtree: true });
  globalThis.typed = state;
}

// Types each word into the field of the page at `path`, waiting after every letter for what it brings, once without
// measuring, so that all of the index is there that is needed, and once more. { letters, unchanged, median, worst: the
// 95th percentile }, in milliseconds; `unchanged` letters brought no other results within a second and do not count.
export async function typeWords(browser, mounts, path, words, { field, listed, policy }) {
  const server = await serve(mounts, { policy });
  const context = await browser.newContext({ viewport: window });
  const tab = await context.newPage();
  const times = [];
  let unchanged = 0;
  const typeAll = async (note) => {
    for (const word of words) {
      await tab.fill(field, '');
      await tab.waitForTimeout(400);
      await tab.focus(field);
      for (const letter of word) {
        await tab.keyboard.press(letter);
        const took = await tab.waitForFunction(() => globalThis.typed.changed !== null && globalThis.typed.changed - globalThis.typed.came, null,
          { polling: 5, timeout: 1000 }).then((handle) => handle.jsonValue(), () => null);
        note(took);
        // Excerpts may still be on their way; a reader's next letter comes after them, too.
        await tab.waitForTimeout(100);
      }
    }
  };
  try {
    await tab.goto(server.address + path);
    await tab.waitForSelector(field);
    await tab.evaluate(watch, { field, listed });
    await typeAll(() => {});
    await typeAll((took) => took === null ? ++unchanged : times.push(took));
    if (times.length === 0) throw new Error('no letter brought results');
    return { letters: times.length, unchanged, median: percentile(times, 0.5), worst: percentile(times, 0.95) };
  } finally {
    await context.close();
    await server.close();
  }
}
