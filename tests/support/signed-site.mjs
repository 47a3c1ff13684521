// A small published site, on which tests try what verify finds.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, run } from './program.mjs';
import { filesIn, temporaryFolder } from './sites.mjs';

export const secretKey = join(repository, 'tests/support/test-signing.key');
export const publicKeyFile = join(repository, 'tests/support/test-signing.pub');
export const publicKey = readFileSync(publicKeyFile, 'utf8').split('\n')[1];

export async function mustRun(args) {
  const result = await run(args);
  assert.equal(result.code, 0, `${args.join(' ')}: ${result.stderr}`);
  return result;
}

export function edit(file, from, to) {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${file} has no '${from}'`);
  writeFileSync(file, text.replace(from, to));
}

// A site with two editions, a correction and a withdrawal, all signed, and built.
async function publishedSite() {
  const site = join(temporaryFolder(), 'site');
  cpSync(join(repository, 'tests/broken/base'), site, { recursive: true });
  const at = (day) => ['--site', site, '--on', `2026-11-0${day}`, '--sign', secretKey];
  await mustRun(['publish', '2024-h1', ...at(1)]);
  await mustRun(['publish', '2024-h2', ...at(2)]);
  const [text] = filesIn(join(site, 'content/periods/2024-h2/progress')).map((name) => join(site, 'content/periods/2024-h2/progress', name));
  writeFileSync(text, readFileSync(text, 'utf8').trimEnd() + '\n\nDit is later toegevoegd.\n');
  await mustRun(['correct', '2024-h2', '--reason', 'Er ontbrak een zin.', ...at(3)]);
  const [letter] = readdirSync(join(site, 'content/periods/2024-h2/letters'));
  await mustRun(['withdraw', '2024-h2', `letters/${letter.replace('.md', '')}`, '--reason', 'Er stond een naam in.', ...at(4)]);
  await mustRun(['build', '--site', site, '--sign', secretKey]);
  return site;
}

export const original = await publishedSite();
export function copy() {
  const site = join(temporaryFolder(), 'site');
  cpSync(original, site, { recursive: true });
  return site;
}
export const verify = (folder, ...rest) => run(['verify', folder, '--key', publicKey, ...rest]);
