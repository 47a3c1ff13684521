// What was found, as nodes of the page. The forms are those of components/search-results.

const resultsAtATime = 10;

const drawPieces = (pieces) => pieces.map(({ text, mark }) => (mark ? make('mark', {}, text) : text));

const drawLink = (page, fragment, ...children) =>
  make('a', { class: 'nl-link', href: searchRoot.dataset.root + page.address + (fragment && `#${fragment}`) }, ...children);

const joined = (...words) => words.filter(Boolean).join(' · ');

// The parts of one result, its page being there.
function drawPage(page, excerpt) {
  const { kind, period, project, title, status, light, superseded } = page;
  const place = make('p', { class: 'sl-results__kind' }, joined(kind, period, project !== title && project, !light && status));
  if (superseded) place.append(' ', make('span', { class: 'sl-results__old' }, superseded));
  const name = make('h3', { class: 'nl-heading nl-heading--level-3' }, drawLink(page, '', ...drawPieces(excerpt.title)));
  const text = make('p', { class: 'sl-results__text' }, ...drawPieces(excerpt.text));
  if (excerpt.heading && excerpt.heading !== title) text.prepend(drawLink(page, excerpt.fragment, excerpt.heading), ': ');
  return [place, name, ...(light ? [make('p', { class: 'sl-light' }, drawSign(page), status)] : []), text];
}

// One of the other pages of a group: what tells it from the first is the text of the link.
function drawOther(page, first) {
  if (page.title === first.title) return make('li', {}, drawLink(page, '', joined(page.period || page.kind, page.superseded)));
  const place = make('span', { class: 'sl-sub' }, joined(page.kind, page.period, page.superseded));
  return make('li', {}, drawLink(page, '', page.title), ' ', place);
}

const drawFailure = (node) => node.replaceChildren(make('p', {}, say('failed_result')));

// The pages behind a result are fetched when a reader asks for them.
function drawOthers(index, first, docs) {
  let isThere = false;
  const list = make('ul', { class: 'sl-inline' });
  const fold = make('details', { class: 'sl-fold sl-results__others' }, make('summary', {}, say('others', { n: docs.length })), list);
  fold.addEventListener('toggle', async () => {
    if (isThere || !fold.open) return;
    try {
      const pages = await Promise.all(docs.map((doc) => index.page(doc)));
      list.replaceChildren(...pages.map((page) => drawOther(page, first)));
      isThere = true;
    } catch {
      // Closing and opening it asks again.
      list.replaceChildren(make('li', {}));
      drawFailure(list.firstChild);
    }
  });
  return fold;
}

// Fills an item of the list when its page is there; whether that went well.
async function drawResult(item, index, [doc, ...others], found) {
  try {
    const page = await index.page(doc);
    item.append(...drawPage(page, index.excerpt(page, found)));
    if (others.length > 0) item.append(drawOthers(index, page, others));
    return true;
  } catch {
    drawFailure(item);
    return false;
  }
}

// Puts the next results below those that are in the list; for each a promise of what drawResult gives.
function addResults(list, index, found) {
  const { length } = list.children;
  return found.groups.slice(length, length + resultsAtATime).map(({ docs }) =>
    drawResult(list.appendChild(make('li', {})), index, docs, found));
}

// What has to be known of how these results came about.
function drawNotes({ text, terms, corrected, partial, whole, missing, skipped, unverified, filters }) {
  const quoted = (words) => ({ text: words.map((word) => `‘${word}’`).join(', ') });
  const notes = [];
  if (corrected.length > 0) {
    const exact = make('a', { class: 'nl-link', href: addressOf({ ...asked, exact: true }) },
      say('exactly', quoted(corrected.map(({ typed }) => typed))));
    exact.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask({ exact: true });
      field.focus();
    });
    const meant = make('strong', {}, corrected.map((each) => each.meant).join(' '));
    notes.push([say('did_you_mean'), ' ', meant, '? ', say('searched_so'), ' ', exact]);
  }
  if (partial) notes.push([whole > 0 ? say('partial_some', { n: whole }) : say('partial')]);
  if (missing.length > 0) notes.push([say('missing', quoted(missing))]);
  if (skipped.length > 0) notes.push([say('skipped', quoted(skipped))]);
  if (unverified > 0) notes.push([say('unverified', { n: unverified })]);
  if (text.trim() && terms.length + missing.length === 0 && Object.keys(filters).length === 0) notes.push([say('no_words')]);
  return notes.map((note) => make('p', {}, ...note));
}
