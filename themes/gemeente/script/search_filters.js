// Filters: boxes to tick within a fold, and those that are ticked as buttons that drop them. What is ticked stands in the
// address of the page, and so in `asked.filters`: { kind: ['letter'], … }; boxes and buttons follow it.

const filterNames = ['kind', 'period', 'programme', 'category', 'project', 'status', 'council'];
// A longer list is folded from here on.
const shownValues = 8;

const chosen = find('.sl-chosen');
const fold = find('.sl-filters');
const [foldSummary, foldContent] = fold.children;
const filterLabels = new Map();
let filterBoxes = [];
let [drawnValues, drawnChosen] = ['', ''];

const chosenFilters = () => filterNames.flatMap((name) => (asked.filters[name] ?? []).map((id) => [name, id]));

// `asked.filters` with a value ticked or not.
function withFilter(name, id, isTicked) {
  const { [name]: ids = [], ...others } = asked.filters;
  const left = ids.filter((each) => each !== id).concat(isTicked ? id : []);
  return left.length > 0 ? { ...others, [name]: left } : others;
}

function drawBox(name, { id, label, light, shape }) {
  const input = make('input', { type: 'checkbox', name, value: id });
  input.addEventListener('change', () => ask({ filters: withFilter(name, id, input.checked) }));
  const count = make('span', { class: 'sl-check__count' });
  const box = make('label', { class: 'sl-check' }, input, ...(light ? [drawSign({ light, shape })] : []), make('span', {}, label), count);
  filterBoxes.push({ box, input, count, name, id });
  return box;
}

function drawFieldset({ name, values }) {
  const all = values.map((value) => drawBox(name, value));
  const rest = values.length > shownValues + 2 ? all.splice(shownValues) : [];
  const fieldset = make('fieldset', { class: 'sl-filter' }, make('legend', {}, say(`filter_${name}`)), ...all);
  if (rest.length > 0) {
    const isNeeded = values.slice(shownValues).some(({ id }) => asked.filters[name]?.includes(id));
    fieldset.append(make('details', { class: 'sl-fold', open: isNeeded && 'open' },
      make('summary', {}, say('more_values', { n: rest.length })), ...rest));
  }
  return fieldset;
}

// A button that drops filters; after it is gone the next one has the focus, or else the fold.
function drawDrop(text, type, filters, ...before) {
  const button = makeButton(text, type, () => {
    ask({ filters: filters() });
    (chosen.querySelector('button') ?? foldSummary).focus();
  });
  button.prepend(...before);
  return make('li', {}, button);
}

// What is ticked, once the names of it are known.
function showChosen() {
  const all = chosenFilters().map(([name, id]) => [name, id, filterLabels.get(`${name} ${id}`) ?? id]);
  for (const { input, name, id } of filterBoxes) input.checked = asked.filters[name]?.includes(id) ?? false;
  const told = JSON.stringify(all);
  if (told === drawnChosen) return;
  drawnChosen = told;
  const drops = all.map(([name, id, label]) =>
    drawDrop(label, 'sl-chip', () => withFilter(name, id, false), make('span', { class: 'sl-vh' }, `${say('drop_filter')} `)));
  if (all.length > 0) drops.push(drawDrop(say('clear_filters'), 'sl-chosen__all', () => ({})));
  chosen.replaceChildren(...drops);
}

// Boxes stay what they are as long as there is the same to choose from, so that the focus stays where it was.
function showFacets(all) {
  const facets = all.filter(({ name, values }) => values.length > 1 || asked.filters[name]);
  const told = JSON.stringify(facets.map(({ name, values }) => [name, values.map(({ id }) => id)]));
  if (told !== drawnValues) {
    drawnValues = told;
    filterBoxes = [];
    foldContent.replaceChildren(...facets.map(drawFieldset));
  }
  const counts = new Map();
  for (const { name, values } of facets) {
    for (const { id, label, count } of values) {
      filterLabels.set(`${name} ${id}`, label);
      counts.set(`${name} ${id}`, count);
    }
  }
  for (const { box, count, name, id } of filterBoxes) {
    const number = counts.get(`${name} ${id}`);
    count.textContent = inWords(number);
    box.classList.toggle('sl-check--none', number === 0);
  }
  showChosen();
}

// They are fetched once they are of use: open, or ticked.
async function showFilters(index, found, isStale) {
  const isAsked = chosenFilters().length > 0;
  if (!isAsked || filterLabels.size > 0) showChosen();
  if (!fold.open && !isAsked) return;
  try {
    const facets = await index.facets(found);
    if (!isStale()) showFacets(facets);
  } catch {
    if (isStale()) return;
    drawnValues = '';
    showChosen();
    foldContent.replaceChildren(make('p', {}, say('failed_filters')));
  }
}
