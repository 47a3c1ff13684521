// Beginning a period with `stoplicht new`, as the person who does it sees it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { startPreview } from '../support/preview.mjs';
import { repository } from '../support/program.mjs';
import { command, edit, publishedSmallSite, readJson, smallSite } from '../support/publishing.mjs';
import { build, copyOf, copyOfSample, filesIn, stateOf, voorbeeldstad } from '../support/sites.mjs';

const textsOf = (site) => new Map(filesIn(site).map((file) => [file, readFileSync(join(site, file), 'utf8')]));
const next = (period) => 'next: stoplicht check, which names every place that is still to be filled in; then ' +
  `stoplicht publish ${period}, and at last stoplicht build\n`;

const wordsOf = (html) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

// The words of a built page.
const text = (site, page) => wordsOf(readFileSync(join(site, 'public', page), 'utf8'));

// What the small site gets with 2025-h1.
const begun = {
  'content/periods/2025-h1/letters/raadsbrief.md': `---
title: "[vul in: titel van de brief]"
kind: Raadsbrief
from: College van Zandwijk
councils: [zandwijk]
date_note: "[vul in: schrijf in plaats van deze regel de datum, zoals 'date: 2024-04-18']"
---
[vul in: de brief]

## Wat wij aankondigden

- “De bouw begint” (termijn: maart 2025): [vul in: wat kwam ervan? Zet het ook bij 'done' in content/periods/2024-h2/letters/raadsbrief.md]

## Toezeggingen die openstaan

- [T24-02](/toezeggingen/t24-02.html) “Bezoek aan de haven” (termijn: tweede kwartaal van 2025): [vul in: hoe staat het? Afgedaan? Voeg dan in de gegevens bovenaan T24-02 toe aan 'closes']
`,
  'content/periods/2025-h1/progress/havenkwartier.md': '[vul in: hoe het gaat met Havenkwartier]\n',
  'content/periods/2025-h1/summary.md': `---
headline: "[vul in: de conclusie in één zin]"
---
[vul in: de samenvatting van deze periode]
`,
  'data/periods/2025-h1.json': `{
  "id": "2025-h1",
  "name": "Eerste helft van 2025",
  "kind": "half-year",
  "from": "2025-01",
  "until": "2025-06",
  "reported_on": "2025-06",
  "reported_note": "[vul in: de dag van het verslag hoort bij 'reported_on'; wat daar staat, is een schatting]",
  "depth": "projects",
  "programmes": [
    {
      "programme": "wonen",
      "status": "not-reported",
      "summary": "[vul in: het stoplicht bij 'status', en hier in één of twee zinnen hoe het gaat]"
    }
  ],
  "totals": [
    {
      "indicator": "woningen",
      "actual": null
    }
  ],
  "figures": [],
  "projects": [
    {
      "project": "havenkwartier",
      "number": "1",
      "status": "not-reported",
      "summary": "[vul in: het stoplicht bij 'status', en hier in één of twee zinnen hoe het gaat]",
      "values": [
        {
          "indicator": "haven-woningen",
          "actual": null
        }
      ]
    },
    {
      "project": "doorstroming",
      "number": "2",
      "status": "not-reported",
      "summary": "[vul in: het stoplicht bij 'status', en hier in één of twee zinnen hoe het gaat]"
    }
  ],
  "sources": [],
  "limits": []
}
`,
};

// Runs a command that writes nothing.
async function assertRefused(site, args, code, stderr) {
  const before = stateOf(site);
  assert.deepEqual(await command(site, args), { code, stdout: '', stderr });
  assert.deepEqual(stateOf(site), before);
}

async function assertOnlyPlaceholders(site) {
  const { code, stdout, stderr } = await command(site, ['check']);
  assert.equal(code, 0, stderr);
  const faults = [...stderr.matchAll(/^(\S+?):\d+:\d+: (warning: .*|error: .*)$/gm)];
  assert.deepEqual(faults.filter(([line]) => !line.endsWith('[text-placeholder]')).map(([line]) => line), []);
  assert.match(stdout, new RegExp(`, ${faults.length} warnings\n$`));
  return faults.map(([, file]) => file);
}

// ---- what it writes ---------------------------------------------------------------------------------------

test('new writes the files of a period, and tells what it wrote, what nobody knows and what comes next', async () => {
  const site = smallSite();
  const before = textsOf(site);
  assert.deepEqual(await command(site, ['new', '2025-h1']), {
    code: 0,
    stdout: `wrote content/periods/2025-h1/summary.md
wrote content/periods/2025-h1/letters/raadsbrief.md
wrote content/periods/2025-h1/progress/havenkwartier.md
wrote data/periods/2025-h1.json: 2 projects, 2 figures, from 2024-h2
not known: the day of the report; 2025-06 at 'reported_on' is a guess
not made: markt.md; write them in content/periods/2025-h1/ when there is something to tell
${next('2025-h1')}`,
    stderr: '',
  });
  assert.deepEqual(textsOf(site), new Map([...before, ...Object.entries(begun)].sort(([a], [b]) => (a < b ? -1 : 1))));
  assert.equal((await assertOnlyPlaceholders(site)).length, 12);
});

test('what was begun and filled in is published without a word', async () => {
  const site = await publishedSmallSite();
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  for (const file of Object.keys(begun)) {
    const text = readFileSync(join(site, file), 'utf8').replaceAll(/\[vul in: [^\]]*\]/g, 'Dat gaat goed.');
    writeFileSync(join(site, file), text.replaceAll('"not-reported"', '"on-track"').replaceAll('null', '90'));
  }
  edit(site, 'data/periods/2025-h1.json', '"haven-woningen"', '"haven-woningen", "note": "Geteld."');
  assert.deepEqual((await command(site, ['check'])).stderr, '');
  const { code, stdout } = await command(site, ['publish', '2025-h1', '--on', '2025-09-01']);
  assert.equal(code, 0);
  assert.match(stdout, /^published 2025-h1 as edition 1: 2 projects, 1 letter\n/);
});

test('a forgotten placeholder is not published', async () => {
  const site = await publishedSmallSite();
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  const { code, stderr } = await command(site, ['publish', '2025-h1', '--on', '2025-09-01']);
  assert.equal(code, 1);
  assert.ok(stderr.endsWith('stoplicht: nothing was published: 0 errors, 12 warnings\n  hint: what is published stays for ever: mend them first\n'));
});

test('an id that tells no time asks for it', async () => {
  const site = smallSite();
  const { stdout } = await command(site, ['new', 'zomer-2025', '--from', '2024-h2']);
  assert.ok(stdout.includes("not known: the day of the report; 2025-02 at 'reported_on' is a guess\n" +
    "not known: the time that it is about; add 'from' and 'until' to data/periods/zomer-2025.json\n"));
  const { name, kind, from, until } = readJson(site, 'data/periods/zomer-2025.json');
  assert.deepEqual([name, kind, from, until], ['[vul in: naam van zomer-2025]', 'half-year', undefined, undefined]);
  await assertOnlyPlaceholders(site);
});

test('--from names another period to go on from', async () => {
  const site = smallSite();
  const { code, stdout } = await command(site, ['new', '2025-h1', '--from', '2024-h1']);
  assert.equal(code, 0);
  assert.equal(stdout, `wrote content/periods/2025-h1/summary.md
wrote data/periods/2025-h1.json: 0 projects, 1 figure, from 2024-h1
not known: the day of the report; 2025-06 at 'reported_on' is a guess
no letter: 2024-h1 has none
not known: which letter answers what letters/raadsbrief of 2024-h2 announced: De bouw begint
not known: which letter tells of commitment T24-02; zandwijk gets none
${next('2025-h1')}`);
  assert.equal(readJson(site, 'data/periods/2025-h1.json').depth, 'totals');
  await assertOnlyPlaceholders(site);
});

test('what has ended is left out, with the reason; what is new asks for its number', async () => {
  const site = smallSite();
  edit(site, 'data/programmes.json', '"followed_by": "words",', '"followed_by": "words", "until": "2024",');
  edit(site, 'data/programmes.json', '"projects": [',
    '"projects": [ { "id": "duin", "name": "Duinwijk", "lineage": [ { "kind": "continues", "project": "havenkwartier" } ] },');
  const { stdout } = await command(site, ['new', '2025-h1']);
  assert.ok(stdout.includes(`left out project havenkwartier: it goes on as duin
not known: the day of the report; 2025-06 at 'reported_on' is a guess
not known: the number of project duin, on which no period reports yet
not known: whether project doorstroming still runs; it was to end in 2024
`), stdout);
  assert.deepEqual(readJson(site, 'data/periods/2025-h1.json').projects.map(({ project, number }) => [project, number]),
    [['doorstroming', '2'], ['duin', '[vul in: nummer van Duinwijk]']]);
});

test('signs of Markdown in names and titles stay what they are', async () => {
  const site = smallSite();
  const signs = '- 1. [x](y) {{ a }} <b>vet</b> `c` *s* _s_ ~s~ | &amp; # \\ ]';
  edit(site, 'content/periods/2024-h2/letters/raadsbrief.md', 'what: De bouw begint', `what: '${signs}'`);
  edit(site, 'content/periods/2024-h2/letters/raadsbrief.md', 'College van Zandwijk', `'${signs}: "z" #'`);
  edit(site, 'data/commitments.json', '"Bezoek aan de haven"', JSON.stringify(signs));
  edit(site, 'data/programmes.json', '"name": "Havenkwartier"', `"name": ${JSON.stringify(signs)}`);
  edit(site, 'content/periods/2024-h2/progress/havenkwartier.md', 'De vergunning',
    '## Over *dit* \\& [de haven](/index.html) \\[1\\] {{ count.projects }}\n\nDe vergunning');
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  await assertOnlyPlaceholders(site);
  assert.equal(readFileSync(join(site, 'content/periods/2025-h1/progress/havenkwartier.md'), 'utf8'),
    '[vul in: hoe het gaat met - 1. (x)(y) (( a )) \\<b\\>vet\\</b\\> \\`c\\` \\*s\\* \\_s\\_ \\~s\\~ \\| \\&amp; \\# \\\\ )]\n\n' +
      '## Over dit \\& de haven \\[1\\] …\n\n[vul in]\n');
  await build(site);
  const page = text(site, 'periodes/2025-h1/brieven/raadsbrief.html');
  const shown = signs.replace('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  assert.equal(page.split(`“${shown}”`).length - 1, 2, page);
  assert.ok(page.includes(`${shown}: &quot;z&quot; #`), page);
});

// ---- what it leaves alone ---------------------------------------------------------------------------------

test('--dry-run tells the same, and writes nothing', async () => {
  const site = smallSite();
  const before = stateOf(site);
  const { code, stdout, stderr } = await command(site, ['new', '2025-h1', '--dry-run']);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^would write content\/periods\/2025-h1\/summary\.md\nwould write .*\nwould write .*\nwould write data\//);
  assert.ok(stdout.endsWith('there is something to tell\nnothing was written: --dry-run\n'));
  assert.deepEqual(stateOf(site), before);
});

test('a file that is there is kept, and the others are written', async () => {
  const site = smallSite();
  await command(site, ['new', '2025-h1']);
  writeFileSync(join(site, 'content/periods/2025-h1/summary.md'), '---\nheadline: Het gaat goed\n---\n');
  rmSync(join(site, 'content/periods/2025-h1/letters'), { recursive: true });
  const before = textsOf(site);
  assert.deepEqual(await command(site, ['new', '2025-h1']), {
    code: 0,
    stdout: `wrote content/periods/2025-h1/letters/raadsbrief.md
kept content/periods/2025-h1/summary.md, which is there already
kept content/periods/2025-h1/progress/havenkwartier.md, which is there already
kept data/periods/2025-h1.json, which is there already
not made: markt.md; write them in content/periods/2025-h1/ when there is something to tell
${next('2025-h1')}`,
    stderr: '',
  });
  const letter = 'content/periods/2025-h1/letters/raadsbrief.md';
  assert.equal(readFileSync(join(site, letter), 'utf8'), begun[letter]);
  rmSync(join(site, letter));
  assert.deepEqual(textsOf(site), before);
});

test('a period whose data is there gets only the texts of the projects that it reports on', async () => {
  const site = smallSite();
  await command(site, ['new', '2025-h1']);
  rmSync(join(site, 'content/periods/2025-h1'), { recursive: true });
  const data = readJson(site, 'data/periods/2025-h1.json');
  data.projects.shift();
  writeFileSync(join(site, 'data/periods/2025-h1.json'), JSON.stringify(data));
  const { code, stdout } = await command(site, ['new', '2025-h1']);
  assert.equal(code, 0);
  assert.ok(stdout.startsWith(`wrote content/periods/2025-h1/summary.md
wrote content/periods/2025-h1/letters/raadsbrief.md
kept data/periods/2025-h1.json, which is there already
`), stdout);
  assert.ok(!existsSync(join(site, 'content/periods/2025-h1/progress')));
  await assertOnlyPlaceholders(site);
});

test('a period that is there with all its files is refused', async () => {
  const site = smallSite();
  await command(site, ['new', '2025-h1']);
  await assertRefused(site, ['new', '2025-h1'], 1,
    "stoplicht: period '2025-h1' is there already, with all its files\n  hint: what it still asks for is told by: stoplicht check\n");
});

test('a period that was published is refused', async () => {
  await assertRefused(await publishedSmallSite(), ['new', '2024-h2'], 1,
    "stoplicht: period '2024-h2' was published already\n" +
      '  hint: change its files, and publish the change with: stoplicht correct 2024-h2 --reason "..."\n');
});

const hintOnId = '  hint: write when it is: 2024-h2, 2024-q3, 2024-09, 2024; or, with --from, a name of lower-case letters, digits and hyphens\n';

const wrongLines = [
  [['new', '2025 H1'], "stoplicht: '2025 H1' cannot be the id of a period\n  hint: did you mean '2025-h1'?\n"],
  [['new', '../2025-h1'], "stoplicht: '../2025-h1' cannot be the id of a period\n  hint: did you mean '2025-h1'?\n"],
  [['new', 'attachments'], `stoplicht: 'attachments' cannot be the id of a period\n${hintOnId}`],
  [['new', 'a'.repeat(81)], `stoplicht: '${'a'.repeat(81)}' cannot be the id of a period\n${hintOnId}`],
  [['new', '2025-h3'], `stoplicht: there is no time '2025-h3'\n${hintOnId}`],
  [['new', '2025-13'], `stoplicht: there is no time '2025-13'\n${hintOnId}`],
  [['new', '2025-h1', '--from', '2024'], "stoplicht: --from: there is no period '2024'\n  hint: use one of: 2024-h2, 2024-h1\n"],
  [['new', '2025-h1', '--from', '2025-h1'],
    'stoplicht: --from: a period does not go on from itself\n  hint: name the one before it\n'],
];

for (const [args, stderr] of wrongLines) {
  test(`refused: ${args.join(' ').slice(0, 60)}`, () => assertRefused(smallSite(), args, 2, stderr));
}

test('nothing comes before the oldest period', async () => {
  await assertRefused(smallSite(), ['new', '2023-h2'], 1,
    "stoplicht: there is no period before '2023-h2'\n  hint: name the one to go on from: --from 2024-h1\n");
});

test('a site folder with a fault is mended first', async () => {
  const site = smallSite();
  edit(site, 'data/periods/2024-h1.json', '"half-year"', '"halfyear"');
  await assertRefused(site, ['new', '2025-h1'], 1, `data/periods/2024-h1.json:4:11: error: unknown kind 'halfyear' [value-unknown]
    4 |   "kind": "halfyear",
      |           ^~~~~~~~~~
  hint: use one of: year, half-year, quarter, month, incidental (did you mean 'half-year'?)
stoplicht: nothing was written: 1 error
  hint: the site folder has faults: mend them first
`);
});

test('a text that would have a fault only with the new period is told before anything is written', async () => {
  const site = smallSite();
  edit(site, 'content/pages/over.md', 'De monitor verschijnt', 'Er zijn {{ total.woningen.actual }} woningen. De monitor verschijnt');
  await assertRefused(site, ['new', '2025-h1'], 1, `content/pages/over.md:9:9: error: figure 'total.woningen.actual' is not known in period 2025-h1 [figure-unknown]
    9 | Er zijn {{ total.woningen.actual }} woningen. De monitor verschijnt twee keer per jaar.
      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  hint: write the text without it, or name a period that gives it, as in {{ 2024-07: … }}
stoplicht: nothing was written: 1 error
  hint: the site would have these with the new period; mend what they tell first
`);
});

test('a time that overlaps another period of its kind is told before anything is written', async () => {
  const site = smallSite();
  edit(site, 'data/periods/2024-h2.json', '"until": "2024-12"', '"until": "2025-02"');
  const { code, stdout, stderr } = await command(site, ['new', '2025-h1']);
  assert.deepEqual([code, stdout], [1, '']);
  assert.match(stderr, /^data\/periods\/2025-h1\.json:5:11: error: '2025-h1' begins \(2025-01\) before '2024-h2' ends \(2025-02\) \[period-overlap\]\n/);
  assert.ok(!existsSync(join(site, 'content/periods/2025-h1')));
});

test('a disk that refuses leaves nothing behind', async () => {
  const site = smallSite();
  writeFileSync(join(site, 'content/periods/2025-h1'), '');
  const before = textsOf(site);
  const { code, stdout, stderr } = await command(site, ['new', '2025-h1']);
  assert.deepEqual([code, stdout], [3, '']);
  assert.equal(stderr, `stoplicht: cannot open ${join(site, 'content/periods/2025-h1')}: not a directory\n`);
  assert.deepEqual(textsOf(site), before);
});

// ---- the two sites ----------------------------------------------------------------------------------------

test('what is written is what the schema asks for, too', async () => {
  const schema = readJson(repository, 'generator/schemas/period.schema.json');
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false });
  ajv.addVocabulary(['enumDescriptions', 'errorMessage', 'patternErrorMessage']);
  const isPeriod = ajv.compile(schema);
  for (const [site, period, ...more] of [
    [smallSite(), 'zomer', '--from', '2024-h2'], [copyOf(voorbeeldstad), '2025-q1'], [copyOfSample(), '2024-10'],
  ]) {
    assert.equal((await command(site, ['new', period, ...more])).code, 0);
    isPeriod(readJson(site, `data/periods/${period}.json`));
    assert.deepEqual(isPeriod.errors, null);
  }
});

test('Voorbeeldstad, with its editions: the next period is grey and unknown until it is filled in', async () => {
  const site = copyOf(voorbeeldstad);
  const { code, stdout } = await command(site, ['new', '2025-h1']);
  assert.equal(code, 0);
  assert.ok(stdout.includes('wrote data/periods/2025-h1.json: 17 projects, 18 figures, from 2024-h2\n' +
    'left out project taalhuis: it was completed in 2024-h2\n'), stdout);
  await assertOnlyPlaceholders(site);
  const preview = await startPreview(site);
  const shown = async (address) => wordsOf((await preview.get(address)).body);
  const page = await shown('/periodes/2025-h1/index.html');
  assert.ok(page.includes('Van geen deelproject is een stand bekend.'));
  assert.ok(page.includes('Stoplichten van 17 deelprojecten, eerste helft van 2025 17 niet gemeld.'));
  assert.ok(page.includes('Eerste helft van 2025: niet bekend. Streefwaarde: 1.500.'));
  assert.ok((await shown('/periodes/2025-h1/beschut-werk.html')).includes('Beschut werk Niet gemeld'));
  await preview.stop();

  // No word of the period before stands in the new one, but for what it announced.
  const then = readJson(voorbeeldstad, 'data/periods/2024-h2.json');
  const data = readFileSync(join(site, 'data/periods/2025-h1.json'), 'utf8');
  const words = [...then.projects, ...then.programmes].flatMap(({ summary, cause, action }) => [summary, cause, action]);
  assert.deepEqual(words.filter((each) => each && data.includes(each)), []);
  assert.deepEqual([...data.matchAll(/: (\d.*)/g)], []);
});

test('the sample: what runs comes from the last period with projects, the letter from the last letter', async () => {
  const site = copyOfSample();
  const { code, stdout } = await command(site, ['new', '2024-10']);
  assert.equal(code, 0);
  assert.ok(stdout.includes('wrote data/periods/2024-10.json: 21 projects, 9 figures, from 2020-07\n'), stdout);
  const letter = readFileSync(join(site, 'content/periods/2024-10/letters/hilversum.md'), 'utf8');
  assert.ok(letter.includes('kind: Informatiebrief\n'));
  assert.ok(letter.includes('“De volgende informatiebrief aan de raad” (termijn: vierde kwartaal van 2024): [vul in: '));
  await assertOnlyPlaceholders(site);
  await build(site);
  assert.ok(text(site, 'periodes/2024-10/index.html').includes('21 niet gemeld.'));
});
