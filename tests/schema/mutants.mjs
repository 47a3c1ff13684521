// Makes faulty, and some faultless, variants of a document, one change at a time, out of what its schema says.
import { isDeepStrictEqual } from 'node:util';
import { keySpecimens, specimens } from './specimens.mjs';

const ofEachType = [null, 7, 0.5, 'tekst', [], {}];

// Follows "$ref". `definition`: the name of what it led to.
export function resolved(root, schema) {
  let definition = null;
  while (schema.$ref !== undefined) {
    definition = schema.$ref.replace('#/definitions/', '');
    schema = root.definitions[definition];
  }
  return { schema, definition };
}

function schemaOfItem(list, index) {
  if (!Array.isArray(list.items)) return list.items;
  // The items from the second on are described as the first plus a rule.
  return index < list.items.length ? list.items[index] : list.additionalItems.allOf[0];
}

function schemaOfMember(object, key) {
  if (object.properties?.[key]) return object.properties[key];
  const pattern = Object.keys(object.patternProperties ?? {}).find((each) => new RegExp(each, 'u').test(key));
  return pattern === undefined ? undefined : object.patternProperties[pattern];
}

// Every value of a document with the part of the schema that describes it. `path`: its keys and indices; `kind`: the
// same without the indices, so that all values that one part of the program reads have one kind.
export function placesOf(root, document) {
  const places = [];
  const visit = (unresolved, value, path, kind) => {
    if (unresolved === undefined) throw new Error(`the schema does not know /${path.join('/')}`);
    const { schema, definition } = resolved(root, unresolved);
    places.push({ schema, definition, value, path, kind });
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(schemaOfItem(schema, index), item, [...path, index], `${kind}/*`));
    } else if (value !== null && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) {
        const name = schema.properties?.[key] ? key : '*';
        visit(schemaOfMember(schema, key), member, [...path, key], `${kind}/${name}`);
      }
    }
  };
  visit(root, document, [], '');
  return places;
}

export const isObject = ({ value }) => value !== null && typeof value === 'object' && !Array.isArray(value);
// An object whose keys are data: years, or ids.
export const isMap = (place) => place.schema.patternProperties !== undefined;

// A copy of the document in which `change` was applied to what holds the value at `path`.
export function changed(document, path, change) {
  const copy = structuredClone(document);
  let parent = copy;
  for (const part of path.slice(0, -1)) parent = parent[part];
  change(parent, path.at(-1));
  return copy;
}

export function withMember(document, path, key, value) {
  const copy = structuredClone(document);
  let object = copy;
  for (const part of path) object = object[part];
  object[key] = value;
  return copy;
}

function different(values, value) {
  return values.filter((other, index) => {
    return !isDeepStrictEqual(other, value) && values.findIndex((each) => isDeepStrictEqual(each, other)) === index;
  });
}

function otherValues({ schema, definition, value }, isFirstOfKind, isFirstOfForm) {
  const others = isFirstOfForm ? [...ofEachType] : [null, schema.type === 'string' ? 7 : 'tekst'];
  if (isFirstOfKind) others.push({});
  if (schema.enum) others.push(...schema.enum);
  if (schema.enum && isFirstOfKind) others.push(`${schema.enum[0]}-`, schema.enum[0].toUpperCase(), '');
  for (const [bound, beyond] of [[schema.minimum, -1], [schema.maximum, 1]]) {
    if (bound !== undefined && isFirstOfKind) others.push(bound, bound + beyond);
  }
  if (schema.uniqueItems && isFirstOfKind) others.push([...value, value[0]]);
  if (schema.type === 'number') others.push(1500, 1500.5);
  // Each form is tried to the full in one place; elsewhere it is enough to see that the place asks for it.
  const texts = specimens[definition] ?? (schema.type === 'string' ? [''] : []);
  if (isFirstOfForm) others.push(...texts);
  else if (isFirstOfKind) others.push(...texts.slice(0, 2));
  return different(others, value);
}

// Every variant of a document: { name, place, value, key, document }; `key`: one that was added to a map. What is read
// by one part of the program is tried to the full only once: `seen` remembers where, and is shared between the documents
// of a site.
export function* mutantsOf(root, document, seen) {
  for (const place of placesOf(root, document)) {
    const { path, kind } = place;
    const at = `/${path.join('/')}`;
    const isFirst = (what) => !seen.has(what) && Boolean(seen.add(what));
    const isFirstOfKind = isFirst(root.title + kind);
    if (isObject(place) && !isMap(place)) {
      yield { name: `${at}: an unknown key`, place, document: withMember(document, path, 'onbekend', 'tekst') };
    }
    if (isMap(place) && isFirstOfKind) {
      for (const key of keySpecimens[place.definition]) {
        const name = `${at}: the key ${JSON.stringify(key)}`;
        yield { name, place, key, document: withMember(document, path, key, 1) };
      }
    }
    if (path.length === 0) continue;
    const leaveOut = (parent, key) => (Array.isArray(parent) ? parent.splice(key, 1) : delete parent[key]);
    yield { name: `${at}: left out`, place, document: changed(document, path, leaveOut) };
    const isFirstOfForm = isFirst(place.definition ?? `${place.schema.type} ${place.schema.enum !== undefined}`);
    for (const value of otherValues(place, isFirstOfKind, isFirstOfForm)) {
      const replace = (parent, key) => (parent[key] = value);
      yield { name: `${at}: ${JSON.stringify(value)}`, place, value, document: changed(document, path, replace) };
    }
  }
}
