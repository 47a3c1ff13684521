// The guide for staff: what it tells to type, to open and to write is there and works, and the preview shows it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commandsIn, knownCommands, unknownIn } from '../support/commands.mjs';
import { startPreview } from '../support/preview.mjs';
import { repository } from '../support/program.mjs';
import { command, readJson } from '../support/publishing.mjs';
import { formOf, importSheet } from '../support/sheets.mjs';
import { copyOf, copyOfSample, filesIn, stateOf, voorbeeldstad } from '../support/sites.mjs';
import { Form } from '../support/workbook.mjs';

const folder = join(repository, 'generator/guide');
const chapters = filesIn(folder).filter((file) => file.endsWith('.md'));
const textOf = (file) => readFileSync(join(folder, file), 'utf8');
const blocksIn = (file, language = '') => {
  const block = new RegExp('^```' + language + '\n([^]*?)^```$', 'gm');
  return [...textOf(file).matchAll(block)].map(([, text]) => text);
};
const jsonIn = (file) => blocksIn(file, 'json').map((block) => JSON.parse(block));

// Voorbeeldstad with the period that the guide is about.
async function begun() {
  const site = copyOf(voorbeeldstad);
  const { code, stderr } = await command(site, ['new', '2025-h1']);
  assert.equal(code, 0, stderr);
  return site;
}

const errorsOf = async (site) => {
  const { stderr } = await command(site, ['check']);
  return stderr.match(/^\S+: error: .*$/gm) ?? [];
};

function change(site, file, work) {
  const data = readJson(site, file);
  work(data);
  writeFileSync(join(site, file), JSON.stringify(data, null, 2));
}

// ---- what it tells ----------------------------------------------------------------------------------------

test('every command and option that it names is there', async () => {
  const known = await knownCommands();
  const unknown = chapters.flatMap((file) => unknownIn(textOf(file), known).map((each) => `${file}: ${each}`));
  assert.deepEqual(unknown, []);
  assert.ok(chapters.flatMap((file) => commandsIn(textOf(file))).length > 20);
});

test('an option that it names by itself is one of the command that its chapter is about', async () => {
  const known = await knownCommands();
  const alone = chapters.flatMap((file) => [...textOf(file).matchAll(/`(--[a-z-]+)`/g)].map(([, option]) => option));
  assert.deepEqual([...new Set(alone)].sort(), ['--allow-removal', '--dry-run', '--shared']);
  assert.deepEqual(alone.filter((option) => !known.correct.includes(option)), []);
});

test('every file that it names is one of a site, or one that it tells to make', async () => {
  const site = await begun();
  const made = ['content/commitments/T23-02.md', 'content/periods/2025-h1/progress/fietscoach.md', 'public'];
  const named = chapters.flatMap((file) => [...textOf(file).matchAll(/`((?:data|content|public)(?:\/[\w./-]*)?)`/g)].map(([, path]) => path));
  assert.ok(named.length > 15);
  assert.deepEqual(named.filter((path) => !made.includes(path) && !existsSync(join(site, path))), []);
});

test('its chapters lead to each other, and every picture is there, small, and told in words', () => {
  const pictures = [];
  for (const file of chapters) {
    for (const [, bang, words, target] of textOf(file).matchAll(/(!?)\[([^\]]*)\]\(([^)]+)\)/g)) {
      assert.ok(existsSync(join(folder, target)), `${file}: ${target}`);
      if (!bang) continue;
      pictures.push(target);
      assert.ok(words.length > 40 && words.endsWith('.'), `${file}: ${words}`);
      assert.ok(statSync(join(folder, target)).size < 60_000, target);
    }
  }
  assert.deepEqual(pictures.sort(), filesIn(folder).filter((file) => !file.endsWith('.md')));
});

test('the lights that it tells are those of a scale, with the words of the site', () => {
  const rows = [...textOf('publiceren.md').matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, id, label]) => [id, label]);
  const { status_scales: [scale] } = JSON.parse(readFileSync(join(repository, 'generator/starter/data/site.json'), 'utf8'));
  assert.deepEqual(rows, scale.statuses.map(({ id, label }) => [id, label]));
});

test('sentences are short enough to read', () => {
  const long = chapters.flatMap((file) => {
    const prose = textOf(file).replace(/^---[^]*?^---$/m, '').replace(/^```[^]*?^```$/gm, '').replace(/^\|.*$/gm, '').replace(/`[^`]*`/g, 'x');
    const sentences = prose.split(/\n\n|\n(?=- |\d\. )|(?<=[.!?:;])\s/).map((each) => each.trim().split(/\s+/));
    return sentences.filter((words) => words.length > 25).map((words) => `${file}: ${words.join(' ')}`);
  });
  assert.deepEqual(long, []);
});

test('what it says that the terminal tells is what it tells in Dutch', async () => {
  const [, clean] = /aan het eind `([^`]+)`/.exec(textOf('publiceren.md'));
  const [, open] = /de melding “([^”]+)”/.exec(textOf('publiceren.md'));
  const inDutch = { env: { LC_ALL: 'nl_NL.UTF-8' } };
  const done = await command(copyOfSample(), ['check'], inDutch);
  assert.ok(done.stdout.endsWith(`, ${clean}\n`), done.stdout);
  const draft = await command(await begun(), ['check'], inDutch);
  assert.ok(draft.stderr.includes(`${open} [text-placeholder]\n`), draft.stderr);
});

test('what it says that check passes over, and the rehearsal tells, is so', async () => {
  const site = copyOf(voorbeeldstad);
  rmSync(join(site, 'data/editions'), { recursive: true });
  change(site, 'data/periods/2024-h2.json', (data) => {
    data.sources = [];
    const report = data.projects.find(({ project }) => project === 'jongerenloket');
    Object.assign(report, { status: 'not-reported', summary: '' });
    for (const key of ['cause', 'consequence', 'action']) delete report[key];
    for (const value of report.values) Object.assign(value, { actual: null, note: '' });
  });
  rmSync(join(site, 'content/periods/2024-h2/progress/jongerenloket.md'));
  const file = join(site, '..', 'report.html');
  const { stdout, stderr } = await command(site, ['check', '--report', file]);
  assert.equal(stderr, '');
  assert.match(stdout, /, 0 warnings\n$/);
  const report = readFileSync(file, 'utf8');
  const { rehearsal_ask_light, rehearsal_ask_text, rehearsal_ask_value, rehearsal_ask_source } =
    JSON.parse(readFileSync(join(repository, 'themes/gemeente/strings.nl.json'), 'utf8')).sentences;
  for (const title of [rehearsal_ask_light, rehearsal_ask_text, rehearsal_ask_value, rehearsal_ask_source]) assert.ok(report.includes(title), title);
});

// ---- what it tells to do ----------------------------------------------------------------------------------

test('a commitment that is closed as it tells is closed', async () => {
  const site = await begun();
  const [closing, further] = jsonIn('toezegging.md');
  change(site, 'data/commitments.json', ({ commitments }) => {
    Object.assign(commitments.find(({ id }) => id === closing.id), closing);
    commitments.push(further);
  });
  assert.notDeepEqual(await errorsOf(site), []);
  const letter = join(site, 'content/periods/2025-h1/letters/voorbeeldstad.md');
  const [line] = blocksIn('toezegging.md').filter((block) => block.startsWith('closes:'));
  writeFileSync(letter, readFileSync(letter, 'utf8').replace('---\n', `---\n${line}`).replace(/^date_note:.*\n/m, 'date: 2025-09-18\n'));
  writeFileSync(join(site, 'content/commitments/T23-02.md'), 'De raad kreeg de cijfers per wijk.\n');
  assert.deepEqual(await errorsOf(site), []);
});

test('the cell of the form that it names is one that is filled in', async () => {
  const [, cell] = /`Projecten!(\w+)`/.exec(textOf('publiceren.md'));
  const site = await begun();
  const file = await formOf(site, '2025-h1');
  const form = new Form(readFileSync(file));
  form.put('Projecten', cell, 'groen');
  writeFileSync(file, form.bytes());
  const { code, stderr } = await importSheet(site, file);
  assert.equal(code, 1);
  assert.ok(stderr.includes(`:Projecten!${cell}: error: `), stderr);
});

test('a project that is added as it tells is there, before the period is begun or after', async () => {
  const [project, report, indicator, measured] = jsonIn('toevoegen.md');
  const add = (site) => change(site, 'data/programmes.json', ({ programmes }) => programmes[1].projects.push(project));
  const measure = (site) => {
    change(site, 'data/programmes.json', ({ indicators }) => indicators.push(indicator));
    change(site, 'data/periods/2025-h1.json', ({ projects }) => Object.assign(projects.find(({ project: id }) => id === project.id), measured));
  };
  const early = copyOf(voorbeeldstad);
  add(early);
  const { code, stderr } = await command(early, ['new', '2025-h1']);
  assert.equal(code, 0, stderr);
  assert.ok(readJson(early, 'data/periods/2025-h1.json').projects.some(({ project: id }) => id === project.id));
  measure(early);
  assert.deepEqual(await errorsOf(early), []);
  const late = await begun();
  add(late);
  change(late, 'data/periods/2025-h1.json', ({ projects }) => projects.push(report));
  measure(late);
  assert.deepEqual(await errorsOf(late), []);
});

test('a project that is split as it tells says where it came from', async () => {
  const site = copyOf(voorbeeldstad);
  const [{ lineage, ...project }] = jsonIn('splitsen.md');
  change(site, 'data/programmes.json', ({ programmes }) => programmes[0].projects.push(project));
  const { code, stderr } = await command(site, ['new', '2025-h1']);
  assert.equal(code, 0, stderr);
  change(site, 'data/programmes.json', ({ programmes }) => (programmes[0].projects.at(-1).lineage = lineage));
  assert.deepEqual(await errorsOf(site), []);
  const preview = await startPreview(site);
  const page = (await preview.get(`/deelprojecten/${project.id}.html`)).body;
  await preview.stop();
  assert.ok(page.includes('Jongerenloket') && page.includes(lineage[0].note));
  // The website itself tells nothing of it as yet.
  assert.equal((await command(site, ['build'])).code, 0);
  assert.ok(!existsSync(join(site, `public/deelprojecten/${project.id}.html`)));
});

test('a site with a signing key refuses what is not signed, as it tells', async () => {
  assert.ok(textOf('publiceren.md').includes('`"signing_key"`'));
  const site = copyOf(voorbeeldstad);
  rmSync(join(site, 'data/editions'), { recursive: true });
  assert.ok(readJson(site, 'data/site.json').signing_key);
  const before = stateOf(site);
  const { code, stderr } = await command(site, ['publish', '2020-h1']);
  assert.equal(code, 2);
  assert.match(stderr, /names a signing key, and this would not be signed/);
  assert.deepEqual(stateOf(site), before);
});

test('a correction as it tells is asked for its reason, and shown before', async () => {
  const site = copyOf(voorbeeldstad);
  change(site, 'data/periods/2024-h2.json', ({ projects }) => (projects.find(({ project }) => project === 'jongerenloket').values[0].actual = 63));
  assert.match((await errorsOf(site)).join('\n'), /edition-differs/);
  assert.match((await command(site, ['diff', '2024-h2', '2024-h2@sources'])).stdout, /64.*63/s);
  const reason = /--reason "([^"]+)"/.exec(textOf('verbeteren.md'))[1];
  const { code, stderr } = await command(site, ['correct', '2024-h2', '--reason', reason, '--unsigned']);
  assert.equal(code, 0, stderr);
  assert.deepEqual(await errorsOf(site), []);
  const taken = ['withdraw', '2024-h2', 'letters/voorbeeldstad', '--reason', 'In de brief stond een naam.'];
  const withdrawn = await command(site, [...taken, '--unsigned', '--dry-run']);
  assert.equal(withdrawn.code, 0, withdrawn.stderr);
});

// ---- in the preview ---------------------------------------------------------------------------------------

let site;
let preview;
before(async () => {
  site = await begun();
  preview = await startPreview(site);
});
after(() => preview.stop());

test('the preview says where it is, and shows each chapter', async () => {
  assert.ok(preview.lines.includes(`The guide for who writes, in Dutch, is at ${preview.address}_handleiding/`));
  for (const file of chapters) {
    const { status, body } = await preview.get(`/_handleiding/${file === 'index.md' ? '' : file.replace(/md$/, 'html')}`);
    assert.equal(status, 200, file);
    const title = /^title: (.*)$/m.exec(textOf(file))[1];
    assert.ok(body.includes(`>${title}</h1>`) && body.includes('class="sl-prose"'), file);
    for (const [, picture] of textOf(file).matchAll(/\]\((pictures\/[^)]+)\)/g)) {
      assert.ok(body.includes(`src="${picture}"`), picture);
      assert.equal((await preview.get(`/_handleiding/${picture}`)).headers['content-type'], 'image/png');
    }
  }
});

test('a figure is shown as it is to be written', async () => {
  assert.match((await preview.get('/_handleiding/publiceren.html')).body, /<code>\{\{ total\.werk\.actual \}\}<\/code>/);
});

test('it is no part of the site: not when it is built, nor in its lists and its search', async () => {
  assert.equal((await command(site, ['build'])).code, 0);
  assert.deepEqual(filesIn(join(site, 'public')).filter((file) => file.startsWith('_')), []);
  for (const list of ['/manifest.json', '/SHA256SUMS']) assert.ok(!(await preview.get(list)).body.includes('_handleiding'), list);
});

test('drafts and faults lead to it', async () => {
  assert.match((await preview.get('/periodes/2025-h1/')).body, /class="stoplicht-draft"[^>]*>.*<a href="\/_handleiding\/">Handleiding<\/a>/);
  assert.match((await preview.get('/_stoplicht/faults')).body, /<a href="\/_handleiding\/">Handleiding<\/a>/);
});

test('it is there when the site has a fault from the start, with its looks, and no fault lies over it', async () => {
  for (const [from, to] of [['"not-reported"', '"groen"'], ['{', '{{']]) {
    const faulty = await begun();
    const file = join(faulty, 'data/periods/2025-h1.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    const other = await startPreview(faulty);
    assert.equal((await other.get('/')).status, 503);
    const { status, body } = await other.get('/_handleiding/publiceren.html');
    assert.equal(status, 200);
    assert.ok(!body.includes('/_stoplicht/'));
    assert.equal((await other.get(`/${/href="\.\.\/(assets\/[^"]+\.css)"/.exec(body)[1]}`)).status, 200);
    await other.stop();
    rmSync(faulty, { recursive: true });
  }
});

test('beside an English site it is in Dutch, and says so', async () => {
  const english = copyOf(voorbeeldstad);
  change(english, 'data/site.json', (data) => (data.language = 'en'));
  rmSync(join(english, 'data/editions'), { recursive: true });
  const other = await startPreview(english);
  assert.match((await other.get('/_handleiding/')).body, /<html lang="nl"/);
  await other.stop();
});
