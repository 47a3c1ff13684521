// The Nu HTML Checker on every page and on the stylesheets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOn } from '../support/nu.mjs';
import { builtSample, builtSites, filesIn, pagesIn } from '../support/sites.mjs';

// CSS that is right, and newer than the checker knows.
const passedOver = [
  // CSS View Transitions Module Level 1.
  'CSS: “view-transition-name”: Property “view-transition-name” doesn\'t exist.',
  // It names the area by a string, which no browser takes; the page layout does not depend on it.
  'CSS: “grid-area”: “"utrecht-header"” is not a “grid-area” value.',
  // max() with a custom property in it.
  'CSS: “text-decoration-thickness”: Invalid type: “var(--_nl-link-state-text-decoration-thickness, auto), 1px”.',
  'CSS: “text-decoration-thickness”: Character i is neither a decimal digit number, decimal point, nor "e" notation ' +
    'exponential mark.',
  // Properties of drawings, SVG 2: a halo around letters in two charts, and where a bar begins.
  'CSS: “paint-order”: Property “paint-order” doesn\'t exist.',
  'CSS: “paint-order”: Property “paint-order” doesn\'t exist.',
  'CSS: “x”: Property “x” doesn\'t exist.',
];

for (const { name, folder } of await builtSites()) {
  test(`${name}: the Nu HTML Checker finds no error in any page, and warns of nothing`, async () => {
    assert.deepEqual(await messagesOn(folder, pagesIn(folder)), []);
  });
}

test('the Nu HTML Checker finds no error in the stylesheets but what is newer than it', async () => {
  const folder = await builtSample();
  const stylesheets = filesIn(folder).filter((file) => file.endsWith('.css'));
  assert.equal(stylesheets.length, 3);
  const messages = (await messagesOn(folder, stylesheets, '--css')).map(({ message }) => message);
  assert.deepEqual(messages.sort(), [...passedOver].sort());
});
