// Reads the files of the index; what is in them is described in generator/SEARCH.md.

const indexFormat = 1;

// Opened from a folder, a browser fetches nothing; but it runs a script, and one beside the root brings all files.
let brought = null;
function bringFiles(url) {
  return new Promise((fulfil, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => fulfil(globalThis.stoplichtSearch);
    script.onerror = () => reject(new Error(url));
    document.head.append(script);
  });
}

async function readBrought(url) {
  brought ??= bringFiles(url.replace(/bin$/, 'js'));
  try {
    return (await brought)[url.split('search/').pop()];
  } catch (error) {
    brought = null;
    throw error;
  }
}

async function readFile(url) {
  if (location.protocol === 'file:') return readBrought(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(unpacked).json();
}

// "0bedrijf 8je" → ['bedrijf', 'bedrijfje']: each form begins with so many characters of the one before it.
function unfoldForms(text) {
  const forms = [];
  let form = '';
  for (const each of text.split(' ')) {
    form = form.slice(0, parseInt(each[0], 36)) + each.slice(1);
    forms.push(form);
  }
  return forms;
}

class SearchFiles {
  constructor(root, folder) {
    if (root.format !== indexFormat) throw new Error(`an index of format ${root.format}`);
    this.root = root;
    this.folder = folder;
    this.waiting = new Map();
    this.stop = new Set(root.stop);
    this.starts = [0];
    for (const step of root.groups) this.starts.push(this.starts.at(-1) + step);
  }

  // What `make` makes of a file, once; after a failure it can be asked for again.
  once(key, make) {
    if (!this.waiting.has(key)) {
      const made = make();
      made.catch(() => this.waiting.delete(key));
      this.waiting.set(key, made);
    }
    return this.waiting.get(key);
  }

  load(name) {
    const { inside } = this.root;
    return Object.hasOwn(inside, name) ? Promise.resolve(inside[name]) : this.once(name, () => readFile(`${this.folder}${name}.bin`));
  }

  // A shard of the dictionary: { forms, classes: of each form, entries: of each class }.
  shard(i) {
    return this.once(`shard ${i}`, async () => {
      const [text, steps, entries] = await this.load(this.root.words[i][1]);
      let next = 0;
      return { forms: unfoldForms(text), classes: steps.map((back) => (back === 0 ? next++ : next - back)), entries };
    });
  }

  reversedShard(i) {
    return this.once(`reversed ${i}`, async () => unfoldForms((await this.load(this.root.reversed[i][1]))[0]));
  }

  // The postings of a class: lists of level, count, first page, step, step, …; the best ones, or all of them.
  async postings(entry, all) {
    if (typeof entry[1] !== 'string') return [entry.slice(1)];
    return Promise.all(entry.slice(1, all ? 3 : 2).map((name) => this.load(name)));
  }

  async page(number) {
    const { folders, folder_size: size, kinds } = this.root;
    const url = `${this.folder}${folders[Math.floor(number / size)]}/${number % size}.bin`;
    const [address, title, kind, period, project, status, light, shape, superseded, date, parts] =
      await this.once(`page ${number}`, () => readFile(url));
    return { address, title, kind: kinds[kind], period, project, status, light, shape, superseded, date,
      parts: parts.map(([heading, fragment, text]) => ({ heading, fragment, text })) };
  }

  groupOf(page) {
    return lastAtMost(this.starts, page, (start) => start);
  }

  facetTable() {
    return this.once('facets', async () => (await this.load(this.root.facets)).map(({ name, values, sets, runs }) => {
      const column = new Uint16Array(this.root.pages);
      for (let i = 0, page = 0; i < runs.length; page += runs[i + 1], i += 2) column.fill(runs[i], page, page + runs[i + 1]);
      return { name, values, sets, column };
    }));
  }
}

// The place of the last item of a sorted list whose key is at most `wanted`; -1 when there is none.
function lastAtMost(list, wanted, keyOf) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(list[middle]) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
