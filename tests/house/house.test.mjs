// The house rules of the source: what a reader may rely on without looking.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { repository } from '../support/program.mjs';
import { codeOf, filesBelow, placesOf, textOf } from './sources.mjs';

const rooms = ['base', 'load', 'model', 'views', 'render', 'search', 'exports', 'write', 'net', 'serve', 'commands'];

const cpp = filesBelow('generator').filter((path) => /\.(h|cc)$/.test(path));
const roomOf = (path) => path.split('/').length > 2 ? path.split('/')[1] : 'main';
const inRooms = (...names) => cpp.filter((path) => names.includes(roomOf(path)));
const notInRooms = (...names) => cpp.filter((path) => !names.includes(roomOf(path)));

// Every #include: { path, line, name, own }.
const includes = cpp.flatMap((path) => textOf(path).split('\n').flatMap((text, at) => {
  const found = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(text);
  return found ? [{ path, line: at + 1, name: found[2], own: found[1] === '"' }] : [];
}));

// ---- rooms ------------------------------------------------------------------------------------------------

test('every folder of the generator is a room that the design knows', () => {
  const known = new Set([...rooms, 'main', 'schemas', 'starter', 'guide']);
  assert.deepEqual([...new Set(filesBelow('generator').map(roomOf))].filter((room) => !known.has(room)), []);
});

test('a room includes only itself and rooms before it; main.cc may include all', () => {
  const stepsBack = includes.filter(({ path, name, own }) => {
    if (!own || roomOf(path) === 'main') return false;
    const to = rooms.indexOf(name.split('/')[0]);
    return to < 0 || to > rooms.indexOf(roomOf(path));
  });
  assert.deepEqual(stepsBack.map(({ path, line, name }) => `${path}:${line}: "${name}" is no room before this one`), []);
});

test('every own include names a file that is there', () => {
  const files = new Set(cpp);
  const lost = includes.filter(({ own, name }) => own && !files.has(`generator/${name}`));
  assert.deepEqual(lost.map(({ path, line, name }) => `${path}:${line}: ${name}`), []);
});

test('a source file includes its own header first, and a header is read once', () => {
  const files = new Set(cpp);
  const astray = cpp.filter((path) => {
    if (path.endsWith('.h')) return !textOf(path).startsWith('#pragma once\n');
    const header = path.replace(/\.cc$/, '.h');
    const first = includes.find((each) => each.path === path);
    return files.has(header) && `generator/${first?.name}` !== header;
  });
  assert.deepEqual(astray, []);
});

// ---- libraries --------------------------------------------------------------------------------------------

const libraries = {
  'cmark-gfm': /^cmark-gfm/,
  'yaml-cpp': /^yaml-cpp\//,
  ICU: /^unicode\//,
  OpenSSL: /^openssl\//,
  CLI11: /^CLI\//,
  libcurl: /^curl\//,
  libstemmer: /^libstemmer\.h$/,
  libdeflate: /^libdeflate\.h$/,
  libzip: /^zip\.h$/,
  pugixml: /^pugixml\.hpp$/,
  libxlsxwriter: /^xlsxwriter\.h$/,
};

for (const [library, headers] of Object.entries(libraries)) {
  test(`${library} is included in one source file at most`, () => {
    const users = [...new Set(includes.filter(({ name }) => headers.test(name)).map(({ path }) => path))];
    assert.ok(users.length <= 1, `included in ${users.join(', ')}`);
    assert.deepEqual(users.filter((path) => !path.endsWith('.cc')), []);
  });
}

test('nlohmann::json is for the rooms from load on, and for telling faults', () => {
  const telling = ['generator/base/diagnostics.cc', 'generator/base/message_catalogue.cc'];
  const early = includes.filter(({ path, name }) =>
    name.startsWith('nlohmann/') && roomOf(path) === 'base' && !telling.includes(path));
  assert.deepEqual(early.map(({ path, line }) => `${path}:${line}`), []);
});

// Of the C library.
const network = /^(?:sys\/socket|netdb|netinet\/\w+|arpa\/inet|net\/if|ifaddrs)\.h$/;

test('every library that is included is one that the house rules know', () => {
  const known = [...Object.values(libraries), /^nlohmann\//, /^[a-z_]+$/, /^(fcntl|unistd|dirent|stdio)\.h$/, /^sys\/[a-z]+\.h$/, network];
  const unknown = includes.filter(({ own, name }) => !own && !known.some((pattern) => pattern.test(name)));
  assert.deepEqual(unknown.map(({ path, line, name }) => `${path}:${line}: ${name}`), []);
});

// ---- disk, network, clock ---------------------------------------------------------------------------------

const streams = /\b(?:std::)?(?:[io]?fstream|filebuf)\b|<fstream>/;
const openCalls = /(?<![\w.>:])(?:::|std::)?(?:fopen|freopen|open|openat|creat|opendir|fdopendir|readlink|mmap)\s*\(/;
const changingCalls =
  /(?<![\w.>])(?:::|std::|std::filesystem::|fs::)(?:create_director\w+|remove(?:_all)?|rename\w*|copy(?:_file)?|resize_file|unlink\w*|mkdir\w*|link\w*|symlink(?:at)?|create_\w*link\w*|permissions|ftruncate|write)\s*\(/;
const readingCalls = /\b(?:std::filesystem|fs)::(?:exists|is_\w+|read_symlink|canonical|weakly_canonical|file_size|status|\w*directory_iterator)\b/;

const uses = (pattern, paths) => paths.flatMap((path) => placesOf(pattern, path, codeOf(path)));

test('only load and write open files', () => {
  const others = notInRooms('load', 'write');
  assert.deepEqual([...uses(streams, others), ...uses(openCalls, others)], []);
  assert.deepEqual(includes.filter(({ path, name }) => name === 'fstream' && others.includes(path)), []);
});

test('load reads, and changes nothing', () => {
  const load = inRooms('load');
  assert.deepEqual([...uses(/\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b|\bofstream\b/, load), ...uses(changingCalls, load)], []);
});

test('only write changes the disk', () => {
  assert.deepEqual(uses(changingCalls, notInRooms('write')), []);
});

test('rooms between load and write never look at the disk', () => {
  assert.deepEqual(uses(readingCalls, inRooms('base', 'model', 'views', 'render', 'search', 'exports')), []);
});

test('no room but net and serve knows a network', () => {
  const users = includes.filter(({ path, name }) =>
    (network.test(name) || /^curl\//.test(name)) && !['net', 'serve'].includes(roomOf(path)));
  assert.deepEqual(users.map(({ path, line, name }) => `${path}:${line}: ${name}`), []);
});

test('no output depends on the clock, the environment, the locale or chance', () => {
  const leaks = /\b(?:system_clock|getenv|setlocale|random_device|mt19937|localtime\w*|gmtime\w*|strftime)\b|std::locale\b|(?<![\w.>])(?:std::)?(?:time|rand|clock)\s*\(/;
  assert.deepEqual(uses(leaks, notInRooms('write', 'net', 'serve', 'commands', 'main')), []);
});

// ---- templates and strings --------------------------------------------------------------------------------

const theme = 'themes/gemeente';
const templates = filesBelow(theme).filter((path) => path.endsWith('.mustache'));
const stringsIn = (language) => JSON.parse(textOf(`${theme}/strings.${language}.json`));
const strings = stringsIn('nl');

test('only the component for Markdown shows text unescaped', () => {
  const raw = templates.filter((path) => /\{\{\{|\{\{\s*&/.test(textOf(path)));
  assert.deepEqual(raw, [`${theme}/components/prose/template.mustache`]);
});

test('no template has a script, an inline style or a handler', () => {
  // But for the theme's own two, which are files of the site.
  const active = /<script(?! defer src="\{\{root\}\}\{\{)|<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:/i;
  assert.deepEqual(templates.flatMap((path) => placesOf(new RegExp(active, 'gi'), path, textOf(path))), []);
});

test('templates and styles fetch nothing from another host', () => {
  const styles = [...filesBelow(theme), ...filesBelow('generator')].filter((path) => path.endsWith('.css'));
  const fetched = /@import|url\(\s*['"]?(?!data:|#)|(?:src|srcset|poster)\s*=(?!"\{\{root\}\}\{\{)|href="(?:https?:)?\/\//;
  assert.deepEqual([...templates, ...styles].flatMap((path) => placesOf(fetched, path, textOf(path))), []);
});

const scripts = filesBelow(`${theme}/script`);
const scriptsOfPreview = filesBelow('generator').filter((path) => path.endsWith('.js'));

test('the scripts make no page out of text, run no text, and ask nothing of another host', () => {
  const active = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function|setAttribute\(\s*['"]on|XMLHttpRequest|sendBeacon|importScripts)\b|https?:(?!\/\/www\.w3\.org\/2000\/svg')/g;
  assert.deepEqual([...scripts, ...scriptsOfPreview].flatMap((path) => placesOf(active, path, textOf(path))), []);
});

test('the texts that the search script says are there, and every one there is said', () => {
  const said = scripts.flatMap((path) => [...textOf(path).matchAll(/say\(\s*(?:[^'"`()]*\?\s*)?(?:'(\w+)'(?:\s*:\s*'(\w+)')?|`(\w+_)\$)/g)]);
  const keys = said.flatMap(([, one, other]) => [one, other]).filter(Boolean);
  const beginnings = said.map(([, , , beginning]) => beginning).filter(Boolean);
  const there = Object.keys(strings.script);
  assert.deepEqual(keys.filter((key) => !there.includes(key)), []);
  assert.deepEqual(there.filter((key) => !keys.includes(key) && !beginnings.some((start) => key.startsWith(start))), []);
});

test('every label that a template uses is there, and every label there is used', () => {
  const used = new Set(templates.flatMap((path) =>
    [...textOf(path).matchAll(/\{\{[#^]?\s*strings\.([\w-]+)\s*\}\}/g)].map((found) => found[1])));
  const there = Object.keys(strings.labels);
  assert.deepEqual([...used].filter((key) => !there.includes(key)), []);
  assert.deepEqual(there.filter((key) => !used.has(key)), []);
});

const speakers = [...inRooms('views'), 'generator/render/texts.cc'];

test('every sentence that the program says is there', () => {
  const said = speakers.flatMap((path) => placesOf(/say(?:_count)?\(\s*"[\w-]+"(?!\s*\+)/, path, textOf(path)));
  assert.ok(said.length > 100);
  const missing = said.filter((place) => !Object.hasOwn(strings.sentences, /"([\w-]+)"$/.exec(place)[1]));
  assert.deepEqual(missing, []);
});

test('sentences with a number have two forms, and others one', () => {
  const wrong = speakers.flatMap((path) => {
    const counted = placesOf(/say_count\(\s*"[\w-]+"/, path, textOf(path));
    const plain = placesOf(/say\(\s*"[\w-]+"(?!\s*\+)/, path, textOf(path));
    const formOf = (place) => typeof strings.sentences[/"([\w-]+)"$/.exec(place)[1]];
    return [...counted.filter((place) => formOf(place) !== 'object'), ...plain.filter((place) => formOf(place) !== 'string')];
  });
  assert.deepEqual(wrong, []);
});

test('every sentence there is said', () => {
  // Keys also travel through variables, so any text in the code may be one; names of JSON members and placeholders may not.
  const literals = new Set();
  const beginnings = new Set();
  for (const path of speakers) {
    const text = textOf(path).replace(/\["[\w-]+"\]|\{\s*"[\w-]+"\s*,|^#include .*$/gm, ' ');
    for (const [, literal] of text.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)) (literal.endsWith('_') ? beginnings : literals).add(literal);
  }
  const isSaid = (key) => literals.has(key) ||
    [...beginnings].some((start) => key.startsWith(start) && literals.has(key.slice(start.length)));
  assert.deepEqual(Object.keys(strings.sentences).filter((key) => !isSaid(key)), []);
});

test('keys of labels and sentences stand in alphabetical order, so that a translator can compare', () => {
  for (const part of ['labels', 'sentences', 'script']) {
    for (const language of ['nl', 'en']) {
      const keys = Object.keys(stringsIn(language)[part]);
      assert.deepEqual(keys, [...keys].sort(), language);
    }
  }
});

test('the English strings have the same keys, forms and placeholders as the Dutch ones, and leave nothing empty', () => {
  // { "cause": { "": [] }, "attention": { "one": ["n", "total"], "other": ["n", "total"] } }
  const formsOf = (text) => (typeof text === 'string' ? { '': text } : text);
  const placeholdersOf = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  const changed = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
  const shapeOf = (texts) => changed(texts, (text) => changed(formsOf(text), placeholdersOf));
  const english = stringsIn('en');
  for (const part of ['labels', 'sentences', 'script']) {
    assert.deepEqual(shapeOf(english[part]), shapeOf(strings[part]));
    const texts = Object.entries(english[part]).flatMap(([key, text]) => Object.values(formsOf(text)).map((each) => [key, each]));
    assert.deepEqual(texts.filter(([, text]) => text.trim() === '' || text !== text.trim()), []);
  }
});

// ---- all files --------------------------------------------------------------------------------------------

const ours = filesBelow('.').filter((path) => !/(^|\/)package-lock\.json$/.test(path));
const isSource = (path) => /\.(h|cc|mjs|css|mustache|sh|cmake)$|CMakeLists\.txt$|(^|\/)run$/.test(path);
const isText = (path) => isSource(path) || /\.(md|json|clang-format)$|\.gitignore$/.test(path);
const isSample = (path) => /^(data|content)\//.test(path) || /^tests\/broken\//.test(path);

test('no source file is longer than 400 lines', () => {
  const long = ours.filter(isSource).map((path) => [path, textOf(path).split('\n').length - 1]).filter(([, lines]) => lines > 400);
  assert.deepEqual(long.map(([path, lines]) => `${path}: ${lines} lines`), []);
});

test('every C++ file stands as .clang-format has it', () => {
  const files = ours.filter((path) => /\.(h|cc)$/.test(path));
  const { error, status, stderr } = spawnSync('clang-format', ['--dry-run', '-Werror', ...files], { cwd: repository, encoding: 'utf8' });
  assert.equal(error, undefined);
  assert.deepEqual([...new Set(stderr.match(/^[^\s:]+(?=:\d+:\d+: error)/gm))], []);
  assert.equal(status, 0, stderr);
});

test('no file names a place on the machine of one of us', () => {
  const folders = ['home', 'root', 'tmp', 'work', 'Users', 'mnt'].join('|');
  const machine = new RegExp(`(?<![\\w.:/-])/(?:${folders})/[\\w.]|[A-Z]:\\\\(?:${folders})`);
  assert.deepEqual(ours.filter((path) => isText(path) && !isSample(path)).flatMap((path) => placesOf(machine, path, textOf(path))), []);
});

test('nothing is left to be done in a comment', () => {
  const marks = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK', 'WI' + 'P'].join('|')})\\b`);
  assert.deepEqual(ours.filter(isText).flatMap((path) => placesOf(marks, path, textOf(path))), []);
});

test('no name of a test holds a semicolon: it would become two tests, one of which does nothing', () => {
  const names = ours.filter((path) => /^tests\/.*\.(cc|h)$/.test(path));
  assert.deepEqual(names.flatMap((path) => placesOf(/TEST_CASE(?:_FIXTURE)?\([^\n]*"[^"\n]*;[^"\n]*"\)/, path, textOf(path))), []);
});

test('every test of a room says which part it is about', () => {
  const unit = ours.filter((path) => /^tests\/unit\/.*_test\.cc$/.test(path));
  const nameless = unit.flatMap((path) => placesOf(/TEST_CASE\("(?![^":]+: )[^"]*"\)/, path, textOf(path)));
  assert.deepEqual(nameless, []);
});

test('source files end in one line end, without tabs or blanks before it', () => {
  // A template that stands within a line has no line end of its own.
  const isLined = (path) => isSource(path) && !path.endsWith('.mustache') && !isSample(path);
  const untidy = ours.filter(isLined).filter((path) => {
    const text = textOf(path);
    return text !== '' && (/[ \t]\n|\r|\t/.test(text) || !text.endsWith('\n') || text.endsWith('\n\n'));
  });
  assert.deepEqual(untidy, []);
});

test('every folder of node tests is named in tests/run', () => {
  const folders = [...new Set(filesBelow('tests').filter((path) => path.endsWith('.test.mjs')).map((path) => path.split('/')[1]))];
  const script = textOf('tests/run');
  assert.deepEqual(folders.filter((folder) => !script.includes(`tests/${folder}/*.test.mjs`)), []);
});

test('every picture and every file that README.md links to is there', () => {
  const links = [...textOf('README.md').matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link).filter((link) => !/^https?:/.test(link));
  assert.ok(links.length > 10);
  assert.deepEqual(links.filter((link) => !existsSync(new URL(`../../${link}`, import.meta.url))), []);
});
