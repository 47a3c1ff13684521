// What editions cost a build: the same site without them and with every period published, in turn, and the ratio of
// processor time. usage: node tests/bench/sealing.mjs [councils periods projects]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { program } from '../support/program.mjs';
import { writeSite } from './site.mjs';

const [councils, periods, projects] = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 20, 27];
const runs = 9;
const work = mkdtempSync(path.join(tmpdir(), 'stoplicht-sealing-'));
const open = path.join(work, 'open');
const sealed = path.join(work, 'sealed');
writeSite(open, { councils, periods, projects });
cpSync(open, sealed, { recursive: true });
for (const file of readdirSync(path.join(sealed, 'data/periods')).sort())
  execFileSync(program, ['publish', '--unsigned', file.replace('.json', ''), '--site', sealed, '--on', '2026-01-01']);

const measure = (site, run) =>
  JSON.parse(execFileSync(program, ['build', '--site', site, '--output', path.join(work, `${path.basename(site)}-${run}`), '--format', 'json']));
const times = { open: [], sealed: [] };
let pages = 0;
for (let run = 0; run < runs; ++run)
  for (const site of [open, sealed]) {
    const result = measure(site, run);
    pages = result.pages;
    times[path.basename(site)].push(result.cpu_ms);
  }
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const [without, all] = [median(times.open), median(times.sealed)];
console.log(`${councils} councils x ${periods} periods x ${projects} projects: ${pages} pages, median of ${runs} builds into new folders`);
console.log(`processor time without editions ${without.toFixed(0)} ms, with every period published ${all.toFixed(0)} ms, ratio ${(all / without).toFixed(2)}`);
rmSync(work, { recursive: true });
