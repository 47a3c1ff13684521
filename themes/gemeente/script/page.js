// On every page: the key / goes to the field that searches, unless the reader has turned that off on the search page.
addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (target.isContentEditable || target.closest?.('input:not([type=checkbox]), textarea, select')) return;
  try {
    if (localStorage.getItem('slash') === 'off') return;
  } catch {
    // A browser that keeps nothing has not been told to leave the key alone.
  }
  const menu = document.querySelector('.sl-menu');
  const fields = [...document.querySelectorAll('[type=search]')];
  const field = fields.find((each) => !menu?.contains(each) && each.getClientRects().length > 0) ?? fields.at(-1);
  if (!field) return;
  event.preventDefault();
  if (menu?.contains(field)) menu.open = true;
  field.focus();
  field.select();
});

// Who goes to the field in the header is about to search: the page that does, its script and the root of the index are
// asked for while the words are typed, so that only what is about these words is left to fetch.
const searching = new Set();
addEventListener('focusin', async ({ target }) => {
  const form = target.closest?.('form[role=search]');
  if (!form || location.protocol === 'file:' || location.href.startsWith(form.action) || searching.has(form.action)) return;
  searching.add(form.action);
  try {
    const answer = await fetch(form.action);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const each of page.querySelectorAll('script[src], [data-index]')) {
      const { href } = new URL(each.getAttribute('src') ?? each.dataset.index, form.action);
      if ([...document.scripts].some(({ src }) => src === href)) continue;
      document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href }));
    }
  } catch {
    // The page that searches tells what is wrong.
  }
});
