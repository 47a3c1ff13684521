// What was asked for, and which pages have it, best first.

const longestQuery = 400;
const mostWords = 12;
// With fewer pages that have every word, pages that have some of the words follow.
const tooFew = 4;
// A phrase is looked for in the texts of the best pages: each is a file.
const mostVerified = 100;
// How much less a group counts with each year of its age, a page with each newer one before it in its group, and all that
// is old.
const lessEachYear = 0.04;
const lessEachPlace = 0.02;
const leastOfOld = 0.7;
const moreWithAll = 1.1;
const weights = { exact: 1, other: 0.95, begun: 0.4, onlyBegun: 0.8 };

// { words: [{ form, parts, typed, isStop }], phrases: [[form, …]], without: [form], withoutPhrases, isVerified, skipped: [typed] };
// `isVerified`: there are phrases, which only the texts of pages can tell; `skipped`: what is passed over. While somebody types, the word that ends the text may still become another.
function parseQuery(text, stop, typing = false) {
  const query = { words: [], phrases: [], without: [], withoutPhrases: [], skipped: [] };
  const cutText = text.slice(0, longestQuery).replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"');
  for (const { 0: whole, 1: minus, 2: phrase, 3: plain, index } of cutText.matchAll(/((?<![^\s("])[-\u2013\u2212])?(?:"([^"]*)"|([^\s"]+|"))/g)) {
    const words = searchWords(phrase ?? plain);
    const forms = words.map((word) => word.form);
    const isLast = typing && index + whole.length === text.length;
    if (phrase !== undefined && words.length > 0) (minus ? query.withoutPhrases : query.phrases).push(forms);
    words.forEach(({ form, parts, begin, end }, i) => {
      const typed = (phrase ?? plain).slice(begin, end);
      const isStop = stop.has(form) && !(isLast && i === words.length - 1);
      if (minus && phrase === undefined && !isStop && query.without.length < mostWords) query.without.push(form);
      if (minus) return;
      if (!isStop && query.words.length >= mostWords) query.skipped.push(typed);
      else if (!isStop || phrase === undefined) query.words.push({ form, parts, typed, isStop });
    });
  }
  query.isVerified = query.phrases.length + query.withoutPhrases.length > 0;
  return query;
}

// Of scored pages the numbers, best first; one with all of so many terms counts for more than one with some of them. Of
// those that are as good the lower number.
function bestFirst(pages, terms) {
  const valueOf = ({ score, number }) => (number === terms ? moreWithAll : 1) * score;
  return [...pages].sort(([a, x], [b, y]) => valueOf(y) - valueOf(x) || a - b).map(([page]) => page);
}

// A term is what one word of the query may be: { typed, found: [{ entry, forms, weight }] }.
class SearchIndex {
  constructor(files) {
    this.files = files;
  }

  async search(text, { filters = {}, typing = false, exact = false } = {}) {
    const begun = typing && !/\s$/.test(text);
    const query = parseQuery(text, this.files.stop, begun);
    const active = Object.values(filters).some((ids) => ids.length > 0);
    const found = { text, groups: [], total: 0, approximate: false, corrected: [], skipped: query.skipped, missing: [],
      partial: false, whole: 0, unverified: 0, empty: false, filters, query, terms: [] };
    const last = query.words.at(-1);
    const resolved = await Promise.all(query.words.map((word) => (word.isStop ? { typed: word.typed, terms: [], isStop: true }
      : this.resolve(word, { begun: begun && word === last && text.endsWith(word.typed), exact }))));
    await this.joinNeighbours(query.words, resolved);
    for (const { typed, terms, meant, isStop } of resolved) {
      found.terms.push(...terms);
      if (meant) found.corrected.push({ typed, meant });
      if (terms.length === 0) (isStop ? found.skipped : found.missing).push(typed);
    }
    // Filters alone list what they leave; of nothing, or of what may not be there alone, there is nothing to list.
    const isListed = active && found.missing.length === 0;
    found.empty = found.terms.length === 0 && found.missing.length === 0 && !active;
    if (found.terms.length === 0 && !isListed) return found;
    found.scored = await this.collect(found);
    found.approximate = found.terms.some((term) => term.found.some(({ entry }) => !entry.isComplete));
    // Before filters: one that leaves few pages with every word brings none with some of them.
    found.isLoose = found.terms.length > 1 && query.phrases.length === 0 && this.wholeOf(found, found.scored).size < tooFew;
    if (query.isVerified) found.scored = await this.verified(found, active ? await this.filtered(found.scored, filters) : found.scored);
    const pages = active ? await this.filtered(found.scored, filters) : found.scored;
    const shown = this.shownOf(found, pages);
    found.whole = this.wholeOf(found, pages).size;
    found.partial = shown.size > found.whole;
    const ranked = bestFirst(shown, found.terms.length);
    found.total = ranked.length;
    const groups = new Map();
    for (const page of ranked) {
      const group = this.files.groupOf(page);
      if (groups.has(group)) groups.get(group).docs.push(page);
      else groups.set(group, { docs: [page] });
    }
    found.groups = [...groups.values()];
    return found;
  }

  // Of scored pages those that have every word.
  wholeOf(found, pages) {
    return new Map([...pages].filter(([, { number }]) => number === found.terms.length));
  }

  // Pages with every word; where there are too few of these, also those with some of the words.
  shownOf(found, pages) {
    return found.isLoose ? pages : this.wholeOf(found, pages);
  }

  // { typed, terms, meant }: no terms when no page has the word, several when it was taken apart.
  async resolve({ form, parts, typed }, { begun, exact }) {
    const { files } = this;
    const term = (list, weight) => ({ typed, found: list.map((each) => ({ ...each, weight })) });
    const there = await findForm(files, form);
    if (begun && form.length >= 3) {
      const others = (await findBegun(files, form)).filter((each) => each.entry.code !== there?.entry.code);
      const own = there === null ? [] : term([there], weights.exact).found;
      const weight = there === null ? weights.onlyBegun : weights.begun;
      if (own.length + others.length > 0) return { typed, terms: [{ typed, found: [...own, ...term(others, weight).found] }] };
    }
    if (there !== null) return { typed, terms: [term([there], weights.exact)] };
    const other = await findFirst(files, otherForms(form, files.root.language));
    if (other !== null) return { typed, terms: [term([other], weights.other)] };
    // "t20.27"
    const undotted = /[0-9]/.test(form) && form.includes('.') ? await findForm(files, form.replaceAll('.', '')) : null;
    if (undotted !== null) return { typed, terms: [term([undotted], weights.other)] };
    const pieces = parts.length > 1 ? await Promise.all(parts.map((part) => findForm(files, part))) : await findParts(files, form);
    if (pieces !== null && pieces.every((each) => each !== null))
      return { typed, terms: pieces.map((each) => term([each], weights.other)) };
    const longer = form.length >= 3 ? await findBegun(files, form) : [];
    if (longer.length > 0) return { typed, terms: [term(longer, weights.onlyBegun)] };
    const meant = exact ? null : await findMeant(files, form);
    return meant === null ? { typed, terms: [] } : { typed, meant: meant.form, terms: [term([meant], weights.exact)] };
  }

  // "werkgevers dienstverlening" is also looked for as one word, which then counts for both; what each was taken for by
  // itself, because no page has it, no longer does. A number that was typed in pieces ("T 20 27") is nothing but that.
  async joinNeighbours(words, resolved) {
    const windows = words.flatMap((_, i) => [2, 3].filter((size) => i + size <= words.length).map((size) => [i, i + size]));
    const joined = await Promise.all(windows.map(async ([begin, end]) => {
      const forms = words.slice(begin, end).map(({ form }) => form);
      const isNumber = /^[a-z]+[0-9]+$/.test(forms.join(''));
      if (!isNumber && (forms.length > 2 || words.slice(begin, end).some(({ isStop }) => isStop))) return null;
      const whole = await findFirst(this.files, isNumber ? [forms.join('')] : ['', 's', 'en'].map((link) => forms.join(link)));
      return whole && { begin, end, isNumber, whole };
    }));
    // Once all are there: the same words give the same results, whichever file came first.
    for (const { begin, end, isNumber, whole } of joined.filter(Boolean))
      for (const each of resolved.slice(begin, end)) {
        if (each.terms.length === 0 || each.meant || isNumber) each.terms = [{ typed: each.typed, found: [] }];
        each.meant = undefined;
        each.terms[0].found.push({ ...whole, weight: weights.exact });
      }
  }

  // Every page that has some term: page → { score, number of its terms }. Without a term every page there is.
  async collect({ terms, query }) {
    const { pages: count, levels } = this.files.root;
    const scored = new Map();
    const lists = await Promise.all(terms.map(({ found }) => Promise.all(found.map(({ entry }) => this.files.postings(entry)))));
    terms.forEach(({ found }, t) => {
      const best = new Map();
      const onPages = found.reduce((sum, { entry }) => sum + entry.count, 0);
      const rarity = Math.log(1 + count / Math.min(count, onPages));
      found.forEach(({ weight }, f) => {
        for (const { level, pages } of lists[t][f]) {
          const value = weight * rarity * 2 ** ((level - levels) / 3);
          for (const page of pages) if (!(best.get(page) >= value)) best.set(page, value);
        }
      });
      for (const [page, value] of best) {
        const { score = 0, number = 0 } = scored.get(page) ?? {};
        scored.set(page, { score: score + value, number: number + 1 });
      }
    });
    for (const [page, each] of scored) each.score *= this.recencyOf(page);
    if (terms.length === 0) for (let page = 0; page < count; ++page) scored.set(page, { score: 0, number: 0 });
    for (const page of await this.leftOut(query.without)) scored.delete(page);
    return scored;
  }

  // What is older says less of today: a group by its newest page, and in a group a page by its place, because the newest
  // stand first. So little that an older page that is about what was asked stands first, but of pages that differ only in
  // how often they use a word the newer one does.
  recencyOf(page) {
    const place = page - this.files.starts[this.files.groupOf(page)];
    return Math.max(leastOfOld, 1 - lessEachYear * this.files.ageOf(page) - lessEachPlace * place);
  }

  // The pages with a word that may not be there, in whatever form, or with a word that begins with it.
  async leftOut(forms) {
    const pages = [];
    for (const form of forms) {
      const there = (await findForm(this.files, form)) ?? (await findFirst(this.files, otherForms(form, this.files.root.language)));
      const stem = (there?.forms ?? [form]).reduce((a, b) => (b.length < a.length ? b : a));
      const entries = new Set(there === null ? [] : [there.entry]);
      if (stem.length >= 4) await visitBegun(this.files, stem, (_, entry) => entries.add(entry));
      for (const entry of entries)
        for (const group of await this.files.postings(entry)) for (const page of group.pages) pages.push(page);
    }
    return pages;
  }

  async filtered(pages, filters) {
    const table = await this.files.facetTable();
    const tests = table.filter(({ name }) => filters[name]?.length > 0).map(({ name, values, sets, column }) => {
      const wanted = new Set(filters[name]);
      const fits = sets.map((set) => set.some((value) => wanted.has(values[value][0])));
      return (page) => fits[column[page]];
    });
    return new Map([...pages].filter(([page]) => tests.every((test) => test(page))));
  }

  // How many pages each value of each filter would leave, the other filters being as they are.
  async facets(found) {
    const table = await this.files.facetTable();
    const pages = found.scored ?? new Map();
    const out = [];
    for (const { name, values, sets, column } of table) {
      const left = this.shownOf(found, await this.filtered(pages, { ...found.filters, [name]: [] }));
      const counts = new Array(values.length).fill(0);
      for (const page of left.keys()) for (const value of sets[column[page]]) ++counts[value];
      out.push({ name, values: values.map(([id, label, light, shape], i) => ({ id, label, light, shape, count: counts[i] })) });
    }
    return out;
  }

  // Those of the best pages that have the phrases as they stand, and none of those that may not be there; pages of
  // `wanted` are looked at first.
  async verified(found, wanted) {
    const { phrases, withoutPhrases } = found.query;
    const ranked = bestFirst(this.shownOf(found, found.scored), found.terms.length);
    const first = ranked.filter((page) => wanted.has(page));
    const tried = [...first, ...ranked.filter((page) => !wanted.has(page))].slice(0, mostVerified);
    const kept = new Map();
    const pages = await Promise.all(tried.map((page) => this.files.page(page)));
    tried.forEach((number, i) => {
      const { title, status, period, project, names, parts } = pages[i];
      const texts = [title, status, period, project, ...names, ...parts.flatMap((part) => [part.heading, part.text])]
        .map((text) => ` ${searchWords(text).map((word) => word.form).join(' ')} `);
      const has = (phrase) => texts.some((text) => text.includes(` ${phrase.join(' ')} `));
      if (phrases.every(has) && !withoutPhrases.some(has)) kept.set(number, found.scored.get(number));
    });
    if (first.length > mostVerified) {
      found.approximate = true;
      found.unverified = first.length - mostVerified;
    }
    return kept;
  }

  page(number) {
    return this.files.page(number);
  }

  excerpt(page, found) {
    return excerptOf(page, found.terms);
  }
}

async function openIndex(url) {
  const root = await readFile(url);
  return new SearchIndex(new SearchFiles(root, url.slice(0, url.lastIndexOf('/') + 1)));
}
