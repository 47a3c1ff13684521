// A page knows of which version of the site it is (data-site) or, when it is the list of faults, of which state
// (data-state). The newest event tells what holds now.
(() => {
  const own = document.currentScript.dataset;
  const folder = new URL('.', document.currentScript.src);
  const listAddress = new URL('faults', folder).href;

  // ---- the same place after a refresh: how far it was scrolled, and what was unfolded
  const key = 'stoplicht-place';
  const folds = () => [...document.querySelectorAll('details')];
  const refresh = () => {
    const place = { page: location.href, x: scrollX, y: scrollY, open: folds().map((each) => each.open) };
    try {
      sessionStorage.setItem(key, JSON.stringify(place));
    } catch {
      // A browser that keeps nothing still scrolls back by itself.
    }
    location.reload();
  };
  const restore = () => {
    let place = null;
    try {
      place = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch {
      return;
    }
    if (place === null || place.page !== location.href) return;
    const all = folds();
    if (all.length === place.open.length) all.forEach((each, at) => (each.open = place.open[at]));
    const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
    scroll();
    // Only with the page's own letters is every line as high as it was.
    addEventListener('load', () => document.fonts.ready.then(scroll), { once: true });
  };
  restore();

  // ---- the rehearsal: a button that copies the name of a file
  const addCopyButtons = () => {
    if (own.copy === undefined || navigator.clipboard === undefined) return;
    for (const each of document.querySelectorAll('[data-file]')) {
      const button = make('button', { type: 'button', className: 'stoplicht-copy' });
      const say = (text) => {
        button.textContent = text;
        button.setAttribute('aria-label', `${text}: ${each.dataset.file}`);
      };
      say(own.copy);
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(each.dataset.file);
        say(own.copied);
      });
      each.after(' ', button);
    }
  };

  // ---- faults over the page
  let host = null;
  let dialog = null;
  let bar = null;
  let shownState = '';
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  addCopyButtons();
  const prepare = () => {
    if (host !== null) return;
    const style = make('link', { rel: 'stylesheet', href: new URL('preview.css', folder).href });
    bar = make('a', { className: 'bar', href: listAddress, hidden: true });
    bar.addEventListener('click', (event) => {
      event.preventDefault();
      showList();
    });
    dialog = make('dialog', { className: 'over' });
    dialog.setAttribute('aria-labelledby', 'stoplicht-title');
    host = make('stoplicht-preview', {});
    host.attachShadow({ mode: 'open' }).append(style, make('div', { role: 'status' }, bar), dialog);
    document.body.append(host);
  };
  const showList = async () => {
    const answer = await fetch(listAddress, { cache: 'no-store' });
    const list = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (list.body.dataset.state !== shownState) return; // Another one is on its way.
    const close = make('button', { type: 'button', textContent: list.body.dataset.close });
    close.addEventListener('click', () => dialog.close());
    const { scrollTop } = dialog;
    dialog.lang = list.documentElement.lang;
    dialog.replaceChildren(close, make('div', { className: 'content' }, ...list.querySelector('main').childNodes));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = scrollTop;
  };

  // ---- what holds now
  const take = (state) => {
    if (own.state !== undefined) {
      if (own.state !== state.state) refresh();
      return;
    }
    if (own.site !== state.site) {
      refresh();
      return;
    }
    if (state.state === shownState) return;
    shownState = state.state;
    if (state.bar === '' && host === null) return;
    prepare();
    bar.textContent = state.bar;
    bar.hidden = state.bar === '';
    bar.classList.toggle('has-errors', state.errors > 0);
    if (state.errors > 0) showList();
    else if (dialog.open) dialog.close();
  };
  const hear = (text) => take(JSON.parse(text));

  // One stream for all tabs: a browser has few connections to one server, and each open stream takes one for good.
  let ask = () => {};
  if ('SharedWorker' in window) {
    const { port } = new SharedWorker(new URL('worker.js', folder));
    port.onmessage = ({ data }) => hear(data);
    ask = () => port.postMessage('ask');
    addEventListener('pagehide', () => port.postMessage('leave'));
  } else {
    let stream = null;
    ask = () => {
      stream?.close();
      stream = document.hidden ? null : new EventSource(new URL('events', folder));
      if (stream !== null) stream.onmessage = ({ data }) => hear(data);
    };
    document.addEventListener('visibilitychange', ask);
    ask();
  }
  // A page that comes back as it was left may have missed something.
  addEventListener('pageshow', ({ persisted }) => persisted && ask());
})();
