// `stoplicht check --report`: what still stands between a draft and its publication, as one file for people.
// UPDATE_EXPECTED=1 writes the expected pages anew: read them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { messagesOn } from '../support/nu.mjs';
import { repository } from '../support/program.mjs';
import { command, edit, publishedSmallSite, smallSite } from '../support/publishing.mjs';
import { copyOf, stateOf } from '../support/sites.mjs';

const expectedFolder = fileURLToPath(new URL('./rehearsal', import.meta.url));
const update = process.env.UPDATE_EXPECTED === '1';

// Two published periods and one that was just begun, of which a little was filled in.
async function siteWithDraft(site = smallSite()) {
  await publishedSmallSite(site);
  const { code, stderr } = await command(site, ['new', '2025-h1']);
  assert.equal(code, 0, stderr);
  return site;
}

// The page without its styles, and what the command printed.
async function report(site, options = []) {
  const file = join(site, '..', 'report.html');
  const result = await command(site, ['check', '--report', file, ...options]);
  return { ...result, file, html: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}
const withoutStyles = (html) => html.replace(/<style>.*?<\/style>/s, '<style></style>').replace(/Stoplicht \d+\.\d+\.\d+/, 'Stoplicht');
const wordsOf = (html) => withoutStyles(html).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

for (const language of ['nl', 'en']) {
  test(`a draft that was just begun is told whole (${language})`, async () => {
    const site = await siteWithDraft();
    edit(site, 'data/site.json', '"language": "nl"', `"language": "${language}"`);
    const { code, stdout, html } = await report(site);
    assert.equal(code, 0);
    assert.match(stdout, /^note: what stands between the draft and its publication is told in .*report\.html\n/);
    const expected = join(expectedFolder, `${language}.html`);
    if (update) {
      mkdirSync(dirname(expected), { recursive: true });
      writeFileSync(expected, withoutStyles(html));
    }
    assert.equal(withoutStyles(html), readFileSync(expected, 'utf8'));
  });
}

test('the file holds its styles, has no script, asks for nothing, and is valid HTML', async () => {
  const { html, file } = await report(await siteWithDraft());
  assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
  assert.doesNotMatch(html, /<script|<link|<img|@import|url\((?!#|"?data:)|https?:\/\/(?!www\.w3\.org)/i);
  // The checker does not know all of today's CSS; tests/site/nu.test.mjs looks at the stylesheets.
  writeFileSync(file, withoutStyles(html));
  assert.deepEqual(await messagesOn(dirname(file), ['report.html']), []);
});

test('every link to a file of the site folder leads there', async () => {
  const { html, file } = await report(await siteWithDraft());
  const links = [...new Set([...html.matchAll(/ href="([^"#]+)"/g)].map(([, link]) => link))];
  assert.ok(links.length > 3);
  assert.deepEqual(links.filter((link) => !existsSync(new URL(link, `file://${file}`))), []);
});

test('the same site gives the same bytes, wherever it stands', async () => {
  const [one, other] = [await report(await siteWithDraft()), await report(await siteWithDraft())];
  assert.notEqual(one.file, other.file);
  assert.equal(one.html, other.html);
});

test('nothing of the site folder is written, and no website', async () => {
  const site = await siteWithDraft();
  const before = stateOf(site);
  await report(site);
  assert.deepEqual(stateOf(site), before);
});

test('when all is mended it says so', async () => {
  const { html } = await report(await publishedSmallSite());
  assert.match(wordsOf(html), /Er is geen concept: elke periode is gepubliceerd\. Niets staat publicatie meer in de weg\. Er is ook geen advies\./);
  assert.doesNotMatch(html, /id="deel_moet"|id="deel_kan"/);
});

test('what is mended is gone from the next report, which takes the place of the one before', async () => {
  const site = await siteWithDraft();
  const before = await report(site);
  const text = 'content/periods/2025-h1/progress/havenkwartier.md';
  assert.ok(before.html.includes(text));
  writeFileSync(join(site, text), 'De bouw is begonnen.\n');
  const after = await report(site);
  assert.ok(!after.html.includes(text));
  const count = ({ html }) => Number(/(\d+) punten houden publicatie nog tegen/.exec(html)[1]);
  assert.equal(count(after), count(before) - 1);
});

test('faults that keep the site from being made are in it, and it says that more may come', async () => {
  const site = await siteWithDraft();
  writeFileSync(join(site, 'data/periods/2025-h1.json'), '{ "id": "2025-h1",\n');
  const { code, html } = await report(site);
  assert.equal(code, 1);
  assert.match(html, /Herstel een fout/);
  assert.match(html, /Door fouten in de bestanden is niet alles nagekeken/);
  assert.doesNotMatch(html, /Er is ook geen advies/);
  assert.match(html, /Melding: <span lang="nl">/);
  assert.doesNotMatch(html, /<span lang="en">/);
});

test('a folder that is no site, or whose archive was changed, gives a report of that', async () => {
  const site = await siteWithDraft();
  edit(site, 'data/editions/2024-h1/v1.json', '2024-h1', '2024-h3');
  const changed = await report(site);
  assert.equal(changed.code, 1);
  assert.match(wordsOf(changed.html), /1 punt houdt publicatie nog tegen/);
  assert.doesNotMatch(changed.html, /is geen concept/);
});

test('a file that is no report of ours is refused, and stays; so is a place in the site folder', async () => {
  const site = await siteWithDraft();
  const file = join(site, '..', 'report.html');
  writeFileSync(file, '<p>van een ander</p>');
  const { code, stderr } = await report(site);
  assert.equal(code, 3);
  assert.match(stderr, /^stoplicht: --report: .*report\.html is there already, and no report of ours; it was not touched\n {2}hint: name another file\n/m);
  assert.equal(readFileSync(file, 'utf8'), '<p>van een ander</p>');
  for (const place of ['data/report.html', 'content/periods/report.html', 'public/report.html']) {
    const inside = await command(site, ['check', '--report', join(site, place)]);
    assert.equal(inside.code, 2);
    assert.match(inside.stderr, /--report: the report cannot be written to /);
    assert.ok(!existsSync(join(site, place)));
  }
});

test('a report is a web page by its name, too', async () => {
  const site = await siteWithDraft();
  for (const name of ['rapport.pdf', 'rapport', 'rapport.html.docx']) {
    const file = join(site, '..', name);
    assert.deepEqual(await command(site, ['check', '--report', file]), { code: 2, stdout: '',
      stderr: `stoplicht: --report: the report is a web page, and '${file}' has another name\n` +
        '  hint: end its name in .html; a browser prints it, also to a PDF\n' });
    assert.ok(!existsSync(file));
  }
  assert.notEqual((await command(site, ['check', '--report', join(site, '..', 'RAPPORT.HTM')])).code, 2);
});

test('when the theme of the site cannot be used, the one that came with the program shows it', async () => {
  const site = await siteWithDraft();
  edit(site, 'data/site.json', '"theme": "gemeente"', '"theme": "eigen"');
  const { html } = await report(site);
  assert.match(html, /<h1 class="nl-heading nl-heading--level-1">Generale repetitie<\/h1>/);
});

test('the sample, which is published, has nothing in the way', async () => {
  const { html } = await report(copyOf(repository, join(smallSite(), '..', 'sample')));
  assert.match(wordsOf(html), /Niets staat publicatie meer in de weg/);
});
