// The schemas, which help an editor, and the program, which has the last word, have to agree on the form of the
// data files.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { isMap, isObject, mutantsOf, placesOf, resolved, withMember } from './mutants.mjs';
import { check, forEachInCopies, inCopyOf, repository, write } from './program.mjs';

const schemaFolder = join(repository, 'generator/schemas');
const fixture = join(repository, 'tests/schema/fixture');
const names = ['commitments', 'organisations', 'period', 'programmes', 'site'];

// What the program calls a fault that can be seen in the one file, and that a schema has to see too.
const faultsOfForm = new Set([
  'commitment-lapsed-reason', 'council-duplicate', 'date-impossible', 'depth-mismatch', 'email-form', 'id-form', 'indicator-owner',
  'key-missing', 'key-unknown', 'light-without-basis-note', 'list-empty', 'number-range', 'scale-not-reported', 'signing-key-form',
  'target-without-decision', 'text-empty', 'type-wrong', 'url-form', 'value-unknown',
]);
// What has not the form of an id cannot refer to anything; the program only says that it does not.
const faultsOfReference = new Set(['reference-unknown', 'status-unknown']);

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const schemas = Object.fromEntries(names.map((name) => [name, readJson(join(schemaFolder, `${name}.schema.json`))]));

// Words of the editor's that mean nothing to a validator. Any other unknown word in a schema is a mistake.
const ajv = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false });
ajv.addVocabulary(['enumDescriptions', 'errorMessage', 'patternErrorMessage']);
const validators = Object.fromEntries(names.map((name) => [name, ajv.compile(schemas[name])]));

function faultsBySchema(name, document) {
  if (validators[name](document)) return [];
  return validators[name].errors.map((fault) => `${fault.instancePath || '/'} ${fault.message}`);
}

// The data files of a site folder: [{ file: 'data/periods/2023-h1.json', name: 'period', document }].
function dataFilesOf(site) {
  const files = ['data', 'data/periods'].flatMap((folder) => {
    return readdirSync(join(site, folder)).filter((file) => file.endsWith('.json')).map((file) => `${folder}/${file}`);
  });
  return files.sort().map((file) => {
    const name = file.startsWith('data/periods/') ? 'period' : file.slice('data/'.length, -'.json'.length);
    return { file, name, document: readJson(join(site, file)) };
  });
}

const isForm = (place) => isObject(place) && !isMap(place);
const formsOf = ({ name, document }) => placesOf(schemas[name], document).filter(isForm);
const errorsIn = (diagnostics, file) => diagnostics.filter((each) => each.file === file && each.severity === 'error');
const told = (diagnostics) => diagnostics.map((fault) => `${fault.file}:${fault.line} ${fault.message} [${fault.id}]`);

// ---- the schemas on their own -----------------------------------------------------------------------------

test('every schema in the folder is tested here', () => {
  // Nobody writes an edition by hand: its schema is held against what the program writes, in tests/site/editions.test.mjs.
  const written = readdirSync(schemaFolder).filter((file) => !file.startsWith('edition.'));
  assert.deepEqual(written.sort(), names.map((name) => `${name}.schema.json`));
});

test('what two schemas define by one name is the same', () => {
  const definitions = new Map();
  for (const name of names) {
    for (const [definition, schema] of Object.entries(schemas[name].definitions)) {
      assert.deepEqual(schema, definitions.get(definition) ?? schema, `${definition} in ${name}`);
      definitions.set(definition, schema);
    }
  }
});

// Calls `look(part, path)` for every object and list inside the schemas.
function eachPart(look) {
  const visit = (part, path) => {
    if (part === null || typeof part !== 'object') return;
    look(part, path);
    for (const [key, inner] of Object.entries(part)) visit(inner, [...path, key]);
  };
  for (const name of names) visit(schemas[name], [name]);
}

test('every key has a title and a description, and every word to choose from is explained', () => {
  const unexplained = [];
  eachPart((part, path) => {
    if (part.additionalProperties === false) {
      for (const [key, member] of Object.entries({ ...part.properties, ...part.patternProperties })) {
        const explanation = { ...resolved(schemas[path[0]], member).schema, ...member };
        if (!explanation.title || !explanation.description) unexplained.push(`${path.join('/')}/${key}`);
      }
    }
    const words = Array.isArray(part.enum) ? part.enum : [];
    if (words.length !== (part.enumDescriptions ?? []).length) unexplained.push(`${path.join('/')}: its words`);
  });
  assert.deepEqual(unexplained, []);
});

test('no object lets an unknown key pass', () => {
  const conditions = ['allOf', 'additionalItems', 'contains', 'if', 'then', 'else'];
  const open = [];
  eachPart((part, path) => {
    const describesAnObject = part.type === 'object' || part.type?.includes?.('object');
    if (describesAnObject && part.additionalProperties !== false && !path.some((key) => conditions.includes(key))) {
      open.push(path.join('/'));
    }
  });
  assert.deepEqual(open, []);
});

// ---- the document on the formats --------------------------------------------------------------------------

test('every example of a data file in FORMATS.md is right by its schema', () => {
  const text = readFileSync(join(repository, 'generator/FORMATS.md'), 'utf8');
  const examples = [...text.matchAll(/^## data\/([^\n]*)\n(?:(?!^## )[^])*?^```json\n([^]*?)^```/gm)];
  const nameOf = (heading) => (heading.startsWith('periods/') ? 'period' : heading.replace('.json', ''));
  const found = examples.map(([, heading]) => nameOf(heading));
  assert.deepEqual([...found].sort(), names);
  assert.equal(examples.length, [...text.matchAll(/^```json$/gm)].length, 'an example without a heading "## data/…"');
  examples.forEach(([, heading, json], index) => {
    assert.deepEqual(faultsBySchema(found[index], JSON.parse(json)), [], `the example of data/${heading}`);
  });
});

// ---- whole sites ------------------------------------------------------------------------------------------

for (const [title, site] of [['the site of this repository', repository], ['the fixture', fixture]]) {
  test(`${title}: every data file names its schema and is right by it`, () => {
    const files = dataFilesOf(site);
    assert.deepEqual([...new Set(files.map(({ name }) => name))].sort(), names);
    for (const { file, name, document } of files) {
      const named = resolve(site, dirname(file), document.$schema ?? '');
      assert.ok(document.$schema && existsSync(named), `${file} names no schema that exists: ${document.$schema}`);
      assert.equal(relative(schemaFolder, named), `${name}.schema.json`, file);
      assert.deepEqual(faultsBySchema(name, document), [], file);
    }
  });

  test(`${title}: the program finds no fault of form in it`, async () => {
    const diagnostics = await inCopyOf(site, check);
    const inData = diagnostics.filter((fault) => fault.file.startsWith('data/'));
    assert.deepEqual(told(inData.filter((fault) => faultsOfForm.has(fault.id))), []);
  });

  test(`${title}: an unknown key is reported in every object, at its place`, async () => {
    const expected = [];
    const diagnostics = await inCopyOf(site, async (copy) => {
      for (const each of dataFilesOf(site)) {
        let { document } = each;
        for (const { path } of formsOf(each)) document = withMember(document, path, 'onbekend', null);
        write(join(copy, each.file), document);
        const lines = readFileSync(join(copy, each.file), 'utf8').split('\n');
        lines.forEach((line, index) => line.includes('"onbekend": null') && expected.push(`${each.file}:${index + 1}`));
      }
      return check(copy);
    });
    const unknown = diagnostics.filter((fault) => fault.id === 'key-unknown' && fault.file.startsWith('data/'));
    const reported = unknown.map((fault) => `${fault.file}:${fault.line}`);
    assert.ok(expected.length > 50);
    assert.deepEqual(reported.sort(), expected.sort());
  });
}

// ---- keys -------------------------------------------------------------------------------------------------

test('the fixture has no error and uses every key of the schemas, in every object', async () => {
  assert.deepEqual(told((await check(fixture)).filter((fault) => fault.severity === 'error')), []);
  const used = new Map();
  const known = new Map();
  for (const { name, document } of dataFilesOf(fixture)) {
    for (const place of placesOf(schemas[name], document)) {
      const kind = name + place.kind;
      if (place.schema.properties) known.set(kind, Object.keys(place.schema.properties));
      if (isObject(place)) used.set(kind, new Set([...(used.get(kind) ?? []), ...Object.keys(place.value)]));
      if (isMap(place)) assert.notEqual(used.get(kind).size, 0, kind);
    }
  }
  const unused = (kind, keys) => keys.filter((key) => !used.get(kind)?.has(key)).map((key) => `${kind}/${key}`);
  assert.deepEqual([...known].flatMap(([kind, keys]) => unused(kind, keys)), []);
});

// The program accepts the fixture, which uses every key of the schemas: it knows no fewer. That it knows no more is
// seen by trying every word that stands in its sources as a key of every kind of object.
test('the program knows no key that the schemas do not know', async () => {
  const folder = join(repository, 'generator/model');
  const files = readdirSync(folder).filter((file) => file.endsWith('.cc'));
  const sources = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  const words = new Set([...sources.matchAll(/"([a-z][a-z_]*)"/g)].map(([, word]) => word));
  for (const { name, document } of dataFilesOf(fixture)) {
    for (const place of placesOf(schemas[name], document)) {
      for (const key of Object.keys(place.schema.properties ?? {})) {
        assert.ok(key === '$schema' || words.has(key), `'${key}' was not found in the sources`);
      }
    }
  }

  const seen = new Set();
  for (const each of dataFilesOf(fixture)) {
    let { document } = each;
    const expected = [];
    for (const { kind, path, schema } of formsOf(each)) {
      if (seen.has(each.name + kind)) continue;
      seen.add(each.name + kind);
      for (const word of [...words, '$schema']) {
        if (schema.properties[word]) continue;
        document = withMember(document, path, word, null);
        expected.push(`unknown key '${word}'`);
      }
    }
    const diagnostics = await inCopyOf(fixture, (copy) => {
      write(join(copy, each.file), document);
      return check(copy);
    });
    const unknown = errorsIn(diagnostics, each.file).filter((fault) => fault.id === 'key-unknown');
    const reported = unknown.map((fault) => fault.message);
    assert.deepEqual(reported.sort(), expected.sort(), each.file);
  }
  assert.ok(seen.size > 30);
});

// ---- one fault at a time ----------------------------------------------------------------------------------

const idsSeen = new Set();
const kindsSeen = new Set();

for (const { file, name, document } of dataFilesOf(fixture)) {
  test(`${file}: schema and program agree on every variant of it`, async (context) => {
    const mutants = [...mutantsOf(schemas[name], document, kindsSeen)];
    const disagreements = [];
    let rejected = 0;
    await forEachInCopies(fixture, mutants, async (mutant, copy) => {
      write(join(copy, file), mutant.document);
      const errors = errorsIn(await check(copy), file);
      const bySchema = faultsBySchema(name, mutant.document);
      const byProgram = errors.filter((fault) => faultsOfForm.has(fault.id));
      for (const fault of byProgram) idsSeen.add(fault.id);
      if (bySchema.length > 0) ++rejected;

      const refers = ['by_council', 'reference'].includes(mutant.place.definition);
      const isReference = refers && typeof (mutant.key ?? mutant.value) === 'string';
      const saysSo = byProgram.length > 0 || (isReference && errors.some((fault) => faultsOfReference.has(fault.id)));
      if (bySchema.length > 0 && !saysSo) {
        disagreements.push(`${mutant.name}: only the schema rejects it: ${bySchema.join('; ')}`);
      }
      if (bySchema.length === 0 && byProgram.length > 0) {
        disagreements.push(`${mutant.name}: only the program rejects it: ${told(byProgram).join('; ')}`);
      }

      const { enum: choices } = mutant.place.schema;
      if (choices && typeof mutant.value === 'string' && !choices.includes(mutant.value)) {
        const fault = errors.find(({ id }) => id === 'value-unknown');
        if (fault?.hint.replace(/ \(did you mean .*/, '') !== `use one of: ${choices.join(', ')}`) {
          disagreements.push(`${mutant.name}: the program offers other words: ${fault?.hint}`);
        }
      }
    });
    context.diagnostic(`${mutants.length} variants, ${rejected} of them rejected by both`);
    assert.ok(rejected > 0 && rejected < mutants.length);
    assert.deepEqual(disagreements, []);
  });
}

test('every fault of form was met in some variant', () => {
  assert.deepEqual([...idsSeen].sort(), [...faultsOfForm].sort());
});
