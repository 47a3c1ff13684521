// Contrast as WCAG 2.2 asks it, computed from the tokens of every house style, in the light and in the dark: what is
// read 4.5:1, what is only seen 3:1. Paper has the colours of the light.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesBelow } from '../house/sources.mjs';
import {
  channelsOf, contrastOf, houseStyles, schemes, tokenStyles, tokensAskedFor, tokensIn, valueOf,
} from '../support/tokens.mjs';

const theme = 'themes/gemeente';

const text = 4.5;
const shape = 3;

const page = '--sl-page';
// A fixed code in a text, and a cell of the matrix for which nothing is known.
const tinted = '--basis-color-default-bg-subtle';
// The row of the matrix below the pointer.
const pointed = '--basis-color-action-2-bg-default';
const info = '--utrecht-alert-info-background-color';
const warning = '--utrecht-alert-warning-background-color';
const header = '--utrecht-page-header-background-color';
const footer = '--utrecht-page-footer-background-color';
const track = '--sl-chart-track';

const filledLights = ['green', 'red', 'blue', 'purple'].map((light) => `--sl-${light}-color`);
const headings = [1, 2, 3, 4, 5, 6].map((level) => `--nl-heading-level-${level}-color`);

const pairs = [
  { why: 'texts', least: text, on: [page, tinted, pointed, track],
    of: ['--sl-text', '--sl-text-sub', '--nl-paragraph-color', '--utrecht-root-color'] },
  { why: 'headings, captions and heads of tables, marks of lists', least: text, on: [page],
    of: [...headings, '--utrecht-table-caption-color', '--utrecht-table-header-color',
      '--utrecht-unordered-list-marker-color'] },
  { why: 'links and what can be unfolded', least: text, on: [page, tinted, pointed, info, warning, track],
    of: ['--sl-accent', '--nl-link-color', '--nl-link-hover-color', '--nl-link-active-color'] },
  { why: 'the line below a link', least: shape, on: [page, tinted, pointed, info, warning, track],
    of: ['--nl-link-text-decoration-color'] },
  { why: 'links to the previous and the next page', least: text, on: [page],
    of: ['--utrecht-pagination-relative-link-color', '--utrecht-pagination-relative-link-hover-color'] },
  { why: 'a remark above the page', least: text, on: [info], of: ['--utrecht-alert-info-color'] },
  { why: 'a warning above the page', least: text, on: [warning], of: ['--utrecht-alert-warning-color'] },
  { why: 'the edge of a remark', least: shape, on: [page, info], of: ['--utrecht-alert-info-border-color'] },
  { why: 'the edge of a warning, and of what a source says against itself', least: shape, on: [page, warning],
    of: ['--utrecht-alert-warning-border-color', '--basis-color-warning-border-default'] },
  { why: 'texts in the header', least: text, on: [header], of: ['--utrecht-page-header-color', '--sl-header-sub'] },
  { why: 'the bar below the current page in the header', least: shape, on: [header], of: ['--sl-header-mark'] },
  { why: 'texts and links in the footer', least: text, on: [footer],
    of: ['--utrecht-page-footer-color', '--sl-footer-link'] },
  { why: 'a link that has the focus', least: text, on: ['--basis-focus-background-color'],
    of: ['--basis-focus-color'] },
  { why: 'the link to the content', least: text, on: ['--nl-skip-link-background-color'],
    of: ['--nl-skip-link-color'] },
  { why: 'the frame around what has the focus, or was asked for by its address', least: shape,
    on: [page, tinted, info, warning], of: ['--basis-focus-outline-color'] },
  { why: 'the state of a commitment', least: text, on: [page], of: ['--utrecht-status-badge-color'] },
  { why: 'the frame of that state, dashed when it lapsed', least: shape, on: [page],
    of: ['--utrecht-status-badge-border-color'] },
  { why: 'the line at the side of a quotation, and below what the whole site says of itself', least: shape,
    on: [page, tinted], of: ['--basis-color-default-border-default'] },
  { why: 'the lines that part the head and the total of a table', least: shape, on: [page],
    of: ['--utrecht-table-header-border-block-end-color'] },

  { why: 'the shape of a light', least: shape, on: [page, tinted, pointed], of: [...filledLights, '--sl-grey-color'] },
  { why: 'the outline of the amber light', least: shape, on: [page, tinted, pointed], of: ['--sl-amber-color'] },
  { why: 'the mark in the amber light, and the number in an amber bar', least: text, on: ['--sl-amber-fill'],
    of: ['--sl-amber-color'] },
  { why: 'the mark that is cut out of a solid light, and the number in its bar', least: text, on: filledLights,
    of: ['--sl-cut-color'] },
  { why: 'the mark that is cut out of a grey light, whose bars are open', least: shape, on: ['--sl-grey-color'],
    of: ['--sl-cut-color'] },

  { why: 'what was measured, also where it crosses a time without measuring', least: shape, on: [page, track, tinted],
    of: ['--sl-chart-value'] },
  { why: 'an amount that stands in a full bar', least: text, on: ['--sl-chart-value'], of: [page] },
  { why: 'a target, which sticks out of its bar on both sides', least: shape, on: [page, track, tinted],
    of: ['--sl-chart-target'] },
  { why: 'the number in a band of lights that rose or fell', least: text, on: ['--sl-better-fill', '--sl-worse-fill'],
    of: ['--sl-text'] },
  { why: 'the edge of such a band', least: shape, on: ['--sl-better-fill'], of: ['--sl-green-color'] },
  { why: 'the edge of such a band', least: shape, on: ['--sl-worse-fill'], of: ['--sl-red-color'] },
  { why: 'edges and lines that tell something: an old target, an axis, a project through time', least: shape,
    on: [page, tinted], of: ['--sl-chart-edge'] },
];

// Colours that tell nothing which a word, a shape or white space does not tell: no contrast is asked of them.
const decorative = {
  '--sl-line': 'thin lines between rows, which white space parts as well',
  '--utrecht-table-row-border-block-end-color': 'the same in tables',
  '--sl-chart-grid': 'thin lines of a chart, whose values stand beside them in words',
  '--utrecht-root-background-color': 'the page itself, by another name',
};

// Colours of NL Design System rules that no page shows.
const unseen = {
  '--utrecht-alert-color': 'every remark has a kind with a colour of its own',
  '--utrecht-alert-background-color': 'the same',
  '--utrecht-alert-border-color': 'the same',
  '--utrecht-pagination-relative-link-hover-background-color': 'the theme gives these links no background',
};

const judged = pairs.flatMap(({ why, least, of, on }) => {
  return of.flatMap((ink) => on.map((ground) => ({ why, least, ink, ground })));
});
const judgedNames = judged.flatMap(({ ink, ground }) => [ink, ground]);
const allNames = [...new Set([...judgedNames, ...Object.keys({ ...decorative, ...unseen })])];
const looks = houseStyles.flatMap((houseStyle) => schemes.map((scheme) => ({ houseStyle, scheme })));

// The theme's own styles in these folders of it.
function stylesIn(...folders) {
  return filesBelow(theme).filter((path) => path.endsWith('.css')).map((path) => path.slice(theme.length + 1))
    .filter((path) => folders.includes(path.split('/')[0]));
}

// What has too little contrast: ["light: --sl-text on --sl-page is 2.10:1, less than 4.5:1 (texts)"].
function faultsOf(css, scheme) {
  const tokens = tokensIn(css, scheme);
  return judged.flatMap(({ why, least, ink, ground }) => {
    const contrast = contrastOf(valueOf(tokens, ink), valueOf(tokens, ground));
    const told = `${scheme}: ${ink} on ${ground} is ${contrast.toFixed(2)}:1, less than ${least}:1 (${why})`;
    return contrast >= least ? [] : [told];
  });
}

test('contrast is computed as WCAG does', () => {
  assert.equal(contrastOf('#000', '#ffffff'), 21);
  assert.equal(contrastOf('#767676', '#fff').toFixed(2), '4.54');
  assert.equal(contrastOf('#777', '#fff').toFixed(2), '4.48');
  assert.equal(contrastOf('rgb(255, 0, 0)', '#fff').toFixed(2), '4.00');
  assert.equal(channelsOf('rgba(0, 0, 0, 0)'), null);
});

test('tokens count as in a browser: the heavier selector, then the later one, in the medium that is asked', () => {
  const css = ':where(.a) { --x: #111; --y: var(--x); } .a { --x: #222; } .a { --x: #333; }' +
    '@media screen and (prefers-color-scheme: dark) { .a.a { --x: #444; } } .a { --x: #555; }' +
    '@media (forced-colors: active) { .a.a.a { --x: Canvas; } }';
  assert.equal(valueOf(tokensIn(css, 'light'), '--y'), '#555');
  assert.equal(valueOf(tokensIn(css, 'dark'), '--y'), '#444');
});

for (const { houseStyle, scheme } of looks) {
  test(`every text and every shape can be read and seen: ${houseStyle}, ${scheme}`, () => {
    assert.deepEqual(faultsOf(tokenStyles(houseStyle), scheme), []);
  });

  test(`a token that becomes the colour of what it stands on is found: ${houseStyle}, ${scheme}`, () => {
    const css = tokenStyles(houseStyle);
    const tokens = tokensIn(css, scheme);
    for (const { ink, ground } of judged) {
      const faults = faultsOf(`${css}\n.a.a.a { ${ink}: ${valueOf(tokens, ground)}; }`, scheme);
      const told = `${scheme}: ${ink} on ${ground} is 1.00:1`;
      assert.ok(faults.some((fault) => fault.startsWith(told)), told);
    }
  });
}

// Colours that the theme asks for: in its own styles, or as a token of a component of NL Design System, of which
// build.mjs keeps only those in use.
function coloursInUse() {
  const tokens = tokensIn(tokenStyles('gemeente'), 'light');
  const isColour = (name) => tokens.has(name) && channelsOf(valueOf(tokens, name)) !== null;
  const asked = tokensAskedFor(stylesIn('style', 'components').filter((file) => file !== 'style/tokens.css'));
  const ofComponents = [...tokens.keys()].filter((name) => /^--(?:nl|utrecht)-/.test(name));
  return [...new Set([...asked.keys(), ...ofComponents])].filter(isColour);
}

test('every colour that is used is judged here, or named as decoration', () => {
  const used = coloursInUse();
  assert.ok(used.length > 50);
  assert.deepEqual(used.filter((name) => !allNames.includes(name)), []);
});

test('every colour that is judged is used', () => {
  const used = coloursInUse();
  assert.deepEqual(allNames.filter((name) => !used.includes(name)), []);
});
