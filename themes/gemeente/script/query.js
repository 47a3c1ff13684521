// What was asked for, and which pages have it, best first.

const longestQuery = 400;
const mostWords = 12;
// With fewer pages that have every word, lists that were cut are read to their end; with fewer still, pages that have
// some of the words follow.
const enough = 20;
const tooFew = 4;
const mostVerified = 120;
const weights = { exact: 1, other: 0.95, begun: 0.4, onlyBegun: 0.8 };

// { words: [{ form, parts, typed }], phrases: [[form, …]], without: [form], skipped: [typed] }
function parseQuery(text, stop) {
  const query = { words: [], phrases: [], without: [], skipped: [] };
  const take = (piece) => {
    for (const { form, parts, begin, end } of searchWords(piece)) {
      if (stop.has(form)) query.skipped.push(piece.slice(begin, end));
      else if (query.words.length < mostWords) query.words.push({ form, parts, typed: piece.slice(begin, end) });
    }
  };
  const cutText = text.slice(0, longestQuery).replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"');
  for (const [, minus, phrase, plain] of cutText.matchAll(/(?<!\S)(-?)(?:"([^"]*)"|(\S+))/g)) {
    const piece = phrase ?? plain;
    if (minus) query.without.push(...searchWords(piece).map((word) => word.form));
    else take(piece);
    if (!minus && phrase !== undefined) {
      const forms = searchWords(phrase).map((word) => word.form);
      if (forms.length > 1) query.phrases.push(forms);
    }
  }
  return query;
}

// Calls `visit(page, level)` for each posting of a list.
function eachPosting(list, visit) {
  for (let i = 0; i < list.length; ) {
    const end = i + 2 + list[i + 1];
    for (let page = 0, k = i + 2; k < end; ++k) visit((page += list[k]), list[i]);
    i = end;
  }
}

// A term is what one word of the query may be: { typed, found: [{ entry, forms, weight }] }.
class SearchIndex {
  constructor(files) {
    this.files = files;
  }

  async search(text, { filters = {}, typing = false, exact = false } = {}) {
    const query = parseQuery(text, this.files.stop);
    const found = { text, groups: [], total: 0, approximate: false, corrected: [], skipped: query.skipped, missing: [],
      partial: false, whole: 0, empty: query.words.length === 0, filters, query, terms: [] };
    if (found.empty) return found;
    const begun = typing && !/\s$/.test(text);
    const resolved = await Promise.all(query.words.map((word, i) =>
      this.resolve(word, { begun: begun && i === query.words.length - 1, exact })));
    await this.joinNeighbours(query.words, resolved);
    for (const { typed, terms, meant } of resolved) {
      found.terms.push(...terms);
      if (meant) found.corrected.push({ typed, meant });
      if (terms.length === 0) found.missing.push(typed);
    }
    if (found.terms.length === 0) return found;
    const active = Object.values(filters).some((ids) => ids.length > 0);
    let pages = await this.collect(found, active || query.without.length > 0);
    if (found.approximate && found.terms.length > 1 && pages.size < enough) pages = await this.collect(found, true);
    if (active) pages = await this.filtered(pages, filters);
    let ranked = [...pages].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
    if (query.phrases.length > 0) ranked = await this.verified(ranked, found);
    else found.total = this.countOf(found, ranked.length, active);
    const groups = new Map();
    for (const page of ranked) {
      const group = this.files.groupOf(page);
      if (groups.has(group)) groups.get(group).docs.push(page);
      else groups.set(group, { docs: [page] });
    }
    found.groups = [...groups.values()];
    return found;
  }

  // Of lists that were cut only the best pages are ranked; for one word it is known how many there are.
  countOf(found, ranked, active) {
    if (!found.approximate || active || found.terms.length > 1 || found.terms[0].found.length > 1) return ranked;
    found.approximate = false;
    return found.terms[0].found[0].entry[0];
  }

  // { typed, terms, meant }: no terms when no page has the word, several when it was taken apart.
  async resolve({ form, parts, typed }, { begun, exact }) {
    const { files } = this;
    const term = (list, weight) => ({ typed, found: list.map((each) => ({ ...each, weight })) });
    const there = await findForm(files, form);
    if (begun && form.length >= 3) {
      const others = (await findBegun(files, form)).filter((each) => each.entry !== there?.entry);
      const own = there === null ? [] : term([there], weights.exact).found;
      const weight = there === null ? weights.onlyBegun : weights.begun;
      if (own.length + others.length > 0) return { typed, terms: [{ typed, found: [...own, ...term(others, weight).found] }] };
    }
    if (there !== null) return { typed, terms: [term([there], weights.exact)] };
    const other = await findFirst(files, otherForms(form, files.root.language));
    if (other !== null) return { typed, terms: [term([other], weights.other)] };
    const pieces = parts.length > 1 ? await Promise.all(parts.map((part) => findForm(files, part))) : await findParts(files, form);
    if (pieces !== null && pieces.every((each) => each !== null))
      return { typed, terms: pieces.map((each) => term([each], weights.other)) };
    const longer = form.length >= 3 ? await findBegun(files, form) : [];
    if (longer.length > 0) return { typed, terms: [term(longer, weights.onlyBegun)] };
    const meant = exact ? null : await findMeant(files, form);
    return meant === null ? { typed, terms: [] } : { typed, meant: meant.form, terms: [term([meant], weights.exact)] };
  }

  // "werkgevers dienstverlening" is also looked for as one word, which then counts for both; what each was taken for by
  // itself, because no page has it, no longer does.
  async joinNeighbours(words, resolved) {
    await Promise.all(words.slice(1).map(async ({ form }, i) => {
      const before = words[i].form;
      const whole = await findFirst(this.files, ['', 's', 'en'].map((link) => before + link + form));
      if (whole === null) return;
      for (const each of [resolved[i], resolved[i + 1]]) {
        if (each.terms.length === 0 || each.meant) each.terms = [{ typed: each.typed, found: [] }];
        each.meant = undefined;
        each.terms[0].found.push({ ...whole, weight: weights.exact });
      }
    }));
  }

  // The pages that have every term, with how well they fit; those that have some when none has all.
  async collect(found, all) {
    const { pages: count, levels } = this.files.root;
    const scores = new Map();
    const numbers = new Map();
    found.approximate = false;
    const lists = await Promise.all(found.terms.map((term) =>
      Promise.all(term.found.map(({ entry }) => this.files.postings(entry, all)))));
    found.terms.forEach((term, t) => {
      const best = new Map();
      const onPages = term.found.reduce((sum, { entry }) => sum + entry[0], 0);
      const rarity = Math.log(1 + count / Math.min(count, onPages));
      term.found.forEach(({ entry, weight }, f) => {
        if (!all && isLong(entry) && entry.length > 2) found.approximate = true;
        for (const list of lists[t][f])
          eachPosting(list, (page, level) => {
            const value = weight * rarity * 2 ** ((level - levels) / 3);
            if (!(best.get(page) >= value)) best.set(page, value);
          });
      });
      for (const [page, value] of best) {
        scores.set(page, (scores.get(page) ?? 0) + value);
        numbers.set(page, (numbers.get(page) ?? 0) + 1);
      }
    });
    for (const page of await this.leftOut(found.query.without)) scores.delete(page);
    const wanted = found.terms.length;
    const whole = new Map([...scores].filter(([page]) => numbers.get(page) === wanted));
    found.whole = whole.size;
    found.partial = whole.size < tooFew && wanted > 1 && scores.size > whole.size && found.query.phrases.length === 0;
    return found.partial ? scores : whole;
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
        for (const list of await this.files.postings(entry, true)) eachPosting(list, (page) => pages.push(page));
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
    const pages = found.terms.length === 0 ? new Map() : await this.collect({ ...found }, true);
    const out = [];
    for (const { name, values, sets, column } of table) {
      const left = await this.filtered(pages, { ...found.filters, [name]: [] });
      const counts = new Array(values.length).fill(0);
      for (const page of left.keys()) for (const value of sets[column[page]]) ++counts[value];
      out.push({ name, values: values.map(([id, label, light, shape], i) => ({ id, label, light, shape, count: counts[i] })) });
    }
    return out;
  }

  // Those of the best pages whose text has the phrases as they stand.
  async verified(ranked, found) {
    const tried = ranked.slice(0, mostVerified);
    const pages = await Promise.all(tried.map((page) => this.files.page(page)));
    const kept = tried.filter((_, i) => {
      const texts = [pages[i].title, ...pages[i].parts.flatMap((part) => [part.heading, part.text])]
        .map((text) => ` ${searchWords(text).map((word) => word.form).join(' ')} `);
      return found.query.phrases.every((phrase) => texts.some((text) => text.includes(` ${phrase.join(' ')} `)));
    });
    found.total = kept.length;
    found.approximate = ranked.length > mostVerified;
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
