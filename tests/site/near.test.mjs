// What a reader looks for is near: two clicks away, between its neighbours, and in every period that has it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { clicksFrom, linkedSite, targetOf } from '../support/links.mjs';
import { pagesByKind } from '../support/page-kinds.mjs';
import { builtSites, filesIn } from '../support/sites.mjs';

const home = 'index.html';
const notFound = '404.html';

const jsonOf = (source, path) => JSON.parse(readFileSync(join(source, 'data', path), 'utf8'));
const classesOf = ({ attributes }) => (attributes.class ?? '').split(' ');
const isWithin = (element, matches) => element !== undefined && (matches(element) || isWithin(element.parent, matches));
const text = (element) => element.text().replace(/\s+/g, ' ').trim();

// Every letter of a site: { page, period, councils }, its councils as the front matter names them.
function lettersOf(source) {
  const letters = filesIn(join(source, 'content/periods')).map((path) => /^([^/]+)\/letters\/([^/]+)\.md$/.exec(path));
  return letters.filter(Boolean).map(([path, period, name]) => {
    const front = readFileSync(join(source, 'content/periods', path), 'utf8');
    const councils = /^councils: *\[([^\]]*)\]/m.exec(front)[1].split(/\s*,\s*/).filter((each) => each !== '');
    return { page: `periodes/${period}/brieven/${name}.html`, period, councils };
  });
}

for (const { name, source, folder } of await builtSites()) {
  const site = linkedSite(folder);
  const { pages, elements, inside } = site;
  const kinds = pagesByKind(folder);
  const { programmes } = jsonOf(source, 'programmes.json');
  const periods = filesIn(join(source, 'data/periods')).map((file) => jsonOf(source, `periods/${file}`));
  const reports = periods.flatMap(({ id, projects = [] }) => projects.map(({ project }) => ({ period: id, project })));
  const inTime = [...periods].sort((a, b) => (a.until < b.until ? -1 : 1)).map(({ id }) => `periodes/${id}/index.html`);
  const pageOf = ({ period, project }) => `periodes/${period}/${project}.html`;

  test(`${name}: any commitment, project in a period and project through time is two clicks away from the home page`, () => {
    const clicks = clicksFrom(home, site);
    const wanted = [
      ...jsonOf(source, 'commitments.json').commitments.map(({ id }) => `toezeggingen/${id.toLowerCase()}.html`),
      ...programmes.flatMap(({ projects }) => projects.map(({ id }) => `deelprojecten/${id}.html`)),
      ...reports.map(pageOf),
    ];
    assert.ok(wanted.length > 40);
    assert.deepEqual(wanted.filter((page) => !pages.includes(page)), []);
    assert.deepEqual(wanted.filter((page) => !(clicks.get(page) <= 2)).map((page) => `${page}: ${clicks.get(page)}`), []);
  });

  test(`${name}: a page tells where it stands, from the home page to itself, and each step is a link`, () => {
    const wrong = pages.filter((page) => page !== home && page !== notFound).flatMap((page) => {
      const isOfTrail = (element) => element.tag === 'nav' && classesOf(element).includes('utrecht-breadcrumb-nav');
      const steps = inside.filter((link) => link.page === page && link.tag === 'a' && isWithin(link.element, isOfTrail));
      const right = steps.length >= 2 && targetOf(steps[0]).file === home && targetOf(steps.at(-1)).file === page &&
        steps.every(({ element }, index) => {
          return text(element) !== '' && ('aria-current' in element.attributes) === (index === steps.length - 1);
        });
      return right ? [] : [`${page}: ${steps.map(({ element }) => text(element)).join(' › ')}`];
    });
    assert.deepEqual(wrong, []);
  });

  test(`${name}: a page tells how to cite it, with its name and its address`, () => {
    const { base_url: baseUrl } = jsonOf(source, 'site.json');
    // What was searched for is in the address of the search page: nobody cites the page itself.
    const wrong = pages.filter((page) => page !== notFound && page !== 'zoeken/index.html').filter((page) => {
      // The home page will be another period's in half a year, and a page for paper is a copy: they are cited as the period.
      const isPaper = page.endsWith('/afdruk.html');
      const place = page === home ? inTime.at(-1) : isPaper ? posix.join(posix.dirname(page), 'index.html') : page;
      const citations = elements.get(page).filter((each) => {
        return classesOf(each).includes('sl-cite') || (isPaper && each.tag === 'dd');
      });
      return !citations.some((each) => new RegExp(`\\S.*[ <]${baseUrl}${place}(?:[ >.]|$)`).test(text(each)));
    });
    assert.deepEqual(wrong, []);
  });

  // { 'a.html': 'b.html' } for each page that has a link of this kind: 'next' or 'prev'.
  const neighbours = (rel) => {
    const found = inside.filter((link) => link.tag === 'a' && link.rel === rel);
    assert.equal(new Set(found.map(({ page }) => page)).size, found.length);
    return Object.fromEntries(found.map((link) => [link.page, targetOf(link).file]));
  };

  test(`${name}: the page after this one names this one as the page before it, and the other way round`, () => {
    const [next, previous] = [neighbours('next'), neighbours('prev')];
    // The home page is the newest period once more, and leads to the period before it.
    delete previous[home];
    // A replaced edition leads on to what is read today, which does not lead back to it.
    const isReplaced = ([page]) => /^periodes\/[^/]+\/v\d+\/index/.test(page);
    assert.deepEqual(Object.entries(next).filter((each) => !isReplaced(each)).filter(([page, after]) => previous[after] !== page), []);
    assert.deepEqual(Object.entries(previous).filter((each) => !isReplaced(each)).filter(([page, before]) => next[before] !== page), []);
    assert.ok(Object.keys(next).length > 30);
  });

  const projectsByProgramme = programmes.map(({ projects }) => projects.map(({ id }) => `deelprojecten/${id}.html`));
  const reportsByPeriod = periods.filter(({ projects }) => projects).map(({ id, projects }) => {
    return projects.map(({ project }) => pageOf({ period: id, project }));
  });
  const categoriesByProgramme = programmes.map(({ id }) => kinds.category.filter((page) => page.startsWith(`programmas/${id}/`)));
  const chains = { period: [kinds.period], report: reportsByPeriod, project: projectsByProgramme, council: [kinds.council],
    commitment: [kinds.commitment], programme: [kinds.programme], category: categoriesByProgramme };

  for (const [kind, groups] of Object.entries(chains)) {
    test(`${name}: one goes from each ${kind} to the next without missing one`, () => {
      const next = neighbours('next');
      for (const group of groups) {
        const [first, ...others] = group.filter((page) => !Object.values(next).includes(page));
        assert.deepEqual(others, []);
        const walked = [];
        for (let page = first; page !== undefined; page = next[page]) walked.push(page);
        if (kind === 'period') assert.deepEqual(walked, inTime);
        else assert.deepEqual([...walked].sort(), [...group].sort());
      }
    });
  }

  // Where the switcher of a page leads: { '2020-07': 'periodes/2020-07/index.html', … }; undefined without a switcher.
  const isSwitch = (element) => classesOf(element).includes('sl-switch');
  const switched = new Map();
  for (const link of inside.filter(({ element }) => isWithin(element, isSwitch))) {
    const { file } = targetOf(link);
    switched.set(link.page, { ...switched.get(link.page), [file.split('/')[1]]: file });
  }
  const ids = periods.map(({ id }) => id);
  // What a project was split from, merged into or continues, and the other way round, any number of times.
  const lines = programmes.flatMap(({ projects }) => projects.flatMap(({ id, lineage = [] }) => lineage.filter(({ project }) => project).map(({ project }) => [id, project])));
  const kinOf = (project, known = [project]) => {
    const next = lines.flatMap(([a, b]) => (known.includes(a) ? [b] : known.includes(b) ? [a] : [])).filter((id) => !known.includes(id));
    return next.length === 0 ? known.slice(1) : kinOf(project, [...known, ...new Set(next)]);
  };
  const hasReport = (report) => reports.some(({ period, project }) => period === report.period && project === report.project);
  // What the switcher of a page has to lead to in a period; without the subject, to the period itself.
  const orPeriod = (page, period) => page ?? `periodes/${period}/index.html`;
  const assertSwitch = (page, counterpartIn) => {
    const expected = Object.fromEntries(ids.map((period) => [period, orPeriod(counterpartIn(period), period)]));
    assert.deepEqual(switched.get(page), expected, page);
  };

  test(`${name}: another period of a period is a period`, () => {
    for (const page of [home, ...kinds.period]) assertSwitch(page, () => undefined);
  });

  test(`${name}: another period of a project in a period is the same project there`, () => {
    for (const report of reports) {
      assertSwitch(pageOf(report), (period) => {
        const other = { ...report, period };
        if (hasReport(other)) return pageOf(other);
        // A report that was withdrawn left a notice at its address.
        if (pages.includes(pageOf(other))) return pageOf(other);
        // Where it went on under another id, or came from one, that is the same subject.
        const kin = kinOf(report.project).filter((project) => hasReport({ period, project })).map((project) => pageOf({ period, project }));
        return kin.find((page) => page === switched.get(pageOf(report))?.[period]) ?? kin[0];
      });
    }
  });

  test(`${name}: another period of a letter is the letter there to the councils most like its own`, () => {
    const letters = lettersOf(source);
    assert.deepEqual(letters.map(({ page }) => page).sort(), [...kinds.letter].sort());
    for (const letter of letters) {
      const likeness = ({ councils }) => {
        const shared = councils.filter((each) => letter.councils.includes(each)).length;
        return shared / new Set([...councils, ...letter.councils]).size;
      };
      assertSwitch(letter.page, (period) => {
        if (period === letter.period) return letter.page;
        const there = letters.filter((each) => each.period === period && likeness(each) > 0);
        return there.sort((a, b) => likeness(b) - likeness(a))[0]?.page;
      });
    }
  });

  test(`${name}: another period of a page of a period is the page of that name there`, () => {
    for (const page of kinds['page of a period']) {
      assertSwitch(page, (period) => [posix.join('periodes', period, posix.basename(page))].find((each) => pages.includes(each)));
    }
  });
}
