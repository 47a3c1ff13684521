// The theme's design tokens as a browser sees them: what each is worth in a house style, in the light or in the dark.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from './program.mjs';

const theme = join(repository, 'themes/gemeente');
const postcss = createRequire(join(theme, 'package.json'))('postcss');

export const houseStyles = readdirSync(join(theme, 'tokens')).map((file) => file.replace(/\.css$/, '')).sort();
export const schemes = ['light', 'dark'];

// The files that set tokens, in the order in which they stand in the stylesheet.
export const tokenStyles = (houseStyle) => [`build/tokens-${houseStyle}.css`, 'style/tokens.css'].map((file) => {
  return readFileSync(join(theme, file), 'utf8');
}).join('\n');

// Classes in a selector, but those in :where(): the only weights that tokens are written with.
const weightOf = (selector) => (selector.replace(/:where\([^)]*\)/g, '').match(/\./g) ?? []).length;

function holds(rule, scheme) {
  if (rule.parent.type === 'root') return true;
  if (/forced-colors|min-width/.test(rule.parent.params)) return false;
  if (rule.parent.params === 'screen and (prefers-color-scheme: dark)') return scheme === 'dark';
  throw new Error(`tokens in @${rule.parent.name} ${rule.parent.params}: this test does not know it`);
}

// Every token of a stylesheet by name, as it is written.
export function tokensIn(css, scheme) {
  const found = new Map();
  postcss.parse(css).walkRules((rule) => {
    if (!holds(rule, scheme)) return;
    const weight = weightOf(rule.selector);
    rule.each((declaration) => {
      if (declaration.type !== 'decl' || !declaration.prop.startsWith('--')) return;
      const known = found.get(declaration.prop);
      if (!known || weight >= known.weight) found.set(declaration.prop, { weight, value: declaration.value });
    });
  });
  return new Map([...found].map(([name, { value }]) => [name, value]));
}

// What a token comes to once every var() in it is followed.
export function valueOf(tokens, name, seen = []) {
  if (seen.includes(name)) throw new Error(`${[...seen, name].join(' → ')} goes round in a circle`);
  if (!tokens.has(name)) throw new Error(`${[...seen, name].join(' → ')} has no value`);
  const follow = (_, other) => valueOf(tokens, other, [...seen, name]);
  return tokens.get(name).replace(/var\(\s*(--[\w-]+)\s*\)/g, follow).trim();
}

// "#fc0", "#ffcc00" or "rgb(255, 204, 0)" as [255, 204, 0]; null for what is no opaque colour.
export function channelsOf(colour) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) return hex.match(hex.length === 3 ? /./g : /../g).map((part) => parseInt(part.padEnd(2, part), 16));
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+1)?\s*\)$/.exec(colour);
  return rgb ? rgb.slice(1, 4).map(Number) : null;
}

// Relative luminance and contrast as WCAG 2.2 defines them.
function luminanceOf(channels) {
  const [red, green, blue] = channels.map((each) => each / 255).map((each) => {
    return each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrastOf(one, other) {
  const [light, dark] = [one, other].map((colour) => luminanceOf(channelsOf(colour))).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// Every token that the theme's own styles ask for: Map of name to the selectors of the rules that do.
export function tokensAskedFor(files) {
  const asked = new Map();
  for (const file of files) {
    postcss.parse(readFileSync(join(theme, file), 'utf8')).walkDecls((declaration) => {
      for (const [, name] of declaration.value.matchAll(/var\(\s*(--[\w-]+)/g)) {
        asked.set(name, [...(asked.get(name) ?? []), declaration.parent.selector]);
      }
    });
  }
  return asked;
}
