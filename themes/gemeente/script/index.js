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
    if (content === undefined) throw new Error(`${url} was not brought`);
    return isList ? bytesOf(content) : content;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const unpacked = new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw')));
  return isList ? new Uint8Array(await unpacked.arrayBuffer()) : unpacked.json();
}

function refuseUnless(isRight, what) {
  if (!isRight) throw new Error(`the index is damaged: ${what}`);
}

// Reads numbers one behind the other, the highest bit of each first.
class BitReader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number(width) {
    let number = 0;
    for (const end = this.at + width; this.at < end; ++this.at) number = number * 2 + ((this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1);
    refuseUnless(this.at <= this.bytes.length * 8, 'a list ends too soon');
    return number;
  }

  // How many bits like `bit` there are before another one, which is passed as well.
  unary(bit = 1) {
    let length = 0;
    while (this.number(1) === bit) ++length;
    return length;
  }

  // Elias gamma.
  gamma() {
    const width = this.unary(0);
    return 2 ** width + this.number(width);
  }

  rice(width) {
    return this.unary() * 2 ** width + this.number(width);
  }

  // A list of `count` postings, of `all` pages: blocks of one level, [{ level, pages }].
  postings(count, all, levels) {
    refuseUnless(count <= all, 'a list is longer than the index');
    const blocks = [];
    let expectedLevel = levels;
    for (let left = count; left > 0; ) {
      const level = expectedLevel - this.unary();
      const length = this.gamma();
      const zigzag = this.unary();
      const width = 31 - Math.clz32(all / length) + (zigzag % 2 === 0 ? -zigzag / 2 : (zigzag + 1) / 2);
      refuseUnless(level > 0 && length <= left && width >= 0 && width < 32, 'a list is of another form');
      const pages = new Array(length);
      let next = 0;
      for (let i = 0; i < length; ++i) {
        pages[i] = next + this.rice(width);
        next = pages[i] + 1;
      }
      refuseUnless(next <= all, 'a list tells of a page that is not there');
      blocks.push({ level, pages });
      left -= length;
      expectedLevel = level - 1;
    }
    this.at = (this.at + 7) & ~7;
    return blocks;
  }
}

// What the dictionary says of a class: how many pages are told, whether these are all, and their postings (blocks); of a
// longer list these stand in a file of their own.
class Entry {
  constructor(count, bytes, blocks) {
    this.count = Math.abs(count);
    this.isComplete = count >= 0;
    this.bytes = bytes;
    this.blocks = blocks;
  }

  // The same for the same class of another shard; of a longer list the name of its file.
  get code() {
    return Array.from(this.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
    refuseUnless(root.folders.length === Math.ceil(root.pages / root.folder_size) && this.starts.at(-1) <= root.pages, 'its pages are not all there');
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
      const [text, steps, counts, lists] = await this.load(this.root.words[i][1]);
      const reader = new BitReader(bytesOf(lists));
      const entries = counts.map((count) => {
        const begin = reader.at >> 3;
        const isInShard = Math.abs(count) <= this.root.longest;
        const blocks = isInShard ? this.postingsOf(reader, count) : undefined;
        if (!isInShard) reader.at += 48;
        return new Entry(count, reader.bytes.subarray(begin, reader.at >> 3), blocks);
      });
      let next = 0;
      const shard = { forms: unfoldForms(text), classes: steps.map((back) => (back === 0 ? next++ : next - back)), entries };
      refuseUnless(reader.at === reader.bytes.length * 8 && next === entries.length && shard.forms.length === steps.length, 'a shard does not fit');
      return shard;
    });
  }

  reversedShard(i) {
    return this.once(`reversed ${i}`, async () => unfoldForms((await this.load(this.root.reversed[i][1]))[0]));
  }

  postingsOf(reader, count) {
    return reader.postings(Math.abs(count), this.root.pages, this.root.levels);
  }

  // The postings of a class: blocks of one level, [{ level, pages }].
  async postings(entry) {
    const { blocks, code, count } = entry;
    if (blocks) return blocks;
    const { inside } = this.root;
    return this.once(`list ${code}`, async () => {
      const bytes = Object.hasOwn(inside, code) ? bytesOf(inside[code]) : await readFile(`${this.folder}${code}.bin`, true);
      return this.postingsOf(new BitReader(bytes), count);
    });
  }

  async page(number) {
    const { folders, folder_size: size, kinds } = this.root;
    const url = `${this.folder}${folders[Math.floor(number / size)]}/${number % size}.bin`;
    const [address, title, kind, period, project, status, light, shape, superseded, date, names, parts] =
      await this.once(`page ${number}`, () => readFile(url));
    return { address, title, kind: kinds[kind], period, project, status, light, shape, superseded, date, names,
      parts: parts.map(([heading, fragment, text]) => ({ heading, fragment, text })) };
  }

  groupOf(page) {
    return lastAtMost(this.starts, page, (start) => start);
  }

  // How many years a group's newest page is older than that of the newest group.
  ageOf(page) {
    const { ages } = this.root;
    return ages[lastAtMost(ages, page, ([first]) => first)]?.[1] ?? 0;
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
