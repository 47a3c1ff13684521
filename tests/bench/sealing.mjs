// What editions cost a build: the same site without them and with every period published, in turn, and the ratio of
// processor time; in memory, where there is a file system of that kind, and on the disk, where each new file costs as
// much as that file system asks: the pages of an edition have their own files of data. usage: node tests/bench/sealing.mjs [councils periods projects]
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { program } from '../support/program.mjs';
import { writeSite } from './site.mjs';

const [councils, periods, projects] = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 20, 27];
const runs = 9;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

function compare(place, folder) {
  const work = mkdtempSync(path.join(folder, 'stoplicht-sealing-'));
  const open = path.join(work, 'open');
  const sealed = path.join(work, 'sealed');
  writeSite(open, { councils, periods, projects });
  cpSync(open, sealed, { recursive: true });
  for (const file of readdirSync(path.join(sealed, 'data/periods')).sort())
    execFileSync(program, ['publish', '--unsigned', file.replace('.json', ''), '--site', sealed, '--on', '2026-01-01']);
  const times = { open: [], sealed: [] };
  const files = {};
  let pages = 0;
  for (let run = 0; run < runs; ++run)
    for (const [name, site] of Object.entries({ open, sealed })) {
      const result = JSON.parse(execFileSync(program, ['build', '--site', site, '--output', path.join(work, `${name}-${run}`), '--format', 'json']));
      pages = result.pages;
      files[name] = result.files;
      times[name].push(result.cpu_ms);
    }
  const [without, all] = [median(times.open), median(times.sealed)];
  console.log(`${place}: ${pages} pages, processor time without editions ${without.toFixed(0)} ms (${files.open} files), ` +
    `with every period published ${all.toFixed(0)} ms (${files.sealed} files), ratio ${(all / without).toFixed(2)}`);
  rmSync(work, { recursive: true });
}

console.log(`${councils} councils x ${periods} periods x ${projects} projects, median of ${runs} builds into new folders`);
if (existsSync('/dev/shm')) compare('in memory', '/dev/shm');
compare('on the disk', tmpdir());
