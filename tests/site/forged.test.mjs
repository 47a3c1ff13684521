// An edition that somebody made by hand, with digests that hold, is told plainly by every command.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { copy, verify } from '../support/signed-site.mjs';

// ---- documents made by hand, with digests that hold --------------------------------------------------------

const canonical = (value) =>
  Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
  : value !== null && typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
  : JSON.stringify(value);
const sha256 = (value) => createHash('sha256').update(canonical(value)).digest('hex');
// As pretty_json has it: an empty object or list on one line.
const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted)
  : value !== null && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
  : value;

// A site of one edition, as `change` makes it, sealed anew.
function forge(change) {
  const site = copy();
  rmSync(join(site, 'public'), { recursive: true });
  rmSync(join(site, 'data/editions/2024-h2'), { recursive: true });
  rmSync(join(site, 'data/editions/2024-h1/v1.json.minisig'));
  const path = join(site, 'data/editions/2024-h1/v1.json');
  const edition = JSON.parse(readFileSync(path, 'utf8'));
  change(edition.parts, edition);
  for (const name of Object.keys(edition.seal.parts)) if (!edition.parts[name]) delete edition.seal.parts[name];
  for (const [name, part] of Object.entries(edition.parts)) edition.seal.parts[name] = sha256(part);
  edition.digest = sha256(edition.seal);
  writeFileSync(path, JSON.stringify(sorted(edition), null, 2) + '\n');
  return site;
}

const content = (name, value) => (parts) => { parts[name] = { content: value, salt: '0'.repeat(32) }; };
const inside = (name, change) => (parts) => change(parts[name].content);
const aText = (parts) => Object.keys(parts).find((name) => name.startsWith('text:'));
const forgeries = {
  'no period': (parts) => delete parts.period,
  'no site': (parts) => delete parts.site,
  'a site that is a number': content('site', 5),
  'a site without scales': inside('site', (site) => delete site.status_scales),
  'scales that are a number': inside('site', (site) => { site.status_scales = 5; }),
  'programmes that are a list': content('programmes', []),
  'projects that are numbers': inside('period', (period) => { period.projects = [5]; }),
  'projects that are not there': inside('period', (period) => { period.projects = ['nergens']; }),
  'a period of another name': inside('period', (period) => { period.id = '2020-01'; }),
  'a period without a day': inside('period', (period) => { period.reported_on = '9999-99'; }),
  'a project from nowhere': content('project:spook', { report: { project: 'spook' }, resolved: { status: {}, computed: null } }),
  'a project that is a number': content('project:spook', 5),
  'a text that is a number': (parts) => { parts[aText(parts)].content = 5; },
  'figures that are a list': (parts) => { parts[aText(parts)].content.figures = []; },
  'a text outside the site': content('text:content/periods/2024-h1/../../../x.md', { front_matter: {}, text: 'x', figures: {} }),
  'an attachment that is a number': content('attachment:content/x.pdf', 5),
  'an attachment outside the site': content('attachment:content/x.pdf', { sha256: '../../../site.json', size: 3 }),
  'a commitment that is a number': content('commitment:T', 5),
  'a glossary in the place of the summary': content('glossary', { path: 'content/periods/2024-h1/summary.md', terms: [], figures: {} }),
  'a history outside the site': content('history:../../x', { period: { id: '../../x' } }),
  'a history of this period': content('history:2024-h1', { period: { id: '2024-h1' } }),
  'a history without lights': content('history:2020-01/x', 5),
  'a salt that is a number': (parts) => { parts.site.salt = 5; },
  'a period that is a path': (parts, { seal }) => { seal.period = 'editions/2024-h1'; },
};
for (const [what, change] of Object.entries(forgeries)) {
  test(`forged, and told by every command: ${what}`, async () => {
    const site = forge(change);
    const commands = [
      ['verify', site], ['build', '--site', site], ['check', '--site', site], ['diff', '2024-h1', '2024-h2', '--site', site],
      ['correct', '2024-h1', '--reason', 'x', '--site', site], ['withdraw', '2024-h1', 'summary', '--reason', 'x', '--site', site],
    ];
    for (const command of commands) {
      const { code, stderr } = await run(command);
      assert.equal(code, 1, `${command[0]}: ${stderr}`);
      assert.match(stderr, /^data\/editions\/2024-h1\/v1\.json:\d+:\d+: error: /m, command[0]);
      assert.doesNotMatch(stderr, /json\.exception|terminate|basic_string/);
    }
  });
}

test('a correction made by hand that leaves out what was withdrawn of an older edition only is told', async () => {
  const site = copy();
  const args = ['withdraw', '2024-h2@v1', '--whole', '--reason', 'Privacy', '--on', '2026-11-05', '--unsigned', '--site', site];
  assert.equal((await run(args)).code, 0);
  const read = (name) => JSON.parse(readFileSync(join(site, `data/editions/2024-h2/${name}.json`), 'utf8'));
  const [edition, newest, last] = [read('v2'), read('v2'), read('w2')];
  const summary = Object.keys(edition.parts).find((name) => name.endsWith('/summary.md'));
  delete edition.parts[summary];
  delete edition.seal.parts[summary];
  for (const name of Object.keys(edition.seal.parts)) if (!edition.parts[name]) delete edition.seal.parts[name];
  Object.assign(edition.seal, { edition: 3, sequence: last.seal.sequence + 1, previous: last.digest, replaces: newest.digest, published_on: '2026-11-06' });
  edition.digest = sha256(edition.seal);
  writeFileSync(join(site, 'data/editions/2024-h2/v3.json'), JSON.stringify(sorted(edition), null, 2) + '\n');
  const { code, stderr } = await run(['verify', site]);
  assert.equal(code, 1);
  assert.ok(stderr.includes(`error: part '${summary}' is missing [edition-form]`), stderr);
});
