// Bundles the NL Design System CSS and design tokens that this theme uses, once, at set-up:
//   build/<name>.css         for each house style tokens/<name>.css: its tokens, and the rules of NL Design System
//                            whose classes stand in our templates or in rendered Markdown; what a token comes to
//                            stands in the rule itself where nothing can change it
//   build/tokens-<name>.css  all tokens that our CSS and those rules (transitively) refer to, as the house style gives
//                            them, or else the theme's own, or else the community's example theme; no part of a site
//   build/page.js, build/search.js  the scripts of every page and of the search page: the files of script/ one behind
//                            the other, in a function of their own, as short as they can be
// Run it again after changing a template, a style or a token file; it does nothing when nothing changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencesIn, resolver } from './resolve.mjs';

const theme = dirname(fileURLToPath(import.meta.url));
const inTheme = (path) => join(theme, path);

const packages = [
  '@utrecht/root-css/dist/index.css',
  '@utrecht/body-css/dist/index.css',
  '@utrecht/page-layout-css/dist/index.css',
  '@utrecht/page-header-css/dist/index.css',
  '@utrecht/page-footer-css/dist/index.css',
  '@utrecht/breadcrumb-nav-css/dist/index.css',
  '@utrecht/alert-css/dist/index.css',
  '@utrecht/pagination-css/dist/index.css',
  '@utrecht/status-badge-css/dist/index.css',
  '@utrecht/table-css/dist/index.css',
  '@utrecht/unordered-list-css/dist/index.css',
  '@utrecht/ordered-list-css/dist/index.css',
  '@nl-design-system-candidate/heading-css/dist/heading.css',
  '@nl-design-system-candidate/link-css/dist/link.css',
  '@nl-design-system-candidate/paragraph-css/dist/paragraph.css',
  '@nl-design-system-candidate/skip-link-css/dist/skip-link.css',
];
const defaultTokens = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';

// The files of script/ that each script is made of, in this order: what the last one starts, the others define.
const scripts = {
  page: ['page'],
  search: ['words', 'index', 'dictionary', 'excerpt', 'query', 'search_nodes', 'search_filters',
    'search_results', 'search_page'],
};

// Classes in the HTML that the generator makes of Markdown: they stand in no template.
const markdownClasses = [
  'nl-heading', 'nl-heading--level-2', 'nl-heading--level-3', 'nl-heading--level-4', 'nl-heading--level-5',
  'nl-heading--level-6', 'nl-paragraph', 'nl-link', 'utrecht-unordered-list', 'utrecht-unordered-list__item',
  'utrecht-ordered-list', 'utrecht-ordered-list__item',
  'utrecht-table-container', 'utrecht-table-container--overflow-inline', 'utrecht-table', 'utrecht-table__caption',
  'utrecht-table__header', 'utrecht-table__header-cell', 'utrecht-table__header-cell--numeric-column',
  'utrecht-table__body', 'utrecht-table__row', 'utrecht-table__cell', 'utrecht-table__cell--numeric-column',
];

// Rules of NLDS that this theme has no use for. The first two make the root a size container in a flex column,
// which lets paper hold one page only.
const unwanted = new Set([
  '.utrecht-root:where(:root)',
  '.utrecht-root:where(:root) > :where(body)',
  '.utrecht-root:where(body)',
  '.utrecht-root:where(:not(:root))',
  ':where(.utrecht-root):lang(ar)',
  ':where(.utrecht-root) :lang(ar)',
  ':where(.utrecht-root) :where(:fullscreen)::backdrop',
  '.utrecht-alert--ok',
  '.utrecht-alert--error',
]);

const notice = `/*! Contains parts of NL Design System (EUPL-1.2): Copyright (c) 2020-2024 Frameless B.V.,
Copyright (c) 2021-2024 Gemeente Utrecht, Copyright (c) 2021 NL Design System Community */
`;

function fail(message) {
  console.error(`${relative(process.cwd(), inTheme('build.mjs'))}: error: ${message}`);
  process.exit(1);
}

function filesBelow(folder, ending) {
  if (!existsSync(inTheme(folder))) return [];
  return readdirSync(inTheme(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(theme, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

function readSettings() {
  let settings;
  try {
    settings = JSON.parse(readFileSync(inTheme('theme.json'), 'utf8'));
  } catch (error) {
    fail(`theme.json cannot be read: ${error.message}`);
  }
  if (!/^[a-z][a-z0-9-]*$/i.test(settings.token_class ?? '')) fail('theme.json: "token_class" is not a class name');
  for (const key of ['name', 'house_style'])
    if (!existsSync(inTheme(`tokens/${settings[key]}.css`)))
      fail(`theme.json: "${key}" asks for tokens/${settings[key]}.css, which is not there`);
  return settings;
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(inTheme(file))).update('\0');
  return hash.digest('hex');
}

// The classes in a template's class attributes. A class that ends in a variable, "alert--{{kind}}",
// stands for all that begin so.
function collectClasses(templates) {
  const whole = new Set(markdownClasses);
  const beginnings = [];
  for (const file of templates) {
    const text = readFileSync(inTheme(file), 'utf8').replace(/\{\{\s*[#^/!>][^}]*\}\}/g, ' ').replace(/\{\{\{?[^}]*\}?\}\}/g, '*');
    for (const [, value] of text.matchAll(/\sclass="([^"]*)"/g))
      for (const name of value.split(/\s+/)) {
        if (name.length > 4 && name.endsWith('*')) beginnings.push(name.slice(0, -1));
        else if (name && !name.includes('*')) whole.add(name);
      }
  }
  return (name) => whole.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}

function pruneRules(postcss, isUsed) {
  const bundle = postcss.root();
  for (const path of packages) {
    const root = postcss.parse(readFileSync(inTheme(`node_modules/${path}`), 'utf8'));
    root.walkComments((comment) => comment.remove());
    root.walkAtRules('charset', (rule) => rule.remove());
    root.walkDecls(/^-(webkit|moz|ms)-hyphen/, (declaration) => declaration.remove());
    // The colour of a table's border is 0 there when no token gives one: no colour at all.
    root.walkDecls('border-color', (declaration) => {
      declaration.value = declaration.value.replace(/, 0\)$/, ', currentColor)');
    });
    root.walkRules((rule) => {
      const kept = rule.selectors.filter(
        (selector) => !unwanted.has(selector) && [...selector.matchAll(/\.(-?[_a-z][\w-]*)/gi)].every(([, name]) => isUsed(name)));
      if (kept.length > 0) rule.selectors = kept;
      else rule.remove();
    });
    root.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) rule.remove();
    });
    bundle.append(root.nodes);
  }
  return bundle;
}

// The tokens of a file, whatever class they are written for: those that always hold by name, and those in a
// media query as [query, name, value]. A second class in the file is another theme, and passed over.
function readTokens(postcss, path) {
  const plain = new Map();
  const conditional = [];
  let themeClass = null;
  const root = postcss.parse(readFileSync(inTheme(path), 'utf8'), { from: path });
  root.walkComments((comment) => comment.remove());
  root.walkRules((rule) => {
    if (rule.selector !== ':root' && rule.selector !== (themeClass ??= rule.selector)) {
      console.warn(`${path}: tokens of ${rule.selector} passed over; this file is read for ${themeClass}`);
      return;
    }
    const query = rule.parent.type === 'atrule' ? `@${rule.parent.name} ${rule.parent.params}` : null;
    rule.each((declaration) => {
      if (declaration.type !== 'decl' || !declaration.prop.startsWith('--')) return;
      const value = declaration.value.replace(/\s+/g, ' ');
      if (query === null) plain.set(declaration.prop, value);
      else conditional.push([query, declaration.prop, value]);
    });
  });
  return { plain, conditional };
}

// What is referred to, and what that refers to: names of tokens. A custom property that a rule sets counts as a token.
function neededTokens(rules, styles, tokens, conditional) {
  const values = new Map([...tokens].map(([name, value]) => [name, [value]]));
  const more = (name, value) => values.set(name, [...(values.get(name) ?? []), value]);
  const waiting = styles.flatMap((file) => referencesIn(readFileSync(inTheme(file), 'utf8')));
  rules.walkDecls((declaration) => {
    if (declaration.prop.startsWith('--')) more(declaration.prop, declaration.value);
    else waiting.push(...referencesIn(declaration.value));
  });
  for (const [, name, value] of conditional) more(name, value);
  const needed = new Set();
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (needed.has(name)) continue;
    needed.add(name);
    for (const value of values.get(name) ?? []) waiting.push(...referencesIn(value));
  }
  return needed;
}

function writtenTokens(tokenClass, tokens, conditional) {
  let css = `.${tokenClass} {\n`;
  for (const [name, value] of tokens) css += `  ${name}: ${value};\n`;
  css += '}\n';
  const conditions = new Map();
  for (const [condition, name, value] of conditional)
    conditions.set(condition, `${conditions.get(condition) ?? ''}    ${name}: ${value};\n`);
  // Twice the class: what a house style says about the dark weighs more than what style/tokens.css says.
  const strong = `.${tokenClass}.${tokenClass}`;
  for (const [condition, declarations] of conditions) css += `${condition} {\n  ${strong} {\n${declarations}  }\n}\n`;
  return css;
}

// The rules, with all tokens worked out that nothing changes, and the tokens that are left to be asked for.
function resolved(tokenClass, rules, ownStyles, tokens, conditional) {
  const changing = new Set(conditional.map(([, name]) => name));
  const local = new Set();
  for (const root of [rules, ownStyles])
    root.walkDecls(/^--/, (declaration) => {
      const ofThePage = declaration.parent.selector.replaceAll(`.${tokenClass}`, '').replace(/^:where\(\)$/, '') === '';
      (ofThePage ? changing : local).add(declaration.prop);
    });
  const resolve = resolver(tokens, changing, local);
  const left = rules.clone();
  left.walkDecls((declaration) => {
    // A value that asks for what nobody gives is what CSS calls unset.
    declaration.value = resolve(declaration.value) ?? (declaration.prop.startsWith('--') ? 'initial' : 'unset');
  });
  const asked = new Set([...referencesIn(left.toString()), ...referencesIn(ownStyles.toString())]);
  const waiting = [...asked, ...conditional.flatMap(([, , value]) => referencesIn(value))];
  const kept = new Map();
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (kept.has(name) || !tokens.has(name)) continue;
    kept.set(name, resolve(tokens.get(name)) ?? 'initial');
    waiting.push(...referencesIn(kept.get(name)));
  }
  const names = [...tokens.keys()].filter((name) => kept.has(name));
  return { rules: left, tokens: names.map((name) => [name, kept.get(name)]) };
}

async function writtenScript(minify, name) {
  const files = scripts[name].map((file) => readFileSync(inTheme(`script/${file}.js`), 'utf8'));
  const whole = `(() => {\n'use strict';\n${files.join('\n')}\n})();`;
  const { code } = await minify(whole, { ecma: 2022, compress: { passes: 2 } });
  writeFileSync(inTheme(`build/${name}.js`), `${code}\n`);
}

async function build() {
  const settings = readSettings();
  const templates = [...filesBelow('components', '.mustache'), ...filesBelow('layouts', '.mustache')];
  const styles = [...filesBelow('style', '.css'), ...filesBelow('components', '.css')];
  const sourceScripts = filesBelow('script', '.js');
  const houseStyles = filesBelow('tokens', '.css').map((file) => basename(file, '.css'));
  const sources = ['build.mjs', 'resolve.mjs', 'theme.json', 'package-lock.json', ...templates, ...styles,
    ...sourceScripts];
  const digest = digestOf([...sources, ...houseStyles.map((name) => `tokens/${name}.css`)]);
  const outputs = ['build/stamp', ...houseStyles.flatMap((name) => [`build/${name}.css`, `build/tokens-${name}.css`]),
    ...Object.keys(scripts).map((name) => `build/${name}.js`)];
  if (outputs.every((file) => existsSync(inTheme(file))) && readFileSync(inTheme('build/stamp'), 'utf8') === digest) return;

  if (!existsSync(inTheme('node_modules/postcss'))) fail("no node_modules; run 'npm ci --ignore-scripts' in this folder first");
  const { default: postcss } = await import('postcss');

  mkdirSync(inTheme('build'), { recursive: true });
  const { minify } = await import('terser');
  for (const name of Object.keys(scripts)) await writtenScript(minify, name);

  const used = pruneRules(postcss, collectClasses(templates));
  const ownStyles = postcss.parse(styles.map((file) => readFileSync(inTheme(file), 'utf8')).join('\n'));
  const community = readTokens(postcss, `node_modules/${defaultTokens}`);
  const themes = readTokens(postcss, `tokens/${settings.name}.css`);
  for (const name of houseStyles) {
    const own = readTokens(postcss, `tokens/${name}.css`);
    const all = new Map([...community.plain, ...themes.plain, ...own.plain]);
    const needed = neededTokens(used, styles, all, own.conditional);
    const tokens = new Map([...all].filter(([each]) => needed.has(each)));
    const conditional = own.conditional.filter(([, each]) => needed.has(each));
    const rules = used.clone();
    rules.walkDecls(/^--/, (declaration) => {
      if (!needed.has(declaration.prop)) declaration.remove();
    });
    rules.walkRules((rule) => {
      if (rule.nodes.length === 0) rule.remove();
    });
    const left = resolved(settings.token_class, rules, ownStyles, tokens, conditional);
    const written = (list) => writtenTokens(settings.token_class, list, conditional);
    writeFileSync(inTheme(`build/tokens-${name}.css`), written([...tokens]));
    writeFileSync(inTheme(`build/${name}.css`), `${notice}${written(left.tokens)}${left.rules}\n`);
  }
  // Of a house style that is gone nothing stays.
  for (const file of filesBelow('build', '')) if (!outputs.includes(file)) rmSync(inTheme(file));
  writeFileSync(inTheme('build/stamp'), digest);
}

await build();
