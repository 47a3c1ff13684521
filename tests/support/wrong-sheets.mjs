// Two hundred forms that came back wrong, each told by its number: [{ name, file, bytes, expect }]. `expect`: "imports" (what
// was filled in arrives whole), the id of the fault, or "told" (damage that may be harmless: a fault, or nothing is lost).
import { createHash } from 'node:crypto';
import { columnOf, Form } from './workbook.mjs';
import { zip } from './zip.mjs';

// Numbers that look random, and are the same in every run.
function numbersOf(seed) {
  let state = createHash('sha256').update(seed).digest();
  return (below) => {
    state = createHash('sha256').update(state).digest();
    return state.readUInt32LE() % below;
  };
}

const letters = (column) => (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

// Changes every name of a cell in a sheet.
const rename = (form, sheet, change) => form.editSheet(sheet, (xml) => {
  const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>([^]*?)<\/row>/g)].flatMap(([, , cells]) => [...cells.matchAll(/<c r="([A-Z]+)(\d+)"([^]*?)(?:\/>|<\/c>)/g)]);
  const moved = new Map();
  for (const [whole, column, row] of rows) {
    const [toColumn, toRow] = change(columnOf(column), Number(row));
    if (!moved.has(toRow)) moved.set(toRow, new Map());
    moved.get(toRow).set(toColumn, whole.replace(/r="[A-Z]+\d+"/, `r="${letters(toColumn)}${toRow}"`));
  }
  const inOrder = (map) => [...map].sort(([a], [b]) => a - b);
  const data = inOrder(moved).map(([row, cells]) => `<row r="${row}">${inOrder(cells).map(([, cell]) => cell).join('')}</row>`).join('');
  return xml.replace(/<sheetData>[^]*<\/sheetData>/, () => `<sheetData>${data}</sheetData>`);
});

const status = (form) => form.cell('Projecten', 'havenkwartier', 'Stand');
const actual = (form) => form.cell('Cijfers', 'havenkwartier/haven-woningen', 'Realisatie');
const words = ['veel', 'ca. 60', '12 a 15', '1.2.3', '6,5,4', '--5', 'zestig', '=61', 'n.v.t.', '#'];

// Each makes a wrong form of one that was filled in: [name, what comes of it, how].
const kinds = [
  ['columns swapped', 'imports', (form, pick) => {
    const [a, b] = [1 + pick(13), 1 + pick(13)];
    rename(form, 'Projecten', (column, row) => [column === a ? b : column === b ? a : column, row]);
  }],
  ['rows moved', 'imports', (form, pick) => {
    const by = pick(40);
    rename(form, 'Cijfers', (column, row) => [column, row === 1 ? 1 : 100 + by - row]);
  }],
  ['empty rows and columns put between', 'imports', (form, pick) => {
    const by = pick(15);
    rename(form, 'Projecten', (column, row) => [column + by, row + by]);
  }],
  ['a sheet renamed', 'imports', (form, pick) => form.edit('xl/workbook.xml', (xml) => xml.replace('"Cijfers"', `"Blad ${pick(99)}"`))],
  ['macros', 'imports', (form, pick) => form.files.set('xl/vbaProject.bin', Buffer.alloc(1 + pick(5000), 7))],
  ['rows deleted', 'imports', (form) => form.editSheet('Projecten', (xml) => xml.replace(/<row r="4".*?<\/row>/, ''))],
  ['a second workbook part nobody knows', 'imports', (form, pick) => form.files.set(`xl/extra${pick(9)}.xml`, Buffer.from('<'))],
  ['cells merged', 'sheet-merged', (form, pick) => form.editSheet('Projecten', (xml) =>
    xml.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${letters(1 + pick(6))}3:${letters(7 + pick(5))}${3 + pick(2)}"/></mergeCells>`))],
  ['text for a number', 'sheet-value', (form, pick) => form.put('Cijfers', actual(form), words[pick(words.length)])],
  ['a word that is in no list', 'sheet-value', (form, pick) => form.put('Projecten', status(form), ['groen', 'Op Koers!', '0', 'ja'][pick(4)])],
  ['a truth for a number', 'sheet-value', (form, pick) => form.putRaw('Cijfers', actual(form), `<v>${pick(2)}</v>`, 'b')],
  ['a formula without a value', 'sheet-formula', (form) => form.putRaw('Cijfers', actual(form), '<f>SUM(A1:A9)</f>')],
  ['a formula that fails', 'sheet-formula', (form, pick) => form.putRaw('Cijfers', actual(form), `<f>1/0</f><v>${['#DIV/0!', '#REF!', '#N/A'][pick(3)]}</v>`, 'e')],
  ['a number beyond all numbers', 'sheet-value', (form, pick) => form.putRaw('Cijfers', actual(form), `<v>${['1E999', 'NaN', 'INF', '-'][pick(4)]}</v>`)],
  ['a number that is too large', 'number-range', (form) => form.putRaw('Cijfers', actual(form), '<v>1E300</v>')],
  ['a key damaged', 'sheet-row', (form, pick) => form.put('Projecten', form.cell('Projecten', 'havenkwartier', 'Sleutel'), `haven${pick(99)}`)],
  ['two rows of one project', 'sheet-row-twice', (form) => {
    form.put('Projecten', form.cell('Projecten', 'doorstroming', 'Sleutel'), 'havenkwartier');
    form.put('Projecten', 'A4', '');
    form.put('Projecten', 'B4', '');
  }],
  ['some columns sorted and others not', 'sheet-row-mixed', (form) => rename(form, 'Projecten', (column, row) => [column, column === 13 && row > 2 ? 7 - row : row])],
  ['the key column gone', 'sheet-heading', (form) => form.put('Projecten', 'M1', '')],
  ['a column twice', 'sheet-heading', (form, pick) => form.put('Projecten', `${letters(8 + pick(5))}1`, 'Samenvatting')],
  ['columns without end', 'sheet-large', (form, pick) => form.editSheet('Projecten', (xml) =>
    xml.replace('<sheetData>', `<sheetData><row r="1"><c r="${letters(501 + pick(9000))}1"><v>1</v></c></row>`))],
  ['a million rows', 'sheet-large', (form) => form.editSheet('Cijfers', (xml) =>
    xml.replace('</sheetData>', () => `${Array.from({ length: 1e6 }, (_, i) => `<row r="${i + 9}"><c><v>1</v></c></row>`).join('')}</sheetData>`))],
  ['rows up to the limit of a part', 'sheet-large', (form) => form.editSheet('Cijfers', (xml) =>
    xml.replace('</sheetData>', () => `${'<row><c><v>1</v></c></row>'.repeat(310_000)}</sheetData>`))],
  ['a zip bomb', 'sheet-large', (form, pick) => form.files.set(['xl/sharedStrings.xml', 'xl/styles.xml', form.parts.get('Projecten')][pick(3)], Buffer.alloc(100e6, 32)), true],
  ['one long text in many cells', 'sheet-large', (form) => {
    const text = form.strings.push('x'.repeat(100_000)) - 1;
    form.editSheet('Cijfers', (xml) => xml.replace('</sheetData>', () =>
      `${`<row>${`<c t="s"><v>${text}</v></c>`.repeat(20)}</row>`.repeat(1000)}</sheetData>`));
  }],
  ['a text as long as a cell can be in many cells', 'sheet-large', (form) => {
    const text = form.strings.push('x'.repeat(32_767)) - 1;
    form.editSheet('Cijfers', (xml) => xml.replace('</sheetData>', () =>
      `${`<row>${`<c t="s"><v>${text}</v></c>`.repeat(20)}</row>`.repeat(1000)}</sheetData>`));
  }],
  ['elements without end', 'told', (form, pick) => form.editSheet('Cijfers', (xml) => xml.replace('</sheetData>', () => `${['<c/>', '<c/>a', '<c a=""/>'][pick(3)].repeat(600_000)}</sheetData>`))],
  ['elements inside each other', 'told', (form) => form.editSheet('Cijfers', (xml) => xml.replace('</sheetData>', () => `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</sheetData>`))],
  ['entities that grow', 'told', (form) => form.editSheet('Cijfers', (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><worksheet'))],
  ['a string that is not there', 'sheet-damaged', (form, pick) => form.putRaw('Cijfers', actual(form), `<v>${9999 + pick(99)}</v>`, 's')],
  ['a row that no sheet has', 'sheet-damaged', (form, pick) => form.editSheet('Cijfers', (xml) =>
    xml.replace('</sheetData>', `<row r="${['2147483647', '-5', '0', '1048577'][pick(4)]}"/><row><c><v>1</v></c></row></sheetData>`))],
  ['a part missing', 'sheet-damaged', (form, pick) => form.files.delete(['xl/worksheets/sheet2.xml', 'xl/styles.xml'][pick(2)])],
  ['another version', 'sheet-form', (form, pick) => form.put('_stoplicht', 'B1', String(3 + pick(9)))],
];

const ole = Buffer.from('D0CF11E0A1B11AE1', 'hex');
// Files that are no form at all: [name, fault, bytes, file name].
const files = [
  ['an encrypted workbook', 'sheet-protected', () => Buffer.concat([ole, Buffer.alloc(900), Buffer.from('EncryptedPackage', 'utf16le')])],
  ['an old workbook', 'sheet-format', () => Buffer.concat([ole, Buffer.alloc(3000)])],
  ['nothing', 'sheet-format', () => Buffer.alloc(0)],
  ['a picture', 'sheet-format', (pick) => Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(pick(9000), 1)])],
  ['a letter from Word', 'sheet-format', () => zip(new Map([['[Content_Types].xml', '<a/>'], ['word/document.xml', '<a/>'],
    ['_rels/.rels', '<R><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>']]))],
  ['an OpenDocument file', 'sheet-format', () => zip(new Map([['mimetype', 'x'], ['content.xml', '<a/>']]))],
  ['8 MB of CSV in one line', 'sheet-large', () => Buffer.from('a;'.repeat(4 << 20)), 'form.csv'],
  ['more than 16 MB', 'sheet-large', () => Buffer.alloc((16 << 20) + 1)],
];

// `filled`: the bytes of a form that was filled in.
export function wrongSheets(filled) {
  const sheets = [];
  const add = (name, expect, bytes, file = 'form.xlsx') => sheets.push({ name: `${sheets.length + 1}: ${name}`, expect, bytes, file });
  for (const [name, expect, bytesOf, file] of files) add(name, expect, () => bytesOf(numbersOf(name)), file);
  for (let round = 0; sheets.length < 140; ++round) {
    for (const [name, expect, spoil, isSlow] of kinds) {
      if (round > 0 && (isSlow || expect === 'sheet-large')) continue;
      add(name, expect, () => {
        const form = new Form(filled);
        spoil(form, numbersOf(`${name} ${round}`));
        return form.bytes();
      });
    }
  }
  // Bytes that were changed on their way, in the file and in its parts.
  for (let round = 0; sheets.length < 160; ++round) {
    const pick = numbersOf(`cut ${round}`);
    add('a file cut off', 'told', () => filled.subarray(0, pick(filled.length)));
  }
  for (let round = 0; sheets.length < 185; ++round) {
    const pick = numbersOf(`part ${round}`);
    add('bytes changed in a part', 'told', () => {
      const form = new Form(filled);
      const names = [...form.files.keys()];
      const bytes = form.files.get(names[pick(names.length)]);
      for (let i = pick(6); i >= 0; --i) bytes[pick(bytes.length)] = pick(256);
      return zip(form.files);
    });
  }
  for (let round = 0; sheets.length < 200; ++round) {
    const pick = numbersOf(`csv ${round}`);
    add('noise as CSV', 'told', () => Buffer.from(Array.from({ length: pick(4000) }, () => ';;;"\n,a1\t\xE9\x00'.charCodeAt(pick(12)))), 'form.csv');
  }
  return sheets;
}
