// The piece of a page's text that shows why it was found.

const wordsBefore = 8;
const wordsShown = 34;

// Which term a word of a text answers to; -1 for none. A compound answers to the word that it holds.
function termMatcher(terms) {
  const whole = new Map();
  const held = [];
  terms.forEach((term, t) => {
    for (const { forms } of term.found)
      for (const form of forms) {
        whole.set(form, t);
        if (form.length >= 4 && !/[0-9]/.test(form)) held.push([form, t]);
      }
  });
  return ({ form, parts }) => {
    for (const each of [form, ...parts]) if (whole.has(each)) return whole.get(each);
    return held.find(([each]) => form.includes(each))?.[1] ?? -1;
  };
}

// [{ text, mark }] of a piece of text between two of its places.
function markedPieces(text, words, matches, begin, end) {
  const pieces = [];
  let at = begin;
  words.forEach((word, i) => {
    if (matches[i] < 0 || word.begin < begin || word.end > end) return;
    if (word.begin > at) pieces.push({ text: text.slice(at, word.begin), mark: false });
    pieces.push({ text: text.slice(word.begin, word.end), mark: true });
    at = word.end;
  });
  if (at < end) pieces.push({ text: text.slice(at, end), mark: false });
  return pieces;
}

// Of all stretches of a text the one with the most different terms: { worth, first, last } by its words.
function bestStretch(matches) {
  let best = { worth: 0, first: 0, last: Math.min(matches.length, wordsShown) - 1 };
  for (let i = 0; i < matches.length; ++i) {
    if (matches[i] < 0) continue;
    const first = Math.max(0, i - wordsBefore);
    const end = Math.min(matches.length, first + wordsShown);
    const seen = matches.slice(first, end).filter((match) => match >= 0);
    const worth = new Set(seen).size * 10 + Math.min(seen.length, 5);
    if (worth > best.worth) best = { worth, first, last: end - 1 };
  }
  return best;
}

function excerptOf(page, terms) {
  const match = termMatcher(terms);
  let best = null;
  for (const part of page.parts) {
    const words = searchWords(part.text);
    const matches = words.map(match);
    const stretch = bestStretch(matches);
    const inHeading = searchWords(part.heading).filter((word) => match(word) >= 0).length;
    const worth = stretch.worth + inHeading;
    if (best === null || worth > best.worth) best = { worth, part, words, matches, stretch };
  }
  const titleWords = searchWords(page.title);
  const title = markedPieces(page.title, titleWords, titleWords.map(match), 0, page.title.length);
  if (best === null) return { fragment: '', heading: '', title, text: [] };
  const { part, words, matches, stretch } = best;
  const begin = stretch.first === 0 ? 0 : words[stretch.first].begin;
  const end = stretch.last + 1 >= words.length ? part.text.length : words[stretch.last].end;
  const text = markedPieces(part.text, words, matches, begin, end);
  if (begin > 0) text.unshift({ text: '… ', mark: false });
  if (end < part.text.length) text.push({ text: ' …', mark: false });
  return { fragment: part.fragment, heading: part.heading, title, text };
}
