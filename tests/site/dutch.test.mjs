// The program in Dutch: with --lang nl, or in a Dutch locale. That each sentence has a translation is looked at in
// dutch-messages.test.mjs; here the program says them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check, expectedOf, inSite, names, reportsIn } from '../support/broken-sites.mjs';
import { translated } from '../support/messages.mjs';
import { atTerminal, repository, run } from '../support/program.mjs';
import { command, edit, smallSite } from '../support/publishing.mjs';
import { copyOfSample, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';
import { letter, paragraph } from '../support/word.mjs';
import { Form } from '../support/workbook.mjs';

const dutch = ['--lang', 'nl'];
const tip = '  tip: stoplicht --help toont de opdrachten en hun opties\n';

// ---- faults -----------------------------------------------------------------------------------------------

// What the program says of a broken site in English, in Dutch: only the sentences differ.
function inDutch(text) {
  const marks = { error: 'fout', warning: 'waarschuwing' };
  return reportsIn(text).map(({ id, severity, text: report }) => {
    const [first, ...rest] = report.split('\n');
    const [, place, message] = new RegExp(`^(.*?)${severity}: (.*) \\[[a-z-]+\\]$`).exec(first);
    const lines = rest.map((line) => line.replace(/^ {2}hint: (.*)$/, (whole, hint) => `  tip: ${translated(id, hint)}`));
    return [`${place}${marks[severity]}: ${translated(id, message)} [${id}]`, ...lines].join('\n') + '\n';
  }).join('');
}

// One for each kind of file, and the one with many.
const shown = [
  'many-faults', 'json-syntax', 'front-matter-syntax', 'key-missing', 'type-wrong', 'chart-unknown', 'figure-unknown',
  'link-scheme', 'edition-part', 'template-variable', 'string-placeholder', 'reference-unknown', 'depth-mismatch',
];

for (const name of shown.flatMap((start) => names.filter((each) => each === start || each.startsWith(`${start}-`)).slice(0, 1))) {
  test(`in Dutch: ${name}`, async () => {
    const { stderr } = await inSite(name, (site) => check(site, ...dutch));
    const faults = inDutch(expectedOf(name));
    assert.equal(stderr.slice(0, faults.length), faults);
    assert.match(stderr.slice(faults.length), /^(|stoplicht: \d+ fout(en)?, \d+ waarschuwing(en)?\n)$/);
  });
}

const golden = join(repository, 'tests/broken-in-dutch');
const wordForWord = ['edition-differs', 'link-file', 'many-faults'];
for (const name of wordForWord) {
  test(`in Dutch, word for word: ${name}`, async () => {
    const { stderr } = await inSite(name, (site) => check(site, ...dutch));
    const file = join(golden, `${name}.txt`);
    if (process.env.UPDATE_EXPECTED === '1') writeFileSync(file, stderr);
    assert.ok(existsSync(file), `${file} is missing: UPDATE_EXPECTED=1 writes it`);
    assert.equal(stderr, readFileSync(file, 'utf8'));
  });
}

test('no text is left behind of a site that is no longer told word for word', () => {
  assert.deepEqual(readdirSync(golden).sort(), wordForWord.map((name) => `${name}.txt`));
});

test('JSON is English in any language: a program reads it', async () => {
  const withoutTimes = (text) => text.replace(/"(wall_ms|cpu_ms)": \d+/g, '"$1": 0');
  await inSite('many-faults', async (site) => {
    const english = await check(site, '--format=json');
    const asked = await check(site, '--format=json', ...dutch);
    assert.equal(withoutTimes(asked.stdout), withoutTimes(english.stdout));
    assert.deepEqual([asked.code, asked.stderr], [1, '']);
  });
});

// ---- choosing ---------------------------------------------------------------------------------------------

const languageOf = async (args, env) => {
  const { stderr } = await run(['check', ...args, '--site', join(temporaryFolder(), 'nothing')], { env });
  return stderr.includes(' fout: ') ? 'nl' : stderr.includes(' error: ') ? 'en' : stderr;
};
const locales = [
  [{ LC_ALL: 'nl_NL.UTF-8' }, 'nl'],
  [{ LC_ALL: '', LC_MESSAGES: 'nl_BE', LANG: 'en_GB.UTF-8' }, 'nl'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'nl_NL.UTF-8' }, 'nl'],
  [{ LC_ALL: 'C', LC_MESSAGES: '', LANG: 'nl_NL.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: '' }, 'en'],
  [{ LC_ALL: 'fy_NL.UTF-8' }, 'en'],
];
for (const [env, language] of locales) {
  const told = Object.entries(env).map(([name, value]) => `${name}='${value}'`).join(' ');
  test(`the terminal speaks ${language} with ${told}`, async () => {
    assert.equal(await languageOf([], env), language);
  });
}

test('--lang goes before the locale, and may stand before the command', async () => {
  assert.equal(await languageOf(['--lang', 'en'], { LC_ALL: 'nl_NL.UTF-8' }), 'en');
  assert.equal(await languageOf(['--lang=nl'], {}), 'nl');
  const before = await run(['--lang=nl', 'check', '--site', join(temporaryFolder(), 'nothing')]);
  assert.match(before.stderr, / fout: hier is geen map data\/ /);
});

// ---- the command line and the commands --------------------------------------------------------------------

const wrong = [
  [[], `stoplicht: er is geen opdracht genoemd\n${tip}`],
  [['maak'], "stoplicht: er is geen opdracht 'maak'\n  tip: kies uit: build, check, init, new, sheet, letter, serve, publish, correct, withdraw, diff, verify\n"],
  [['sheet'], `stoplicht: er is geen opdracht genoemd\n${tip}`],
  [['sheet', 'import'], `stoplicht: er is geen bestand genoemd\n${tip}`],
  [['init'], `stoplicht: er is geen map genoemd\n${tip}`],
  [['diff'], `stoplicht: er is geen periode of editie genoemd\n${tip}`],
  [['diff', '2020-07'], `stoplicht: er is geen tweede periode of editie genoemd\n${tip}`],
  [['correct', '2020-07'], `stoplicht: --reason ontbreekt\n${tip}`],
  [['init', 'x', '--period', 'voorjaar'], "stoplicht: --period: 'voorjaar' noemt geen tijd\n  tip: schrijf wanneer het is: 2025-h1, 2025-q1, 2025-04, 2025\n"],
  [['build', '--nope'], `stoplicht: dit hoort niet in deze opdracht: --nope\n${tip}`],
  [['check', '--taal', 'nl'], "stoplicht: dit hoort niet in deze opdracht: --taal\n  tip: bedoelde u '--lang'?\n"],
  [['check', 'a', 'b'], 'stoplicht: dit hoort niet in deze opdracht: a b\n' +
    '  tip: zet een tekst met spaties tussen aanhalingstekens: "twee woorden"; stoplicht --help toont de opdrachten en hun opties\n'],
  [['build', '--site'], `stoplicht: --site: hier hoort MAP achter\n${tip}`],
  [['build', '--site', ''], 'stoplicht: --site: er is niets genoemd\n  tip: laat de optie weg: dan geldt de standaardwaarde\n'],
  [['build', '--format=xml'], `stoplicht: --format: xml kan niet; kies uit text,json\n${tip}`],
  [['build', '--lang=fr'], `stoplicht: --lang: fr kan niet; kies uit en,nl\n${tip}`],
  [['serve', '--port=x'], `stoplicht: --port: x is geen getal van 0 tot en met 65535\n${tip}`],
  [['serve', '--port=70000'], `stoplicht: --port: 70000 is geen getal van 0 tot en met 65535\n${tip}`],
  [['publish'], `stoplicht: er is geen periode genoemd\n${tip}`],
  [['publish', 'x', '--sign=a', '--unsigned'], `stoplicht: --sign gaat niet samen met --unsigned\n${tip}`],
  [['build', '--as-of=2024-13'], "stoplicht: --as-of: '2024-13' is geen datum\n  tip: schrijf een dag, een maand, een kwartaal of een jaar: 2024-04-18, 2024-04, 2024-Q2, 2024\n"],
  [['publish', 'x', '--on=2024-04'], 'stoplicht: --on: noem een dag, geen maand of jaar\n  tip: zoals --on 2024-04-18\n'],
  [['correct', 'x', '--reason=.'], "stoplicht: --reason: '.' is geen reden\n  tip: lezers krijgen de reden te zien: --reason \"het aantal plaatsen was dubbel geteld\"\n"],
  [['withdraw', '2020-07', '--reason=Waarom'], 'stoplicht: er is niets genoemd om in te trekken\n  tip: zoals letters/hilversum, projects/ggz, T20-27; of een hele editie die vervangen is: 2020-07@v1 --whole\n'],
  [['verify', '/nonexistent'], 'stoplicht: /nonexistent is niet de map van een site en geen gemaakte website\n  tip: noem een map met data/ of met manifest.json\n'],
  [['new', 'A b'], "stoplicht: 'A b' kan niet het id van een periode zijn\n  tip: schrijf wanneer het is: 2024-h2, 2024-q3, 2024-09, 2024; of, met --from, een naam van kleine letters, cijfers en streepjes\n"],
  [['diff', '2020-07', '2020-07@vx'], "stoplicht: '2020-07@vx' is geen editie\n  tip: schrijf 2020-07, 2020-07@v1 of 2020-07@sources\n"],
];
for (const [args, stderr] of wrong) {
  test(`in Dutch a wrong command line says why: stoplicht ${args.join(' ')}`, async () => {
    assert.deepEqual(await run(args, { env: { LC_ALL: 'nl_NL.UTF-8' } }), { code: 2, stdout: '', stderr });
  });
}

test('--help is Dutch of every command, and has no English sentence', async () => {
  const help = await run(['--help', ...dutch]);
  const commands = [...help.stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name);
  assert.ok(commands.length >= 12);
  const within = [['sheet', 'export'], ['sheet', 'import'], ['letter', 'import']];
  const all = [help, ...await Promise.all([...commands.map((name) => [name]), ...within].map((names) => run([...names, '--help', ...dutch])))];
  for (const { code, stdout, stderr } of all) {
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^Gebruik: /m);
    assert.match(stdout, /^Opties:$/m);
    assert.doesNotMatch(stdout, /\b(the|of the|default|Options|Usage|REQUIRED|DIR|KEY|FILE|NAME|COUNCIL)\b/);
  }
  assert.match(help.stdout, /^Opdrachten:\n {2}build +De website maken$/m);
});

test('a build and a check tell in Dutch what they did', async () => {
  const site = copyOfSample();
  const built = await run(['build', '--site', site, ...dutch]);
  assert.match(built.stdout, /^stoplicht: \d+ pagina's gemaakt, \d+,\d MB, in \d+([,]\d s| ms), 0 waarschuwingen \((\d+) van \2 bestanden geschreven in .*public\)\n$/);
  const checked = await run(['check', '--site', site, ...dutch]);
  assert.match(checked.stdout, /^stoplicht: \d+ pagina's nagekeken, \d+,\d MB, in \d+(,\d s| ms), 0 waarschuwingen\n$/);
  const verified = await run(['verify', site, ...dutch]);
  assert.match(verified.stdout, /^stoplicht: gecontroleerd: \d+ bestanden van de website; hier is niets gepubliceerd\n$/);
  const refused = await run(['build', '--site', site, '--output', join(site, 'data'), ...dutch]);
  assert.match(refused.stderr, /^stoplicht: de website kan niet in .*data worden geschreven: daar staat data\/ van de map van de site zelf\n$/);
});

test('a comparison is told in Dutch, with numbers and dates as Dutch writes them', async () => {
  const { code, stdout } = await run(['diff', '2024-h1', '2024-h2', '--site', voorbeeldstad, ...dutch]);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(code, 0);
  assert.ok(lines.includes('  IDM 2 Jongerenloket                    slechter: Op koers → Risico'));
  assert.ok(lines.includes('  Huishoudens met bijstand                     6.155 → 6.085 (-70, beter); prognose geen → 6.000'));
  assert.ok(lines.includes('  V24-01  gedaan op 17 december 2024: Dienstregeling van de buurtbus'));
  assert.equal(lines.at(-1), 'anders: 1 stoplicht beter, 3 stoplichten slechter, 3 deelprojecten anders, 20 cijfers, 3 toezeggingen');
  assert.doesNotMatch(stdout, /\b(better|worse|none|known|told|forecast|since|was named)\b/);
});

test('a site is begun in Dutch', async () => {
  const folder = join(temporaryFolder(), 'monitor');
  const begin = () => run(['init', folder, '--period', '2025-h1', ...dutch]);
  const begun = await begin();
  const lines = begun.stdout.trimEnd().split('\n');
  assert.deepEqual([begun.code, begun.stderr], [0, '']);
  assert.ok(lines.includes(`geschreven: ${folder}/data/site.json`));
  assert.deepEqual(lines.slice(-3), [
    `daarna: lees ${folder}/LEESMIJ.md`,
    `daarna: stoplicht serve --site ${folder}, dat de website in een browser toont`,
    `daarna: stoplicht check --site ${folder}, dat elke plek noemt die nog moet worden ingevuld`,
  ]);
  const again = await begin();
  assert.match(again.stderr, /^stoplicht: er is niets geschreven: in .* staan deze al: .*\n {2}tip: noem een nieuwe map, of een map zonder bestanden met deze namen\n$/);
});

test('a form is told in Dutch: what it changes, what it takes away, and what is wrong at its cell', async () => {
  const site = smallSite();
  const file = join(temporaryFolder(), 'form.xlsx');
  const made = await run(['sheet', 'export', '2024-h2', '--site', site, '--output', file, ...dutch]);
  assert.match(made.stdout, /^geschreven: .*form\.xlsx: 3 rijen in Projecten, \d+ rij(?:en)? in Cijfers, \d+ rij(?:en)? in Toezeggingen\n/);
  assert.ok(made.stdout.endsWith(`daarna: vul het in, sla het op als .xlsx, en geef de opdracht: stoplicht sheet import ${file}\n`), made.stdout);
  const empty = readFileSync(file);
  const fill = (projects) => writeFileSync(file, new Form(empty).fill({ Projecten: projects }).bytes());
  const args = ['sheet', 'import', file, '--site', site, ...dutch];

  fill({ doorstroming: { Samenvatting: '' } });
  assert.deepEqual(await run(args), {
    code: 1,
    stdout: 'Projecten\n  2 Doorstroming\n    Samenvatting: Twintig verhuizingen. → (leeg)  (!) haalt weg wat er stond\n',
    stderr: 'stoplicht: er is niets geschreven: bij 1 wijziging hierboven staat (!)\n  tip: bekijk ze, en herstel ze in het blad, of schrijf alles met --yes\n',
  });
  const asked = await atTerminal(args, 'nee\n');
  assert.equal(asked.code, 1);
  assert.ok(asked.stdout.includes('bij 1 wijziging hierboven staat (!). Alles schrijven? [j/N] '), asked.stdout);

  fill({ havenkwartier: { Stand: 'groen' } });
  const wrongly = await run(args);
  assert.match(wrongly.stderr, /form\.xlsx:Projecten![A-Z]+\d+: fout: 'groen' staat niet in de lijst van deze kolom \[sheet-value\]\n {2}tip: kies uit: /);
  assert.ok(wrongly.stderr.endsWith('stoplicht: er is niets geschreven: 1 fout\n  tip: herstel ze in het blad, sla het op, en probeer het nog eens\n'), wrongly.stderr);
});

test('taking over a letter from Word is told in Dutch: what is found in it, and what keeps it out', async () => {
  const site = smallSite();
  assert.equal((await command(site, ['new', '2025-h1'])).code, 0);
  edit(site, 'data/periods/2025-h1.json', '"actual": null', '"actual": 190');
  const document = join(temporaryFolder(), 'brief.docx');
  const take = (...more) => run(['letter', 'import', document, '--period', '2025-h1', '--council', 'zandwijk', '--site', site, ...more]);
  writeFileSync(document, letter([
    paragraph('Geachte raad,'),
    paragraph('Zie T24-021, T24-07 en T24-01. Er zijn 109 woningen gebouwd, waarvan 130 nieuwe woningen.'),
  ]));

  const inEnglish = await take('--name', 'tweede', '--dry-run');
  const told = await take('--name', 'tweede', ...dutch);
  assert.equal(told.stderr, inDutch(inEnglish.stderr));
  assert.ok(told.stderr.includes("waarschuwing: '109' lijkt op total.woningen.actual met twee cijfers verwisseld: 190 [letter-figure]"), told.stderr);
  assert.ok(told.stderr.includes('tip: klopt dat, schrijf dan T24-02¹, of maak er een noot van; er wordt niet voorgesteld die toezegging af te doen\n'), told.stderr);
  assert.equal(told.stdout, `geschreven: content/periods/2025-h1/letters/tweede.md
aan: Gemeente Zandwijk
toezegging T24-01 wordt genoemd: zij is afgedaan met letters/raadsbrief van 2024-h2
daarna: stoplicht check, dat elke plek noemt die nog moet worden ingevuld; lees de brief naast die in Word; dan stoplicht publish 2025-h1
`);

  assert.equal((await take(...dutch)).stderr,
    'stoplicht: content/periods/2025-h1/letters/raadsbrief.md is er al: een concept waarin nog niemand heeft geschreven\n' +
    '  tip: om de brief ervoor in de plaats te zetten: --replace\n');
  writeFileSync(document, '{\\rtf1 x}');
  assert.equal((await take(...dutch)).stderr, `${document}: fout: dit is een RTF-bestand [word-kind]
  tip: open het in Word, kies Opslaan als en het type Word-document (.docx), en neem dat over
stoplicht: er is niets geschreven: 1 fout
`);
});

test('where the rehearsal stands is told in Dutch, and why it is nowhere', async () => {
  const site = smallSite();
  const report = join(temporaryFolder(), 'repetitie.html');
  const write = () => run(['check', '--site', site, '--report', report, ...dutch]);
  assert.ok((await write()).stdout.startsWith(`let op: wat er nog tussen het concept en de publicatie staat, is te lezen in ${report}\n`));
  writeFileSync(report, '<p>van een ander</p>');
  assert.equal((await write()).stderr, `stoplicht: --report: ${report} is er al, en is geen verslag van Stoplicht; er is niets aan veranderd\n  tip: noem een ander bestand\n`);
});

test('a day at the desk is told in Dutch: publish, correct, withdraw, begin the next period, verify', async () => {
  const site = copyOfSample();
  const tell = async (...args) => {
    const { code, stdout, stderr } = await run([...args, ...(args[0] === 'verify' ? [site] : ['--site', site]), ...dutch]);
    return { code, lines: (stdout + stderr).trimEnd().split('\n') };
  };
  const refused = (code, message, hint) => ({ code, lines: [`stoplicht: ${message}`, `  tip: ${hint}`] });

  assert.deepEqual(await tell('correct', '2020-07', '--reason', 'Een telfout'),
    refused(1, "periode '2020-07' is nog niet gepubliceerd", 'publiceer die met: stoplicht publish 2020-07'));
  const published = await tell('publish', '2020-07', '--on', '2020-08-01');
  assert.deepEqual([published.code, published.lines[0], published.lines.at(-1)],
    [0, '2020-07 gepubliceerd als editie 1: 22 deelprojecten, 1 brief', "daarna: stoplicht build, dat er de pagina's van maakt"]);
  assert.match(published.lines[1], /^controlegetal [0-9a-f]{64}$/);
  assert.deepEqual(await tell('publish', '2020-07'),
    refused(1, "periode '2020-07' is al gepubliceerd", 'publiceer een wijziging met: stoplicht correct 2020-07 --reason "..."'));
  assert.deepEqual(await tell('correct', '2020-07', '--reason', 'Een telfout'),
    refused(1, 'er is niets te verbeteren: de bestanden zijn dezelfde als in editie 1', 'verander eerst de bestanden'));

  const withdrawn = await tell('withdraw', '2020-07', 'projects/wijkleerbedrijf', '--reason', 'Privacy');
  assert.deepEqual([withdrawn.code, withdrawn.lines[0], withdrawn.lines.at(-1)], [
    0, 'ingetrokken: project:wijkleerbedrijf uit 2020-07@v1',
    'daarna: stoplicht build; tot dan, en tot dat online staat, toont de website het nog',
  ]);
  const begun = await tell('new', '2020-h2');
  assert.ok(begun.lines.includes('geschreven: data/periods/2020-h2.json: 21 deelprojecten, 8 cijfers, uit 2020-07'));
  assert.ok(begun.lines.includes('weggelaten: deelproject schoonthuis; het is beëindigd'));
  assert.deepEqual(await tell('new', '2020-h2'),
    refused(1, "periode '2020-h2' is er al, met alle bestanden", 'wat nog ontbreekt, ziet u met: stoplicht check'));
  const verified = await tell('verify');
  assert.equal(verified.lines.at(-1), 'stoplicht: gecontroleerd: 2 edities en intrekkingen in data/editions; er is niets veranderd');

  const english = /\b(the|is there|nothing|write|written|which|not known|next:)\b/;
  for (const { lines } of [published, withdrawn, begun, verified]) assert.doesNotMatch(lines.join('\n'), english);
});
