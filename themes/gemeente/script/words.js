// The words of a text in the form in which they are searched for, the same as generator/search/words.cc makes: a
// change here is a change there, and tests/search/words.json holds both to it. What the rules are stands in words.h.

const longestForm = 60;
const separatorRanges = [0xb6, 0xbf, 0xd7, 0xd7, 0xf7, 0xf7, 0x2b9, 0x2ff, 0x55a, 0x55f, 0x589, 0x58a, 0x5be, 0x5be, 0x60c,
  0x60d, 0x61b, 0x61f, 0x66a, 0x66d, 0x6d4, 0x6d4, 0x964, 0x965, 0x2000, 0x2bff, 0x2e00, 0x2e7f, 0x3000, 0x3004, 0x3008,
  0x3030, 0xd800, 0xf8ff];
const markRanges = [0x300, 0x36f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0xfe20, 0xfe2f];
const invisibleRanges = [0xad, 0xad, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x2060, 0x2066, 0x2069, 0xfe00, 0xfe0f, 0xfeff,
  0xfeff];
const tooNewRanges = [0x1c89, 0x1c8f, 0xa7cb, 0xa7f1];
const apostrophes = '\u0027\u0060\u00b4\u2018\u2019\u201b\u02bc\u2032';
const hyphens = '-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d';

function isIn(code, ranges) {
  for (let i = 0; i < ranges.length; i += 2) if (code >= ranges[i] && code <= ranges[i + 1]) return true;
  return false;
}

const isDigit = (c) => c >= '0' && c <= '9' && c.length === 1;

function isLetterOrDigit(c) {
  const code = c.codePointAt(0);
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
  return code >= 0xb5 && code < 0xfe00 && !isIn(code, separatorRanges);
}

// What one character folds to: none, one or several characters.
const foldedCharacters = new Map();
function folded(c) {
  let out = foldedCharacters.get(c);
  if (out === undefined) {
    if (apostrophes.includes(c)) out = ["'"];
    else if (hyphens.includes(c)) out = ['-'];
    else if (isIn(c.codePointAt(0), invisibleRanges)) out = [];
    else if (isIn(c.codePointAt(0), tooNewRanges)) out = [' '];
    else out = [...c.normalize('NFKD')].filter((each) => !isIn(each.codePointAt(0), markRanges)).map((each) => each.toLowerCase());
    foldedCharacters.set(c, out);
  }
  return out;
}

// A piece of a word with its numbers in one form: "41.400,50" becomes "41400.50".
function withPlainNumbers(piece) {
  let out = '';
  for (let i = 0; i < piece.length; ++i) {
    if (piece[i] !== '.' && piece[i] !== ',') {
      out += piece[i];
      continue;
    }
    const digits = /^[0-9]*/.exec(piece.slice(i + 1))[0];
    if (digits.length === 3) continue;
    if (i + 1 + digits.length === piece.length && /^0*$/.test(digits)) break;
    out += '.';
  }
  return out;
}

const cut = (form) => form.slice(0, longestForm);

function wordOf(pieces, begin, end) {
  if (pieces.length === 1) return { form: cut(pieces[0]), parts: [], begin, end };
  const numbers = pieces.every((piece) => /^[0-9]*$/.test(piece));
  const parts = pieces.filter((piece) => numbers || /^[0-9]{4}$/.test(piece) || (piece.length >= 2 && !/[0-9]/.test(piece)));
  return { form: cut(pieces.join('')), parts: parts.map(cut), begin, end };
}

// [{ form, parts, begin, end }]; begin and end are places in `text`.
function searchWords(text) {
  const units = [];
  let at = 0;
  for (const c of text) {
    for (const each of folded(c)) units.push([each, at, at + c.length]);
    at += c.length;
  }
  const characterAt = (i) => (i < units.length ? units[i][0] : ' ');
  const words = [];
  for (let i = 0; i < units.length; ) {
    if (!isLetterOrDigit(characterAt(i))) {
      ++i;
      continue;
    }
    const first = i;
    const pieces = [''];
    for (; ; ++i) {
      const c = characterAt(i);
      if (isLetterOrDigit(c)) {
        pieces[pieces.length - 1] += c;
        continue;
      }
      const after = characterAt(i + 1);
      if (!isLetterOrDigit(after)) break;
      const betweenDigits = isDigit(characterAt(i - 1)) && isDigit(after);
      if (c === "'") continue;
      if (c === '-' || (c === '/' && betweenDigits)) pieces.push('');
      else if ((c === '.' || c === ',') && betweenDigits) pieces[pieces.length - 1] += c;
      else break;
    }
    words.push(wordOf(pieces.map(withPlainNumbers), units[first][1], units[i - 1][2]));
  }
  return words;
}
