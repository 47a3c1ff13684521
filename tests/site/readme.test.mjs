// What the README shows in a shell is run here as it stands, on a copy of the sample site.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';

import { program, repository } from '../support/program.mjs';

const readme = readFileSync(path.join(repository, 'README.md'), 'utf8');
const block = /## Publish, correct, prove[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1];

test('the README publishes, tampers, corrects, compares and verifies as it says', () => {
  assert.ok(block, 'the README has the commands');
  const folder = mkdtempSync(path.join(tmpdir(), 'stoplicht-readme-'));
  for (const part of ['data', 'content']) cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
  let cwd = folder;
  const told = [];
  for (const line of block.trim().split('\n')) {
    const [, command, expected = '0'] = /^(.*?)(?:\s+# exit (\d): .*)?$/.exec(line);
    const script = `stoplicht() { ${JSON.stringify(program)} "$@"; }\n${command}\nstatus=$?; pwd; exit $status`;
    const result = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    assert.equal(String(result.status), expected, `${command}\n${result.stdout}${result.stderr}`);
    cwd = result.stdout.trimEnd().split('\n').at(-1);
    told.push(result.stdout + result.stderr);
  }
  const all = told.join('\n');
  for (const words of ['[edition-differs]', '22', '23', 'as edition 2, which replaces edition 1', "part 'period' is not what was published"])
    assert.ok(all.includes(words), `${words} is told:\n${all}`);
  rmSync(folder, { recursive: true });
});
