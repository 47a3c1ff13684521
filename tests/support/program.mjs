// Runs the program as a user does: build/release/stoplicht, or the one that STOPLICHT names.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));
export const program = resolve(repository, process.env.STOPLICHT ?? 'build/release/stoplicht');

// A developer's own locale is no part of a test: in a Dutch one the program speaks Dutch.
process.env.LC_ALL = 'C';

if (!existsSync(program)) {
  throw new Error(`${program} is not there: compile it with ./tests/run, or name a program with STOPLICHT`);
}

// What the program did: { code, stdout, stderr }. `through`: a command that starts it, such as ['taskset', '-c', '0'].
export function run(args, { cwd, env, through = [] } = {}) {
  const [command, ...rest] = [...through, program, ...args];
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
  return new Promise((fulfil, reject) => {
    execFile(command, rest, options, (error, stdout, stderr) => {
      const ended = !error || typeof error.code === 'number';
      if (ended) fulfil({ code: error?.code ?? 0, stdout, stderr });
      else reject(new Error(`${command} ended with ${error.code ?? error.signal}: ${stderr || error.message}`));
    });
  });
}

// Runs it on a terminal of its own; what was typed stands in what it shows.
export function atTerminal(args, typed) {
  const quoted = [program, ...args].map((each) => `'${each}'`).join(' ');
  return new Promise((fulfil) => {
    const child = execFile('script', ['-qec', quoted, '/dev/null'], (error, stdout) => fulfil({ code: error?.code ?? 0, stdout }));
    child.stdin.end(typed);
  });
}
