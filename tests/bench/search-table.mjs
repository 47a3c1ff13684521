// The figures of the benchmark as tables of Markdown.
const tidy = (value, digits) => value === undefined || value === null || Number.isNaN(value) ? '–' :
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const mega = (bytes) => tidy(bytes === undefined ? undefined : bytes / 1e6, 2);
const few = ({ shown }) => (shown < 10 ? `, ${shown} results` : '');
const kilo = (opened, told = few) => opened ? `${tidy(opened.bytes / 1e3, 0)} kB, ${opened.rounds} rounds${told(opened)}` : '–';
const bareKilo = (opened) => kilo(opened, () => '');
const parts = (opened) => opened ? [opened.parts.page, opened.parts.script, opened.parts.index].map((bytes) => tidy(bytes / 1e3, 0)).join(' + ') : '–';
const letters = (typed) => typed ? `${tidy(typed.worst, 0)} ms (${tidy(typed.median, 0)})` : '–';

const table = (head, rows) => [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

// [what it is, of Stoplicht, of Pagefind]; an undefined figure was not measured.
const rows = [
  ['index, processor time beyond rendering', (s) => `${tidy(s.index?.cpu, 2)} s`, (p) => `${tidy(p.index.cpu, 2)} s`],
  ['most memory; ours with all pages', (s) => `${tidy(s.build.peak, 0)} MB`, (p) => `${tidy(p.index.peak, 0)} MB`],
  ['… without an index', (s) => `${tidy(s.before?.peak, 0)} MB`, () => ''],
  ['whole build, processor time', (s) => `${tidy(s.build.cpu, 1)} s`, () => ''],
  ['… without an index', (s) => `${tidy(s.before?.cpu, 1)} s`, () => ''],
  ['index on the disk, without texts for excerpts', (s) => `${mega(s.index?.bytes)} MB`, (p) => `${mega(p.index.bytes)} MB`],
  ['… with them', (s) => `${mega(s.index && s.index.bytes + s.index.excerpts)} MB`, (p) => `${mega(p.index.bytes + p.index.excerpts)} MB`],
  ['… copies of it, for a site that is opened from a folder', (s) => `${mega(s.index?.copies)} MB`, () => ''],
  ['one word, ten results, cold', (s) => kilo(s.cold?.one), (p) => kilo(p.cold.one)],
  ['… page + script + index, kB', (s) => parts(s.cold?.one), (p) => parts(p.cold.one)],
  ['… without an interface', () => '', (p) => bareKilo(p.bare.one)],
  ['two common words, ten results, cold', (s) => kilo(s.cold?.two), (p) => kilo(p.cold.two)],
  ['… page + script + index, kB', (s) => parts(s.cold?.two), (p) => parts(p.cold.two)],
  ['… without an interface', () => '', (p) => bareKilo(p.bare.two)],
  ['letter to results, warm, 95th percentile (median)', (s) => letters(s.keystrokes), (p) => letters(p.keystrokes)],
];

function quality({ ours, pagefind }) {
  const rank = (value) => (value === 0 ? 'not found' : `${value}`);
  const cells = (show) => [ours ? show(ours) : '–', show(pagefind)];
  return table(['', 'Stoplicht', 'Pagefind'], [
    [`page that was meant among the first three, of ${pagefind.queries} queries`, ...cells(({ hits }) => `${hits}`)],
    ['mean reciprocal rank', ...cells(({ reciprocal }) => tidy(reciprocal, 2))],
    ...pagefind.named.map(({ query }, i) => [`place for \`${query}\``, ...cells(({ named }) => rank(named[i].rank))]),
  ]);
}

export function asMarkdown(figures) {
  const head = figures.sizes.flatMap(({ pages }) => [`Stoplicht, ${tidy(pages, 0)} pages`, `Pagefind ${figures.pagefind}`]);
  const body = rows.map(([name, own, other]) => [name, ...figures.sizes.flatMap(({ stoplicht, pagefind }) => [own(stoplicht), pagefind ? other(pagefind) : '–'])]);
  const standing = Object.keys(figures.sizes[0].words).map((word) => `\`${word}\` in ${figures.sizes.map(({ words }) =>
    `${tidy(100 * words[word], 0)} %`).join(', ')} of the reports`);
  return [table(['', ...head], body), `One word: ${standing[0]}; two: ${standing.slice(1).join(', ')}. Pagefind reads the built pages; ` +
    'ours has the texts already. The time after a letter holds what each interface waits by itself.',
    ...(figures.quality ? [quality(figures.quality)] : [])].join('\n\n');
}
