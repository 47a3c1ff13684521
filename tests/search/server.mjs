// A static web server such as any: text is sent compressed, everything else as it lies there, with the headers that
// README.md advises. It writes down what was asked of it.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8' };
const compressed = new Set(['.html', '.css', '.js', '.json', '.svg']);

export const policyOfReadme = "default-src 'self'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; " +
  "form-action 'self'; object-src 'none'";

// `mounts`: { '/': folder, '/pagefind/': another }, the longest that fits counts. `delay`: milliseconds before each
// answer, as if there were a distance. `policy`: the Content-Security-Policy; null for none. Gives { address, close,
// answers: [{ path, status, bytes }] }, bytes being those of the body as sent.
export async function serve(mounts, { delay = 0, policy = policyOfReadme } = {}) {
  const answers = [];
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const fileOf = (path) => {
    const prefix = prefixes.find((each) => path.startsWith(each));
    if (prefix === undefined) return null;
    const file = join(mounts[prefix], normalize(`/${path.slice(prefix.length)}`));
    if (!existsSync(file)) return null;
    return statSync(file).isDirectory() ? join(file, 'index.html') : file;
  };
  const answer = (path, response) => {
    const file = fileOf(path);
    const isThere = file !== null && existsSync(file);
    const headers = { 'Content-Type': isThere ? types[extname(file)] ?? 'application/octet-stream' : 'text/plain' };
    if (policy !== null) headers['Content-Security-Policy'] = policy;
    const noted = { path, status: isThere ? 200 : 404, bytes: 0 };
    answers.push(noted);
    if (!isThere) {
      response.writeHead(404, headers).end();
    } else if (compressed.has(extname(file))) {
      const body = gzipSync(readFileSync(file), { level: 6 });
      noted.bytes = body.length;
      response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
    } else {
      noted.bytes = statSync(file).size;
      response.writeHead(200, { ...headers, 'Content-Length': noted.bytes });
      createReadStream(file).pipe(response);
    }
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    setTimeout(() => answer(path, response), delay);
  });
  await new Promise((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  const close = () => {
    server.closeAllConnections();
    return new Promise((fulfil) => server.close(fulfil));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, answers, close };
}
