// What was published: its documents by their schema, the pages that say what became of an edition, and the way of checking
// that the site tells a citizen, done as it is told.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, test } from 'node:test';
import Ajv from 'ajv';
import { elementsOf } from '../support/html.mjs';
import { linkedSite, targetOf } from '../support/links.mjs';
import { program, run } from '../support/program.mjs';
import { publishedSmallSite } from '../support/publishing.mjs';
import { build, copyOf, copyOfTheme, filesIn, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';

// Two periods published, the second corrected and a letter of it withdrawn; the others not published.
const reason = 'Het aantal geholpen inwoners was dubbel geteld.';
const reasonOfWithdrawal = 'In de brief stond de naam van een inwoner.';
const [first, second] = ['2020-h1', '2020-h2'];
let folder;
let site;
let withdrawn;

async function must(...args) {
  const result = await run(args);
  assert.equal(result.code, 0, `stoplicht ${args.join(' ')}\n${result.stdout}${result.stderr}`);
}

before(async () => {
  const source = copyOf(voorbeeldstad);
  rmSync(join(source, 'data/editions'), { recursive: true, force: true });
  const settings = join(source, 'data/site.json');
  const { signing_key: key, ...unsigned } = JSON.parse(readFileSync(settings, 'utf8'));
  writeFileSync(settings, JSON.stringify(unsigned));
  for (const period of [first, second]) await must('publish', '--unsigned', period, '--site', source, '--on', '2025-11-01');
  const file = join(source, 'data/periods', `${second}.json`);
  const period = JSON.parse(readFileSync(file, 'utf8'));
  period.projects[0].summary = 'Dit is verbeterd.';
  writeFileSync(file, JSON.stringify(period, null, 2));
  await must('correct', '--unsigned', second, '--reason', reason, '--site', source, '--on', '2025-11-22');
  const [letter] = filesIn(join(source, 'content/periods', second, 'letters')).filter((each) => each.endsWith('.md'));
  withdrawn = basename(letter, '.md');
  await must('withdraw', '--unsigned', second, `letters/${withdrawn}`, '--reason', reasonOfWithdrawal, '--site', source, '--on', '2025-12-01');
  folder = await build(source);
  site = linkedSite(folder);
});

const readJson = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const documentsOf = () => site.files.filter((file) => /^edities\/[^/]+\/[vw]\d+\.json$/.test(file));
const textOf = (page, wanted) => site.elements.get(page).filter(wanted).map((each) => each.text().replace(/\s+/g, ' ').trim());
const noticesOn = (page) => textOf(page, ({ attributes }) => (attributes.class ?? '').split(' ').includes('utrecht-alert'));
const isIn = (period) => (page) => page.startsWith(`periodes/${period}/`);
const isReplaced = (page) => /^periodes\/[^/]+\/v\d+\//.test(page);
const linksInHead = (page) => Object.fromEntries(site.elements.get(page)
  .filter(({ tag, attributes }) => tag === 'link' && attributes.rel !== 'stylesheet').map(({ attributes }) => [attributes.rel, attributes.href]));

// ---- documents --------------------------------------------------------------------------------------------

const validator = () => new Ajv({ allErrors: true, strictTypes: false, strictTuples: false }).compile(readJson('edities/editie.schema.json'));

test('every edition and withdrawal is right by the schema that the site publishes', () => {
  const isRight = validator();
  assert.equal(documentsOf().length, 4);
  for (const file of documentsOf()) assert.ok(isRight(readJson(file)), `${file}: ${JSON.stringify(isRight.errors?.slice(0, 3))}`);
});

test('the schema refuses what is no edition', () => {
  const isRight = validator();
  const edition = () => readJson(`edities/${second}/v2.json`);
  const withdrawal = () => readJson(`edities/${second}/w1.json`);
  const wrong = {
    'a format of later': Object.assign(edition(), { seal: { ...edition().seal, format: 2 } }),
    'a key that nobody knows': Object.assign(edition(), { seal: { ...edition().seal, note: 'x' } }),
    'a correction without a reason': Object.assign(edition(), { seal: { ...edition().seal, reason: null } }),
    'a first edition with a reason': Object.assign(edition(), { seal: { ...edition().seal, edition: 1 } }),
    'a part of no known kind': Object.assign(edition(), { parts: { ...edition().parts, picture: edition().parts.site } }),
    'a part without salt': Object.assign(edition(), { parts: { ...edition().parts, site: { content: edition().parts.site.content } } }),
    'an edition without contents': { digest: edition().digest, seal: edition().seal },
    'a withdrawal with contents': { ...withdrawal(), parts: edition().parts },
    'a withdrawal of nothing': Object.assign(withdrawal(), { seal: { ...withdrawal().seal, parts: [] } }),
    'a digest of another length': { ...edition(), digest: edition().digest.slice(1) },
  };
  for (const [what, document] of Object.entries(wrong)) assert.equal(isRight(document), false, what);
});

test('the text that goes with the documents names each of them', () => {
  const text = readFileSync(join(folder, 'edities/LEESMIJ.txt'), 'utf8');
  for (const name of ['index.html', 'controleren.html', 'keten.json', 'editie.schema.json']) {
    assert.ok(text.includes(name), name);
    assert.ok(site.files.includes(`edities/${name}`), name);
  }
});

// ---- checking without our program -------------------------------------------------------------------------

const checking = 'edities/controleren.html';
const commandsOn = () => site.elements.get(checking).filter(({ tag, attributes, parent }) => tag === 'code' && parent.tag === 'pre' && !attributes.id)
  .map((each) => each.text());
const pythonOn = () => site.elements.get(checking).find(({ attributes }) => attributes.id === 'controleer_py').text();

function python(code, args, options = {}) {
  const file = join(temporaryFolder(), 'controleer.py');
  writeFileSync(file, code);
  const { status, stdout, stderr } = spawnSync('python3', [file, ...args], { encoding: 'utf8', ...options });
  return { status, stdout, stderr };
}

test('the command that the page gives for Linux finds every file of the site unchanged', () => {
  const command = commandsOn().find((each) => each.startsWith('sha256sum -c '));
  const lines = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  assert.deepEqual(lines.filter((line) => !line.endsWith(': OK')), []);
  assert.ok(lines.length > 100);
});

test('the command for one edition gives the number that stands below it, and in the register', () => {
  const command = commandsOn().find((each) => /^sha256sum \S+\.zegel\.json$/.test(each));
  const [digest] = execFileSync('sh', ['-c', command], { cwd: join(folder, 'edities', second), encoding: 'utf8' }).split(' ');
  assert.ok(textOf(checking, ({ tag }) => tag === 'code').includes(digest));
  assert.ok(textOf('edities/index.html', ({ tag }) => tag === 'code').includes(digest));
  assert.equal(digest, readJson(`edities/${second}/v2.json`).digest);
});

test('the program on the page finds nothing wrong, and tells the last number of the chain', () => {
  const { status, stdout, stderr } = python(pythonOn(), [join(folder, 'edities')]);
  assert.equal(stderr, '');
  assert.equal(status, 0, stdout);
  assert.ok(stdout.includes('Aantal zegels: 4\n'), stdout);
  assert.ok(stdout.includes(`Laatste controlegetal: ${readJson('edities/keten.json').chain.at(-1).digest}\n`), stdout);
});

test('the program on the page is the one to download', () => {
  assert.equal(pythonOn(), readFileSync(join(folder, 'edities/controleer.py'), 'utf8'));
});

test('the program on the page says what is wrong with its folder', () => {
  const empty = python(pythonOn(), [temporaryFolder()]);
  assert.equal(empty.status, 1);
  assert.match(empty.stdout, /in deze map staan geen edities/);
  assert.ok(!empty.stdout.includes('Alles klopt'));
  assert.equal(python(pythonOn(), ['/nergens']).status, 1);
  const without = python(pythonOn(), []);
  assert.equal(without.status, 1);
  assert.match(without.stderr, /^Zeg welke map/);
});

test('a comparison of two editions names what was withdrawn of them', () => {
  assert.ok(noticesOn(`vergelijk/${second}--v1--v2.html`).some((notice) => notice.startsWith('Ingetrokken: Brief ')));
});

test('the register counts what was published, corrected and withdrawn', () => {
  const [heading] = textOf('edities/index.html', ({ tag }) => tag === 'h1');
  assert.equal(heading, '3 edities gepubliceerd, waarvan één verbetering, en één keer iets ingetrokken');
});

test('the program on the page names whatever was changed', () => {
  const changed = (file, change) => {
    const copy = temporaryFolder();
    cpSync(join(folder, 'edities'), copy, { recursive: true });
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const other = change(text);
    if (other === null) rmSync(path);
    else {
      assert.notEqual(other, text);
      writeFileSync(path, other);
    }
    return python(pythonOn(), [copy]);
  };
  const inJson = (change) => (text) => {
    const document = JSON.parse(text);
    change(document);
    return JSON.stringify(document);
  };
  const v1 = `${second}/v1.json`;
  const found = [
    changed(v1, (text) => text.replace('Juli', 'juli').replace(/("summary": ")/, '$1Niet ')),
    changed(v1, inJson((document) => delete document.parts.period)),
    changed('keten.json', inJson((document) => document.chain.pop())),
    changed('keten.json', () => null),
    changed('keten.json', inJson((document) => { document.chain[0].published_on = '2020-01-01'; })),
    changed('keten.json', inJson((document) => { document.chain.at(-1).reason = 'Zomaar'; })),
    changed(v1, inJson((document) => { document.parts.extra = document.parts.period; })),
    changed(v1, inJson((document) => { document.seal.published_by = 'Iemand anders'; })),
    changed(v1, inJson((document) => { document.digest = document.digest.replace(/^./, (digit) => (digit === '0' ? '1' : '0')); })),
    changed(`${second}/v1.zegel.json`, (text) => `${text} `),
    changed(`${second}/v1.zegel.json`, () => null),
    changed(v1, () => 'geen json'),
    changed(`${first}/v1.json`, () => null),
  ];
  for (const { status, stdout, stderr } of found) {
    assert.equal(status, 1, stderr);
    assert.match(stdout, /(v1(\.zegel)?|keten)\.json: /);
  }
});

test('the program on the page writes numbers and texts as RFC 8785 asks', () => {
  const numbers = [0, -0, 1, -1, 1e16, 123456789012345680, 1e20, 1e21, 1.5e300, 0.1, 6.5, 1e-4, 0.00015, 1.5e-5, 1e-6, 1e-7, 1.25e-10, 5e-324, 9007199254740993];
  const texts = ['\u0000\u001f\u007f\b\t\n\f\r"\\/', 'é €', '😀', '\u2028'];
  const value = { numbers, texts, '😀': 1, '\ufb33': 2, a: null, B: true, b: [], c: {} };
  // Keys in the order of their UTF-16 code units, which is how JavaScript sorts them.
  const sorted = Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]]));
  const [functions] = pythonOn().split('\ndef digest');
  const { stdout, stderr } = python(`${functions}\nsys.stdout.buffer.write(canonical(json.load(sys.stdin, parse_int=float)).encode())\n`, [],
    { input: JSON.stringify(value), env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
  assert.equal(stderr, '');
  assert.equal(stdout, JSON.stringify(sorted));
});

// ---- pages ------------------------------------------------------------------------------------------------

test('every page of a replaced edition says so, leads to the same page of the newest, and is not the first answer of a search engine', () => {
  const pages = site.pages.filter(isReplaced);
  assert.ok(pages.length > 10);
  for (const page of pages) {
    const newest = page.replace('/v1/', '/');
    assert.match(noticesOn(page)[0], /^Deze editie is vervangen\. Op 22 november 2025 is editie 2 gepubliceerd\. De reden: /, page);
    const inside = site.inside.filter((link) => link.page === page).map((link) => targetOf(link).file);
    const same = page.endsWith(`/brieven/${withdrawn}.html`) ? `periodes/${second}/index.html` : newest;
    const print = page.endsWith('/afdruk.html');
    if (!print) assert.ok(inside.includes(same), page);
    const head = linksInHead(page);
    const canonical = head.canonical.replace('https://monitor.voorbeeldstad.example/', '');
    if (!page.includes(withdrawn)) assert.equal(canonical, print ? newest.replace('afdruk', 'index') : newest, page);
    assert.ok(head['version-history'], page);
  }
});

test('the newest edition tells when and why it was corrected, with what changed on the page that it changed on', () => {
  const pages = site.pages.filter((page) => isIn(second)(page) && !isReplaced(page) && !page.includes(withdrawn));
  const [project] = readJson(`edities/${second}/v2.json`).parts.period.content.projects;
  for (const page of pages) {
    const isOn = /\/(?:index|afdruk)\.html$/.test(page) || page.endsWith(`/${project}.html`);
    const told = isOn ? `Verbeterd op 22 november 2025. Dit is editie 2. De reden: ${reason}`
      : `Deze periode is verbeterd op 22 november 2025. Dit is editie 2. Op deze pagina veranderde niets. De reden van de verbetering: ${reason}`;
    assert.ok(noticesOn(page).some((notice) => notice.startsWith(told)), page);
    assert.ok(!noticesOn(page).some((notice) => notice.startsWith('Deze editie is vervangen')), page);
    const section = textOf(page, ({ attributes }) => attributes.id === 'deel_verbeterd');
    const isPeriod = [`periodes/${second}/index.html`, `periodes/${second}/afdruk.html`].includes(page);
    assert.equal(section.length, isOn ? 1 : 0, page);
    if (isPeriod) assert.match(section[0], /Eén wijziging, op een andere pagina van deze periode$/);
    else for (const text of section) assert.ok(text.includes('Zoals gepubliceerd') && text.includes('Dit is verbeterd.'), text);
  }
});

test('a period says that there is a newer one, and the newest never does', () => {
  const periods = filesIn(join(folder, 'periodes')).map((file) => file.split('/')[0]).filter((name) => /^\d/.test(name)).sort();
  const newest = periods.at(-1);
  for (const page of site.pages.filter((each) => /^periodes\/\d/.test(each))) {
    const says = noticesOn(page).some((notice) => notice.startsWith('Er is een nieuwere periode'));
    assert.equal(says, !isIn(newest)(page), page);
  }
});

test('a period that was not published says so, one that was names its edition, and both are cited with it', () => {
  for (const page of site.pages.filter((each) => /^periodes\/\d/.test(each))) {
    const tools = textOf(page, ({ attributes }) => /(^| )sl-(tools|paper__facts)( |$)/.test(attributes.class ?? ''))[0];
    const number = isIn(first)(page) || isReplaced(page) ? 1 : isIn(second)(page) ? 2 : 0;
    assert.ok(tools.includes(number > 0 ? `Editie ${number}, gepubliceerd op ` : 'Nog niet gepubliceerd als editie'), page);
    assert.equal(/, editie \d/.test(tools), number > 0, page);
    if (number > 0) assert.ok(tools.includes(`, editie ${number}`), page);
  }
});

test('what was withdrawn keeps its address in every edition, with the date and the reason, and its text stands nowhere', () => {
  for (const place of [`periodes/${second}`, `periodes/${second}/v1`]) {
    const [main] = textOf(`${place}/brieven/${withdrawn}.html`, ({ tag }) => tag === 'main');
    assert.ok(main.includes('Ingetrokken op 1 december 2025.') && main.includes(reasonOfWithdrawal), main);
    assert.ok(noticesOn(`${place}/index.html`).some((notice) => notice.startsWith('Ingetrokken op 1 december 2025.')), place);
  }
  const source = readFileSync(join(voorbeeldstad, 'content/periods', second, 'letters', `${withdrawn}.md`), 'utf8');
  const sentence = source.split('---\n').at(-1).split('\n').find((line) => line.length > 40 && !/[[{|*`]/.test(line));
  assert.ok(sentence, 'the letter has a plain line to look for');
  const holding = site.files.filter((file) => readFileSync(join(folder, file), 'utf8').includes(sentence));
  assert.deepEqual(holding, []);
});

test('the register has every link of the chain, newest first, and all its links lead somewhere', () => {
  const titles = textOf('edities/index.html', ({ tag, parent }) => tag === 'h3' && parent.tag === 'li');
  assert.equal(titles.length, readJson('edities/keten.json').chain.length);
  assert.match(titles[0], /ingetrokken$/);
  assert.match(titles.at(-1), /editie 1$/);
  const lost = site.inside.filter(({ page }) => page.startsWith('edities/')).map(targetOf).filter(({ file }) => !site.files.includes(file));
  assert.deepEqual(lost, []);
});

test('a site without editions says so, and has no edition to check', async () => {
  const source = copyOf(voorbeeldstad);
  rmSync(join(source, 'data/editions'), { recursive: true, force: true });
  const output = await build(source);
  const page = (name) => elementsOf(readFileSync(join(output, 'edities', name), 'utf8')).find(({ tag }) => tag === 'main').text();
  assert.match(page('index.html'), /Er is nog niets als editie gepubliceerd/);
  assert.match(page('controleren.html'), /Er is nog geen editie om te controleren/);
  assert.deepEqual(filesIn(join(output, 'edities')), ['controleren.html', 'index.html']);
  const period = elementsOf(readFileSync(join(output, 'periodes', second, 'index.html'), 'utf8'));
  assert.ok(!period.some((each) => each.text().includes('als editie')));
});

test('a program without the files that came with it says which one it misses, and writes no site that leads to it', async () => {
  const site = await publishedSmallSite();
  copyOfTheme(site);
  const alone = join(temporaryFolder(), 'stoplicht');
  cpSync(program, alone);
  const { status, stdout, stderr } = spawnSync(alone, ['build', '--site', site], { encoding: 'utf8' });
  assert.deepEqual([status, stdout], [3, '']);
  assert.match(stderr, /^stoplicht: the program's own file edition\.schema\.json is missing: it belongs in share\/stoplicht\/schemas/);
  assert.ok(!existsSync(join(site, 'public')));
});
