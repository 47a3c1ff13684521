// Publishes Voorbeeldstad anew: data/editions as its communication staff made it, with corrections and withdrawals.
// Digests differ each time, because salts are random: run it only when the site's own files change, and then
// write expected/ anew. usage: node tests/golden/publish.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { program } from '../support/program.mjs';

const site = fileURLToPath(new URL('voorbeeldstad', import.meta.url));
const key = fileURLToPath(new URL('../support/test-signing.key', import.meta.url));
const file = (name) => path.join(site, name);
const stoplicht = (...args) => execFileSync(program, [...args, '--site', site, '--sign', key], { stdio: ['ignore', 'ignore', 'inherit'] });
const publish = (period, on) => stoplicht('publish', period, '--on', on);

// What a file says for a while; gives the way back.
function write(name, text) {
  let before = null;
  try {
    before = readFileSync(file(name), 'utf8');
  } catch {
    // It is not there: the way back is to remove it.
  }
  writeFileSync(file(name), text);
  return () => (before === null ? rmSync(file(name)) : writeFileSync(file(name), before));
}

rmSync(file('data/editions'), { recursive: true, force: true });

publish('2020-h1', '2020-09-17');
// A whole report, in which somebody could be recognised. It is gone from the files since.
const autumn = 'data/periods/2020-h2.json';
const complete = JSON.parse(readFileSync(file(autumn), 'utf8'));
complete.projects.splice(-1, 0, { project: 'werkplaats', number: '15', status: 'green', summary: 'Drie keer bij elkaar, geleid door bakker Verzonnen uit Denkdam.' });
const asItIs = write(autumn, JSON.stringify(complete, null, 2) + '\n');
publish('2020-h2', '2021-03-11');
publish('2021-h1', '2021-09-30');
stoplicht('withdraw', '2020-h2', 'projects/werkplaats', '--on', '2021-11-04', '--reason', 'In dit verslag was een ondernemer te herkennen, die dat niet wilde.');
asItIs();
publish('2021-h2', '2022-03-31');

const takeAway = write('content/periods/2022-h1/progress/beweegcoach.md',
  'Mevrouw Verzonnen uit Schetsveld vertelde ons dat zij door de beweegcoach weer elke dag loopt, na haar operatie.\n');
publish('2022-h1', '2022-09-22');
stoplicht('withdraw', '2022-h1', 'progress/beweegcoach', '--on', '2022-11-03',
  '--reason', 'In deze tekst stond de naam van een inwoner, met iets over haar gezondheid.');
takeAway();

// What was published first followed the text of the report, and not its table; and four people were counted in the wrong
// municipality, which came out later.
const period = 'data/periods/2022-h2.json';
const right = JSON.parse(readFileSync(file(period), 'utf8'));
const half = structuredClone(right);
const { by_council: counted } = half.totals.find((each) => each.indicator === 'werk');
counted.voorbeeldstad += 4;
counted.noorderhof -= 4;
const wrong = structuredClone(half);
const report = wrong.projects.find((each) => each.project === 'vroegsignalering');
report.status = 'on-track';
report.summary = 'De huisbezoeken zijn op koers.';
report.values = [{ indicator: 'huisbezoeken', actual: 1210 }];
for (const name of ['cause', 'consequence', 'action', 'contradiction']) delete report[name];
const putRight = write(period, JSON.stringify(wrong, null, 2) + '\n');
publish('2022-h2', '2023-03-16');
write(period, JSON.stringify(half, null, 2) + '\n');
stoplicht('correct', '2022-h2', '--on', '2023-05-11',
  '--reason', 'Bij de vroegsignalering waren 200 huisbezoeken te veel geteld. Daardoor stond het stoplicht te gunstig.');
putRight();
stoplicht('correct', '2022-h2', '--on', '2023-06-22',
  '--reason', 'Vier inwoners van Noorderhof waren bij Voorbeeldstad geteld. Het totaal blijft gelijk.');

// A name in the data of a period cannot be withdrawn by itself: the edition that had it goes as a whole, once it was corrected.
const spring = 'data/periods/2023-h1.json';
const named = JSON.parse(readFileSync(file(spring), 'utf8'));
named.events[0].description = 'Wethouder Verzonnen tekende, met haar privénummer in het verslag. De afspraken gaan over naar Proefdrecht.';
const without = write(spring, JSON.stringify(named, null, 2) + '\n');
publish('2023-h1', '2023-10-05');
without();
stoplicht('correct', '2023-h1', '--on', '2023-10-12', '--reason', 'Er stond een privénummer in het verslag.');
stoplicht('withdraw', '2023-h1@v1', '--whole', '--on', '2023-10-12', '--reason', 'Er stond een privénummer in deze editie.');

publish('2023-h2', '2024-03-28');
publish('2024-h1', '2024-09-19');
publish('2024-h2', '2025-02-20');
