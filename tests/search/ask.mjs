// Asks the search page of a built site, as its readers do: by its address, and by what then stands on it.

// What each filter is called in the address of the search page.
const parameters = { period: 'period', programme: 'programme', category: 'category', project: 'project', status: 'status',
  kind: 'kind', council: 'council' };

export const searchPage = 'zoeken/index.html';

// The address, from the top of the site, that asks for a query, with filters by the ids of the model.
export function addressOf(query, filters = {}) {
  const asked = new URLSearchParams({ q: query });
  for (const [name, value] of Object.entries(filters)) asked.append(parameters[name], value);
  return `${searchPage}?${asked}`;
}

// What stands on the page: the addresses of each result, the pages behind it last, and whether it came to an end.
// The count is announced once all is there, also when there is nothing.
function look() {
  const main = document.querySelector('main');
  const items = [...main.querySelectorAll('ol > li')].filter((item) => item.querySelector('h3 a'));
  const groups = items.map((item) => [...new Set([...item.querySelectorAll('a[href]')].map((link) => link.href.split(/[?#]/)[0]))]);
  const announced = [...main.querySelectorAll('[role="status"]')].map((each) => each.textContent.trim()).join(' ');
  return { groups, announced };
}

// The results of a query: { groups: [[address, …] …], announced }, addresses from the top of the site. `site`: the
// address of its server. A page that fails, or never tells how it ended, is an error: no other query would do better.
export async function ask(tab, site, query, filters) {
  const faults = [];
  const note = (error) => faults.push(error.message);
  tab.on('pageerror', note);
  await tab.goto(site + addressOf(query, filters));
  let seen = await tab.evaluate(look);
  const end = Date.now() + 10_000;
  // Done is what has an announcement and then stays as it is for a moment.
  const untilStill = async () => {
    for (let same = 0; same < 2 && faults.length === 0 && Date.now() < end;) {
      await tab.waitForTimeout(50);
      const now = await tab.evaluate(look);
      same = now.announced !== '' && JSON.stringify(now) === JSON.stringify(seen) ? same + 1 : 0;
      seen = now;
    }
  };
  await untilStill();
  if (faults.length > 0 || seen.announced === '') throw new Error(`'${query}' came to no end: ${faults.join(', ') || 'nothing was announced'}`);
  // The pages behind a result are fetched when its fold is opened.
  const folds = await tab.$$eval('main ol > li details', (all) => all.map((each) => (each.open = true)).length);
  if (folds > 0) {
    await tab.waitForFunction(() => [...document.querySelectorAll('main ol > li details')].every((each) => each.querySelector('li')), null, { timeout: 5000 });
    await untilStill();
  }
  tab.off('pageerror', note);
  const fromTop = (address) => decodeURIComponent(address.slice(site.length));
  const groups = seen.groups.map((group) => group.filter((address) => address.startsWith(site)).map(fromTop));
  return { groups: groups.map((group) => group.filter((address) => !address.startsWith(searchPage))), announced: seen.announced };
}
