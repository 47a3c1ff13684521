#include "serve/preview_files.h"

namespace stoplicht {

// A page knows of which version of the site it is (data-site) or, when it is the list of faults, of which state
// (data-state). The newest event tells what holds now.
const std::string_view preview_script = R"js((() => {
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
    addEventListener('load', scroll, { once: true });
  };
  restore();

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
)js";

const std::string_view preview_worker = R"js(const ports = new Set();
let newest = null;

onconnect = ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = ({ data }) => {
    if (data === 'leave') {
      ports.delete(port);
      return;
    }
    ports.add(port);
    if (newest !== null) port.postMessage(newest);
  };
  if (newest !== null) port.postMessage(newest);
};

const listen = () => {
  const stream = new EventSource('events');
  stream.onmessage = ({ data }) => {
    newest = data;
    ports.forEach((port) => port.postMessage(data));
  };
  // Some browsers give up a server that is not there for a moment.
  stream.onerror = () => stream.readyState === EventSource.CLOSED && setTimeout(listen, 1000);
};
listen();
)js";

const std::string_view preview_stylesheet = R"css(:host {
  all: initial;
}

.stoplicht-faults,
.stoplicht-draft,
.bar,
.over {
  font: 1rem/1.5 system-ui, sans-serif;
  color: #1b1b1b;
  text-align: start;
}

body.stoplicht-faults {
  margin: 0;
  background: #fff;
}

.over {
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  max-width: none;
  max-height: none;
  margin: 0;
  padding: 0;
  border: 0;
  background: #fff;
  overflow: auto;
}

.stoplicht-faults > main,
.content {
  box-sizing: border-box;
  max-width: 60rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 4rem;
}

.over > button {
  position: sticky;
  inset-block-start: 0;
  float: inline-end;
  margin: 1rem;
  padding: 0.5rem 1rem;
  border: 2px solid #1b1b1b;
  border-radius: 4px;
  background: #fff;
  color: #1b1b1b;
  font: inherit;
  cursor: pointer;
}

:is(.over, .stoplicht-faults) :is(a, button):focus-visible,
.bar:focus-visible {
  outline: 3px solid currentcolor;
  outline-offset: 2px;
}

h1 {
  margin: 0 0 1rem;
  font-size: 1.6rem;
  line-height: 1.25;
}

.list {
  margin: 2rem 0;
  padding: 0;
  list-style: none;
}

.list > li {
  margin: 0 0 1.5rem;
  padding: 0.75rem 1rem;
  border: 1px solid #d6d6d6;
  border-inline-start: 6px solid #b00020;
  border-radius: 4px;
}

.list > li.warning {
  border-inline-start-color: #8a5a00;
}

.list :is(h2, p) {
  margin: 0 0 0.5rem;
  font-size: 1rem;
}

.list h2 {
  overflow-wrap: anywhere;
}

.list p:last-child {
  margin-block-end: 0;
}

.list code,
.list pre {
  font-family: ui-monospace, "Noto Sans Mono", monospace;
  font-size: 0.9375rem;
}

.list pre {
  margin: 0 0 0.5rem;
  padding: 0.5rem;
  background: #f3f3f3;
  overflow-x: auto;
  tab-size: 1;
}

.id {
  color: #555;
}

.bar {
  position: fixed;
  inset-block-end: 0.75rem;
  inset-inline-end: 0.75rem;
  z-index: 2147483647;
  padding: 0.5rem 0.75rem;
  border: 2px solid #8a5a00;
  border-radius: 4px;
  background: #fff4d6;
  color: #1b1b1b;
}

.bar.has-errors {
  border-color: #b00020;
  background: #ffe9e9;
}

.bar[hidden] {
  display: none;
}

.stoplicht-draft {
  margin: 0;
  padding: 0.5rem 1rem;
  border-block-end: 2px dashed #8a5a00;
  background: #fff4d6;
}

@media print {
  stoplicht-preview,
  .bar {
    display: none;
  }
}

@media (prefers-color-scheme: dark) {
  .stoplicht-faults,
  .over {
    color: #f1f1f1;
  }

  body.stoplicht-faults,
  .over,
  .over > button {
    background: #1b1b1b;
  }

  .over > button {
    border-color: #f1f1f1;
    color: #f1f1f1;
  }

  .list pre {
    background: #2b2b2b;
  }

  .id {
    color: #bbb;
  }
}
)css";

}  // namespace stoplicht
