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

const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

// What is in a file: JSON, or the bytes of a list of postings.
async function readFile(url, isList) {
  if (location.protocol === 'file:') {
    const content = await readBrought(url);
    return isList ? bytesOf(content) : content;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const unpacked = new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw')));
  return isList ? new Uint8Array(await unpacked.arrayBuffer()) : unpacked.json();
}

// Numbers one behind the other, the highest bit of each first.
class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number(width) {
    let number = 0;
    for (const end = this.at + width; this.at < end; ++this.at) number = number * 2 + ((this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1);
    if (this.at > this.bytes.length * 8) throw new Error('a list ends too soon');
    return number;
  }

  // How many bits like `bit` there are before another one, which is passed as well.
  run(bit) {
    let length = 0;
    while (this.number(1) === bit) ++length;
    return length;
  }

  // A number of at least 1: as many zeros as bits follow its first one.
  gamma() {
    const width = this.run(0);
    return 2 ** width + this.number(width);
  }

  // The postings of `count` pages of `all`: [{ level, pages }].
  postings(count, all, levels) {
    const groups = [];
    for (let left = count, level = levels; left > 0; left -= groups.at(-1).pages.length, --level) {
      level -= this.run(1);
      const pages = new Array(Math.min(this.gamma(), left));
      const turned = this.run(1);
      const width = 31 - Math.clz32(all / pages.length) + (turned % 2 === 0 ? -turned / 2 : (turned + 1) / 2);
      for (let i = 0, next = 0; i < pages.length; ++i) {
        pages[i] = next + this.run(1) * 2 ** width + this.number(width);
        next = pages[i] + 1;
      }
      if (pages.at(-1) >= all) throw new Error('a list tells of a page that is not there');
      groups.push({ level, pages });
    }
    this.at = (this.at + 7) & ~7;
    return groups;
  }
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

  // A shard of the dictionary: { forms, classes: of each form, entries: of each class }. An entry is { count: on how
  // many pages, groups: its postings, code: their bytes }; of a longer list the code names a file, and groups are not there.
  shard(i) {
    return this.once(`shard ${i}`, async () => {
      const [text, steps, counts, lists] = await this.load(this.root.words[i][1]);
      const bits = new Bits(bytesOf(lists));
      let next = 0;
      const entries = counts.map((count) => {
        const begin = bits.at >> 3;
        const groups = count > this.root.longest ? undefined : this.read(bits, count);
        if (!groups) bits.at += 48;
        const code = [...bits.bytes.subarray(begin, bits.at >> 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        return { count, groups, code };
      });
      return { forms: unfoldForms(text), classes: steps.map((back) => (back === 0 ? next++ : next - back)), entries };
    });
  }

  reversedShard(i) {
    return this.once(`reversed ${i}`, async () => unfoldForms((await this.load(this.root.reversed[i][1]))[0]));
  }

  // The postings of a class: [{ level, pages }].
  async postings({ count, groups, code }) {
    const { inside } = this.root;
    return groups ?? this.once(`list ${code}`, async () =>
      this.read(new Bits(Object.hasOwn(inside, code) ? bytesOf(inside[code]) : await readFile(`${this.folder}${code}.bin`, true)), count));
  }

  read(bits, count) {
    return bits.postings(count, this.root.pages, this.root.levels);
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
