// To which councils a letter goes that `stoplicht letter import` takes over.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { atTerminal, run } from '../support/program.mjs';
import { succeed } from '../support/publishing.mjs';
import { copyOf, stateOf, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';
import { letter, paragraph } from '../support/word.mjs';

const letters = 'content/periods/2025-h1/letters';
const all = 'Voorbeeldstad, Noorderhof, Denkdam, Fabelwoude, Proefdrecht, Schetsveld, Verzonnen aan de Lijn';
const textOf = (site, name) => readFileSync(join(site, letters, `${name}.md`), 'utf8');

// A site with a draft to all seven councils, and one to Voorbeeldstad alone.
async function begunSite() {
  const site = copyOf(voorbeeldstad, temporaryFolder());
  await succeed(['new', '2025-h1', '--site', site]);
  return site;
}

function argsFor(site, ...more) {
  const document = join(temporaryFolder(), 'brief.docx');
  writeFileSync(document, letter([paragraph('Geachte raad,'), paragraph('Het gaat goed.')]));
  return ['letter', 'import', document, '--period', '2025-h1', '--council', 'voorbeeldstad', '--site', site, ...more];
}

test('a letter takes the draft to its council alone, also beside one to all councils, and tells to whom it goes', async () => {
  const site = await begunSite();
  const before = textOf(site, 'alle-raden');
  const { code, stdout, stderr } = await run(argsFor(site, '--replace'));
  assert.equal(code, 0, stderr);
  assert.ok(stdout.startsWith(`wrote ${letters}/voorbeeldstad.md, in the place of the draft\nto: Voorbeeldstad\n`), stdout);
  assert.match(textOf(site, 'voorbeeldstad'), /^councils: \[voorbeeldstad\]$/m);
  assert.match(textOf(site, 'voorbeeldstad'), /Het gaat goed\./);
  assert.equal(textOf(site, 'alle-raden'), before);
});

test('a draft to more councils is taken only when it is named', async () => {
  const site = await begunSite();
  rmSync(join(site, letters, 'voorbeeldstad.md'));
  const before = stateOf(site);
  assert.deepEqual(await run(argsFor(site, '--replace')), {
    code: 1,
    stdout: '',
    stderr: `stoplicht: letters/alle-raden goes to more councils: ${all}
  hint: when it is this letter: --name alle-raden; for a letter to one council: --name voorbeeldstad
`,
  });
  assert.deepEqual(stateOf(site), before);

  const alone = await run(argsFor(site, '--name', 'voorbeeldstad', '--dry-run'));
  assert.ok(alone.stdout.startsWith(`would write ${letters}/voorbeeldstad.md\nto: Voorbeeldstad\n`), alone.stdout);
  const { code, stdout, stderr } = await run(argsFor(site, '--name', 'alle-raden', '--replace'));
  assert.equal(code, 0, stderr);
  assert.ok(stdout.startsWith(`wrote ${letters}/alle-raden.md, in the place of the draft\nto: ${all}\n`), stdout);
});

test('at a terminal it asks whether the letter goes to all councils', async () => {
  const site = await begunSite();
  rmSync(join(site, letters, 'voorbeeldstad.md'));
  const before = stateOf(site);
  const no = await atTerminal(argsFor(site, '--replace'), 'n\n');
  assert.equal(no.code, 1);
  assert.ok(no.stdout.includes(`letters/alle-raden goes to more councils: ${all}. Is it this letter? [y/N]`), no.stdout);
  assert.deepEqual(stateOf(site), before);
  assert.equal((await atTerminal(argsFor(site, '--replace'), 'y\n')).code, 0);
  assert.match(textOf(site, 'alle-raden'), /Het gaat goed\./);
});
