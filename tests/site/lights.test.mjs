// No sign of a light without its word: on every page of both sites, as it stands in the HTML.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { elementsOf } from '../support/html.mjs';
import { builtSites, pagesIn } from '../support/sites.mjs';

const classesOf = ({ attributes }) => (attributes.class ?? '').split(/\s+/);
const isWithin = (element, matches) => element !== undefined && (matches(element) || isWithin(element.parent, matches));
const text = (element) => element.text().replace(/\s+/g, ' ').trim();

// The words that the shapes and the colours of a site stand for: { check: ['op koers'], …, green: ['op koers'], … }.
function wordsOf(source) {
  const words = {};
  const { status_scales: scales } = JSON.parse(readFileSync(join(source, 'data/site.json'), 'utf8'));
  for (const { shape, light, label } of scales.flatMap(({ statuses }) => statuses)) {
    for (const key of [shape, light]) (words[key] ??= []).push(label.toLowerCase());
  }
  return words;
}

// Whether a text says a word, and not only a longer one that has it in it: "op koers" in "niet op koers".
function says(telling, word, words) {
  const longer = Object.values(words).flat().filter((other) => other !== word && other.includes(word));
  return longer.reduce((rest, other) => rest.replaceAll(other, ' '), telling.toLowerCase()).includes(word);
}

// The drawing that an element is part of: the outermost svg around it.
function drawingOf(element) {
  let drawing;
  for (let each = element; each; each = each.parent) if (each.tag === 'svg') drawing = each;
  return drawing;
}

const wholes = ['td', 'th', 'li', 'dt', 'dd', 'p', 'figcaption', 'summary'];

// What tells a sign: the title and description of a drawing with a name; else the text of the smallest thing around it
// that has any, and no further than its cell, item or line.
function tellingOf(sign, elements) {
  const drawing = drawingOf(sign);
  if (drawing.attributes.role === 'img') {
    const ids = drawing.attributes['aria-labelledby']?.split(' ') ?? [];
    return ids.map((id) => elements.find(({ attributes }) => attributes.id === id)).map(text).join(' ');
  }
  let around = drawing.parent;
  while (text(around) === text(drawing) && !wholes.includes(around.tag)) around = around.parent;
  return text(around).replace(text(drawing), ' ');
}

// How many signs there are on a page, which of them nothing tells, and what has a colour without a sign: ["12: ring", …].
function lookAtSigns(html, words) {
  const elements = elementsOf(html);
  const isTold = (element, key) => words[key]?.some((word) => says(tellingOf(element, elements), word, words));
  const keyOf = ({ attributes: { href = '' } }) => Object.keys(words).find((key) => new RegExp(`^#(?:l-|[\\w-]+_)${key}$`).test(href));
  const signs = elements.filter((each) => each.tag === 'use' && keyOf(each) !== undefined);
  // The life of a commitment has such signs too: what happened stands beside them.
  const isOfLife = (sign) => isWithin(sign, (each) => classesOf(each).includes('sl-life')) && tellingOf(sign, elements) !== '';
  const colourOf = (each) => classesOf(each).find((name) => name.startsWith('sl-c--'))?.slice('sl-c--'.length);
  const coloured = elements.filter((each) => colourOf(each) !== undefined);
  const hasSign = (each) => signs.some((sign) => isWithin(sign, (around) => around === each));
  // A part of a bar may be too narrow for a sign; the words are beside the bar.
  const isBar = (each) => classesOf(each).includes('sl-seg') && isTold(each, colourOf(each));
  const tell = (each) => `${each.line}: ${keyOf(each) ?? colourOf(each)}`;
  return {
    count: signs.length,
    wordless: signs.filter((sign) => !isTold(sign, keyOf(sign)) && !isOfLife(sign)).map(tell),
    bare: coloured.filter((each) => !hasSign(each) && !isBar(each)).map(tell),
  };
}

for (const { name, source, folder } of await builtSites()) {
  const words = wordsOf(source);
  const found = pagesIn(folder).map((page) => ({ page, ...lookAtSigns(readFileSync(join(folder, page), 'utf8'), words) }));
  const told = (key) => found.flatMap((each) => each[key].map((fault) => `${each.page}:${fault}`));

  test(`${name}: beside every sign of a light stands its word, or the drawing that it is in says it`, () => {
    assert.deepEqual(told('wordless'), []);
    assert.ok(found.reduce((sum, { count }) => sum + count, 0) > 200);
  });

  test(`${name}: nothing has the colour of a light without its shape`, () => {
    assert.deepEqual(told('bare'), []);
  });
}

test('a sign without its word, with the word of another, or in a drawing that does not name it is found', () => {
  const words = { check: ['op koers', 'loopt goed'], green: ['op koers', 'loopt goed'], cross: ['niet op koers'] };
  const look = (html) => {
    const { wordless, bare } = lookAtSigns(`<!doctype html><title>t</title>${html}`, words);
    return [...wordless, ...bare].map((each) => each.replace(/.*: /, ''));
  };
  const sign = (shape) => `<svg class="sl-c--green" aria-hidden="true"><use href="#l-${shape}"/></svg>`;
  const drawing = (desc) => `<p>Op koers</p><svg role="img" aria-labelledby="a_t a_d"><title id="a_t">Lichten</title>` +
    `<desc id="a_d">${desc}</desc><use href="#l-check"/></svg>`;
  const bar = (words) => `<ul><li>${words}<svg aria-hidden="true"><svg class="sl-seg sl-c--green"><rect/></svg></svg></li></ul>`;
  assert.deepEqual(look(`<p>${sign('check')}Op koers</p>`), []);
  assert.deepEqual(look(`<table><tr><td>${sign('check')}<span class="sl-vh">Mei 2021: loopt goed</span></table>`), []);
  assert.deepEqual(look(`<ul><li>${sign('check')}14</li><li>Op koers</li></ul>`), ['check']);
  assert.deepEqual(look(`<table><tr><td>${sign('check')}</td><td>Op koers</td></tr></table>`), ['check']);
  assert.deepEqual(look(`<p>${sign('cross')}Op koers</p>`), ['cross']);
  assert.deepEqual(look(`<p>${sign('check')}Niet op koers</p>`), ['check']);
  assert.deepEqual(look(drawing('9 op koers.')), []);
  assert.deepEqual(look(drawing('9 van de 10.')), ['check']);
  assert.deepEqual(look('<p><svg aria-hidden="true"><svg><use href="#a_check"/><text>Op koers</text></svg></svg> 9</p>'), ['check']);
  assert.deepEqual(look(bar('9 op koers')), []);
  assert.deepEqual(look(bar('9')), ['green']);
  assert.deepEqual(look('<p><i class="sl-c--green"></i>Op koers</p>'), ['green']);
});
