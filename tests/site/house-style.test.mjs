// The house style that a site chooses: other colours and letters, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { repository } from '../support/program.mjs';
import { build, builtSample, copyOf, filesIn, pagesIn } from '../support/sites.mjs';

// That of every page, and the further one, which is the same in every house style.
const stylesheetIn = (folder) => filesIn(folder).find((file) => /\/gemeente\.[0-9a-f]{8}\.css$/.test(file));

let ours;
let other;
before(async () => {
  const site = copyOf(repository);
  const file = join(site, 'data/site.json');
  const settings = { ...JSON.parse(readFileSync(file, 'utf8')), house_style: 'voorbeeldstad' };
  writeFileSync(file, JSON.stringify(settings, null, 2));
  [ours, other] = [await builtSample(), await build(site)];
});

test('another house style gives another stylesheet, with the licence of what it holds', () => {
  const [one, two] = [ours, other].map((folder) => readFileSync(join(folder, stylesheetIn(folder)), 'utf8'));
  assert.notEqual(one, two);
  for (const css of [one, two]) assert.match(css, /^\/\*! Contains parts of NL Design System \(EUPL-1\.2\)/);
});

test('a page differs by the address of its stylesheet only', () => {
  assert.ok(pagesIn(ours).length > 60);
  assert.deepEqual(pagesIn(other), pagesIn(ours));
  for (const page of pagesIn(ours)) {
    const html = readFileSync(join(ours, page), 'utf8').replace(stylesheetIn(ours), stylesheetIn(other));
    assert.equal(readFileSync(join(other, page), 'utf8'), html, page);
  }
});
