// The Nu HTML Checker, the validator of the W3C.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// What the checker says: errors and warnings, and no less than that.
export function messagesOn(folder, files, ...options) {
  const args = ['-Xss8m', '-jar', jar, ...options, '--format', 'json', '--stdout', '--exit-zero-always'];
  return new Promise((fulfil, reject) => {
    execFile('java', [...args, ...files], { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the checker did not run: ${stderr || error.message}`));
      else fulfil(JSON.parse(stdout).messages.map(({ type, subType, message, url, lastLine }) => {
        return { type, subType, message, place: `${url.replace(/.*\//, '')}:${lastLine}` };
      }));
    });
  });
}
