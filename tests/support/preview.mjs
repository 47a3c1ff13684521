// `stoplicht serve` as it runs beside an editor: started on a free port, asked, listened to, and stopped.
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { connect } from 'node:net';
import { program } from './program.mjs';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export const until = async (find, what, patience = 20000) => {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = await find();
    if (found) return found;
    await new Promise((fulfil) => setTimeout(fulfil, 10));
  }
  throw new Error(`${what} did not come in ${patience / 1000} seconds`);
};

// { port, address, lines: what it printed, next(): its next line, get, events, stop }. Stops with the test file.
export async function startPreview(site, options = []) {
  const child = spawn(program, ['serve', '--site', site, ...(options.includes('--port') ? [] : ['--port', '0']), ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const preview = { child, lines: [], errors: '' };
  let rest = '';
  child.stdout.on('data', (data) => {
    const parts = (rest + data).split('\n');
    rest = parts.pop();
    preview.lines.push(...parts);
  });
  child.stderr.on('data', (data) => (preview.errors += data));
  const ended = new Promise((fulfil) => child.on('close', (code, signal) => {
    running.delete(child);
    fulfil({ code, signal });
  }));
  preview.ended = ended;
  const addressIn = (line) => /^The preview is at (http:\/\/127\.0\.0\.1:(\d+)\/) /.exec(line);
  const [, address, port] = await until(() => preview.lines.map(addressIn).find(Boolean), 'the address');
  preview.address = address;
  preview.port = Number(port);
  preview.start = preview.lines.length;

  // The line of the rebuild that `change` brings about, once there is one of which `pattern` holds: builds of what
  // changed before it may still be under way.
  preview.rebuilt = async (change, pattern = /./) => {
    const before = preview.lines.length;
    await change();
    return until(() => preview.lines.slice(before).find((line) => pattern.test(line)), `a line like ${pattern}`);
  };
  preview.get = (path, options) => get(preview.port, path, options);
  preview.stop = async (signal = 'SIGINT') => {
    const start = performance.now();
    child.kill(signal);
    const { code } = await ended;
    return { code, ms: performance.now() - start };
  };
  return preview;
}

// { status, headers, body } of one request; the path goes out as it is written.
export function get(port, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((fulfil, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, agent: false, headers: { host: `localhost:${port}`, ...headers } });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => fulfil({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
      response.on('error', reject);
    });
    asked.end(body);
  });
}

// What comes back for these very bytes, up to the end of the connection.
export function send(port, bytes) {
  return new Promise((fulfil, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => fulfil(answer));
  });
}

// An open stream of events: { events, close }.
export function listen(port) {
  const stream = { events: [], isClosed: false };
  return new Promise((fulfil, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/_stoplicht/events', agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let rest = '';
      response.on('data', (data) => {
        const parts = (rest + data).split('\n\n');
        rest = parts.pop();
        stream.events.push(...parts.map((part) => JSON.parse(part.replace(/^data: /, ''))));
      });
      response.on('error', () => {});
      response.on('close', () => (stream.isClosed = true));
      fulfil(stream);
    });
    asked.end();
    stream.close = () => asked.destroy();
  });
}
