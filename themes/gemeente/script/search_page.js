// The page that searches. What is asked stands in the address, so that it can be shared and the browser's buttons work;
// this reads it from there, asks the index (query.js), and shows what comes. An answer that comes after a later question
// is dropped.

// While somebody types one question is asked at a time, and the next one when that is answered or takes longer than this.
const patience = 150;
const untilSlow = 400;
// Results are shown when their pages are there, or after this time.
const forPages = 250;
// A screen reader is told how it ended when nothing has changed for so long: somebody who types is not interrupted.
const untilTold = 150;
const untilTyped = 900;

const heading = find('.sl-found h2');
const notes = find('.sl-found__notes');
const none = find('.sl-found__none');
const more = find('.sl-found__more');
const registers = searchRoot.lastElementChild;
const message = find('.sl-search__message');
const documentTitle = document.title;
let list = find('.sl-results');

// ---- the address ------------------------------------------------------------------------------------------

function addressOf({ text, exact, filters }) {
  const parameters = new URLSearchParams(text.trim() && { q: text });
  for (const name of filterNames) for (const id of filters[name] ?? []) parameters.append(name, id);
  if (exact) parameters.set('exact', 1);
  return parameters.toString() ? `?${parameters}` : location.pathname;
}

let address;
let isDraft = false;

function askedBy(query) {
  const parameters = new URLSearchParams(query);
  const read = { text: parameters.get('q') ?? '', exact: parameters.has('exact'), filters: {} };
  for (const name of filterNames) {
    const ids = new Set(parameters.getAll(name).filter(Boolean));
    if (ids.size > 0) read.filters[name] = [...ids];
  }
  return read;
}

function readAddress() {
  const read = askedBy(location.search);
  if (addressOf(read) === address) return;
  asked = read;
  address = addressOf(asked);
  isDraft = false;
  field.value = asked.text;
  search();
}

// While somebody types, one entry of the browser's history follows; whatever is decided gets one of its own.
function remember(typing) {
  const now = addressOf(asked);
  const method = typing && isDraft ? 'replaceState' : 'pushState';
  isDraft = typing;
  if (now === address) return;
  address = now;
  try {
    history[method](null, '', now);
  } catch {
    // Some browsers refuse it for a file, and others after too many in a short time: searching goes on, and what comes
    // back from the address later is not taken for a new question.
    address = addressOf(askedBy(location.search));
  }
}

// ---- what is on the page ----------------------------------------------------------------------------------

let spoken;

function announce(text, delay = untilTold) {
  clearTimeout(spoken);
  spoken = setTimeout(() => (find('[role=status]').textContent = text), delay);
}

// A line in place of results, or above the earlier ones; '' for none.
function showMessage(text, canRetry = false) {
  message.hidden = !text;
  message.firstChild.textContent = text;
  message.lastChild.hidden = !canRetry;
}

async function showFound(index, found, typing, isStale) {
  const { groups, total, text } = found;
  const next = make('ol', { class: 'sl-results', role: groups.length > 0 && 'list' });
  const tellFailures = (results) => Promise.all(results)
    .then((all) => all.every(Boolean) || isStale() || showMessage(say('failed_some'), true));
  const drawn = addResults(next, index, found);
  await Promise.race([Promise.all(drawn), new Promise((fulfil) => setTimeout(fulfil, forPages))]);
  if (isStale()) return;
  list.replaceWith(next);
  list = next;
  heading.textContent = total > 0 ? say(found.approximate ? 'results_about' : 'results', { n: total }) : say('results_none');
  heading.nextElementSibling.textContent = text.trim() && say('results_for', { text: text.length > 80 ? `${text.slice(0, 80)}…` : text });
  notes.replaceChildren(...drawNotes(found));
  none.hidden = groups.length > 0;
  none.firstChild.hidden = chosenFilters().length === 0;
  more.hidden = groups.length <= resultsAtATime;
  more.onclick = async () => {
    const first = next.children.length;
    const added = addResults(next, index, found);
    tellFailures(added);
    more.hidden = groups.length <= next.children.length;
    await added[0];
    if (!isStale()) next.children[first].querySelector('a')?.focus();
  };
  section.hidden = false;
  showMessage('');
  announce([heading, heading.nextElementSibling, ...notes.children].map((each) => each.textContent).join(' '), typing ? untilTyped : untilTold);
  tellFailures(drawn);
}

// ---- asking -----------------------------------------------------------------------------------------------

let opened;
let turn = 0;
let filtersOfLast;

async function search(typing = false) {
  const own = ++turn;
  const isStale = () => own !== turn;
  const slow = setTimeout(() => {
    if (isStale()) return;
    registers.hidden = false;
    showMessage(say('loading'));
    announce(say('loading'));
  }, untilSlow);
  document.title = asked.text.trim() ? `${asked.text.trim().slice(0, 80)} – ${documentTitle}` : documentTitle;
  try {
    opened ??= openIndex(searchRoot.dataset.index);
    const index = await opened;
    const found = await index.search(asked.text, { filters: asked.filters, typing, exact: asked.exact });
    if (isStale()) return;
    filtersOfLast = () => showFilters(index, found, isStale);
    // Of a letter or two nothing can be said yet.
    const isBeginning = typing && found.total === 0 && /(^|\s)\S{1,2}$/.test(asked.text);
    if (!isBeginning && (asked.text.trim() || !found.empty)) {
      filtersOfLast();
      await showFound(index, found, typing, isStale);
    } else {
      section.hidden = true;
      showMessage('');
      announce('');
    }
  } catch {
    if (isStale()) return;
    // What failed is tried again from the start. A browser does not let a page that was opened from a folder read the
    // files beside it.
    opened = undefined;
    section.hidden = true;
    const isFolder = location.protocol === 'file:';
    showMessage(say(isFolder ? 'failed_folder' : 'failed'), !isFolder);
    announce(message.firstChild.textContent);
  } finally {
    clearTimeout(slow);
    if (!isStale()) registers.hidden = false;
  }
}

// Asks for something else than before: { text }, { filters }, { exact }.
function ask(change, typing = false) {
  asked = { ...asked, ...change };
  remember(typing);
  showChosen();
  return search(typing);
}

// Asks for what stands in the field, if that is something else; nothing otherwise.
function askField(typing = false) {
  if (field.value.trim() !== asked.text.trim()) return ask({ text: field.value, exact: false }, typing);
}

let isAsking = false;

async function askWhileTyping() {
  if (isAsking) return;
  isAsking = true;
  for (let answer = askField(true); answer; answer = askField(true))
    await Promise.race([answer, new Promise((fulfil) => setTimeout(fulfil, patience))]);
  isAsking = false;
}

// Up and down lead along the field, the results and the button below them; Escape leads back, or empties the field.
function followKey(event) {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const stops = [field, ...(section.hidden ? [] : section.querySelectorAll('h3 a, .sl-found__more:not([hidden])'))];
  const at = stops.indexOf(target);
  const next = { Escape: field, ArrowDown: stops[at + 1], ArrowUp: stops[at - 1] }[key];
  if (!next || (at < 0 && !(key === 'Escape' && section.contains(target)))) return;
  event.preventDefault();
  if (key === 'Escape' && at === 0) {
    field.value = '';
    askField();
  }
  next.focus();
}

function startSearching() {
  find('.sl-search__unscripted').remove();
  const tips = find('.sl-search__tips');
  tips.hidden = false;
  try {
    // Whether the key / is taken, which page.js looks at. A browser that keeps nothing cannot keep this either.
    const slash = tips.querySelector('input');
    slash.checked = localStorage.getItem('slash') !== 'off';
    slash.addEventListener('change', () => localStorage.setItem('slash', slash.checked ? 'on' : 'off'));
    slash.parentNode.hidden = false;
  } catch {
    tips.querySelector('label').remove();
  }

  field.addEventListener('input', () => {
    // What was found before is not told any more while somebody types on.
    clearTimeout(spoken);
    askWhileTyping();
  });
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    // An answer that failed is asked for again.
    if (!askField()) search();
    isDraft = false;
    // A telephone's keyboard lies over the results.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
  });
  fold.addEventListener('toggle', () => filtersOfLast?.());
  fold.lastChild.addEventListener('click', () => {
    fold.open = false;
    foldSummary.focus();
  });
  none.firstChild.addEventListener('click', () => {
    ask({ filters: {} });
    field.focus();
  });
  message.lastChild.addEventListener('click', () => {
    // The button goes away.
    field.focus();
    search();
  });
  searchRoot.addEventListener('keydown', followKey);
  addEventListener('popstate', readAddress);
  readAddress();
  // What stands below the results does not jump when they come.
  registers.hidden = asked.text !== '';
}

queueMicrotask(startSearching);
