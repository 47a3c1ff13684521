// A site folder of any size, the same one every time: councils × periods × projects, with targets, texts, letters,
// commitments and closures. What it says is made up, of a few words, or of as many as in real texts: then every page has
// about 300 of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { numbers } from './words.mjs';

const words = ('de inwoners krijgen hulp bij werk en scholing omdat het deelproject samen met werkgevers plekken zoekt en een coach ' +
  'meekijkt zodat wie lang thuis zat weer mee kan doen in een baan of een opleiding die past bij wat iemand kan').split(' ');

const fewWords = {
  word: (next) => words[Math.floor(next() * words.length)],
  title: (index) => `Deelproject nummer ${index + 1}`,
  place: (index) => `Gemeente ${index + 1}`,
};

const statuses = [['on-track', 'Op koers', 'green', 'check'], ['at-risk', 'Risico', 'amber', 'warning'],
  ['off-track', 'Niet op koers', 'red', 'cross'], ['completed', 'Afgerond', 'blue', 'flag'], ['not-reported', 'Niet gemeld', 'grey', 'question']];

// `vocabulary`: that of words.mjs; without one the texts are short, and of a few words.
export function writeSite(folder, { councils, periods, projects, vocabulary }) {
  const next = numbers(councils * 1e6 + periods * 1e3 + projects);
  const { word, title, place } = vocabulary ?? fewWords;
  const sentences = (next, count) => Array.from({ length: count }, () => {
    const text = Array.from({ length: 9 + Math.floor(next() * 9) }, () => word(next)).join(' ');
    return text[0].toUpperCase() + text.slice(1) + '.';
  }).join(' ');
  const long = (count) => (vocabulary ? Math.round(count * 1.5) : count);
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), typeof text === 'string' ? text : JSON.stringify(text, null, 2) + '\n');
  };
  const council = (i) => `gemeente-${i + 1}`;
  const project = (i) => `deelproject-${i + 1}`;
  const first = 2006;
  const period = (i) => `${first + Math.floor(i / 2)}-h${(i % 2) + 1}`;
  const until = (i) => `${first + Math.floor(i / 2)}-${i % 2 === 0 ? '06-30' : '12-31'}`;

  write('data/site.json', { title: 'Monitor', language: 'nl', base_url: 'https://monitor.example.nl/', publisher: 'regio', theme: 'gemeente',
    status_scales: [{ id: 'stoplicht', name: 'Stoplicht', statuses: statuses.map(([id, label, light, shape]) => ({ id, label, light, shape, meaning: label + '.' })) }] });
  write('data/organisations.json', { organisations: [{ id: 'regio', name: 'Regio', kind: 'region' },
    ...Array.from({ length: councils }, (_, i) => ({ id: council(i), name: place(i), kind: 'municipality' }))] });
  write('data/programmes.json', {
    programmes: [{ id: 'werk', name: 'Werk voor iedereen', short_name: 'Werk', from: '2006', until: '2030',
      categories: [{ id: 'scholing', name: 'Scholing' }, { id: 'werk', name: 'Werk' }],
      projects: Array.from({ length: projects }, (_, i) => ({ id: project(i), name: title(i), category: i % 2 ? 'werk' : 'scholing',
        description: sentences(next, 1), followed_by: 'figures' })) }],
    indicators: [{ id: 'geplaatst', name: 'Inwoners aan het werk', unit: 'count', unit_label: 'inwoners', programmes: ['werk'], targets: [{ value: 2000, from_period: period(0) }] },
      ...Array.from({ length: projects }, (_, i) => ({ id: `aantal-${i + 1}`, name: 'Deelnemers', unit: 'count', unit_label: 'deelnemers', project: project(i),
        targets: [{ value: 100, from_period: period(0) }] }))] });
  write('data/commitments.json', { commitments: Array.from({ length: councils * periods }, (_, i) => ({ id: `T${1000 + i}`, title: `Toezegging ${i + 1}`, text: sentences(next, 1),
    made_on: until(Math.floor(i / councils)), meeting: 'Raad', by: 'Wethouder', council: council(i % councils), status: 'open' })) });

  for (let p = 0; p < periods; ++p) {
    const id = period(p);
    write(`data/periods/${id}.json`, { id, name: `${p % 2 ? 'Tweede' : 'Eerste'} helft van ${first + Math.floor(p / 2)}`, kind: 'half-year',
      from: `${first + Math.floor(p / 2)}-${p % 2 === 0 ? '01-01' : '07-01'}`, until: until(p), reported_on: until(p), depth: 'projects',
      totals: [{ indicator: 'geplaatst', actual: Math.floor((2000 * (p + 1)) / periods) }],
      projects: Array.from({ length: projects }, (_, i) => {
        const status = statuses[Math.floor(next() * 3)][0];
        return { project: project(i), number: `W ${i + 1}`, name: title(i), status, basis: 'reported', summary: sentences(next, 2),
          ...(status === 'on-track' ? {} : { cause: sentences(next, 1), consequence: sentences(next, 1), action: sentences(next, 1) }),
          values: [{ indicator: `aantal-${i + 1}`, actual: Math.floor(next() * 100) }] };
      }) });
    write(`content/periods/${id}/summary.md`, `---\nheadline: "{{ total.geplaatst.actual }} inwoners aan het werk"\n---\n${sentences(next, 6)}\n`);
    for (let i = 0; i < projects; ++i)
      write(`content/periods/${id}/progress/${project(i)}.md`, `## Wat is er gedaan?\n\n${sentences(next, long(8))}\n\n## Wat gaat er gebeuren?\n\n${sentences(next, long(5))}\n`);
    for (let c = 0; c < councils; ++c)
      write(`content/periods/${id}/letters/${council(c)}.md`,
        `---\ntitle: Brief over de voortgang\nkind: Raadsbrief\nfrom: College\ncouncils: [${council(c)}]\ndate: ${until(p)}\n---\n${sentences(next, 10)}\n\n## Cijfers\n\nEr kwamen {{ total.geplaatst.actual }} inwoners aan het werk.\n\n${sentences(next, 10)}\n`);
  }
}
