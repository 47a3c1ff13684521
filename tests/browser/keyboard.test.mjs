// A reader without a mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { richestOfEachKind } from '../support/page-kinds.mjs';
import { builtSample, builtSites } from '../support/sites.mjs';
import { narrow, openTab, visit, wide } from './browser.mjs';

let tab;
before(async () => (tab = await openTab(await builtSample())));
after(() => tab.closeAll());

const focused = () => tab.evaluate(() => document.activeElement.textContent.trim());
const fileOf = () => new URL(tab.url()).pathname.replace(/^.*\/public\//, '');

async function pressUntil(key, text, most = 40) {
  for (let presses = 0; presses < most; ++presses) {
    await tab.keyboard.press(key);
    if ((await focused()) === text) return;
  }
  assert.fail(`'${text}' was not reached in ${most} presses of ${key}`);
}

for (const key of ['Enter', 'Space']) {
  test(`on a telephone, ${key} opens the menu, Tab goes through it and Enter follows a link`, async () => {
    await tab.setViewportSize(narrow);
    await tab.show('periodes/2020-07/wijkleerbedrijf.html');
    await pressUntil('Tab', 'Menu');
    const isOpen = () => tab.$eval('header details', (details) => details.open);
    assert.equal(await isOpen(), false);
    await tab.keyboard.press(key);
    assert.equal(await isOpen(), true);
    const reached = [];
    for (let link = 0; link < 4; ++link) {
      await tab.keyboard.press('Tab');
      reached.push(await focused());
    }
    assert.deepEqual(reached, ['Nieuwste periode', 'Periodes', 'Programma’s', 'Toezeggingen']);
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    assert.equal(fileOf(), 'toezeggingen/index.html');
  });
}

test('on a wide screen, the menu needs no opening, and the one for telephones is passed over', async () => {
  await tab.setViewportSize(wide);
  await tab.show('periodes/2020-07/wijkleerbedrijf.html');
  const reached = [];
  for (let press = 0; press < 8; ++press) {
    await tab.keyboard.press('Tab');
    reached.push(await focused());
  }
  const menu = ['Nieuwste periode', 'Periodes', 'Programma’s', 'Toezeggingen'];
  // Between the brand and the menu stands the field to search, which has no text of its own.
  assert.deepEqual([reached[0], ...reached.slice(2)], ['Naar de inhoud', '', 'Zoek', ...menu]);
  await pressUntil('Shift+Tab', 'Periodes');
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
  assert.equal(fileOf(), 'periodes/index.html');
});

test('the table under a drawing opens with a key, and the next one goes into it, to scroll', async () => {
  await tab.setViewportSize(narrow);
  await tab.show('periodes/2020-07/index.html');
  await tab.$eval('details.sl-data > summary', (summary) => summary.focus());
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  const region = await tab.evaluate(() => {
    const { role, ariaLabel, tabIndex } = document.activeElement;
    const inFold = document.activeElement.closest('details.sl-data')?.open;
    return { role, named: Boolean(ariaLabel), tabIndex, inFold };
  });
  assert.deepEqual(region, { role: 'group', named: true, tabIndex: 0, inFold: true });
});

// What has the focus: whether it can be seen, and how it differs from what has not.
function lookAtFocus() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const onScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0 && height > 0;
  const within = (value, end) => Math.min(Math.max(value, 1), end - 1);
  const [x, y] = [within((left + right) / 2, innerWidth), within((top + bottom) / 2, innerHeight)];
  const middle = document.elementFromPoint(x, y);
  const isInline = getComputedStyle(element).display === 'inline';
  return {
    element: element.outerHTML.slice(0, 120),
    marked: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    onScreen,
    covered: Boolean(middle) && !element.contains(middle) && !middle.contains(element) && !isInline,
    count: document.querySelectorAll('a[href], summary, [tabindex="0"]').length,
  };
}

// One screen for each site: both have every kind of page.
const screens = { 'the sample': ['a wide screen', wide], Voorbeeldstad: ['a telephone', narrow] };

for (const { name: site, folder } of await builtSites()) {
  const [screen, viewport] = screens[site];
  test(`${site}: Tab goes through a whole page of each kind on ${screen}, and it is seen where one is`, async () => {
    const found = await visit(folder, richestOfEachKind(folder), async (each) => {
      const faults = [];
      let stops = 0;
      for (let most = 1; stops < most; ++stops) {
        await each.keyboard.press('Tab');
        const focus = await each.evaluate(lookAtFocus);
        if (focus === null) break;
        most = focus.count + 2;
        const { element, marked, onScreen, covered } = focus;
        if (!marked || !onScreen || covered) faults.push({ element, marked, onScreen, covered });
      }
      return { faults, stops };
    }, { viewport });
    assert.ok(found.length > 15);
    assert.deepEqual(found.filter(({ faults, stops }) => faults.length > 0 || stops < 10), []);
  });
}
