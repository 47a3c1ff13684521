// A site with a text put into every value that is free text, and into every kind of place of a Markdown file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed, placesOf } from '../schema/mutants.mjs';
import { repository } from './program.mjs';
import { filesIn, unpublishedCopyOf } from './sites.mjs';

const longWord = 'w'.repeat(300);

// What harms a page that takes it for anything but text. The program refuses {{title}} in Markdown: it is no figure.
export const markup = '"><script>alert(1)</script>\'<img src=x onerror=alert(2)>&lt;b&gt;&amp;copy;' +
  '<!-- ]]> </title></style>';
export const hostile = `${markup} {{title}} {{{title}}} {{> header}} \u202E ${longWord}`;
// The same places filled with words that harm nothing.
export const harmless = 'een gewone tekst';

const textKeys = ['title', 'description', 'headline', 'kind', 'from', 'date_note', 'what', 'done', 'note', 'text', 'outcome',
  'term', 'meaning', 'group'];
const isFreeText = ({ schema, definition, value, path }) => {
  return typeof value === 'string' && ['text', null].includes(definition) && !schema.enum && path.at(-1) !== '$schema';
};
const nameOf = (file) => (file.startsWith('data/periods/') ? 'period' : file.slice('data/'.length, -'.json'.length));
const schemaOf = (name) => {
  return JSON.parse(readFileSync(join(repository, 'generator/schemas', `${name}.schema.json`), 'utf8'));
};

const escaped = (text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

// Every kind of place in Markdown. As it stands, HTML is dropped; escaped, it is text.
const markdownWith = (text) => `

## ${text} in een kop

${escaped(text)} in een alinea, *${escaped(text)}* schuin, [${escaped(text)}](/index.html "${escaped(text)}") in een
link en \`${text.replaceAll('`', '')}\` als code.

- ${escaped(text)} in een lijst

| ${escaped(text)} | in een tabel |
| --- | --- |
| ${escaped(text)} | |

${text} als HTML.[^vijandig]

[^vijandig]: ${escaped(text)} in een voetnoot

\`\`\`
${text}
\`\`\`

<div onclick="alert(3)">${text}</div>
`;

// `put(n)` gives the n-th text. Gives the site folder and the texts of the data files: [{ text, kind }].
function siteWith(source, put, inMarkdown) {
  const site = unpublishedCopyOf(source);
  const texts = [];
  for (const file of filesIn(join(site, 'data')).map((each) => `data/${each}`)) {
    let document = JSON.parse(readFileSync(join(site, file), 'utf8'));
    const name = nameOf(file);
    for (const { value, path, kind } of placesOf(schemaOf(name), document).filter(isFreeText)) {
      const text = `${value} ${put(texts.length)}`;
      texts.push({ text, kind: name + kind });
      document = changed(document, path, (parent, key) => (parent[key] = text));
    }
    writeFileSync(join(site, file), JSON.stringify(document, null, 2));
  }
  for (const each of filesIn(join(site, 'content')).filter((name) => name.endsWith('.md'))) {
    const file = join(site, 'content', each);
    const [, head = '', body] = /^(---\n[^]*?\n---\n)?([^]*)$/.exec(readFileSync(file, 'utf8'));
    const keys = new RegExp(`^([ -]*)(${textKeys.join('|')}): (.*)$`, 'gm');
    const filled = head.replace(keys, (_, indent, key, value) => {
      const text = /^"/.test(value) ? JSON.parse(value) : value;
      return `${indent}${key}: ${JSON.stringify(`${text} ${inMarkdown}`)}`;
    });
    const charts = body.replace(/^conclusion: .*$/gm, (line) => `${line} ${inMarkdown}`);
    writeFileSync(file, filled + charts + markdownWith(inMarkdown));
  }
  return { site, texts };
}

// The n-th hostile text tells which one it is.
export const hostileSite = (source = repository) => siteWith(source, (n) => `(${n}) ${hostile}`, markup);
export const harmlessSite = (source = repository) => siteWith(source, (n) => `(${n}) ${harmless}`, harmless);
