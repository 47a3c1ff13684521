// Voorbeeldstad uses what the formats offer: what it leaves out stands here, and nothing else is left out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { repository, run } from '../support/program.mjs';
import { filesIn } from '../support/sites.mjs';

const site = join(repository, 'tests/golden/voorbeeldstad');
const textOf = (path) => readFileSync(join(site, path), 'utf8');
const jsonOf = (path) => JSON.parse(textOf(path));
const schemaOf = (name) => JSON.parse(readFileSync(join(repository, `generator/schemas/${name}.schema.json`), 'utf8'));

const files = filesIn(site);
const periods = files.filter((path) => path.startsWith('data/periods/')).map(jsonOf);
const dataOf = (name) => name === 'period' ? periods : [jsonOf(`data/${name}.json`)];

// Calls `see` for each object type and each choice in a schema: with what it is, and what values of the site are of it.
function walk(schema, root, place, values, see) {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    walk(root.definitions[name], root, name, values, see);
  }
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(part, root, place, values, see);
  if (schema.enum) see(place, schema.enum.map(String), values.map(String));
  if (schema.items) walk(schema.items, root, place, values.filter(Array.isArray).flat(), see);
  const objects = values.filter((value) => value !== null && typeof value === 'object' && !Array.isArray(value));
  if (schema.properties) see(place, Object.keys(schema.properties), objects.flatMap(Object.keys));
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    walk(property, root, `${place}.${key}`, objects.flatMap((each) => key in each ? [each[key]] : []), see);
  }
}

// "period.kind: year": every key and every word of a choice that no data file of the site uses.
function unused() {
  const used = new Map();  // A definition may be met in more than one place.
  for (const name of ['site', 'organisations', 'programmes', 'commitments', 'period']) {
    const schema = schemaOf(name);
    walk(schema, schema, name, dataOf(name), (place, known, values) => {
      for (const word of known) {
        const key = `${place}: ${word}`;
        used.set(key, used.get(key) || values.includes(word));
      }
    });
  }
  return [...used].filter(([, isUsed]) => !isUsed).map(([key]) => key);
}

test('it has no fault and no warning', async () => {
  const { code, stdout, stderr } = await run(['check', '--strict', '--site', site]);
  assert.equal(code, 0, stdout + stderr);
});

test('every data file names the schema that it follows', () => {
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false });
  ajv.addVocabulary(['enumDescriptions', 'errorMessage', 'patternErrorMessage']);
  for (const path of files.filter((each) => each.endsWith('.json') && !each.startsWith('data/editions/'))) {
    const document = jsonOf(path);
    const schema = readFileSync(join(site, dirname(path), document.$schema), 'utf8');
    assert.ok(ajv.validate(JSON.parse(schema), document), `${path}: ${ajv.errorsText()}`);
  }
});

test('every key and every choice of the data formats is used, but for these', () => {
  assert.deepEqual(unused(), [
    'site.language: en',
    'site.rules.explanation: warning',
    'project.followed_by: figures',  // The default, as are 'up' and 'reported'.
    'indicator.direction: up',
    'period.kind: year',
    'period.kind: quarter',
    'period.kind: month',
    'period.kind: incidental',
    'project_report.basis: reported',
  ]);
});

// ---- texts ------------------------------------------------------------------------------------------------

const texts = files.filter((path) => path.endsWith('.md')).map((path) => [path, textOf(path)]);

test('every chart stands in some text, and one has a sentence of its own', () => {
  const blocks = texts.flatMap(([, text]) => [...text.matchAll(/^```chart\n([^]*?)^```$/gm)].map((found) => found[1]));
  assert.deepEqual([...new Set(blocks.map((block) => block.split(/\s/)[0]))].sort(),
    ['budget', 'distribution', 'history', 'landscape', 'lights', 'matrix', 'shares', 'target', 'trend']);
  assert.ok(blocks.some((block) => /^lights \w/.test(block)), 'the lights of one programme');
  assert.ok(blocks.some((block) => /^conclusion: /m.test(block)));
});

test('every key that front matter may have is used', () => {
  const keys = ['headline', 'title', 'kind', 'from', 'councils', 'date', 'date_note', 'closes', 'announces', 'attachments',
    'slug', 'description', 'menu', 'order', 'decisions', 'terms',
    'what', 'by', 'done', 'file', 'url', 'note', 'text', 'outcome', 'term', 'also', 'meaning', 'link', 'group'];
  const fronts = texts.flatMap(([, text]) => /^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? []).join('\n');
  assert.deepEqual(keys.filter((key) => !new RegExp(`^[ -]*${key}:`, 'm').test(fronts)), []);
});

test('figures of every kind stand in the texts', () => {
  const paths = texts.flatMap(([, text]) => [...text.matchAll(/\{\{ (?:[\w-]+: )?([^}]+) \}\}/g)].map((found) => found[1]));
  const kinds = [/^total\.\w+\.actual$/, /\.target$/, /\.forecast$/, /\.baseline$/, /\.old_target$/, /\.share$/, /^project\./,
    /^count\./, /^stated\.projects$/, /^figure\./, /^budget\./, /^funding\./, /\|rounded$/];
  assert.deepEqual(kinds.filter((kind) => !paths.some((path) => kind.test(path))).map(String), []);
  assert.ok(texts.some(([, text]) => /\{\{ \d{4}-h\d: /.test(text)), 'a figure of another period');
});

// ---- how much there is ------------------------------------------------------------------------------------

test('eight councils, ten half years, 27 projects in six categories', () => {
  const { organisations } = jsonOf('data/organisations.json');
  const { programmes } = jsonOf('data/programmes.json');
  const projects = programmes.flatMap((programme) => programme.projects);
  assert.equal(organisations.filter(({ kind }) => kind === 'municipality').length, 8);
  assert.equal(periods.length, 10);
  assert.equal(periods.filter(({ depth }) => depth === 'projects').length, 6);
  assert.equal(projects.length, 27);
  assert.equal(programmes.flatMap(({ categories }) => categories).length, 6);
  const reported = new Set(periods.flatMap((period) => (period.projects ?? []).map(({ project }) => project)));
  assert.deepEqual(projects.map(({ id }) => id).filter((id) => !reported.has(id)), []);
});

test('every status of both scales is somebody’s', () => {
  const { status_scales: scales } = jsonOf('data/site.json');
  const used = new Set(periods.flatMap(({ scale = scales[0].id, projects = [] }) =>
    projects.map(({ status = 'not-reported' }) => `${scale} ${status}`)));
  const all = scales.flatMap(({ id, statuses }) => statuses.map((status) => `${id} ${status.id}`));
  assert.deepEqual(all.filter((status) => !used.has(status)), []);
});
