// The form of a period, read and filled in cell by cell: as the XML that Excel writes, with its strings in a table.
import { unzip, zip } from './zip.mjs';

const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const columnOf = (cell) => [.../^[A-Z]+/.exec(cell)[0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
export const rowOf = (cell) => Number(/\d+$/.exec(cell)[0]);

export class Form {
  constructor(bytes) {
    this.files = unzip(bytes);
    const names = [...this.text('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => unescaped(name));
    this.parts = new Map(names.map((name, index) => [name, `xl/worksheets/sheet${index + 1}.xml`]));
    const items = this.text('xl/sharedStrings.xml').matchAll(/<si>(?:<t[^>]*>([^]*?)<\/t>|<t\/>)<\/si>/g);
    this.strings = [...items].map(([, text = '']) => unescaped(text));
  }

  text(part) {
    return this.files.get(part).toString('utf8');
  }

  edit(part, change) {
    this.files.set(part, Buffer.from(change(this.text(part))));
  }

  editSheet(sheet, change) {
    this.edit(this.parts.get(sheet), change);
  }

  // Of a sheet: a map from "B2" to what its cell says.
  cells(sheet) {
    const cells = new Map();
    const xml = this.text(this.parts.get(sheet));
    for (const [, name, type, value] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?: t="(\w+)")?>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v><\/c>/g)) {
      cells.set(name, type === 's' ? this.strings[Number(value)] : Number(value));
    }
    return cells;
  }

  // The cell of a row, told by its key, and a column, told by its heading.
  cell(sheet, key, heading) {
    const cells = [...this.cells(sheet)];
    const letters = (name) => /^[A-Z]+/.exec(name)[0];
    const [row] = cells.find(([name, said]) => said === key && rowOf(name) > 1);
    const [column] = cells.find(([name, said]) => said === heading && rowOf(name) === 1);
    return letters(column) + rowOf(row);
  }

  // Puts the inside of a cell: '<v>5</v>'. `type`: of its value, as "s" for a shared string.
  putRaw(sheet, name, inside, type = '') {
    const cell = new RegExp(`<c r="${name}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
    this.editSheet(sheet, (xml) => {
      if (!cell.test(xml)) throw new Error(`sheet ${sheet} has no cell ${name}`);
      return xml.replace(cell, (_, style = '') => `<c r="${name}"${style}${type && ` t="${type}"`}>${inside}</c>`);
    });
  }

  put(sheet, name, value) {
    if (value === '') this.putRaw(sheet, name, '');
    else if (typeof value === 'number') this.putRaw(sheet, name, `<v>${value}</v>`);
    else this.putRaw(sheet, name, `<v>${this.strings.push(value) - 1}</v>`, 's');
  }

  // `values`: { sheet: { key: { heading: value } } }.
  fill(values) {
    for (const [sheet, rows] of Object.entries(values)) {
      for (const [key, cells] of Object.entries(rows)) {
        for (const [heading, value] of Object.entries(cells)) this.put(sheet, this.cell(sheet, key, heading), value);
      }
    }
    return this;
  }

  bytes() {
    const items = this.strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
    this.edit('xl/sharedStrings.xml', (xml) => xml.replace(/(<sst[^>]*>)[^]*<\/sst>/, (_, open) => `${open}${items}</sst>`));
    return zip(this.files);
  }

  // A sheet as rows of cells.
  rows(sheet) {
    const rows = [];
    for (const [name, value] of this.cells(sheet)) {
      const row = (rows[rowOf(name) - 1] ??= []);
      row[columnOf(name) - 1] = value;
    }
    return Array.from(rows, (row = []) => Array.from(row, (cell) => cell ?? ''));
  }
}
