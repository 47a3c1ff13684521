// Random changes to the shared files of Voorbeeldstad, such as people make in the years after a period was published.

// Numbers from 0 to 1, the same for the same seed.
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function dice(seed) {
  const next = randomNumbers(seed);
  const number = (below) => Math.floor(next() * below);
  return { number, pick: (list) => list[number(list.length)], chance: (share) => next() < share };
}

const kinds = ['municipality', 'region', 'body', 'ministry', 'partner'];
const lights = ['green', 'amber', 'red', 'blue', 'purple', 'grey'];
const shapes = ['check', 'warning', 'cross', 'pause', 'ring', 'flag', 'question'];
const units = ['count', 'percent', 'euro'];

const projectsIn = ({ programmes }) => programmes.programmes.flatMap(({ projects }) => projects);
const without = (list, item) => list.splice(list.indexOf(item), 1);
const move = (roll, list) => list.push(...list.splice(roll.number(list.length), 1));
const toggle = (object, key, value) => (key in object ? delete object[key] : (object[key] = value));

function forget(files, id) {
  const { programmes } = files;
  programmes.indicators = programmes.indicators.filter(({ project }) => project !== id);
  for (const project of projectsIn(files)) {
    project.lineage = project.lineage?.filter((line) => line.project !== id);
    if (project.lineage?.length === 0) delete project.lineage;
  }
  for (const { budget } of programmes.programmes) budget?.measures.forEach((each) => each.project === id && delete each.project);
  for (const each of files.commitments.commitments) {
    each.projects = each.projects?.filter((project) => project !== id);
    if (each.projects?.length === 0) delete each.projects;
  }
}

// Each takes dice and the files: { site, organisations, programmes, commitments, glossary }, of which it changes something.
export const changes = {
  'a programme gets another name': (roll, { programmes }) => {
    const programme = roll.pick(programmes.programmes);
    Object.assign(programme, { name: 'Anders genoemd', short_name: `X${roll.number(9)}`, description: 'Anders beschreven.' });
  },
  'a programme gets another time': (roll, { programmes }) => {
    Object.assign(roll.pick(programmes.programmes), { from: '2019', until: `20${26 + roll.number(9)}` });
  },
  'a programme goes': (roll, { programmes }) => without(programmes.programmes, roll.pick(programmes.programmes)),
  'programmes stand in another order': (roll, { programmes }) => programmes.programmes.reverse(),
  'a programme becomes an addendum': (roll, { programmes }) => {
    const [one, other] = programmes.programmes;
    if (one && other) toggle(one, 'addendum_to', other.id);
  },
  'the steering goes': (roll, { programmes }) => toggle(roll.pick(programmes.programmes), 'steering', []),
  'the funding changes': (roll, { programmes }) => {
    toggle(roll.pick(programmes.programmes), 'funding', [{ amount: 1234000 + roll.number(999) }]);
  },
  'the budget goes': (roll, { programmes }) => delete roll.pick(programmes.programmes).budget,
  'the budget changes': (roll, { programmes }) => {
    for (const { budget } of programmes.programmes) {
      if (!budget) continue;
      const measure = roll.pick(budget.measures);
      const year = roll.pick(Object.keys(measure.years));
      measure.years[year] += 1000;
      measure.total += 1000;
      budget.years[year] += 1000;
      budget.total += 1000;
    }
  },
  'a category gets another name': (roll, { programmes }) => {
    const { categories } = roll.pick(programmes.programmes);
    if (categories) Object.assign(roll.pick(categories), { name: 'Andere categorie', description: 'Anders.' });
  },
  'a category goes': (roll, { programmes }) => {
    const programme = roll.pick(programmes.programmes);
    if (!programme.categories?.length) return;
    const [gone] = programme.categories.splice(roll.number(programme.categories.length), 1);
    if (programme.categories.length === 0) delete programme.categories;
    for (const project of programme.projects) if (project.category === gone.id) delete project.category;
  },
  'a project gets another name': (roll, files) => {
    Object.assign(roll.pick(projectsIn(files)), { name: `Hernoemd deelproject ${roll.number(99)}`, description: 'Anders beschreven.' });
  },
  'a project gets another time': (roll, files) => {
    Object.assign(roll.pick(projectsIn(files)), { from: `20${18 + roll.number(3)}`, until: `20${26 + roll.number(9)}` });
  },
  'a project is followed otherwise': (roll, files) => toggle(roll.pick(projectsIn(files)), 'followed_by', 'words'),
  'a project goes to another category': (roll, files) => delete roll.pick(projectsIn(files)).category,
  'a project goes': (roll, files) => {
    const programme = roll.pick(files.programmes.programmes);
    if (programme.projects.length < 2) return;
    const [gone] = programme.projects.splice(roll.number(programme.projects.length), 1);
    if (roll.chance(0.7)) forget(files, gone.id);
  },
  'a project goes to another programme': (roll, { programmes }) => {
    const [from, to] = [roll.pick(programmes.programmes), roll.pick(programmes.programmes)];
    if (from.projects.length < 2) return;
    const [project] = from.projects.splice(roll.number(from.projects.length), 1);
    if (from !== to) delete project.category;
    to.projects.push(project);
  },
  'projects stand in another order': (roll, { programmes }) => roll.pick(programmes.programmes).projects.reverse(),
  'a project comes': (roll, { programmes }) => {
    roll.pick(programmes.programmes).projects.push({ id: `nieuw-${roll.number(1e6)}`, name: 'Een nieuw deelproject' });
  },
  'a lineage goes': (roll, files) => delete roll.pick(projectsIn(files)).lineage,
  'a lineage comes': (roll, files) => {
    const [one, other] = [roll.pick(projectsIn(files)), roll.pick(projectsIn(files))];
    if (one === other) return;
    const kind = roll.pick(['continues', 'split-from', 'merged-into', 'ended']);
    const line = { kind, period: roll.pick(['2020-h2', '2022-h1', '2024-h2']), note: 'Later bedacht.' };
    one.lineage = [kind === 'ended' ? line : { ...line, project: other.id }];
  },
  'a project becomes local': (roll, files) => toggle(roll.pick(projectsIn(files)), 'councils', ['noorderhof']),
  'a rule changes': (roll, files) => {
    const { rule } = roll.pick(projectsIn(files).filter((project) => project.rule)) ?? {};
    if (rule) Object.assign(rule, { at_risk_below: 0.99, off_track_below: 0.98 });
  },
  'a rule goes': (roll, files) => delete roll.pick(projectsIn(files)).rule,
  'a rule comes': (roll, { programmes }) => {
    const indicator = roll.pick(programmes.indicators.filter(({ project }) => project));
    const project = projectsIn({ programmes }).find(({ id }) => id === indicator?.project);
    if (project) project.rule = { indicator: indicator.id, at_risk_below: 0.95, off_track_below: 0.9 };
  },
  'an indicator gets another name': (roll, { programmes }) => {
    Object.assign(roll.pick(programmes.indicators), { name: 'Andere naam', description: 'Anders geteld.' });
  },
  'an indicator gets another unit': (roll, { programmes }) => {
    const indicator = roll.pick(programmes.indicators);
    indicator.unit = roll.pick(units);
    if (indicator.unit === 'count') indicator.unit_label = 'dingen';
    else delete indicator.unit_label;
  },
  'an indicator counts something else': (roll, { programmes }) => {
    const indicator = roll.pick(programmes.indicators);
    if (indicator.unit === 'count') indicator.unit_label = 'appels';
  },
  'an indicator goes the other way': (roll, { programmes }) => {
    toggle(roll.pick(programmes.indicators), 'direction', 'down');
    toggle(roll.pick(programmes.indicators), 'cumulative', true);
  },
  'an indicator has no goal any more': (roll, { programmes }) => toggle(roll.pick(programmes.indicators), 'target_label', 'plaatsen'),
  'an indicator goes': (roll, { programmes }) => {
    const gone = roll.pick(programmes.indicators);
    without(programmes.indicators, gone);
    for (const project of projectsIn({ programmes })) if (project.rule?.indicator === gone.id) delete project.rule;
  },
  'indicators stand in another order': (roll, { programmes }) => move(roll, programmes.indicators),
  'a target is another number': (roll, { programmes }) => {
    const { targets } = roll.pick(programmes.indicators.filter(({ targets: list }) => list)) ?? {};
    if (targets) roll.pick(targets).value = 7 + roll.number(90);
  },
  'a target moves in time': (roll, { programmes }) => {
    const { targets } = roll.pick(programmes.indicators.filter(({ targets: list }) => list?.length === 1)) ?? {};
    if (targets) targets[0].from_period = roll.pick(['2020-h1', '2021-h1', '2022-h2', '2024-h2']);
  },
  'a target is added': (roll, { programmes }) => {
    const { targets } = roll.pick(programmes.indicators.filter(({ targets: list }) => list)) ?? {};
    if (targets?.every(({ from_period: from }) => from !== '2024-h2')) {
      targets.push({ value: 77, from_period: '2024-h2', decision: 'Later bedacht' });
    }
  },
  'the targets go': (roll, { programmes }) => {
    const indicator = roll.pick(programmes.indicators);
    if (!projectsIn({ programmes }).some(({ rule }) => rule?.indicator === indicator.id)) delete indicator.targets;
  },
  'a baseline changes': (roll, { programmes }) => {
    const indicator = roll.pick(programmes.indicators);
    if (indicator.unit === 'count') indicator.baseline = { value: roll.number(5), date: '2019' };
  },
  'an organisation gets another name': (roll, { organisations }) => {
    Object.assign(roll.pick(organisations.organisations), { name: 'Omgedoopt', short_name: 'Omg', url: 'https://anders.example/' });
  },
  'an organisation is of another kind': (roll, { organisations }) => {
    roll.pick(organisations.organisations).kind = roll.pick(kinds);
  },
  'an organisation goes': (roll, { organisations }) => without(organisations.organisations, roll.pick(organisations.organisations)),
  'organisations stand in another order': (roll, { organisations }) => organisations.organisations.reverse(),
  'a membership ends': (roll, { organisations }) => {
    const { member_of: memberships } = roll.pick(organisations.organisations);
    if (memberships) Object.assign(memberships[0], { from: '2019', until: '2023' });
  },
  'the landscape changes': (roll, { organisations }) => {
    if (organisations.landscape) Object.assign(organisations.landscape, { title: 'Andere plaat', source: 'Een andere bron' });
  },
  'a commitment is told otherwise': (roll, { commitments }) => {
    Object.assign(roll.pick(commitments.commitments), { title: 'Anders verteld', text: 'Iets anders toegezegd.', by: 'wethouder Anders' });
  },
  'a commitment is of another council': (roll, { commitments }) => {
    roll.pick(commitments.commitments).council = roll.pick(['noorderhof', 'denkdam', 'stelmonde']);
  },
  'a commitment is due otherwise': (roll, { commitments }) => toggle(roll.pick(commitments.commitments), 'due', '2030'),
  'a commitment gets another status': (roll, { commitments }) => {
    const commitment = roll.pick(commitments.commitments);
    commitment.status = roll.pick(['open', 'in-progress', 'closed', 'lapsed']);
    if (commitment.status === 'lapsed') commitment.lapsed_reason = 'Niet meer nodig.';
    else delete commitment.lapsed_reason;
  },
  'a commitment goes': (roll, { commitments }) => without(commitments.commitments, roll.pick(commitments.commitments)),
  'a commitment is about something else': (roll, { commitments }) => {
    const commitment = roll.pick(commitments.commitments);
    toggle(commitment, 'projects', ['schuldhulp']);
    toggle(commitment, 'programmes', ['idm']);
  },
  'the site gets another name': (roll, { site }) => {
    Object.assign(site, { title: 'Een heel andere monitor', tagline: 'Ergens anders', description: 'Anders.' });
  },
  'the site is published by another': (roll, { site }) => Object.assign(site, { publisher: 'noorderhof' }),
  'the notice goes': (roll, { site }) => delete site.notice,
  'a status is told otherwise': (roll, { site }) => {
    Object.assign(roll.pick(roll.pick(site.status_scales).statuses), { label: `Anders ${roll.number(9)}`, meaning: 'Iets anders.' });
  },
  'a status gets another light': (roll, { site }) => {
    const status = roll.pick(roll.pick(site.status_scales).statuses);
    if (status.id !== 'not-reported') Object.assign(status, { light: roll.pick(lights), shape: roll.pick(shapes) });
  },
  'a status goes': (roll, { site }) => {
    const { statuses } = roll.pick(site.status_scales);
    const gone = roll.pick(statuses);
    if (gone.id !== 'not-reported') without(statuses, gone);
  },
  'statuses stand in another order': (roll, { site }) => roll.pick(site.status_scales).statuses.reverse(),
  'a scale gets another name': (roll, { site }) => Object.assign(roll.pick(site.status_scales), { name: 'Andere schaal' }),
  'a scale gets another id': (roll, { site }) => Object.assign(roll.pick(site.status_scales), { id: `schaal-${roll.number(99)}` }),
  'scales stand in another order': (roll, { site }) => site.status_scales.reverse(),
  'a scale goes': (roll, { site }) => site.status_scales.splice(roll.number(site.status_scales.length), site.status_scales.length > 1 ? 1 : 0),
  'a word of the glossary goes': (roll, { glossary }) => move(roll, glossary.terms) && glossary.terms.pop(),
  'a word of the glossary means something else': (roll, { glossary }) => {
    Object.assign(roll.pick(glossary.terms), { meaning: 'Iets heel anders.', also: [`ander woord ${roll.number(99)}`] });
  },
  'a word comes into the glossary': (roll, { glossary }) => {
    glossary.terms.unshift({ term: roll.pick(['inwoners', 'gemeente', 'doel', 'jaar']), meaning: 'Een gewoon woord.' });
  },
  'the glossary has another title': (roll, { glossary }) => Object.assign(glossary, { title: 'Woordenlijst' }),
  'the glossary has another address': (roll, { glossary }) => Object.assign(glossary, { slug: 'woorden' }),
};
