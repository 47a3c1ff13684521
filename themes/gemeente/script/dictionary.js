// Finds words in the dictionary: as they are, in another form, taken apart, begun, or misspelt.

// More than these give nothing that a reader would look through.
const mostShards = 4;
const mostBegun = 12;
const mostLongLists = 4;
const endOfAll = '\uffff';

// Calls `visit(form, entry, shard)` for every form that begins with `beginning`, as far as a few shards go.
async function visitBegun(files, beginning, visit) {
  const { words } = files.root;
  const first = Math.max(0, lastAtMost(words, beginning, (each) => each[0]));
  const end = Math.min(lastAtMost(words, beginning + endOfAll, (each) => each[0]), first + mostShards - 1);
  const shards = await Promise.all(Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => files.shard(first + i)));
  for (const shard of shards) {
    let at = lastAtMost(shard.forms, beginning, (form) => form);
    if (at < 0 || shard.forms[at] !== beginning) ++at;
    for (; at < shard.forms.length && shard.forms[at].startsWith(beginning); ++at)
      visit(shard.forms[at], shard.entries[shard.classes[at]], shard);
  }
}

// { entry, form, forms: those of the same class nearby } or null.
async function findForm(files, form) {
  const i = lastAtMost(files.root.words, form, (each) => each[0]);
  if (i < 0) return null;
  const shard = await files.shard(i);
  const at = lastAtMost(shard.forms, form, (each) => each);
  if (at < 0 || shard.forms[at] !== form) return null;
  const of = shard.classes[at];
  return { entry: shard.entries[of], form, forms: shard.forms.filter((_, k) => shard.classes[k] === of) };
}

// The first of `forms` that is there.
async function findFirst(files, forms) {
  const found = await Promise.all([...new Set(forms)].filter((form) => form.length > 1).map((form) => findForm(files, form)));
  return found.find((each) => each !== null) ?? null;
}

// Forms that the same word may have, those that are most like it first: the dictionary has only those that are used.
function otherForms(form, language) {
  if (/[0-9]/.test(form)) return [];
  const stems = [];
  const without = (ending) => form.endsWith(ending) && form.length - ending.length >= 3 && stems.push(form.slice(0, -ending.length));
  if (language === 'en') {
    ['ies', 'es', 's', 'ied', 'ed', 'd', 'ing', 'ly'].forEach(without);
    return stems.flatMap((stem) => [stem, `${stem}y`, `${stem}e`, stem.slice(0, -1)])
      .concat(['s', 'es', 'ed', 'd', 'ing'].map((ending) => form + ending), `${form.slice(0, -1)}ies`, `${form.slice(0, -1)}ing`);
  }
  ['en', 's', 'e', 'n', 't', 'je', 'jes', 'tje', 'tjes', 'er', 'ers', 'de', 'te'].forEach(without);
  // bedrijven → bedrijf, huizen → huis, plannen → plan, taken → taak
  const bare = stems.flatMap((stem) => [stem, stem.replace(/v$/, 'f'), stem.replace(/z$/, 's'), stem.replace(/([bdfgklmnprst])\1$/, '$1'),
    stem.replace(/([aeou])([bdfgklmnprstvz])$/, (_, vowel, end) => vowel + vowel + (end === 'v' ? 'f' : end === 'z' ? 's' : end))]);
  const longer = (stem) => ['en', 's', 'e', 'n', 't', 'er', 'ing', 'ingen'].map((ending) => stem + ending);
  return [...bare, ...longer(form), ...longer(form.replace(/f$/, 'v').replace(/([^s])s$/, '$1z')), `${form}${form.at(-1)}en`,
    `${form.replace(/([aeou])\1([a-z])$/, '$1$2')}en`, ...stems.flatMap(longer)];
}

// The two known words that a compound is made of: "arbeidsmarktplan" → "arbeidsmarkt" and "plan".
async function findParts(files, form) {
  if (form.length < 7 || /[0-9]/.test(form)) return null;
  // The longest beginning first; all at once, because each may stand in another file.
  const lefts = await Promise.all(Array.from({ length: form.length - 6 }, (_, i) => findForm(files, form.slice(0, form.length - 3 - i))));
  const pairs = lefts.filter((left) => left !== null).flatMap((left) => ['s', 'en', ''].flatMap((link) => {
    const rest = form.slice(left.form.length);
    return rest.startsWith(link) && rest.length - link.length >= 3 ? [[left, rest.slice(link.length)]] : [];
  }));
  const rights = await Promise.all(pairs.map(([, rest]) => findForm(files, rest)));
  const at = rights.findIndex((right) => right !== null);
  return at < 0 ? null : [pairs[at][0], rights[at]];
}

// The words that begin so and are used most.
async function findBegun(files, beginning) {
  const byEntry = new Map();
  await visitBegun(files, beginning, (form, entry) => {
    // Of a class that stands in two shards there are two entries, which say the same.
    if (byEntry.has(entry.code)) byEntry.get(entry.code).forms.push(form);
    else byEntry.set(entry.code, { entry, form, forms: [form] });
  });
  const all = [...byEntry.values()].sort((a, b) => b.entry.count - a.entry.count || (a.form < b.form ? -1 : 1));
  let longLists = 0;
  return all.filter(({ entry }) => entry.blocks || ++longLists <= mostLongLists).slice(0, mostBegun);
}

// The number of letters added, left out, changed or swapped between two words; more than `most` is most + 1.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}

const backwards = (form) => [...form].reverse().join('');

// The word that was probably meant: the nearest, and of those the one on most pages. Null when none is near.
async function findMeant(files, form) {
  if (form.length < 5 || /[0-9]/.test(form)) return null;
  const most = form.length < 10 ? 1 : 2;
  const kept = Math.min(3, form.length >> 1);
  let nearest = most;
  let near = new Set();
  const consider = (other) => {
    const steps = distance(form, other, nearest);
    // With two errors and another beginning it is mostly another word.
    if (steps > nearest || /[0-9]/.test(other) || (steps > 1 && other[0] !== form[0])) return;
    if (steps < nearest) near = new Set();
    nearest = steps;
    near.add(other);
  };
  await visitBegun(files, form.slice(0, kept), consider);
  // An error near the beginning: the dictionary of reversed words, from the other end.
  const turned = backwards(form);
  const end = turned.slice(0, kept);
  const { reversed } = files.root;
  const firstShard = Math.max(0, lastAtMost(reversed, end, (each) => each[0]));
  const lastShard = Math.min(lastAtMost(reversed, end + endOfAll, (each) => each[0]), firstShard + mostShards - 1);
  if (near.size === 0 || nearest > 1)
    for (const shard of await Promise.all(Array.from({ length: Math.max(0, lastShard - firstShard + 1) }, (_, i) => files.reversedShard(firstShard + i))))
      for (const other of shard) if (other.startsWith(end)) consider(backwards(other));
  const candidates = await Promise.all([...near].sort().slice(0, 20).map((other) => findForm(files, other)));
  return candidates.filter((each) => each !== null).sort((a, b) => b.entry.count - a.entry.count)[0] ?? null;
}
