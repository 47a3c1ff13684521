// A command that publishes, corrects or withdraws is killed, or runs at the same time as another. Each of its system calls
// is tried by tests/faults; here it is the whole program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { program, run } from '../support/program.mjs';
import { command, edit, publishedSmallSite, smallSite } from '../support/publishing.mjs';
import { filesIn, temporaryFolder } from '../support/sites.mjs';

const kills = 30;  // Of each command.
const documents = (site) =>
  existsSync(join(site, 'data/editions')) ? filesIn(join(site, 'data/editions')).filter((file) => /\/[vw]\d+\.json$/.test(file)) : [];

// Each begins with a site, and makes one document.
const cases = {
  publish: { args: ['publish', '2024-h2', '--on', '2025-03-20'], makes: '2024-h2/v1.json', again: /^stoplicht: period '2024-h2' was published already\n/ },
  correct: {
    args: ['correct', '2024-h2', '--on', '2025-04-01', '--reason', 'Fout'],
    makes: '2024-h2/v2.json',
    again: /^stoplicht: there is nothing to correct: the sources are those of edition 2\n/,
  },
  withdraw: {
    args: ['withdraw', '2024-h2', 'letters/wijken.csv', 'letters/raadsbrief', '--on', '2025-04-01', '--reason', 'Privacy'],
    makes: '2024-h2/w1.json',
    again: /^stoplicht: '.+' was withdrawn already, on 2025-04-01\n/,
  },
};

before(async () => {
  cases.publish.site = smallSite();
  assert.equal((await command(cases.publish.site, ['publish', '2024-h1', '--on', '2024-09-20'])).code, 0);
  cases.correct.site = await publishedSmallSite();
  edit(cases.correct.site, 'data/periods/2024-h2.json', '"value": 130', '"value": 131');
  cases.withdraw.site = await publishedSmallSite();
});

// Starts it, and kills it after so many milliseconds; true when it was killed.
function killAfter(milliseconds, site, [name, ...rest]) {
  return new Promise((fulfil) => {
    const child = spawn(program, [name, '--site', site, ...rest], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      fulfil(signal === 'SIGKILL');
    });
  });
}

for (const name of Object.keys(cases)) {
  test(`${name}: killed at whatever moment, it has done all or nothing, and running it again completes it`, async () => {
    const { site, args, makes, again } = cases[name];
    const old = documents(site);
    const wanted = [...old, makes].sort();
    const parent = temporaryFolder();
    const fresh = (number) => {
      const copy = join(parent, `site-${number}`);
      cpSync(site, copy, { recursive: true });
      return copy;
    };
    const start = performance.now();
    assert.equal((await command(fresh('whole'), args)).code, 0);
    const whole = performance.now() - start;

    let killed = 0;
    for (let i = 0; i < kills; ++i) {
      const copy = fresh(i);
      if (await killAfter((whole * (i + 1)) / kills, copy, args)) ++killed;
      const made = documents(copy);
      assert.ok([old, wanted].some((each) => JSON.stringify(each) === JSON.stringify(made)), made.join(' '));

      const rest = await command(copy, args);
      if (rest.code !== 0) assert.match(rest.stderr, again);
      assert.deepEqual(documents(copy), wanted);
      const verified = await run(['verify', copy]);
      assert.deepEqual([verified.code, verified.stderr.replace(/^note: .*\n/, '')], [0, '']);
      assert.equal((await command(copy, ['check'])).code, 0);
      rmSync(copy, { recursive: true });
    }
    assert.ok(killed > kills / 4, `only ${killed} of ${kills} runs were killed`);
  });
}

test('of two who publish at once one wins, the other is told so, and the chain holds', async () => {
  const refusals = [
    /^stoplicht: another command is writing to \S+\/data\/editions\n$/,
    /^stoplicht: another command changed \S+\/data\/editions meanwhile \(.+\); run this one again\n$/,
    /^stoplicht: \S+\/2024-h2\/[vw]\d\.json is there already, with other contents; what was published is never overwritten\n$/,
    ...Object.values(cases).map(({ again }) => again),
  ];
  for (const [name, { site, args, makes }] of Object.entries(cases)) {
    const wanted = [...documents(site), makes].sort();
    for (let i = 0; i < 8; ++i) {
      const copy = join(temporaryFolder(), 'site');
      cpSync(site, copy, { recursive: true });
      const both = await Promise.all([command(copy, args), command(copy, args)]);
      const refused = both.filter(({ code }) => code !== 0);
      // Two equal withdrawals are one, and whoever finds it unfinished finishes it.
      const fewest = name === 'withdraw' ? 0 : 1;
      assert.ok(refused.length === 1 || refused.length === fewest, `${name}: ${both.map(({ stderr }) => stderr).join('\n')}`);
      for (const { stderr } of refused) assert.ok(refusals.some((each) => each.test(stderr)), stderr);
      assert.deepEqual(documents(copy), wanted);
      assert.equal((await run(['verify', copy])).code, 0);
    }
  }
});
