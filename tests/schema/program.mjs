// Runs the program on copies of a site folder.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../support/program.mjs';

export { repository } from '../support/program.mjs';

// What `stoplicht check` reports on a site folder, as { file, line, id, severity, hint, … }.
export function check(site) {
  return new Promise((fulfil, reject) => {
    execFile(program, ['check', '--site', site, '--format=json'], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const foundFaults = error?.code === 1;
      if (error && !foundFaults) {
        reject(new Error(`${program} ended with ${error.code ?? error.signal}: ${stderr || error.message}`));
        return;
      }
      try {
        const report = JSON.parse(stdout);
        const checked = report.command === 'check' && report.failure === undefined;
        if (!checked) throw new Error(`no check was made: ${report.failure}`);
        fulfil(report.diagnostics);
      } catch (fault) {
        reject(fault);
      }
    });
  });
}

export const write = (file, document) => writeFileSync(file, JSON.stringify(document, null, 1) + '\n');

// A copy of the data and texts of a site folder, of which nothing was published, for as long as `work` takes.
export async function inCopyOf(site, work) {
  const copy = mkdtempSync(join(tmpdir(), 'stoplicht-schema-'));
  try {
    for (const folder of ['data', 'content']) cpSync(join(site, folder), join(copy, folder), { recursive: true });
    rmSync(join(copy, 'data/editions'), { recursive: true, force: true });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

// Calls `work(item, copy)` for every item, with as many copies of the site at a time as there are processors.
export async function forEachInCopies(site, items, work) {
  let next = 0;
  const workThroughItems = async (copy) => {
    while (next < items.length) await work(items[next++], copy);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, () => inCopyOf(site, workThroughItems)));
}
