// Custom properties worked out at set-up, so that a browser has less to fetch: what a rule says by way of tokens that
// nothing changes later is said in it directly. What a page looks like stays the same.

export const referencesIn = (value) => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);

// The first var() of a value: { before, name, fallback (or null), after }; null when it has none.
function firstVar(value) {
  const start = value.indexOf('var(');
  if (start < 0) return null;
  let depth = 0;
  let comma = -1;
  for (let at = start + 3; at < value.length; at++) {
    if (value[at] === '(') depth++;
    if (value[at] === ',' && depth === 1 && comma < 0) comma = at;
    if (value[at] !== ')' || --depth > 0) continue;
    const name = value.slice(start + 4, comma < 0 ? at : comma).trim();
    const fallback = comma < 0 ? null : value.slice(comma + 1, at).trim();
    return { before: value.slice(0, start), name, fallback, after: value.slice(at + 1) };
  }
  throw new Error(`a var( is not closed in ${value}`);
}

// Gives resolve(value): a value with its tokens worked out; null for one that asks for a token that nobody gives.
// `tokens`: name to value, for the whole page; `changing`: names that a medium sets otherwise for the whole page;
// `local`: names that rules set for a part of it.
export function resolver(tokens, changing, local) {
  const known = new Map();

  // What may stand in place of a token; null when that is not the same on the whole page.
  function settled(name) {
    if (!known.has(name)) {
      known.set(name, null);  // One that refers to itself is never settled.
      const value = changing.has(name) || local.has(name) ? null : resolve(tokens.get(name));
      if (value !== null && !referencesIn(value).some((other) => local.has(other))) known.set(name, value);
    }
    return known.get(name);
  }

  function resolve(value) {
    const found = firstVar(value);
    if (found === null) return value;
    const { before, name, fallback, after } = found;
    let own;
    if (!tokens.has(name) && !changing.has(name) && !local.has(name)) {
      own = fallback === null ? null : resolve(fallback);
    } else if (!tokens.has(name)) {
      // Set by rules only: where none does, the fallback counts.
      const other = fallback === null ? null : resolve(fallback);
      own = other === null ? `var(${name})` : `var(${name}, ${other})`;
    } else {
      own = settled(name) ?? `var(${name})`;
    }
    const rest = resolve(after);
    return own === null || rest === null ? null : before + own + rest;
  }

  return resolve;
}
