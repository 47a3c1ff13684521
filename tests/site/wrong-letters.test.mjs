// What `stoplicht letter import` says of files that are no letter from Word.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { smallSite } from '../support/publishing.mjs';
import { stateOf, temporaryFolder } from '../support/sites.mjs';
import { archive, letterParts, paragraph } from '../support/word.mjs';

// Writes over a field of the list at the end of an archive, for the part that stands there first.
function patched(bytes, offset, value) {
  const at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  bytes.writeUInt32LE(value >>> 0, at + offset);
  return bytes;
}

const parts = letterParts([paragraph('Geachte raad,')]);
const withPart = (name, content) => archive({ ...parts, [name]: content });
const wrongFiles = {
  'an empty file': ['', /is empty \[word-kind\]/],
  'a text': ['Geachte raad,', /is not a Word document \[word-kind\]/],
  'an older document, or one with a password': ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', /is a document of an older Word \(\.doc\), or one that is locked/],
  'a PDF': ['%PDF-1.7', /is a PDF \[word-kind\]/],
  'an RTF file': ['{\\rtf1 x}', /is an RTF file \[word-kind\]/],
  'a web page': ['<!DOCTYPE html><p>', /is a web page \[word-kind\]/],
  'a workbook': [archive({ 'xl/workbook.xml': '<x/>' }), /is an Excel workbook \[word-kind\]/],
  'a document of LibreOffice': [archive({ mimetype: 'x', 'content.xml': '<x/>' }), /\(\.odt\) \[word-kind\]/],
  'an archive of something else': [archive({ 'a.txt': 'a' }), /has no text: it is not a Word document \[word-kind\]/],
  'one with macros': [withPart('word/vbaProject.bin', 'x'), /has macros \[word-macros\]/],
  'a name that leads out': [withPart('../../etc/x', 'x'), /has a part whose name leads out of it: '\.\.\/\.\.\/etc\/x' \[word-unsafe\]/],
  'an absolute name': [withPart('/etc/x', 'x'), /leads out of it: '\/etc\/x' \[word-unsafe\]/],
  'definitions in XML': [withPart('word/x.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'), /definitions of its own: 'word\/x\.xml' \[word-unsafe\]/],
  'a symbolic link': [patched(patched(archive(parts), 4, 0x00140314), 38, 0o120777 << 16), /no plain file: '\[Content_Types\]\.xml' \[word-unsafe\]/],
  'a bomb': [withPart('word/media/image1.png', Buffer.alloc(129 << 20)), /unpacks to more than 128 MiB: 'word\/media\/image1\.png' \[word-large\]/],
  'one with too many parts': [archive({ ...parts, ...Object.fromEntries(Array.from({ length: 4096 }, (_, i) => [`word/${i}.xml`, ''])) }),
    /has more than 4096 parts \[word-large\]/],
  'one that was cut off': [archive(parts).subarray(0, 900), /is damaged: 'the list of its parts' \[word-damaged\]/],
  'one with other bytes than it says': [patched(archive(parts), 16, 12345), /is damaged: '\[Content_Types\]\.xml' \[word-damaged\]/],
  'XML that is none': [archive({ ...parts, 'word/document.xml': '<w:document' }), /\[word-unreadable\]/],
};

for (const [name, [bytes, message]] of Object.entries(wrongFiles)) {
  test(`${name} is refused by name, with what to do, and nothing is written`, async () => {
    const site = smallSite();
    const before = stateOf(site);
    const document = join(temporaryFolder(), 'brief.docx');
    writeFileSync(document, bytes, 'latin1');
    const { code, stdout, stderr } = await run(['letter', 'import', document, '--period', '2024-h2', '--council', 'zandwijk', '--site', site]);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, message);
    assert.match(stderr, /^\S+: error: .*\n {2}hint: .*\nstoplicht: nothing was written: 1 error\n$/);
    assert.deepEqual(stateOf(site), before);
  });
}

test('what is no file is refused', async () => {
  const site = smallSite();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'map.docx'));
  symlinkSync('/etc/passwd', join(folder, 'link.docx'));
  for (const name of ['map.docx', 'link.docx', 'weg.docx']) {
    const args = ['letter', 'import', join(folder, name), '--period', '2024-h2', '--council', 'zandwijk', '--site', site];
    const { code, stderr } = await run(args);
    assert.equal(code, 1);
    assert.match(stderr, /\.docx: error: cannot be read: .* \[word-unreadable\]\n {2}hint: name a file that is there, and close it in Word first\n/);
  }
});
