// What the program says and does, as the person or script that starts it sees it.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { repository, run } from '../support/program.mjs';
import { build, builtSample, copyOf, copyOfSample, filesIn, pagesIn, stateOf, temporaryFolder } from '../support/sites.mjs';

const hint = '  hint: stoplicht --help tells the commands and their options\n';
const hintOnText = '  hint: a text with spaces stands between quotation marks: "two words"; stoplicht --help tells the commands and their options\n';
const hintOnDate = '  hint: write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2, 2024\n';
const cmake = readFileSync(join(repository, 'CMakeLists.txt'), 'utf8');
const [, version] = /project\(\w+ VERSION ([0-9.]+)/i.exec(cmake);

function edit(file, from, to) {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${file} has no '${from}'`);
  writeFileSync(file, text.replace(from, to));
}

// Adds a fault to a copy of the sample, and gives what the program tells about it: { text, json }.
function addFault(site) {
  const file = 'data/periods/2020-07.json';
  edit(join(site, file), '"status": "completed"', '"status": "groen"');
  const lines = readFileSync(join(site, file), 'utf8').split('\n');
  const line = 1 + lines.findIndex((each) => each.includes('"groen"'));
  const source = lines[line - 1];
  const column = 1 + source.indexOf('"groen"');
  const message = "unknown status 'groen'";
  const advice = 'use one of: on-track, at-risk, off-track, on-hold, not-started, completed, not-reported';
  const text = `${file}:${line}:${column}: error: ${message} [status-unknown]
${String(line).padStart(5)} | ${source}
      | ${' '.repeat(column - 1)}^~~~~~~
  hint: ${advice}
`;
  const json = { severity: 'error', id: 'status-unknown', message, file, line, column, length: 7, hint: advice };
  return { text, json };
}
const addWarning = (site) => appendFileSync(join(site, 'content/pages/privacy.md'), '\n<b>vet</b>\n');

// Tells what differs, not how: a page is long.
function assertUntouched(folder, before) {
  const tell = ({ path, mode, inode, modified, bytes }) => [path, `${mode} ${inode} ${modified} ${bytes}`];
  const [then, now] = [new Map(before.map(tell)), new Map(stateOf(folder).map(tell))];
  const paths = [...new Set([...then.keys(), ...now.keys()])];
  assert.deepEqual(paths.filter((path) => then.get(path) !== now.get(path)), []);
}

const jsonOf = ({ stdout }) => JSON.parse(stdout);
const withoutTime = (text) => text.replace(/ in [0-9.]+ (ms|s),/, ' in TIME,');

// ---- the command line itself ------------------------------------------------------------------------------

test('--version tells name and version', async () => {
  assert.deepEqual(await run(['--version']), { code: 0, stdout: `stoplicht ${version}\n`, stderr: '' });
});

test('--help tells the commands, and --help of a command its options', async () => {
  const { code, stdout, stderr } = await run(['--help']);
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^Builds a website that reports to a council, period by period, from a site folder\.\n/);
  assert.match(stdout, /^ {2}build {2,}Build the website\n {2}check {2,}Look for faults, and build nothing$/m);
  const codes = 'Exit code: 0 fine, 1 faults in the site folder, 2 wrong command line, 3 disk or other surroundings.';
  assert.ok(stdout.split('\n').includes(codes));
  const optionsOf = async (command) => {
    const help = await run([command, '--help']);
    assert.deepEqual([help.code, help.stderr], [0, '']);
    return [...help.stdout.matchAll(/^ {2}(?:-\w,)?(--[a-z-]+)/gm)].map(([, option]) => option);
  };
  const options = ['--help', '--site', '--output', '--sign', '--strict', '--format', '--as-of', '--lang'];
  assert.deepEqual(await optionsOf('build'), options);
  const checking = options.filter((option) => !['--output', '--sign', '--lang'].includes(option));
  assert.deepEqual(await optionsOf('check'), [...checking, '--report', '--lang']);
  assert.deepEqual(await optionsOf('verify'), ['--help', '--output', '--key', '--format', '--lang']);
});

test('--help tells the values of an option once', async () => {
  const { stdout } = await run(['build', '--help']);
  assert.match(stdout, /^ {2}--format text\|json *(\n|$| {2,})/m);
});

const wrongCommandLines = [
  [[], `stoplicht: A subcommand is required\n${hint}`],
  [['build', '--nope'], `stoplicht: The following argument was not expected: --nope\n${hint}`],
  [['check', 'extra'], `stoplicht: The following argument was not expected: extra\n${hintOnText}`],
  [['correct', '2020-07', '--reason', 'Een', 'verkeerd', 'getal'],
    `stoplicht: The following arguments were not expected: verkeerd getal\n${hintOnText}`],
  [['check', '--taal', 'nl'], "stoplicht: The following argument was not expected: --taal\n  hint: did you mean '--lang'?\n"],
  [['sheet', 'import', 'x', '--yse'], "stoplicht: The following argument was not expected: --yse\n  hint: did you mean '--yes'?\n"],
  [['check', '--output=x'], `stoplicht: The following argument was not expected: --output=x\n${hint}`],
  [['build', '--site'], `stoplicht: --site: 1 required DIR missing\n${hint}`],
  [['build', '--format=xml'], `stoplicht: --format: xml not in {text,json}\n${hint}`],
  [['build', '--as-of=2024-13'], `stoplicht: --as-of: '2024-13' is not a date\n${hintOnDate}`],
  [['build', '--as-of=2024-02-30'], `stoplicht: --as-of: '2024-02-30' is not a date\n${hintOnDate}`],
];

for (const [args, stderr] of wrongCommandLines) {
  test(`a wrong command line ends with 2 and says why: stoplicht ${args.join(' ')}`, async () => {
    assert.deepEqual(await run(args), { code: 2, stdout: '', stderr });
  });
}

test('a word that is no command is named in the message', async () => {
  const { code, stdout, stderr } = await run(['frobnicate']);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /frobnicate/);
});

// ---- building ---------------------------------------------------------------------------------------------

test('a build tells what it made and what of it was new', async () => {
  const site = copyOfSample();
  const output = join(site, 'public');
  const first = await run(['build', '--site', site]);
  const pages = pagesIn(output).length;
  const state = stateOf(output);
  const files = state.filter(({ bytes }) => bytes !== null).length;
  const size = state.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  const line = (written) => `stoplicht: built ${pages} pages, ${(size / 1e6).toFixed(1)} MB, in TIME, 0 warnings ` +
    `(${written} of ${files} files written to ${output})\n`;
  assert.deepEqual({ ...first, stdout: withoutTime(first.stdout) }, { code: 0, stdout: line(files), stderr: '' });

  const second = await run(['build', '--site', site]);
  assert.deepEqual({ ...second, stdout: withoutTime(second.stdout) }, { code: 0, stdout: line(0), stderr: '' });
  assertUntouched(output, state);
  assert.deepEqual(readdirSync(site).sort(), ['content', 'data', 'public']);
});

// The first file of the search index, as text.
function rootOfIndex(output) {
  const [root] = readdirSync(join(output, 'search')).filter((name) => name.endsWith('.bin'));
  return inflateRawSync(readFileSync(join(output, 'search', root))).toString();
}

test('--format=json tells the same to a script', async () => {
  const site = copyOfSample();
  const result = await run(['build', '--site', site, '--format=json']);
  const { wall_ms: wall, cpu_ms: cpu, search: { cpu_ms: searchCpu, ...search }, ...report } = jsonOf(result);
  const state = stateOf(join(site, 'public')).filter(({ bytes }) => bytes !== null);
  assert.deepEqual(report, {
    command: 'build',
    ok: true,
    pages: pagesIn(join(site, 'public')).length,
    files: state.length,
    bytes: state.reduce((sum, { bytes }) => sum + bytes.length, 0),
    written: state.length,
    kept: 0,
    errors: 0,
    warnings: 0,
    notes: [],
    diagnostics: [],
  });
  assert.ok(Number.isInteger(wall) && Number.isInteger(cpu) && Number.isInteger(searchCpu));
  const sizeOf = (pattern) => state.filter(({ path }) => pattern.test(path)).reduce((sum, { bytes }) => sum + bytes.length, 0);
  assert.deepEqual(search, {
    pages: Number(/"pages":(\d+)/.exec(rootOfIndex(join(site, 'public')))[1]),
    bytes: sizeOf(/^search\/.*\.bin$/),
    excerpt_bytes: sizeOf(/^search\/.*\/.*\.bin$/),
    folder_bytes: sizeOf(/^search\/.*\.js$/),
  });
  assert.deepEqual([result.code, result.stderr], [0, '']);

  const again = jsonOf(await run(['build', '--site', site, '--format=json']));
  assert.deepEqual([again.written, again.kept], [0, state.length]);
});

test('a changed text gives new pages, and what did not change keeps its inode', async () => {
  const site = copyOfSample();
  const output = await build(site);
  const before = stateOf(output);
  appendFileSync(join(site, 'content/pages/privacy.md'), '\nEen nieuwe alinea.\n');
  await build(site);
  const after = new Map(stateOf(output).map((each) => [each.path, each]));
  const files = before.filter(({ bytes }) => bytes !== null);
  // The index names its files after what is in them: those that changed are other files now.
  const left = files.filter(({ path }) => after.has(path));
  assert.deepEqual(files.filter(({ path }) => !after.has(path) && !path.startsWith('search/')), []);
  const differ = left.filter(({ path, bytes }) => after.get(path).bytes !== bytes).map(({ path }) => path);
  assert.deepEqual(differ, ['SHA256SUMS', 'manifest.json', 'privacy.html', 'zoeken/index.html']);
  const moved = left.filter(({ path, inode }) => after.get(path).inode !== inode).map(({ path }) => path);
  assert.deepEqual(moved, ['SHA256SUMS', 'manifest.json', 'privacy.html', 'zoeken/index.html']);
  assert.ok(left.some(({ path }) => path.startsWith('search/')), 'other pages keep the files of their texts');
});

test('a page that is no longer there is gone from the site', async () => {
  const site = copyOfSample();
  writeFileSync(join(site, 'content/pages/tijdelijk.md'), '---\ntitle: Tijdelijk\n---\nTekst.\n');
  const output = await build(site);
  assert.ok(existsSync(join(output, 'tijdelijk.html')));
  edit(join(site, 'content/pages/tijdelijk.md'), 'title: Tijdelijk', 'title: Tijdelijk\nslug: anders');
  await build(site);
  assert.deepEqual(pagesIn(output).filter((page) => /^(tijdelijk|anders)/.test(page)), ['anders.html']);
});

test('check finds the same faults as build, and writes nothing', async () => {
  const site = copyOfSample();
  const before = stateOf(site);
  const fine = await run(['check', '--site', site]);
  assert.deepEqual([fine.code, fine.stderr], [0, '']);
  assert.match(fine.stdout, /^stoplicht: checked \d+ pages, \d\.\d MB, in [0-9.]+ m?s, 0 warnings\n$/);
  assertUntouched(site, before);

  const { text } = addFault(site);
  const faulty = stateOf(site);
  const expected = { code: 1, stdout: '', stderr: `${text}stoplicht: 1 error, 0 warnings\n` };
  assert.deepEqual(await run(['check', '--site', site]), expected);
  assertUntouched(site, faulty);
});

// ---- faults in the site folder ----------------------------------------------------------------------------

test('with an error the build ends with 1, shows the place, and leaves the site as it was', async () => {
  const site = copyOfSample();
  const output = await build(site);
  const before = stateOf(output);
  const { text } = addFault(site);
  const expected = { code: 1, stdout: '', stderr: `${text}stoplicht: 1 error, 0 warnings; nothing was written\n` };
  assert.deepEqual(await run(['build', '--site', site]), expected);
  assertUntouched(output, before);
  assert.deepEqual(readdirSync(site).sort(), ['content', 'data', 'public']);
});

test('with an error and no site yet, there is no site', async () => {
  const site = copyOfSample();
  addFault(site);
  assert.equal((await run(['build', '--site', site])).code, 1);
  assert.deepEqual(readdirSync(site).sort(), ['content', 'data']);
});

test('--format=json tells an error with its place', async () => {
  const site = copyOfSample();
  const { json } = addFault(site);
  const result = await run(['build', '--site', site, '--format=json']);
  const report = jsonOf(result);
  assert.deepEqual(report.diagnostics, [json]);
  const { ok, written, kept, errors, warnings } = report;
  assert.deepEqual({ ok, written, kept, errors, warnings }, { ok: false, written: 0, kept: 0, errors: 1, warnings: 0 });
  assert.deepEqual([result.code, result.stderr], [1, '']);
});

test('a warning does not stop a build, unless --strict says so', async () => {
  const site = copyOfSample();
  addWarning(site);
  const strict = await run(['build', '--site', site, '--strict']);
  assert.deepEqual([strict.code, strict.stdout], [1, '']);
  assert.match(strict.stderr, /^content\/pages\/privacy\.md:\d+:1: warning: .* \[markdown-html\]\n/);
  assert.match(strict.stderr, /\nstoplicht: 0 errors, \d warnings?; nothing was written\n$/);
  assert.deepEqual(readdirSync(site).sort(), ['content', 'data']);
  assert.equal((await run(['check', '--site', site, '--strict'])).code, 1);

  const lenient = await run(['build', '--site', site]);
  assert.equal(lenient.code, 0);
  assert.match(lenient.stdout, /, \d warnings? \(/);
  assert.match(lenient.stderr, /^content\/pages\/privacy\.md:\d+:1: warning: .* \[markdown-html\]\n/);
});

test('a folder that is no site folder is a fault, not a crash', async () => {
  const stderr = `data: error: there is no folder data/ here [folder-missing]
  hint: name a site folder with --site; it holds data/site.json
stoplicht: 1 error, 0 warnings; nothing was written
`;
  assert.deepEqual(await run(['build', '--site', temporaryFolder()]), { code: 1, stdout: '', stderr });
  assert.deepEqual(await run(['build', '--site', '/bestaat/niet']), { code: 1, stdout: '', stderr });
});

test('a syntax error in site.json is reported alone, without what follows from it', async () => {
  const site = copyOfSample();
  writeFileSync(join(site, 'data/site.json'), '{\n');
  const report = jsonOf(await run(['check', '--site', site, '--format=json']));
  assert.deepEqual(report.diagnostics.map(({ file, id }) => `${file} ${id}`), ['data/site.json json-syntax']);
});

// ---- what is overdue --------------------------------------------------------------------------------------

test('--as-of makes an announcement overdue whose day is over, and the clock does not', async () => {
  const overdue = 'Datum voorbij, uitkomst niet bekend';
  const letter = 'periodes/2024-04/brieven/hilversum.html';
  const site = copyOfSample();
  edit(join(site, 'content/periods/2024-04/letters/hilversum.md'), 'by: 2026-01-01', 'by: 2024-06-30');
  edit(join(site, 'content/periods/2024-04/letters/hilversum.md'), 'by: 2024-Q4', 'by: 2199-Q4');
  const timesOverdue = async (...options) => {
    const output = join(temporaryFolder(), 'public');
    assert.equal((await run(['build', '--site', site, '--output', output, ...options])).code, 0);
    return readFileSync(join(output, letter), 'utf8').split(overdue).length - 1;
  };
  assert.equal(await timesOverdue(), 0);
  assert.equal(await timesOverdue('--as-of=2024-06-30'), 0);
  assert.equal(await timesOverdue('--as-of=2024-07-01'), 1);
});

// ---- the output folder ------------------------------------------------------------------------------------

async function assertRefused(args, failure) {
  const expected = { code: 3, stdout: '', stderr: `stoplicht: ${failure}\n` };
  assert.deepEqual(await run(['build', ...args]), expected);
  const asJson = await run(['build', ...args, '--format=json']);
  const report = jsonOf(asJson);
  assert.deepEqual([asJson.code, asJson.stderr, report.ok, report.failure], [3, '', false, failure]);
}

test('a folder that no build made is not overwritten', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'dagboek.txt'), 'Lief dagboek');
  const before = stateOf(folder);
  await assertRefused(['--site', repository, '--output', folder],
    `${folder} holds files, but no manifest.json of an earlier build; name another output folder, or empty this one`);
  assertUntouched(folder, before);
});

test('a file that somebody put into the site is not thrown away', async () => {
  const site = copyOfSample();
  const output = await build(site);
  writeFileSync(join(output, 'notitie.txt'), 'Niet vergeten');
  const before = stateOf(output);
  await assertRefused(['--site', site], `a new site in ${output} would destroy files that a build did not make: ` +
    'notitie.txt; move them away or put them in content/, then build again');
  assertUntouched(output, before);
});

test('a file in the place of the output folder is left alone', async () => {
  const file = join(temporaryFolder(), 'public');
  writeFileSync(file, 'tekst');
  await assertRefused(['--site', repository, '--output', file], `cannot write to ${file}: it is not a folder`);
  assert.equal(readFileSync(file, 'utf8'), 'tekst');
});

test('a second build into the same folder is refused while the first is busy', async () => {
  const site = copyOfSample();
  const output = await build(site);
  const before = stateOf(output);
  const through = ['flock', join(site, '.public.lock')];
  const failure = `stoplicht: another build is writing to ${output}\n`;
  assert.deepEqual(await run(['build', '--site', site], { through }), { code: 3, stdout: '', stderr: failure });
  assertUntouched(output, before);
  assert.equal((await run(['build', '--site', site])).code, 0, 'a lock file that nobody holds is no lock');
});

for (const folder of ['content', 'content/pages/nieuw', 'data/nieuw', 'themes/nieuw']) {
  test(`the next build would read the site as its own source, so it is not written into ${folder}`, async () => {
    const site = copyOfSample();
    mkdirSync(join(site, 'themes'));
    const before = filesIn(site);
    const { code } = await run(['build', '--site', site, '--output', join(site, folder)]);
    assert.deepEqual({ code, files: filesIn(site) }, { code: 3, files: before });
  });
}

test('what is built into another folder is the same as what is built into public', async () => {
  const contents = (folder) => stateOf(folder).map(({ path, bytes }) => [path, bytes]);
  const site = copyOf(repository);
  await build(site, join(site, 'een', 'diepe', 'map'));
  assert.deepEqual(contents(join(site, 'een/diepe/map')), contents(await builtSample()));
});
