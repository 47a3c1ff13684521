// Charts of figures as a screen reader gets them: they say what the data of Voorbeeldstad say, computed here anew.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { dataOf, dutch, inSentence, written } from '../support/site-data.mjs';
import { builtVoorbeeldstad, voorbeeldstad } from '../support/sites.mjs';
import { visit } from './browser.mjs';
import { chartsOf, numbersIn, textIn } from './tree.mjs';

const data = dataOf(voorbeeldstad);
const { periods, indicators, programmes, projects, organisations, landscape, measured, targetIn, targetsOf, quantityOf } = data;
const nameOf = (id) => organisations.find((each) => each.id === id).name;
const euros = (amount) => `€ ${dutch(amount)}`;
const asSentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
// Sentences as a text has them: a point within a number ends none.
const sentencesOf = (text) => text.split(/\.(?: |$)/).map((each) => each.trim()).filter((each) => each !== '');

const pages = [
  'index.html', 'doelgroepen-en-partijen.html', 'periodes/2024-h2/economie.html', 'periodes/2024-h2/brieven/alle-raden.html',
  'periodes/2020-h2/brieven/voorbeeldstad.html',
  ...periods.map(({ id }) => `periodes/${id}/index.html`),
  ...programmes.map(({ id }) => `programmas/${id}.html`),
  ...projects.map(({ id }) => `deelprojecten/${id}.html`),
];

let found;
before(async () => {
  found = await visit(await builtVoorbeeldstad(), pages, async (tab) => ({ charts: await chartsOf(tab) }));
});
const charts = (kind, page = /./) => {
  return found.filter((each) => page.test(each.page)).flatMap((each) => each.charts.filter((chart) => chart.kind === kind).map((chart) => ({ ...chart, page: each.page })));
};

// The indicator that a drawing is about, by the beginning of its name.
function indicatorOf({ name }) {
  const [longest] = indicators.filter((each) => name.startsWith(each.name)).sort((a, b) => b.name.length - a.name.length);
  assert.ok(longest, name);
  return longest;
}

// ---- target against actual --------------------------------------------------------------------------------

test('a bar says the value, the target, the share and the forecast of its period', () => {
  const bars = charts('bullet').filter(({ images }) => images.length > 0);
  assert.ok(bars.length > 40);
  const shown = new Set();
  for (const { page, images: [image] } of bars) {
    const indicator = indicatorOf(image);
    const period = periods.find(({ name }) => image.description.startsWith(`${name}: `));
    const { actual, forecast } = measured(indicator, period) ?? {};
    const target = targetIn(indicator, period);
    const unit = indicator.unit_label ? ` ${indicator.unit_label}` : '';
    const expected = [`${period.name}: ${actual ? written(actual, indicator.unit) + unit : 'niet bekend'}`];
    const goal = target && written(target, indicator.unit);
    if (target) expected.push(indicator.target_label ? asSentence(`${goal} ${indicator.target_label}`) : `Streefwaarde: ${goal}`);
    const sentences = sentencesOf(image.description);
    // A share is told where it is one; then it is the value's share of the target.
    const share = sentences.find((each) => each.includes('% van het doel'));
    if (share) assert.deepEqual(numbersIn(share), [Math.round((100 * actual.value) / target.value)], `${page}: ${share}`);
    if (forecast) expected.push(`Prognose: ${written(forecast, indicator.unit)}`);
    assert.deepEqual(sentences.filter((each) => each !== share), expected, `${page}: ${indicator.id}`);
    shown.add(indicator.id);
  }
  const withTarget = indicators.filter((each) => periods.some((period) => measured(each, period)) && targetsOf(each).length > 0);
  assert.deepEqual(withTarget.filter(({ id }) => !shown.has(id)).map(({ id }) => id), []);
});

test('what a bar draws stands beside it in digits, for everybody', () => {
  for (const { page, images: [image], text } of charts('bullet').filter(({ images }) => images.length > 0)) {
    const sentences = sentencesOf(image.description);
    const valueIn = (label) => sentences.find((each) => each.startsWith(`${label}: `))?.slice(label.length + 2);
    const forecast = valueIn('Prognose');
    // A forecast that lies before the value has no room in the bar.
    const isDrawn = forecast && numbersIn(forecast)[0] > (numbersIn(sentences[0].split(': ')[1])[0] ?? 0);
    const drawn = [valueIn('Streefwaarde'), isDrawn && forecast].filter(Boolean);
    assert.deepEqual(drawn.filter((value) => !text.includes(value)), [], `${page}: ${image.description}`);
  }
});

test('a measure of which less is better, or that is a percentage, has no share of its target', () => {
  const images = charts('bullet').flatMap((chart) => chart.images);
  for (const id of ['bijstand', 'wachttijd', 'tevreden', 'jongeren-vervolg']) {
    const indicator = indicators.find((each) => each.id === id);
    const own = images.filter((image) => indicatorOf(image) === indicator);
    assert.ok(own.length > 0, id);
    assert.deepEqual(own.filter(({ description }) => description.includes('% van het doel')), []);
  }
});

// ---- through time -----------------------------------------------------------------------------------------

test('a trend says every value that is known, where there is none, and what the target was', () => {
  const trends = charts('trend');
  const shown = new Set();
  for (const { page, conclusion, images: [image] } of trends) {
    const indicator = indicatorOf(image);
    const at = `${page}: ${indicator.id}`;
    shown.add(indicator.id);
    const write = (quantity) => written(quantity, indicator.unit);
    const sentences = sentencesOf(image.description);
    const known = periods.filter((period) => measured(indicator, period)?.actual);
    const isStated = (sentence) => indicator.target_label !== undefined && sentence.endsWith(` ${indicator.target_label}`);

    // Each period with a value, and no other, in the order of time.
    const told = sentences.filter((sentence) => periods.some(({ name }) => sentence.startsWith(`${name}: `)) && !isStated(sentence));
    assert.deepEqual(told, known.map((period) => `${period.name}: ${write(measured(indicator, period).actual)}`), at);
    const gaps = known.slice(1).filter((period, index) => periods.indexOf(period) - periods.indexOf(known[index]) > 1);
    assert.equal(sentences.filter((each) => each === 'Daarna geen meting').length, gaps.length, at);

    const { baseline } = indicator;
    const start = sentences.filter((each) => each.startsWith('Nulmeting'));
    assert.deepEqual(start.map((each) => each.replace(/^.*: /, '')), baseline ? [write(quantityOf(baseline))] : [], at);

    // Targets as they moved; of what is no goal, what each period stated.
    const targets = targetsOf(indicator);
    const stated = targets.map((target) => `${periods.find(({ id }) => id === target.from).name}: ${write(target)} ${indicator.target_label}`);
    if (indicator.target_label) assert.deepEqual(sentences.filter(isStated), stated, at);
    else {
      const goals = sentences.filter((each) => /streefwaarde/i.test(each));
      const names = targets.map(({ from }) => inSentence(periods.find(({ id }) => id === from).name));
      assert.equal(goals.length, targets.length, at);
      targets.forEach((target, index) => {
        assert.ok(goals[index].endsWith(write(target)), `${at}: ${goals[index]}`);
        if (index > 0) assert.ok(goals[index].includes(names[index]), `${at}: ${goals[index]}`);
      });
    }

    const foretold = periods.filter((period) => measured(indicator, period)).at(-1);
    const { forecast } = measured(indicator, foretold);
    const future = sentences.filter((each) => /prognose/i.test(each));
    assert.deepEqual(future.map((each) => each.includes(forecast && write(forecast))), forecast ? [true] : [], at);

    // The conclusion says the newest value, and when it was; here an author wrote another one.
    if (page === 'periodes/2024-h2/economie.html') continue;
    const last = known.at(-1);
    assert.ok(conclusion.includes(write(measured(indicator, last).actual)), `${at}: ${conclusion}`);
    assert.ok(conclusion.includes(inSentence(last.name)), `${at}: ${conclusion}`);
  }
  const expected = indicators.filter((indicator) => periods.filter((period) => measured(indicator, period)?.actual).length >= 2);
  assert.deepEqual(expected.filter(({ id }) => !shown.has(id)).map(({ id }) => id), []);
});

// ---- money ------------------------------------------------------------------------------------------------

test('a budget says what each year costs and who pays which part of it', () => {
  for (const { id, budget } of programmes) {
    const [{ conclusion, lists }] = charts('budget', new RegExp(`^programmas/${id}\\.html$`));
    const financers = [...new Set(budget.measures.map(({ financer }) => financer))];
    const nameOfFinancer = (financer) => (financer ? nameOf(financer) : null);
    const totals = financers.map((financer) => sum(budget.measures.filter((each) => each.financer === financer).map(({ total }) => total)));
    const [key, years] = lists.map(({ items }) => items.map(textIn));
    // Financers with a name, in the key: who, and how much in all.
    const expected = financers.map((financer, index) => ({ name: nameOfFinancer(financer), total: euros(totals[index]) }));
    for (const { name, total } of expected) {
      const [entry, ...others] = key.filter((each) => (name ? each.startsWith(`${name}: `) : each.endsWith(total)));
      assert.deepEqual([entry?.endsWith(total), others], [true, []], `${id}: ${name} ${total} in ${key.join(' | ')}`);
    }
    assert.equal(key.length, financers.length, id);

    assert.equal(years.length, Object.keys(budget.years).length);
    Object.entries(budget.years).forEach(([year, total], index) => {
      assert.ok(years[index].startsWith(`${year} ${euros(total)}`), years[index]);
      for (const financer of financers) {
        const part = sum(budget.measures.filter((each) => each.financer === financer).map((each) => each.years[year] ?? 0));
        if (part > 0 && part < total) assert.ok(years[index].includes(euros(part)), `${id} ${year}: ${financer} ${part} in ${years[index]}`);
        if (part > 0 && part < total && financer) assert.ok(years[index].includes(`${nameOf(financer)} ${euros(part)}`), years[index]);
      }
    });
    assert.ok(conclusion.includes(euros(budget.total)), conclusion);
    const most = Math.max(...Object.values(budget.years));
    assert.ok(conclusion.includes(euros(most)), conclusion);
  }
});

// ---- by municipality --------------------------------------------------------------------------------------

test('the parts of municipalities are a list, the largest first, with their share of the whole, and who is not known', () => {
  const shares = charts('shares');
  assert.ok(shares.length >= 8);
  for (const { page, lists: [list] } of shares) {
    const indicator = indicatorOf(list);
    const period = periods.find(({ name }) => list.name.endsWith(inSentence(name)));
    const { actual, by_council: parts } = measured(indicator, period);
    const isWhole = Object.values(parts).every((value) => value !== null);
    const told = list.items.map(textIn);
    const known = Object.entries(parts).filter(([, value]) => value !== null).map(([id, value]) => ({ id, ...quantityOf(value) }));
    const unknown = Object.keys(parts).filter((id) => parts[id] === null);
    assert.equal(told.length, known.length + unknown.length, page);
    known.sort((a, b) => b.value - a.value);
    known.forEach(({ id, value, ...rest }, index) => {
      const text = told.find((each) => each.startsWith(`${nameOf(id)} `));
      const share = isWhole && actual ? ` (${Math.round((100 * value) / actual.value)} %)` : '';
      assert.equal(text, `${nameOf(id)} ${written({ value, ...rest }, indicator.unit)}${share}`, page);
      // Equals may stand in any order.
      assert.equal(numbersIn(told[index])[0], value, `${page}: ${told[index]}`);
    });
    assert.deepEqual(told.slice(known.length).sort(), unknown.map((id) => `${nameOf(id)} niet bekend`).sort(), page);
  }
});

// ---- who helps whom ---------------------------------------------------------------------------------------

test('the picture of target groups and parties is a list of groups, each with its parties', () => {
  const [{ conclusion, lists, text }] = charts('land', /^doelgroepen/);
  const groups = lists.find(({ name }) => name === landscape.title);
  const partiesIn = (item) => item.children.filter(({ role }) => role === 'list').flatMap(({ children }) => children.map(textIn));
  landscape.groups.forEach(({ id, name }, index) => {
    const item = groups.items[index];
    assert.ok(textIn(item).includes(name));
    const expected = landscape.parties.filter(({ serves }) => serves?.includes(id)).map(({ organisation }) => nameOf(organisation));
    assert.deepEqual(partiesIn(item).sort(), expected.sort(), id);
  });
  assert.equal(groups.items.length, landscape.groups.length);

  // Whom a party serves may not be known: then it stands apart, and in no group.
  const apart = landscape.parties.filter(({ serves }) => serves === undefined).map(({ organisation }) => nameOf(organisation));
  const others = lists.filter((list) => list !== groups && !groups.items.some((item) => item.children.includes(list)));
  assert.deepEqual(others.at(-1).items.map((item) => apart.find((name) => textIn(item).startsWith(name))), apart);
  assert.deepEqual(landscape.partners.filter((partner) => !text.includes(partner)), []);
  assert.equal(numbersIn(conclusion)[0], landscape.parties.length - apart.length);
});

// ---- conclusions ------------------------------------------------------------------------------------------

test('every chart says its conclusion in its caption, or the value that it is about', () => {
  const all = found.flatMap(({ page, charts: own }) => own.map((chart) => ({ page, ...chart })));
  assert.ok(all.length > 120, `${all.length}`);
  assert.deepEqual(all.filter(({ caption }) => !caption).map(({ page, kind }) => `${page}: ${kind}`), []);
  const mute = all.filter(({ kind, conclusion }) => kind !== 'bullet' && !/\S.{15,}\.$/.test(conclusion));
  assert.deepEqual(mute.map(({ page, kind, conclusion }) => `${page}: ${kind} ${conclusion}`), []);
});

test('a sentence that an author wrote takes the place of the computed one', () => {
  const [own] = charts('shares', /2024-h2\/brieven\/alle-raden/);
  assert.equal(own.conclusion, 'Vier van de tien inwoners die werk vonden, wonen in Voorbeeldstad.');
  const [trend] = charts('trend', /2024-h2\/economie/);
  assert.equal(trend.conclusion, 'De bijstand daalt al vier jaar, en haalde eind 2024 het nieuwe doel van 6.100 huishoudens.');
});
