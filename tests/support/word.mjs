// Writes letters as Word does: a zip of XML parts. `letter([...])` gives the bytes of a .docx; the other functions give
// the XML of what may stand in one.
import { zip } from './zip.mjs';

const namespaces = [
  'w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'v="urn:schemas-microsoft-com:vml"',
].map((each) => `xmlns:${each}`).join(' ');

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// ---- what stands in a paragraph ------------------------------------------------------------------------------

// Words in one form: `bold`, `italic`, `underlined`, `raised`, `lowered`, `struck`; a line end breaks the line, a tab is one.
export function words(text, form = {}) {
  const marks = [form.bold && '<w:b/>', form.italic && '<w:i/>', form.struck && '<w:strike/>', form.underlined && '<w:u w:val="single"/>',
    form.raised && '<w:vertAlign w:val="superscript"/>', form.lowered && '<w:vertAlign w:val="subscript"/>'].filter(Boolean).join('');
  const pieces = text.split(/(\n|\t)/).map((piece) => (piece === '\n' ? '<w:br/>'
    : piece === '\t' ? '<w:tab/>' : piece && `<w:t xml:space="preserve">${escaped(piece)}</w:t>`));
  return `<w:r>${marks && `<w:rPr>${marks}</w:rPr>`}${pieces.join('')}</w:r>`;
}

export const link = (id, text) => `<w:hyperlink r:id="${id}">${words(text)}</w:hyperlink>`;
export const noteMark = (id) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
export const added = (text) => `<w:ins w:id="90" w:author="Jan" w:date="2024-01-01T00:00:00Z">${words(text)}</w:ins>`;
export const removed = (text) => `<w:del w:id="91" w:author="Jan" w:date="2024-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve">${
  escaped(text)}</w:delText></w:r></w:del>`;
export const remark = (text, id = 0) => `<w:commentRangeStart w:id="${id}"/>${words(text)}<w:commentRangeEnd w:id="${id}"/>` +
  `<w:r><w:commentReference w:id="${id}"/></w:r>`;
export const control = (content) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
export const textBox = (...paragraphs) => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData
  uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${paragraphs.join('')}</w:txbxContent>
  </wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
export const image = (id, description = '') => `<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="952500"/><wp:docPr id="1" name="Afbeelding 1"
  descr="${escaped(description)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>
  <pic:cNvPr id="1" name="beeld" descr="${escaped(description)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill>
  <pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

// ---- what stands in a letter ---------------------------------------------------------------------------------

const asRuns = (content) => (content.startsWith('<') ? content : words(content));

// `style`: "Heading1", "Title"; `list`: { kind: 1 (bullets) or 2 (numbers), level from 0 }.
export function paragraph(content = '', { style, list } = {}) {
  const numbered = list && `<w:numPr><w:ilvl w:val="${list.level ?? 0}"/><w:numId w:val="${list.kind}"/></w:numPr>`;
  const properties = [style && `<w:pStyle w:val="${style}"/>`, numbered].filter(Boolean).join('');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content && asRuns(content)}</w:p>`;
}

export const heading = (level, content) => paragraph(content, { style: `Heading${level}` });
export const bullet = (content, level = 0) => paragraph(content, { list: { kind: 1, level } });
export const numbered = (content, level = 0) => paragraph(content, { list: { kind: 2, level } });

// Rows of cells; a cell is words, or XML of paragraphs, or { across: 2, content }.
export function table(rows, { header = true } = {}) {
  const cellOf = (cell) => {
    const { across = 1, content = cell } = typeof cell === 'string' ? {} : cell;
    return `<w:tc><w:tcPr>${across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''}</w:tcPr>${
      /^<w:(p|tbl)[>/]/.test(content) ? content : paragraph(content)}</w:tc>`;
  };
  const rowOf = (row, index) => `<w:tr>${header && index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.map(cellOf).join('')}</w:tr>`;
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.across ?? 1), 0)));
  return `<w:tbl><w:tblPr><w:tblLook w:firstRow="${header ? 1 : 0}"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${
    rows.map(rowOf).join('')}</w:tbl>`;
}

// ---- the parts -----------------------------------------------------------------------------------------------

const styles = `${declaration}<w:styles ${namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${
  [1, 2, 3, 4].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
    `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`).join('')
}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style></w:styles>`;

const levels = (format, text) => [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
  `<w:lvlText w:val="${text.replace('N', level + 1)}"/></w:lvl>`).join('');
const numbering = `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1">${levels('bullet', '•')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${levels('decimal', '%N.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>` +
  '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>';

const notesPart = (notes) => `${declaration}<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${
  Object.entries(notes).map(([id, content]) => `<w:footnote w:id="${id}">${content.startsWith('<w:p>') ? content : paragraph(content)}</w:footnote>`)
    .join('')}</w:footnotes>`;

const commentsPart = `${declaration}<w:comments ${namespaces}><w:comment w:id="0" w:author="Jan" w:date="2024-01-01T00:00:00Z" w:initials="J">${
  paragraph('Klopt dit nog?')}</w:comment></w:comments>`;

// The parts of a .docx by name. `body`: XML of paragraphs and tables. `links`: addresses by id; `images`: { file, bytes }
// by id; `notes`: footnotes by id; `header`: words at the top of each page.
export function letterParts(body, { links = {}, images = {}, notes = {}, header = '' } = {}) {
  const relations = [
    ['s', 'styles', 'styles.xml'], ['n', 'numbering', 'numbering.xml'], ['f', 'footnotes', 'footnotes.xml'], ['c', 'comments', 'comments.xml'],
    ...(header ? [['h', 'header', 'header1.xml']] : []),
    ...Object.entries(images).map(([id, { file }]) => [id, 'image', `media/${file}`]),
  ].map(([id, kind, target]) => `<Relationship Id="${id}" Type="${relationship}/${kind}" Target="${target}"/>`);
  const external = Object.entries(links).map(([id, target]) =>
    `<Relationship Id="${id}" Type="${relationship}/hyperlink" Target="${escaped(target)}" TargetMode="External"/>`);
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ` +
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${
      relationship}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${[body].flat().join('\n')}<w:sectPr>${
      header && '<w:headerReference w:type="default" r:id="h"/>'}</w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
      [...relations, ...external].join('')}</Relationships>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/footnotes.xml': notesPart(notes),
    'word/comments.xml': commentsPart,
    ...(header && { 'word/header1.xml': `${declaration}<w:hdr ${namespaces}>${paragraph(header)}</w:hdr>` }),
    ...Object.fromEntries(Object.values(images).map(({ file, bytes }) => [`word/media/${file}`, bytes])),
  };
}

export const archive = (parts) => zip(new Map(Object.entries(parts)));
export const letter = (body, options) => archive(letterParts(body, options));
