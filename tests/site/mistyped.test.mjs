// A slip of the pen in the id of a period: refused with the id that was meant, and never a new period.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../support/program.mjs';
import { command, smallSite } from '../support/publishing.mjs';
import { stateOf, temporaryFolder } from '../support/sites.mjs';

async function assertRefused(site, args, stderr) {
  const before = stateOf(site);
  assert.deepEqual(await command(site, args), { code: 2, stdout: '', stderr });
  assert.deepEqual(stateOf(site), before);
}

for (const id of ['2025h1', '2025-H1', '2025/h1', '2025_h1', 'h1-2025']) {
  const refused = `stoplicht: '${id}' cannot be the id of a period\n  hint: did you mean '2025-h1'?\n`;
  test(`new refuses a mistake in an id, with the one that was meant: ${id}`, async () => {
    await assertRefused(smallSite(), ['new', id], refused);
    await assertRefused(smallSite(), ['new', id, '--from', '2024-h2'], refused);
  });
}

test('new takes a name that tells no time only with the period before it', async () => {
  const site = smallSite();
  await assertRefused(site, ['new', 'zomer-2025'], "stoplicht: 'zomer-2025' tells no time\n" +
    '  hint: write when it is: 2024-h2, 2024-q3, 2024-09, 2024; or, when that is its name, which period it goes on from: --from 2024-h2\n');
  assert.equal((await command(site, ['new', 'zomer-2025', '--from', '2024-h2'])).code, 0);
});

test('a period of such a name that is there already is completed without --from', async () => {
  const site = smallSite();
  assert.equal((await command(site, ['new', 'zomer-2025', '--from', '2024-h2'])).code, 0);
  rmSync(join(site, 'content/periods/zomer-2025/summary.md'));
  const { code, stdout } = await command(site, ['new', 'zomer-2025']);
  assert.equal(code, 0);
  assert.match(stdout, /^wrote content\/periods\/zomer-2025\/summary\.md$/m);
});

test('a command that asks for a period never tells to begin one by a mistake', async () => {
  const site = smallSite();
  const file = join(temporaryFolder(), 'Projecten.csv');
  writeFileSync(file, 'Nummer;Deelproject\r\n');
  const hints = [
    ['2024-H2', "did you mean '2024-h2'?"],
    ['2025-H1', "did you mean '2025-h1'? A new one begins with: stoplicht new 2025-h1"],
    ['zomer', 'use one of: 2024-h2, 2024-h1'],
  ];
  for (const [id, hint] of hints) {
    const stderr = `stoplicht: there is no period '${id}'\n  hint: ${hint}\n`;
    assert.deepEqual(await run(['sheet', 'export', id, '--site', site]), { code: 2, stdout: '', stderr });
    assert.deepEqual(await run(['sheet', 'import', file, '--site', site, '--period', id]), { code: 2, stdout: '', stderr });
  }
});
