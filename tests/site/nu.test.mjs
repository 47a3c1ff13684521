// The Nu HTML Checker, the validator of the W3C, on every page and on the stylesheet.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { builtSample, filesIn, pagesIn } from '../support/sites.mjs';

const require = createRequire(import.meta.url);
const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// CSS of NL Design System that is right, and newer than the checker knows.
const passedOver = [
  // CSS View Transitions Module Level 1.
  'CSS: “view-transition-name”: Property “view-transition-name” doesn\'t exist.',
  // It names the area by a string, which no browser takes; the page layout does not depend on it.
  'CSS: “grid-area”: “"utrecht-header"” is not a “grid-area” value.',
  // max() with a custom property in it.
  'CSS: “text-decoration-thickness”: Invalid type: “var(--_nl-link-state-text-decoration-thickness, ' +
    'var(--nl-link-text-decoration-thickness)), 1px”.',
  'CSS: “text-decoration-thickness”: Character i is neither a decimal digit number, decimal point, nor "e" notation ' +
    'exponential mark.',
];

// What the checker says: errors and warnings, and no less than that.
function messagesOn(folder, files, ...options) {
  const args = ['-Xss8m', '-jar', jar, ...options, '--format', 'json', '--stdout', '--exit-zero-always'];
  return new Promise((fulfil, reject) => {
    execFile('java', [...args, ...files], { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the checker did not run: ${stderr || error.message}`));
      else fulfil(JSON.parse(stdout).messages.map(({ type, subType, message, url, lastLine }) => {
        return { type, subType, message, place: `${url.replace(/.*\//, '')}:${lastLine}` };
      }));
    });
  });
}

test('the Nu HTML Checker finds no error in any page, and warns of nothing', async () => {
  const folder = await builtSample();
  assert.deepEqual(await messagesOn(folder, pagesIn(folder)), []);
});

test('the Nu HTML Checker finds no error in the stylesheet but what is newer than it', async () => {
  const folder = await builtSample();
  const stylesheets = filesIn(folder).filter((file) => file.endsWith('.css'));
  assert.equal(stylesheets.length, 1);
  const messages = (await messagesOn(folder, stylesheets, '--css')).map(({ message }) => message);
  assert.deepEqual(messages.sort(), [...passedOver].sort());
});
