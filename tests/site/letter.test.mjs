// Taking over a letter from Word with `stoplicht letter import`, as the person who does it sees it.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { atTerminal, run } from '../support/program.mjs';
import { command, edit, publishedSmallSite, smallSite } from '../support/publishing.mjs';
import { build, stateOf, temporaryFolder } from '../support/sites.mjs';
import {
  added, bullet, heading, image, letter, link, noteMark, numbered, paragraph, remark, removed, table, textBox, words,
} from '../support/word.mjs';

const png = readFileSync(new URL('../../themes/gemeente/screenshots/trend-320.png', import.meta.url));
const file = 'content/periods/2025-h1/letters/raadsbrief.md';
const textOf = (site, path) => readFileSync(join(site, path), 'utf8');

// A Word document beside the site folder.
function documentOf(bytes, name = 'brief.docx') {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

const lettersArgs = (document, ...more) => ['letter', 'import', document, '--period', '2025-h1', '--council', 'zandwijk', ...more];
const importLetter = (site, document, ...more) => run([...lettersArgs(document, ...more), '--site', site]);

// The small site with a period that was just begun.
async function begunSite(site = smallSite()) {
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  edit(site, 'data/periods/2025-h1.json', '"actual": null', '"actual": 190');
  return site;
}

const somebodyWrote = `stoplicht: ${file} is there already, and somebody wrote in it
  hint: write it under another name: --name raadsbrief-2; or move the file away, when it is not needed
`;

async function assertRefused(site, document, args, code, stderr) {
  const before = stateOf(site);
  const result = await importLetter(site, document, ...args);
  assert.deepEqual({ ...result, stderr: result.stderr.replaceAll(document, 'FILE') }, { code, stdout: '', stderr });
  assert.deepEqual(stateOf(site), before);
}

// A letter as a municipality writes them.
const whole = letter([
  paragraph(image('logo')),
  table([['Datum', '18 april 2025'], ['Behandeld door', 'J. Jansen'], ['Onderwerp', 'Voortgang: wonen in Zandwijk']], { header: false }),
  paragraph(''),
  paragraph('Geachte raad,'),
  paragraph(words('Hoe het gaat', { bold: true })),
  paragraph(`${words('Er zijn 190 nieuwe woningen gebouwd.\u00a0In de haven zijn het er nu ')}${removed('50')}${added('60')}${
    words('. Het bezoek aan de haven (T24\u201102) was op 3 april.')}${noteMark(1)}`),
  paragraph(`${words('Lees meer op ')}${link('site', 'de website')}${words('. ')}${remark('Let op de wachttijd.')}`),
  heading(2, 'Wat het kost'),
  table([['Maatregel', '2024', 'Totaal'], ['Grond', '€ 200.000', '€ 300.000'], ['Advies', '€ 50.000', '€ 50.000']]),
  bullet('eerst het plan'), bullet('dan de bouw'), bullet('met mensen', 1), numbered('een'), numbered('twee'),
  paragraph('-\tmet de hand'), paragraph('-\ten nog een'),
  paragraph(image('kaart', 'Een kaart van de haven')), paragraph(image('logo')),
  paragraph(textBox(paragraph('Dit staat in een kader.'))),
  paragraph('Hoogachtend,'),
  paragraph('College van Zandwijk,\nde secretaris'),
  paragraph(image('krabbel')),
], {
  links: { site: 'https://zandwijk.example.nl/' },
  images: { logo: { file: 'image1.png', bytes: png }, kaart: { file: 'image2.png', bytes: png }, krabbel: { file: 'image3.png', bytes: png } },
  notes: { 1: 'Toegezegd op 12 september 2024.' },
  header: 'Gemeente Zandwijk',
});

const expected = `---
title: "Voortgang: wonen in Zandwijk"
kind: Raadsbrief
from: College van Zandwijk
councils: [zandwijk]
date: 2025-04-18
# closes: [T24-02]
---
[vul in: doet deze brief T24-02 af? Haal dan in de gegevens bovenaan het teken # voor 'closes' weg. Haal daarna ook deze regel weg]

Geachte raad,

## Hoe het gaat

Er zijn 190 nieuwe woningen gebouwd. In de haven zijn het er nu 60. Het bezoek aan de haven (T24-02) was op 3 april.[^1]

Lees meer op [de website](https://zandwijk.example.nl/). Let op de wachttijd.

## Wat het kost

| Maatregel | 2024 | Totaal |
| --- | --- | --- |
| Grond | € 200.000 | € 300.000 |
| Advies | € 50.000 | € 50.000 |

- eerst het plan
- dan de bouw
  - met mensen

1. een
2. twee

- met de hand
- en nog een

![Een kaart van de haven](raadsbrief-1.png)

![vul in: wat er op deze afbeelding te zien is](raadsbrief-2.png)

Hoogachtend,

College van Zandwijk,\\
de secretaris

[^1]: Toegezegd op 12 september 2024.
`;

const figures = `line 15: 190 is {{ total.woningen.actual }}
line 23: € 200.000 is {{ budget.wonen.grond.2024 }}
line 23: € 300.000 is {{ budget.wonen.grond.total }}
line 24: € 50.000 is one of these figures: budget.wonen.advies.2024, budget.wonen.advies.total
line 24: € 50.000 is one of these figures: budget.wonen.advies.total, budget.wonen.advies.2024
`;
const asked = `asked by the draft; see whether the letter answers it: “De bouw begint” (termijn: maart 2025)
asked by the draft; see whether the letter answers it: T24-02 “Bezoek aan de haven” (termijn: tweede kwartaal van 2025)
`;
const told = `made 1 line in bold a heading
accepted 2 tracked changes
left out a remark in the margin: “Klopt dit nog?”
taken over from the letterhead as date: “Datum 18 april 2025”
left out of the letterhead: “Behandeld door J. Jansen”
taken over from the letterhead as title: “Onderwerp Voortgang: wonen in Zandwijk”
left out of the top or bottom of the pages: “Gemeente Zandwijk”
left out 1 picture below the closing, such as a signature
commitment T24-02 is named: it may be closed by this letter: decide at the top of the file
`;
const next = 'next: stoplicht check, which names every place that is still to be filled in; read the letter beside the one in Word; then ' +
  'stoplicht publish 2025-h1\n';

// ---- what it writes ---------------------------------------------------------------------------------------

test('a letter takes the place of the draft that new made, and all that was left out or found is told', async () => {
  const site = await begunSite();
  const document = documentOf(whole);
  const { code, stdout, stderr } = await importLetter(site, document, '--replace');
  assert.equal(textOf(site, file), expected);
  assert.equal(stdout, `wrote content/periods/2025-h1/letters/raadsbrief-1.png
wrote content/periods/2025-h1/letters/raadsbrief-2.png
wrote ${file}, in the place of the draft
to: Gemeente Zandwijk
${asked}${told}${figures}to write them into the letter, run this again with --figures
${next}`);
  assert.equal(stderr.replaceAll(document, 'FILE'), `FILE: warning: these words, of a text box or the like, did not come along: “Dit staat in een kader.” [letter-left-behind]
  hint: write them into the letter where they belong, or leave them out
`);
  assert.equal(code, 0);
  assert.deepEqual(readFileSync(join(site, 'content/periods/2025-h1/letters/raadsbrief-1.png')), png);
});

test('--dry-run tells the same, and writes nothing', async () => {
  const site = await begunSite();
  const before = stateOf(site);
  const { code, stdout } = await importLetter(site, documentOf(whole), '--dry-run');
  assert.equal(code, 0);
  assert.equal(stdout, `would write content/periods/2025-h1/letters/raadsbrief-1.png
would write content/periods/2025-h1/letters/raadsbrief-2.png
would write ${file}, in the place of the draft
to: Gemeente Zandwijk
${asked}${told}${figures}to write them into the letter, run this again with --figures
nothing was written: --dry-run
`);
  assert.deepEqual(stateOf(site), before);
});

test('--figures writes figures, also after a run without it, as long as nobody changed the letter', async () => {
  const site = await begunSite();
  const document = documentOf(whole);
  assert.equal((await importLetter(site, document, '--replace')).code, 0);
  const { code, stdout } = await importLetter(site, document, '--figures');
  assert.equal(code, 0);
  assert.ok(stdout.includes(figures.replaceAll(' is {{', ' became {{')), stdout);
  const written = textOf(site, file);
  assert.ok(written.includes('Er zijn {{ total.woningen.actual }} nieuwe woningen'));
  assert.ok(written.includes('| Grond | {{ budget.wonen.grond.2024 }} | {{ budget.wonen.grond.total }} |'));
  edit(site, file, 'Geachte raad', 'Beste raad');
  await assertRefused(site, document, ['--figures'], 1, somebodyWrote);
});

test('the site is built with the letter: figures, table, note and picture stand on its page', async () => {
  const site = await begunSite();
  assert.equal((await importLetter(site, documentOf(whole), '--replace', '--figures')).code, 0);
  await build(site);
  const page = textOf(site, 'public/periodes/2025-h1/brieven/raadsbrief.html');
  assert.match(page, /Er zijn 190 nieuwe woningen/);
  assert.match(page, /<td[^>]*>€\u00a0200\.000<\/td>/);
  assert.match(page, /alt="Een kaart van de haven"/);
  assert.match(page, /Toegezegd op 12 september 2024\./);
});

// ---- what it leaves to a person ---------------------------------------------------------------------------

test('a commitment is proposed, not closed: the period is not published before somebody decided', async () => {
  const site = await begunSite(await publishedSmallSite());
  assert.equal((await importLetter(site, documentOf(whole), '--replace')).code, 0);
  const publish = await command(site, ['publish', '2025-h1', '--on', '2025-09-01']);
  assert.equal(publish.code, 1);
  assert.match(publish.stderr, /raadsbrief\.md:9:1: warning: '\[vul in: doet deze brief T24-02 af\? Haal dan in de gegevens bovenaan het teken # voor 'closes' weg\. Haal daarna ook deze regel weg\]' is still to be filled in/);
  edit(site, file, '# closes', 'closes');
  const check = await command(site, ['check']);
  assert.equal(check.code, 1);
  assert.match(check.stderr, /the letter closes commitment 'T24-02', but its status is "open" \[commitment-not-closed\]/);
});

test('a draft is replaced only when somebody says so, and never one in which somebody wrote', async () => {
  const site = await begunSite();
  const document = documentOf(whole);
  await assertRefused(site, document, [], 1, `stoplicht: ${file} is there already: a draft in which nobody has written yet
  hint: to put the letter in its place: --replace
`);
  edit(site, file, '[vul in: de brief]', 'Geachte raad,');
  await assertRefused(site, document, ['--replace'], 1, somebodyWrote);
  assert.equal((await importLetter(site, document, '--name', 'raadsbrief-2')).code, 0);
});

test('words beside a placeholder and a heading of its own make the draft one in which somebody wrote', async () => {
  const document = documentOf(whole);
  for (const [from, to] of [
    ['- “De bouw begint” (termijn: maart 2025): ', '- “De bouw begint” (termijn: maart 2025): De raad was er op 3 mei, met veertig bewoners. '],
    ['[vul in: de brief]', '[vul in: de brief]\n\n## Wat bewoners vroegen'],
  ]) {
    const site = await begunSite();
    edit(site, file, from, to);
    await assertRefused(site, document, ['--replace'], 1, somebodyWrote);
  }
});

test('what stands at the top of the draft is kept: a date, a commitment that a sheet closed, what the letter announces', async () => {
  const site = await begunSite();
  edit(site, 'data/commitments.json', '"status": "open"', '"status": "closed"');
  writeFileSync(join(site, 'content/commitments/T24-02.md'), 'De raad bezocht de haven op 3 april 2025.\n');
  const top = 'closes: ["T24-02"]\nannounces:\n  - what: De oplevering in het voorjaar\n    by: 2026-05\n';
  edit(site, file, /^date_note: .*\n/m.exec(textOf(site, file))[0], `date: 2025-08-28\n${top}`);
  const { code, stdout, stderr } = await importLetter(site, documentOf(whole), '--replace');
  assert.equal(code, 0, stderr);
  assert.ok(textOf(site, file).startsWith(`---
title: "Voortgang: wonen in Zandwijk"
kind: Raadsbrief
from: College van Zandwijk
councils: [zandwijk]
date: 2025-08-28
${top}---
Geachte raad,
`));
  assert.ok(stdout.includes('\nkept from the top of the draft: announces, closes, date\n'), stdout);
  assert.ok(stdout.includes('the letter bears the date 2025-04-18; the draft says 2025-08-28, which is kept'), stdout);
  assert.ok(stdout.includes('left out of the letterhead: “Datum 18 april 2025”\n'), stdout);
  assert.equal((await importLetter(site, documentOf(whole), '--figures')).code, 0);
  assert.ok(textOf(site, file).includes(top));
});

test('numbers of commitments that are not sure, and numbers that are nearly a figure, are warnings at their line', async () => {
  const site = await begunSite();
  const document = documentOf(letter([
    paragraph('Geachte raad,'),
    paragraph('Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.'),
  ]));
  const { code, stdout, stderr } = await importLetter(site, document, '--name', 'tweede');
  assert.equal(code, 0);
  assert.equal(stderr, `content/periods/2025-h1/letters/tweede.md:10:5: warning: 'T24-021' may be commitment T24-02 with the mark of note 1 [letter-commitment]
   10 | Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.
      |     ^~~~~~~
  hint: if so, write T24-02¹, or make it a note; nothing is proposed to close it
content/periods/2025-h1/letters/tweede.md:10:14: warning: there is no commitment 'T24-07' [letter-commitment]
   10 | Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.
      |              ^~~~~~
  hint: add it to data/commitments.json, or mend the number; use one of: T24-02, T24-01 (did you mean 'T24-01'?)
content/periods/2025-h1/letters/tweede.md:10:40: warning: '109' looks like total.woningen.actual with two digits swapped: 190 [letter-figure]
   10 | Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.
      |                                        ^~~
  hint: look which of the two is right; where the figure is meant, write {{ total.woningen.actual }}
content/periods/2025-h1/letters/tweede.md:10:70: warning: '130' is total.woningen.actual of period 2024-h2; in this one it is 190 [letter-figure]
   10 | Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.
      |                                                                      ^~~
  hint: where the earlier period is meant, write {{ 2024-h2: total.woningen.actual }}
`);
  assert.equal(stdout, `wrote content/periods/2025-h1/letters/tweede.md
to: Gemeente Zandwijk
commitment T24-01 is named: it was closed by letters/raadsbrief of 2024-h2
${next}`);
  assert.equal(textOf(site, 'content/periods/2025-h1/letters/tweede.md'), `---
title: "[vul in: titel van de brief]"
kind: Raadsbrief
from: College van Zandwijk
councils: [zandwijk]
date_note: "[vul in: schrijf in plaats van deze regel de datum, zoals 'date: 2024-04-18']"
---
Geachte raad,

Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.
`);
});

test('at a terminal it asks about the mark of a note and about the draft', async () => {
  const site = await begunSite();
  const document = documentOf(letter([paragraph('Geachte raad,'), paragraph('Zie T24-021.')]));
  const { code, stdout } = await atTerminal([...lettersArgs(document), '--site', site], 'j\ny\n');
  assert.equal(code, 0, stdout);
  assert.match(stdout, /'T24-021' may be commitment T24-02 with the mark of note 1\. Is it\? \[y\/N\]/);
  assert.match(stdout, /raadsbrief\.md is a draft in which nobody has written yet\. Put the letter in its place\? \[y\/N\]/);
  const written = textOf(site, file);
  assert.match(written, /^# closes: \[T24-02\]$/m);
  assert.match(written, /\n\nZie T24-02¹\.\n$/);
});

test('a no at a terminal leaves everything as it was', async () => {
  const site = await begunSite();
  const before = stateOf(site);
  const document = documentOf(letter([paragraph('Geachte raad,')]));
  assert.equal((await atTerminal([...lettersArgs(document), '--site', site], '\n')).code, 1);
  assert.deepEqual(stateOf(site), before);
});

// ---- what it refuses --------------------------------------------------------------------------------------

test('a period, a council or a name that cannot be is refused', async () => {
  const site = await begunSite();
  const document = documentOf(whole);
  const refuse = async (args, stderr) =>
    assert.deepEqual(await run(['letter', 'import', document, '--site', site, ...args]), { code: 2, stdout: '', stderr });
  await refuse(['--period', '2025-h2', '--council', 'zandwijk'], `stoplicht: there is no period '2025-h2'
  hint: did you mean '2024-h2'? A new one begins with: stoplicht new 2025-h2
`);
  await refuse(['--period', '2025-h1', '--council', 'zandwik'], `stoplicht: --council: there is no municipality 'zandwik'
  hint: did you mean 'zandwijk'?
`);
  await refuse(['--period', '2025-h1', '--council', 'zandwijk', '--name', '../x'], `stoplicht: --name: '../x' cannot be the name of a letter
  hint: write lower-case letters, digits and hyphens: hilversum-2
`);
});

test('a period that was published gets no letter any more', async () => {
  const site = await publishedSmallSite();
  const before = stateOf(site);
  assert.deepEqual(await run(['letter', 'import', documentOf(whole), '--site', site, '--period', '2024-h2', '--council', 'zandwijk', '--replace']), {
    code: 1,
    stdout: '',
    stderr: "stoplicht: period '2024-h2' was published already\n" +
      '  hint: change its files, and publish the change with: stoplicht correct 2024-h2 --reason "..."\n',
  });
  assert.deepEqual(stateOf(site), before);
});

test('a letter to another council keeps its place', async () => {
  const site = await begunSite();
  edit(site, 'data/organisations.json', '"organisations": [', '"organisations": [\n    { "id": "duindorp", "name": "Duindorp", "kind": "municipality" },');
  const before = stateOf(site);
  const args = ['letter', 'import', documentOf(whole), '--site', site, '--period', '2025-h1', '--council', 'duindorp', '--name', 'raadsbrief', '--replace'];
  assert.deepEqual(await run(args), { code: 2, stdout: '',
    stderr: 'stoplicht: letters/raadsbrief is not a letter to the council of duindorp\n' +
      '  hint: name another with --name, or the council that it goes to with --council\n' });
  assert.deepEqual(stateOf(site), before);
});

test('without pandoc it says what to install', async () => {
  const site = await begunSite();
  const before = stateOf(site);
  const env = { PATH: temporaryFolder() };
  assert.deepEqual(await run([...lettersArgs(documentOf(whole), '--replace'), '--site', site], { env }), {
    code: 3,
    stdout: '',
    stderr: 'stoplicht: pandoc is needed to read Word documents, and is not installed\n  hint: install it: sudo apt-get install pandoc\n',
  });
  assert.deepEqual(stateOf(site), before);
});

test('a pandoc that fails or answers otherwise is told', async () => {
  const site = await begunSite();
  const document = documentOf(whole);
  const withPandoc = async (script) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'pandoc'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'pandoc'), 0o755);
    const { code, stderr } = await run([...lettersArgs(document, '--replace'), '--site', site], { env: { PATH: folder } });
    return `${code} ${stderr.split('\n')[0].replace(document, 'FILE')}`;
  };
  assert.equal(await withPandoc('echo "boem" >&2; exit 63'), '1 FILE: error: pandoc cannot read it: boem [word-unreadable]');
  assert.equal(await withPandoc('echo "heap exhausted" >&2; exit 251'), '1 FILE: error: pandoc needs more than 512 MB for it [word-unreadable]');
  assert.equal(await withPandoc('kill -11 $$'), '1 FILE: error: pandoc was ended by signal 11 [word-unreadable]');
  for (const answer of ['', 'geen json', '{}', '{"pandoc-api-version":[2],"blocks":[],"meta":{}}', '[[[']) {
    assert.equal(await withPandoc(`echo '${answer}'`), '1 FILE: error: pandoc answers in a form that is not known [word-unreadable]');
  }
  assert.equal(await withPandoc(`echo '{"pandoc-api-version":[1],"meta":{},"blocks":[{"t":"Para"}]}'`),
    '3 stoplicht: pandoc answers in a form that is not known');
});
