// Beginning a site with `stoplicht init`, and going on with it as its owner does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { commandsIn, knownCommands, unknownIn } from '../support/commands.mjs';
import { get, startPreview } from '../support/preview.mjs';
import { program, run } from '../support/program.mjs';
import { command, readJson } from '../support/publishing.mjs';
import { filesIn, stateOf, temporaryFolder } from '../support/sites.mjs';

const files = ['.github/workflows/site.yml', '.gitignore', '.gitlab-ci.yml', 'LEESMIJ.md', 'content/pages/over.md', 'content/pages/privacy.md',
  'content/pages/toegankelijkheid.md', 'content/periods/2025-h1/letters/raadsbrief.md', 'content/periods/2025-h1/progress/deelproject-1.md',
  'content/periods/2025-h1/summary.md', 'data/commitments.json', 'data/organisations.json', 'data/periods/2025-h1.json',
  'data/programmes.json', 'data/site.json'];

const placeholder = /\[vul in[^\]]*\]/g;
const noAddress = 'https://example.invalid/';
const textOf = (site, file) => readFileSync(join(site, file), 'utf8');

async function begin(period = '2025-h1') {
  const site = join(temporaryFolder(), 'monitor');
  const { code, stderr } = await run(['init', site, '--period', period]);
  assert.equal(code, 0, stderr);
  return site;
}

// What an owner would write, in the place of every placeholder.
function fillIn(site) {
  const isSource = (file) => /^(data|content)\//.test(file);
  for (const file of filesIn(site).filter(isSource)) writeFileSync(join(site, file), textOf(site, file).replaceAll(placeholder, 'Ingevuld.').replaceAll(noAddress, 'https://monitor.example.nl/'));
}

// ---- what it writes ---------------------------------------------------------------------------------------

test('init writes a site folder, tells each file, and what comes next', async () => {
  const folder = temporaryFolder();
  const { code, stdout, stderr } = await run(['init', 'monitor', '--period', '2025-h1'], { cwd: folder });
  assert.deepEqual([code, stderr], [0, '']);
  const lines = stdout.trimEnd().split('\n');
  assert.deepEqual(lines.slice(0, -3).sort(), files.map((file) => `wrote monitor/${file}`));
  assert.deepEqual(lines.slice(-3), ['next: read monitor/LEESMIJ.md', 'next: stoplicht serve --site monitor, which shows the website in a browser',
    'next: stoplicht check --site monitor, which names every place that is still to be filled in']);
  assert.deepEqual(filesIn(join(folder, 'monitor')), files);
});

test('the first period has the time that its id tells, and every kind of id has one', async () => {
  const times = { '2025-h2': ['Tweede helft van 2025', 'half-year', '2025-07', '2025-12'],
    '2025-q3': ['Derde kwartaal van 2025', 'quarter', '2025-07', '2025-09'], '2025-04': ['April 2025', 'month', '2025-04', '2025-04'], 2025: ['2025', 'year', '2025-01', '2025-12'] };
  for (const [id, time] of Object.entries(times)) {
    const data = readJson(await begin(id), `data/periods/${id}.json`);
    assert.deepEqual([data.id, data.name, data.kind, data.from, data.until], [id, ...time]);
  }
});

const hasGit = spawnSync('git', ['--version']).status === 0;
test('version control passes over the website, forms, reports, and what an ended program left behind', { skip: !hasGit }, async () => {
  const site = await begin();
  spawnSync('git', ['init', '--quiet'], { cwd: site });
  const passedOver = ['2025-h1.xlsx', 'data/periods/.2025-h1.json.stoplicht-new', 'public/index.html', 'repetitie.html'];
  const kept = ['content/periods/2025-h1/letters/wijken.xlsx', 'data/site.json'];
  const { stdout } = spawnSync('git', ['check-ignore', ...passedOver, ...kept], { cwd: site, encoding: 'utf8' });
  assert.deepEqual(stdout.trimEnd().split('\n'), passedOver);
});

test('without --period the first one is the half-year that it is now', async () => {
  const site = join(temporaryFolder(), 'monitor');
  const half = () => `${new Date().getFullYear()}-h${new Date().getMonth() < 6 ? 1 : 2}`;
  const before = half();
  assert.equal((await run(['init', site])).code, 0);
  const [period] = filesIn(join(site, 'data/periods'));
  assert.ok([`${before}.json`, `${half()}.json`].includes(period), period);
});

test('no mark of the starter is left in a name or a text', async () => {
  const site = await begin();
  assert.deepEqual(filesIn(site).filter((file) => /@\w+@|\bdot-/.test(file + textOf(site, file))), []);
});

// ---- what it leaves alone ---------------------------------------------------------------------------------

test('a folder that has files of these names is refused, with their names, and nothing is touched', async () => {
  const site = temporaryFolder();
  mkdirSync(join(site, 'data'));
  writeFileSync(join(site, 'data/site.json'), '{}');
  writeFileSync(join(site, 'LEESMIJ.md'), 'Van ons.');
  const before = stateOf(site);
  assert.deepEqual(await run(['init', '.', '--period', '2025-h1'], { cwd: site }), { code: 2, stdout: '',
    stderr: 'stoplicht: nothing was written: . has these already: LEESMIJ.md, data/site.json\n' +
      '  hint: name a folder that is new, or one without files of these names\n' });
  assert.deepEqual(stateOf(site), before);
});

test('other files of a folder stay as they are', async () => {
  const site = temporaryFolder();
  writeFileSync(join(site, 'README.md'), 'Van ons.');
  assert.equal((await run(['init', site, '--period', '2025-h1'])).code, 0);
  assert.deepEqual(filesIn(site), [...files, 'README.md'].sort());
  assert.equal(textOf(site, 'README.md'), 'Van ons.');
});

test('a period without a time, and a file in the place of the folder, are refused', async () => {
  const folder = temporaryFolder();
  for (const period of ['2025-13', '2025-h3', 'voorjaar', '@period@']) {
    assert.deepEqual(await run(['init', join(folder, 'site'), '--period', period]), { code: 2, stdout: '',
      stderr: `stoplicht: --period: '${period}' tells no time\n  hint: write when it is: 2025-h1, 2025-q1, 2025-04, 2025\n` });
  }
  assert.deepEqual(await run(['init', join(folder, 'site'), '--period', '2025H1']), { code: 2, stdout: '',
    stderr: "stoplicht: --period: '2025H1' tells no time\n  hint: did you mean '2025-h1'?\n" });
  writeFileSync(join(folder, 'file'), '');
  assert.equal((await run(['init', join(folder, 'file')])).code, 3);
  assert.deepEqual(filesIn(folder), ['file']);
});

// ---- what can be done with it -----------------------------------------------------------------------------

test('it builds, check names every placeholder and nothing else, and publish refuses', async () => {
  const site = await begin();
  const { code, stdout, stderr } = await command(site, ['check']);
  const asked = filesIn(site).filter((file) => /^(data|content)\//.test(file)).flatMap((file) =>
    textOf(site, file).split('\n').flatMap((line, at) => [...line.matchAll(placeholder), ...line.matchAll(noAddress)].map(() => `${file}:${at + 1}`)));
  assert.ok(asked.length > 20);
  assert.deepEqual([...stderr.matchAll(/^(\S+:\d+):\d+: warning: .* \[text-placeholder\]$/gm)].map(([, place]) => place).sort(), asked.sort());
  assert.match(stdout, new RegExp(`, ${asked.length} warnings\n$`));
  assert.equal(code, 0);
  assert.equal((await command(site, ['build'])).code, 0);
  assert.equal((await run(['verify', site])).code, 0);
  assert.equal((await command(site, ['publish', '2025-h1', '--on', '2025-09-01'])).code, 1);
});

test('serve shows it', async () => {
  const preview = await startPreview(await begin());
  assert.match((await get(preview.port, '/')).body, /Eerste helft van 2025/);
  await preview.stop();
});

test('filled in it has no warning, can be published, and has a next period', async () => {
  const site = await begin();
  fillIn(site);
  assert.match((await command(site, ['check', '--strict'])).stdout, /, 0 warnings\n$/);
  assert.equal((await command(site, ['publish', '2025-h1', '--on', '2025-09-01'])).code, 0);
  assert.equal((await command(site, ['new', '2025-h2'])).code, 0);
  assert.deepEqual(readJson(site, 'data/periods/2025-h2.json').projects.map(({ project }) => project), ['deelproject-1']);
  const { code, stderr } = await command(site, ['check']);
  assert.equal(code, 0);
  assert.deepEqual([...stderr.matchAll(/\[([a-z-]+)\]$/gm)].filter(([, id]) => id !== 'text-placeholder'), []);
});

test('what it says on the first page is what it knows: no light is green, no figure is there', async () => {
  const site = await begin();
  const data = readJson(site, 'data/periods/2025-h1.json');
  assert.deepEqual([...data.projects, ...data.programmes].map(({ status }) => status), ['not-reported', 'not-reported']);
  assert.equal(data.projects[0].values[0].actual, null);
  const addresses = files.flatMap((file) => textOf(site, file).match(/https?:\/\/[^\s"'`/]+|[\w.]+@[\w.]+/g) ?? []);
  const ours = ['https://example.invalid', 'http://127.0.0.1:7890', 'actions/checkout@v4'];
  assert.deepEqual(addresses.filter((address) => !ours.includes(address) && !/^(?:checkout|artifact|pages)@v\d$/.test(address)), []);
});

test('its ids are changed where LEESMIJ.md says that they stand', async () => {
  const site = await begin();
  const [, step] = /^3\. ([^]*?)^4\. /m.exec(textOf(site, 'LEESMIJ.md'));
  for (const place of ['`programma-1`', '`deelproject-1`', '`cijfer-1`', '`data/programmes.json`', '`"indicators"`', '`data/periods/`', '`"programme"`', '`"project"`',
    '`"indicator"`', '`progress/deelproject-1.md`']) assert.ok(step.includes(place), place);
  const change = (file, work) => {
    const data = readJson(site, file);
    work(data);
    writeFileSync(join(site, file), JSON.stringify(data, null, 2));
  };
  change('data/programmes.json', ({ programmes: [programme], indicators: [indicator] }) => {
    programme.id = 'meedoen';
    programme.projects[0].id = indicator.project = 'taalhuis';
    indicator.id = 'geslaagd';
  });
  change('data/periods/2025-h1.json', ({ programmes: [programme], projects: [project] }) => {
    programme.programme = 'meedoen';
    project.project = 'taalhuis';
    project.values[0].indicator = 'geslaagd';
  });
  assert.match((await command(site, ['check'])).stderr, /progress\/deelproject-1\.md: error: /);
  const progress = join(site, 'content/periods/2025-h1/progress');
  renameSync(join(progress, 'deelproject-1.md'), join(progress, 'taalhuis.md'));
  fillIn(site);
  assert.match((await command(site, ['check', '--strict'])).stdout, /, 0 warnings\n$/);
});

// ---- the files for GitHub and GitLab ----------------------------------------------------------------------

function readYaml(text) {
  const script = 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)';
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

// The shell scripts of both, by the name of their job.
const scriptsOf = (site) => {
  const github = Object.entries(readYaml(textOf(site, '.github/workflows/site.yml')).jobs).map(([name, { steps }]) =>
    [`github ${name}`, steps.flatMap((step) => step.run ?? []).join('\n')]);
  const { default: { before_script: start }, ...jobs } = readYaml(textOf(site, '.gitlab-ci.yml'));
  return new Map([...github, ...Object.entries(jobs).map(([name, { script }]) => [`gitlab ${name}`, [...start, ...script].join('\n')])]);
};

test('both are YAML with shell scripts, in which every command and option of ours is there', async () => {
  const scripts = scriptsOf(await begin());
  assert.deepEqual([...scripts.keys()], ['github build', 'github publish', 'gitlab build', 'gitlab pages']);
  const known = await knownCommands();
  for (const [name, script] of scripts) {
    assert.equal(spawnSync('bash', ['-n'], { input: script }).status, 0, name);
    assert.deepEqual(unknownIn(script, known), []);
    const commands = name === 'github publish' ? [] : ['check', 'build', 'verify'];
    assert.deepEqual([...new Set(commandsIn(script).map(([first]) => first))], commands, name);
  }
});

test('what they do with the site makes one that is filled in, and stops at one that is not', async () => {
  const site = await begin();
  const pages = scriptsOf(site).get('gitlab pages').split('\n').filter((line) => line.startsWith('stoplicht ')).join('\n');
  const work = () => spawnSync('bash', ['-e'], { input: pages, cwd: site, env: { ...process.env, PATH: `${dirname(program)}:${process.env.PATH}` } });
  assert.equal(work().status, 1);
  assert.ok(!existsSync(join(site, 'public')));
  fillIn(site);
  assert.equal(work().status, 0);
  assert.ok(existsSync(join(site, 'public/index.html')));
});

test('they install the package that the owner names, once its checksum is right', async () => {
  const site = await begin();
  for (const name of ['github build', 'gitlab pages']) {
    const script = scriptsOf(site).get(name).replaceAll(/\$STOPLICHT_DEB/g, '$DEB');
    const upTo = script.indexOf('apt-get install --yes --no-install-recommends ../stoplicht.deb');
    assert.ok(upTo > 0, name);
    const asked = (deb, sum) => {
      const stubs = 'apt-get() { :; }; curl() { printf package > ../stoplicht.deb; }\n';
      const cwd = join(temporaryFolder(), 'checkout');
      mkdirSync(cwd);
      return spawnSync('bash', ['-e'], { input: stubs + script.slice(0, upTo), cwd, env: { ...process.env, DEB: deb, DEB_SHA256: sum } }).status;
    };
    const wrong = '0'.repeat(64);
    const right = spawnSync('sh', ['-c', 'printf package | sha256sum'], { encoding: 'utf8' }).stdout.split(' ')[0];
    const address = 'https://example.invalid/x.deb';
    const works = [asked('', right), asked(address, wrong), asked(address, ''), asked(address, right)].map((code) => code === 0);
    assert.deepEqual(works, [false, false, false, true], name);
  }
});

// ---- its README -------------------------------------------------------------------------------------------

test('LEESMIJ.md names commands, options and files that are there', async () => {
  const readme = textOf(await begin(), 'LEESMIJ.md');
  assert.deepEqual(unknownIn(readme, await knownCommands()), []);
  assert.ok(commandsIn(readme).length > 5);
  const made = ['content/commitments/', 'data/editions/', 'public/'];
  const named = [...readme.matchAll(/`((?:data|content|public|\.git\w+)[\w./-]*)`/g)].map(([, path]) => path);
  const isThere = (path) => made.includes(path) || path === 'public' || files.some((file) => file === path || (path.endsWith('/') && file.startsWith(path)));
  assert.ok(named.length > 10);
  assert.deepEqual(named.filter((path) => !isThere(path)), []);
});
