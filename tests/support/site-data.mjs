// What the data of a site folder says, read and computed without the program, for tests that hold pages against it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './sites.mjs';

// A name as it stands within a sentence.
export const inSentence = (name) => name.charAt(0).toLowerCase() + name.slice(1);

// { value, qualifier } of a value as a data file has it: a number, an object, or null for what is not known.
const quantityOf = (value) => (typeof value === 'number' ? { value, qualifier: 'exactly' } : value && { qualifier: 'exactly', ...value });

const qualifiers = { exactly: '', about: 'ongeveer ', 'at-least': 'ten minste ', 'more-than': 'meer dan ' };

// A number in Dutch: 1.186, 77,5.
export const dutch = (value) => {
  const [whole, part] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`);
};

// A quantity in Dutch with its unit: "ongeveer 1.200", "77,5 %", "€ 941.250".
export function written(quantity, unit) {
  const number = dutch(quantity.value);
  return qualifiers[quantity.qualifier] + { count: number, percent: `${number} %`, euro: `€ ${number}` }[unit];
}

// Periods come oldest first; each has its scale and its reports with the status that they have in it.
export function dataOf(source) {
  const read = (path) => JSON.parse(readFileSync(join(source, 'data', path), 'utf8'));
  const site = read('site.json');
  const { programmes, indicators } = read('programmes.json');
  const { organisations, landscape } = read('organisations.json');
  const files = filesIn(join(source, 'data/periods')).map((file) => read(`periods/${file}`));
  const projects = programmes.flatMap((programme) => programme.projects.map((project) => ({ ...project, programme: programme.id })));

  const periods = files.sort((a, b) => (a.until < b.until ? -1 : 1)).map((period) => {
    const scale = site.status_scales.find(({ id }) => id === period.scale) ?? site.status_scales[0];
    const reports = (period.projects ?? []).map((report) => {
      const project = projects.find(({ id }) => id === report.project);
      const status = scale.statuses.find(({ id }) => id === (report.status ?? 'not-reported'));
      return { ...report, name: report.name ?? project.name, programme: project.programme, status };
    });
    return { ...period, scale: scale.statuses, reports };
  });

  // What a period measured of an indicator; undefined when it has nothing of it.
  const measured = (indicator, period) => {
    const values = [...(period.totals ?? []), ...(period.projects ?? []).flatMap((report) => report.values ?? [])];
    const found = values.find((each) => each.indicator === indicator.id);
    return found && { ...found, actual: quantityOf(found.actual ?? null), forecast: quantityOf(found.forecast ?? null) };
  };
  const targetsOf = ({ targets = [] }) => targets.map((target) => ({ ...quantityOf(target), from: target.from_period }));
  // The target in force; one that is no goal counts in the period that states it.
  const targetIn = (indicator, period) => {
    const until = periods.slice(0, periods.findIndex(({ id }) => id === period.id) + 1).map(({ id }) => id);
    const found = targetsOf(indicator).filter(({ from }) => until.includes(from)).at(-1);
    return indicator.target_label === undefined || found?.from === period.id ? found : undefined;
  };
  return { site, programmes, projects, indicators, organisations, landscape, periods, measured, targetIn, targetsOf, quantityOf };
}

// How many reports have each status, in the order of the scale: [{ status, count }]; without those that nobody has.
export function countsOf(period, reports = period.reports) {
  const counts = period.scale.map((status) => ({ status, count: reports.filter((report) => report.status === status).length }));
  return counts.filter(({ count }) => count > 0);
}

// "9 op koers, 3 risico en 1 niet gemeld"
export function countsText(counts) {
  const parts = counts.map(({ status, count }) => `${count} ${inSentence(status.label)}`);
  return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;
}
