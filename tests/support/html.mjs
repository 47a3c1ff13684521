// What stands in an HTML file, by a parser that does what browsers do.
import { parse } from 'parse5';

function* nodesIn(node) {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesIn(child);
}

const attributeName = ({ prefix, name }) => (prefix ? `${prefix}:${name}` : name);

// Every element of a page: [{ tag, attributes, parent, line, text(), own() }]; text() is that of the element and all in
// it, own() those that stand in it directly.
export function elementsOf(html) {
  const elements = new Map();
  for (const node of nodesIn(parse(html, { sourceCodeLocationInfo: true }))) {
    if (!node.tagName) continue;
    elements.set(node, {
      tag: node.tagName,
      attributes: Object.fromEntries(node.attrs.map((each) => [attributeName(each), each.value])),
      parent: elements.get(node.parentNode),
      line: node.sourceCodeLocation?.startLine,
      text: () => [...nodesIn(node)].map((each) => each.value ?? '').join(''),
      own: () => node.childNodes.map((each) => each.value ?? ''),
    });
  }
  return [...elements.values()];
}

// The texts that stand directly in an element, not in one within it, without the blanks around them.
export function textsOf(element) {
  return element.own().map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
}
