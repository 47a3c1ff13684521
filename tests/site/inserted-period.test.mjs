// A period that is told later than the ones around it takes no address away.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { publishedSmallSite, succeed } from '../support/publishing.mjs';
import { build } from '../support/sites.mjs';

test('a comparison of published periods keeps its page when a period comes between them', async () => {
  const site = await publishedSmallSite();
  assert.ok(existsSync(join(await build(site), 'vergelijk/2024-h1--2024-h2.html')));
  const between = { id: '2024-tussen', name: 'Tussenstand 2024', kind: 'incidental', reported_on: '2024-09-01', depth: 'known' };
  writeFileSync(join(site, 'data/periods/2024-tussen.json'), JSON.stringify(between));
  mkdirSync(join(site, 'content/periods/2024-tussen'));
  writeFileSync(join(site, 'content/periods/2024-tussen/summary.md'), '---\nheadline: Een tussenstand\n---\nEr was een tussenstand.\n');
  await succeed(['publish', '2024-tussen', '--site', site, '--on', '2025-04-01']);
  const output = await build(site);
  for (const pair of ['2024-h1--2024-tussen', '2024-tussen--2024-h2', '2024-h1--2024-h2'])
    assert.ok(existsSync(join(output, 'vergelijk', `${pair}.html`)), pair);
});
