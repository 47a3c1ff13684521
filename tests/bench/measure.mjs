// What a program costs: processor time as bash's `time` tells it, and the most memory it had, as the kernel remembers it
// for as long as the process is there.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const readOr = (file, otherwise) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
};

// { cpu: seconds, peak: MB, stdout } of a command that succeeds.
export function measure(command, args) {
  const shell = spawn('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr, peak] = ['', '', 0];
  shell.stdout.on('data', (data) => (stdout += data));
  shell.stderr.on('data', (data) => (stderr += data));
  const look = setInterval(() => {
    const [child] = readOr(`/proc/${shell.pid}/task/${shell.pid}/children`, '').trim().split(' ');
    const found = child && /^VmHWM:\s+(\d+) kB/m.exec(readOr(`/proc/${child}/status`, ''));
    if (found) peak = Math.max(peak, Number(found[1]) / 1024);
  }, 5);
  return new Promise((fulfil, reject) => {
    shell.on('error', reject);
    shell.on('close', (code) => {
      clearInterval(look);
      const lines = stderr.trimEnd().split('\n');
      const [user, system] = lines.pop().split(' ').map(Number);
      if (code === 0) fulfil({ cpu: user + system, peak, stdout });
      else reject(new Error(`${command} ended with ${code}: ${(lines.join('\n') || stdout).slice(0, 800)}`));
    });
  });
}

// The bytes of all files below a folder whose path passes.
export function bytesBelow(folder, passes) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    return entry.isFile() && passes(file) ? sum + statSync(file).size : sum;
  }, 0);
}

export function percentile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
