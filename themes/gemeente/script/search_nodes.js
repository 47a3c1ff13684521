// What the script finds on the search page, and how it makes nodes. Whatever comes from a reader, an index or a page stays
// a text: nothing here reads markup.

const searchRoot = document.getElementById('zoekpagina');
const find = (selector) => searchRoot.querySelector(selector);
const field = find('[type=search]');
const section = find('.sl-found');
const texts = JSON.parse(searchRoot.dataset.texts);
// What is searched for: { text, exact, filters }.
let asked;

// A node; an attribute that is empty or false is left out.
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function makeButton(text, type, act) {
  const button = make('button', { type: 'button', class: type }, text);
  button.addEventListener('click', act);
  return button;
}

const inWords = (value) => value.toLocaleString(document.documentElement.lang);

// A text of the theme, with {n} and the like filled in.
function say(key, values = {}) {
  const text = texts[key];
  return (text[values.n === 1 ? 'one' : 'other'] ?? text).replace(/\{(\w+)\}/g, (_, name) => inWords(values[name]));
}

function drawSign({ light, shape }) {
  const { namespaceURI } = document.querySelector('svg');
  const [svg, use] = ['svg', 'use'].map((tag) => document.createElementNS(namespaceURI, tag));
  svg.setAttribute('class', `sl-c--${light}`);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#l-${shape}`);
  svg.append(use);
  return svg;
}
