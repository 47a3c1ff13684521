// A site whose period is filled in with a spreadsheet, and what a test does with its form.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './program.mjs';
import { edit, smallSite, succeed } from './publishing.mjs';
import { temporaryFolder } from './sites.mjs';
import { Form } from './workbook.mjs';

export const period = '2024-h2';
export const data = `data/periods/${period}.json`;
export const progress = `content/periods/${period}/progress/havenkwartier.md`;

// The small site with figures of every unit.
export function siteToFill() {
  const site = smallSite();
  edit(site, 'data/programmes.json', '"indicators": [', `"indicators": [
    { "id": "tevreden", "name": "Tevreden bewoners", "unit": "percent", "project": "havenkwartier" },
    { "id": "kosten", "name": "Kosten", "unit": "euro", "project": "havenkwartier" },`);
  return site;
}

export async function formOf(site, id = period) {
  const file = join(temporaryFolder(), `${id}.xlsx`);
  await succeed(['sheet', 'export', id, '--site', site, '--output', file]);
  return file;
}

export const importSheet = (site, file, ...more) => run(['sheet', 'import', file, '--site', site, ...more]);

export function written(bytes, name = 'form.xlsx') {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

// `values`: as Form.fill takes them.
export const filledWith = async (site, values) => written(new Form(readFileSync(await formOf(site))).fill(values).bytes());
