// The preview: what it serves and refuses, how it follows the site folder, and how it ends. What a browser makes of it
// is in tests/browser/serve.test.mjs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { listen, send, startPreview, until } from '../support/preview.mjs';
import { program, run } from '../support/program.mjs';
import { build, copyOf, copyOfSample, copyOfTheme, filesIn, temporaryFolder, voorbeeldstad } from '../support/sites.mjs';

let site;
let preview;
before(async () => {
  site = copyOfSample();
  writeFileSync(join(site, 'geheim.txt'), 'niet voor anderen');
  symlinkSync(join(site, 'geheim.txt'), join(site, 'link.txt'));
  preview = await startPreview(site);
});
after(() => preview.stop());

const page = 'content/pages/privacy.md';
const period = 'data/periods/2020-07.json';
const edit = (folder, file, from, to) => {
  const text = readFileSync(join(folder, file), 'utf8');
  assert.ok(text.includes(from), `${file} has no '${from}'`);
  writeFileSync(join(folder, file), text.replace(from, to));
};
const line = (what, rest) => new RegExp(`^${what.replace(/[.]/g, '\\.')}: ${rest}, in \\d+ ms`);

// ---- what is served -----------------------------------------------------------------------------------------

test('every file of the built site is there, byte for byte but for the preview’s own lines, and nothing is written', async () => {
  const built = await build(site, join(temporaryFolder(), 'public'));
  for (const file of filesIn(built)) {
    const { status, body, headers } = await preview.get(`/${file}`);
    assert.equal(status, 200, file);
    assert.ok(headers['content-type'] && headers.etag, file);
    if (headers['content-type'].startsWith('image/') || headers['content-type'] === 'application/octet-stream') continue;
    const plain = body.replace(/<link rel="stylesheet" href="\/_stoplicht\/.*\n<script defer src="\/_stoplicht\/.*\n/, '');
    assert.equal(plain === readFileSync(join(built, file), 'utf8'), true, file);
    assert.equal(plain === body, !file.endsWith('.html'), file);
  }
  assert.deepEqual(filesIn(site).filter((file) => !/^(data|content)\//.test(file)), ['geheim.txt', 'link.txt']);
});

test('a page comes with its type and the strictest headers, and is asked for anew each time', async () => {
  const { headers } = await preview.get('/');
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.match(headers['content-security-policy'], /^default-src 'self'; /);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('who has a file already is told so', async () => {
  const { headers } = await preview.get('/');
  const again = await preview.get('/', { headers: { 'if-none-match': headers.etag } });
  assert.deepEqual([again.status, again.body], [304, '']);
});

test('HEAD tells the same, without the page', async () => {
  const whole = await preview.get('/');
  const head = await preview.get('/', { method: 'HEAD' });
  assert.deepEqual([head.status, head.body], [200, '']);
  assert.equal(head.headers['content-length'], String(Buffer.byteLength(whole.body)));
  const events = await preview.get('/_stoplicht/events', { method: 'HEAD' });
  assert.deepEqual([events.status, events.headers['content-type']], [200, 'text/event-stream']);
});

test('a folder shows its index, also after a redirect', async () => {
  assert.match((await preview.get('/periodes/')).body, /<!doctype html>/);
  const { status, headers } = await preview.get('/periodes?x=1');
  assert.deepEqual([status, headers.location], [302, '/periodes/?x=1']);
});

test('a wrong address shows the site’s own page for it, which refreshes like any other', async () => {
  const { status, body } = await preview.get('/geen/map/geen-pagina.html');
  assert.equal(status, 404);
  assert.match(body, /data-site="/);
  assert.match(body, /href="\/assets\//);
});

test('nothing outside the built site is found, however it is asked for', async () => {
  const tricks = ['/../geheim.txt', '/..%2fgeheim.txt', '/%2e%2e/geheim.txt', '/periodes/../../geheim.txt', '/./index.html', '//index.html',
    '/geheim.txt', '/link.txt', '/data/site.json', '/content/pages/privacy.md', '/.git/config', '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/etc/passwd', '//etc/passwd', '/%5c..%5cgeheim.txt', '/index.html%00', '/index.html%00.png', '/%00', '/%', '/%zz', '/%c0%ae%c0%ae/geheim.txt',
    '/%252e%252e/geheim.txt', '/INDEX.HTML', '/_stoplicht/', '/_stoplicht/../index.html', '/_stoplicht/../../geheim.txt', `/${'a/'.repeat(3000)}`];
  for (const path of tricks) {
    const { status, body } = await preview.get(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /niet voor anderen|root:/, path);
  }
  const long = await preview.get(`/${'a'.repeat(10000)}`);
  assert.equal(long.status, 414);
});

test('what is no request of a browser is refused in a plain sentence, and the server goes on', async () => {
  const host = `Host: localhost:${preview.port}\r\n`;
  const refused = [
    ['GET /\0 HTTP/1.1\r\n' + host, 400], ['GET index.html HTTP/1.1\r\n' + host, 400], ['\x16\x03\x01\x02\x00\x01\r\n', 400],
    [`GET http://localhost:${preview.port}/ HTTP/1.1\r\n${host}`, 400], ['GET / HTTP/1.1\r\n', 400], [`GET / HTTP/1.1\r\n${host}${host}`, 400],
    [`GET / HTTP/2.0\r\n${host}`, 505], [`GET / HTTP/1.1\r\n${host} folded: x\r\n`, 400],
    [`GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(20000)}\r\n`, 431],
  ];
  for (const [request, status] of refused) {
    assert.match(await send(preview.port, `${request}\r\n`), new RegExp(`^HTTP/1\\.1 ${status} [^]*\r\n\r\n[A-Z][^\\n]*\\.\\n$`), JSON.stringify(request.slice(0, 50)));
  }
  assert.equal((await preview.get('/')).status, 200);
});

test('nothing can be sent', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND']) {
    const { status, headers } = await preview.get('/', { method, body: ['OPTIONS', 'TRACE'].includes(method) ? undefined : 'x=1' });
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], method);
  }
});

test('several requests on one connection are answered in their order', async () => {
  const request = (path, last = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${last}\r\n`;
  const answer = await send(preview.port, request('/geen.html') + request('/periodes') + request('/robots-weg', 'Connection: close\r\n'));
  assert.deepEqual([...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status), ['404', '302', '404']);
});

// ---- by whom ------------------------------------------------------------------------------------------------

test('only this machine’s own names are answered to: a page elsewhere cannot look in', async () => {
  const { port } = preview;
  for (const host of ['localhost', `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    assert.equal((await preview.get('/', { headers: { host } })).status, 200, host);
  }
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', `${hostname()}:${port}`, '0.0.0.0', '127.0.0.2', '192.168.1.20']) {
    for (const path of ['/', '/_stoplicht/events', '/_stoplicht/faults', '/geen.html']) {
      const { status, body } = await preview.get(path, { headers: { host } });
      assert.deepEqual([status, /<html/.test(body)], [403, false], `${host} ${path}`);
    }
  }
});

test('--host says aloud who can see it and where, and answers to the machine’s name', async () => {
  const open = await startPreview(site, ['--host']);
  await until(() => open.lines.includes(`  http://${hostname()}:${open.port}/`), 'the machine’s name');
  assert.ok(open.lines.includes('Everyone on this network can see it, too, at:'));
  for (const line of open.lines.filter((each) => each.startsWith('  http'))) {
    const { host } = new URL(line.trim());
    assert.equal((await open.get('/', { headers: { host } })).status, 200, host);
  }
  assert.equal((await open.get('/', { headers: { host: 'evil.example' } })).status, 403);
  assert.equal((await open.stop()).code, 0);
});

// ---- following the site folder ------------------------------------------------------------------------------

test('a saved text is rebuilt, told to open pages, and said in one line', async () => {
  const stream = await listen(preview.port);
  await until(() => stream.events.length === 1, 'the first event');
  await preview.rebuilt(() => appendFileSync(join(site, page), '\nEen nieuwe alinea.\n'), line(page, '89 pages, 0 warnings'));
  await until(() => stream.events.length === 2, 'the second event');
  const [first, second] = stream.events;
  assert.notEqual(first.site, second.site);
  assert.deepEqual({ ...second, site: '', state: '' }, { site: '', state: '', errors: 0, warnings: 0, bar: '' });
  const { body } = await preview.get('/privacy.html');
  assert.match(body, /Een nieuwe alinea\./);
  assert.ok(body.includes(`data-site="${second.site}"`));
  stream.close();
});

test('an editor that saves by rename, by a backup, or by a second name is followed', async () => {
  const file = join(site, page);
  const text = readFileSync(file, 'utf8');
  await preview.rebuilt(() => {
    writeFileSync(`${file}.tmp.1234`, `${text}\nDoor hernoemen.\n`);
    renameSync(`${file}.tmp.1234`, file);
  }, line(page, '89 pages, 0 warnings'));
  assert.match((await preview.get('/privacy.html')).body, /Door hernoemen\./);

  await preview.rebuilt(() => {
    renameSync(file, `${file}~`);
    writeFileSync(file, `${text}\nMet een kopie.\n`);
    rmSync(`${file}~`);
  }, line(page, '89 pages, 0 warnings'));
  assert.match((await preview.get('/privacy.html')).body, /Met een kopie\./);

  writeFileSync(join(site, 'nieuw.md'), '---\ntitle: Nieuw\n---\nTekst.\n');
  await preview.rebuilt(() => linkSync(join(site, 'nieuw.md'), join(site, 'content/pages/nieuw.md')), /: 90 pages/);
  assert.equal((await preview.get('/nieuw.html')).status, 200);
  await preview.rebuilt(() => rmSync(join(site, 'content/pages/nieuw.md')), /: 89 pages/);
  assert.equal((await preview.get('/nieuw.html')).status, 404);
});

test('files that come and go, and files that are none of the site’s, bring nothing about', async () => {
  const before = preview.lines.length;
  writeFileSync(join(site, 'content/pages/.privacy.md.swp'), 'x');
  writeFileSync(join(site, 'content/pages/4913'), 'x');
  rmSync(join(site, 'content/pages/4913'));
  writeFileSync(join(site, 'notities.txt'), 'x');
  mkdirSync(join(site, 'public'));
  writeFileSync(join(site, 'public/index.html'), 'x');
  await preview.rebuilt(() => appendFileSync(join(site, page), '\n'));
  assert.equal(preview.lines.length, before + 1);
  rmSync(join(site, 'public'), { recursive: true });
});

test('new folders are followed from the first file on, and so are those that are renamed or deleted', async () => {
  const pages = join(site, 'content/pages');
  const text = (name) => `---\ntitle: ${name}\nslug: ${name.toLowerCase()}\n---\nTekst van ${name}.\n`;
  const deep = join(pages, 'een/twee/drie');
  // A page stands in content/pages itself: that the file further down is not used shows that it was seen.
  await preview.rebuilt(() => {
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'eerste.md'), text('Eerste'));
  }, /^content\/pages\/een.*: 89 pages, 1 warning,/);
  const saved = (folder) => new RegExp(`^content/pages/${folder}/twee/drie/eerste\\.md: `);
  await preview.rebuilt(() => appendFileSync(join(deep, 'eerste.md'), 'Meer.\n'), saved('een'));
  await preview.rebuilt(() => renameSync(join(pages, 'een'), join(pages, 'anders')), /^content\/pages\/anders and 1 other: /);
  await preview.rebuilt(() => appendFileSync(join(pages, 'anders/twee/drie/eerste.md'), 'Nog meer.\n'), saved('anders'));
  await preview.rebuilt(() => rmSync(join(pages, 'anders'), { recursive: true }), /: 89 pages, 0 warnings/);
});

test('many changes at once are one rebuild, or a few', async () => {
  const files = filesIn(join(site, 'content')).filter((file) => file.endsWith('.md')).map((file) => join(site, 'content', file));
  assert.ok(files.length > 30);
  await preview.rebuilt(() => files.forEach((file) => appendFileSync(file, '\n')), / and \d+ others: 89 pages/);
  appendFileSync(join(site, page), 'Na alle andere.\n');
  await until(async () => /Na alle andere\./.test((await preview.get('/privacy.html')).body), 'the last change');
  assert.ok(preview.lines.length < files.length);
});

test('a change during a build is built as well', async () => {
  const stop = Date.now() + 1500;
  for (let n = 0; Date.now() < stop; ++n) {
    appendFileSync(join(site, page), `\nWijziging ${n}.\n`);
    await new Promise((fulfil) => setTimeout(fulfil, 40 + (n % 7) * 20));
  }
  appendFileSync(join(site, page), '\nDe laatste wijziging.\n');
  await until(async () => /De laatste wijziging\./.test((await preview.get('/privacy.html')).body), 'the last change');
});

test('a site folder that is moved away and comes back is followed again', async () => {
  const moved = `${site}-elders`;
  await preview.rebuilt(() => renameSync(join(site, 'data'), join(site, 'weg')), /^data: 1 error/);
  await preview.rebuilt(() => renameSync(join(site, 'weg'), join(site, 'data')), /^data: 89 pages/);
  await preview.rebuilt(() => renameSync(site, moved), /^the site folder: 1 error/);
  assert.equal((await preview.get('/')).status, 200);
  await preview.rebuilt(() => renameSync(moved, site), /^the site folder: 89 pages/);
  await preview.rebuilt(() => appendFileSync(join(site, page), '\nTerug van weggeweest.\n'), line(page, '89 pages, 0 warnings'));
});

test('a theme of the site’s own is followed, too', async () => {
  const own = copyOfSample();
  copyOfTheme(own);
  const other = await startPreview(own);
  const isRebuilt = /^themes\/gemeente\/layouts\/home\.mustache: 89 pages/;
  await other.rebuilt(() => edit(own, 'themes/gemeente/layouts/home.mustache', '{{', '<p>Uit het thema.</p>{{'), isRebuilt);
  assert.match((await other.get('/')).body, /Uit het thema\./);
  assert.equal((await other.stop()).code, 0);
});

// ---- faults, warnings, drafts -------------------------------------------------------------------------------

test('with a fault the last good site stays, the fault is listed, and both end when it is mended', async () => {
  const stream = await listen(preview.port);
  const good = await preview.get('/privacy.html');
  const isFaulty = line(period, '1 error, 0 warnings');
  const said = await preview.rebuilt(() => edit(site, period, '"status": "completed"', '"status": "groen"'), isFaulty);
  assert.match(said, /; first data\/periods\/2020-07\.json:\d+: unknown status 'groen'$/);
  assert.equal((await preview.get('/privacy.html')).body, good.body);
  const list = await preview.get('/_stoplicht/faults');
  assert.match(list.body, /<h1 id="stoplicht-title">De site heeft 1 fout<\/h1>/);
  assert.match(list.body, /<code>data\/periods\/2020-07\.json<\/code>, regel \d+, teken \d+<\/h2>/);
  assert.match(list.body, /<strong>Fout:<\/strong> er is geen stoplicht &#39;groen&#39; /);
  assert.match(list.body, /&quot;groen&quot;,\n {6}\| +\^~~~~~~\n/);
  assert.match(list.body, /<strong>Wat te doen:<\/strong> kies uit: on-track, /);
  await until(() => stream.events.at(-1)?.errors === 1, 'the fault');
  assert.equal(stream.events.at(-1).bar, '1 fout');
  assert.equal(stream.events.at(-1).site, stream.events[0].site);

  await preview.rebuilt(() => edit(site, period, '"status": "groen"', '"status": "completed"'), /: 89 pages/);
  await until(() => stream.events.at(-1).errors === 0, 'the mended site');
  assert.notEqual(stream.events.at(-1).site, stream.events[0].site);
  assert.match((await preview.get('/_stoplicht/faults')).body, /Er is niets mis met de site/);
  stream.close();
});

test('a site that was never good shows its faults at every address, until it is', async () => {
  const faulty = copyOfSample();
  edit(faulty, period, '"status": "completed"', '"status": "groen"');
  const other = await startPreview(faulty);
  assert.match(other.lines[0], /^first build: 1 error/);
  const { status, body } = await other.get('/periodes/index.html');
  assert.equal(status, 503);
  assert.match(body, /Er is nog geen versie zonder fouten\..*data|unknown status/s);
  await other.rebuilt(() => edit(faulty, period, '"status": "groen"', '"status": "completed"'), /: 89 pages/);
  assert.equal((await other.get('/periodes/index.html')).status, 200);
  assert.equal((await other.stop()).code, 0);
});

test('warnings are counted in the bar, and the site goes on', async () => {
  const stream = await listen(preview.port);
  await preview.rebuilt(() => appendFileSync(join(site, page), '\n<b>vet</b>\n'), /, 1 warning,/);
  await until(() => stream.events.at(-1)?.warnings > 0, 'the warning');
  assert.equal(stream.events.at(-1).bar, '1 waarschuwing');
  assert.match((await preview.get('/_stoplicht/faults')).body, /<li class="warning">/);
  stream.close();
});

test('pages of a period that is no edition yet are marked, where others are', async () => {
  const published = copyOf(voorbeeldstad);
  const newest = '2024-h2';
  rmSync(join(published, 'data/editions', newest), { recursive: true });
  const other = await startPreview(published);
  const isMarked = async (path) => /class="stoplicht-draft"[^>]*>Concept: /.test((await other.get(path)).body);
  assert.match(other.lines[0], /^first build: \d+ pages/);
  for (const path of ['/', `/periodes/${newest}/`, `/vergelijk/2024-h1--${newest}.html`]) assert.equal(await isMarked(path), true, path);
  for (const path of ['/periodes/', '/periodes/2024-h1/', '/programmas/', '/geen.html']) assert.equal(await isMarked(path), false, path);
  assert.equal((await other.stop('SIGTERM')).code, 0);
});

// ---- many, slow and ending ----------------------------------------------------------------------------------

test('twenty open tabs are all told, and pages are served meanwhile', async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => listen(preview.port)));
  await until(() => streams.every((stream) => stream.events.length === 1), 'the first event of all');
  await preview.rebuilt(() => appendFileSync(join(site, page), '\nVoor alle tabbladen.\n'));
  await until(() => streams.every((stream) => stream.events.length === 2), 'the second event of all');
  assert.equal(new Set(streams.map((stream) => stream.events[1].site)).size, 1);
  const pages = await Promise.all(Array.from({ length: 100 }, () => preview.get('/')));
  assert.deepEqual([...new Set(pages.map(({ status }) => status))], [200]);
  streams.forEach((stream) => stream.close());
});

test('more connections than it keeps do not keep new ones out', async () => {
  const idle = Array.from({ length: 300 }, () => connect(preview.port, '127.0.0.1').on('error', () => {}));
  await Promise.all(idle.map((socket) => new Promise((fulfil) => socket.on('connect', fulfil))));
  assert.equal((await preview.get('/')).status, 200);
  idle.forEach((socket) => socket.destroy());
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  test(`${signal} ends it within a second, also with open streams and slow browsers`, async () => {
    const other = await startPreview(site);
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen(other.port)));
    const slow = ['GET /', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(200), ''].map((bytes) => {
      const socket = connect(other.port, '127.0.0.1', () => socket.write(bytes)).on('error', () => {});
      return socket.pause();
    });
    await until(() => streams.every((stream) => stream.events.length === 1), 'the first event of all');
    const { code, ms } = await other.stop(signal);
    assert.deepEqual([code, other.errors], [0, '']);
    assert.ok(ms < 1000, `${ms} ms`);
    await until(() => streams.every((stream) => stream.isClosed), 'the end of all streams');
    slow.forEach((socket) => socket.destroy());
  });
}

test('it waits for no build when it is told to end', async () => {
  const child = spawn(program, ['serve', '--site', voorbeeldstad, '--port', '0'], { stdio: 'ignore' });
  const ended = new Promise((fulfil) => child.on('close', (code, signal) => fulfil({ code, signal })));
  // Once it has threads, it is at work.
  await until(() => Number(/^Threads:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) > 2, 'the build');
  const start = performance.now();
  child.kill('SIGINT');
  assert.deepEqual(await ended, { code: 0, signal: null });
  assert.ok(performance.now() - start < 1000);
});

test('a port that is taken ends with 3 and says what to do', async () => {
  const taken = createServer();
  await new Promise((fulfil) => taken.listen(0, '127.0.0.1', fulfil));
  const { port } = taken.address();
  assert.deepEqual(await run(['serve', '--site', site, '--port', String(port)]), {
    code: 3,
    stdout: '',
    stderr: `stoplicht: port ${port} is taken: another program, or another preview, is there\n` +
      '  hint: name another with --port, or --port 0 for any that is free\n',
  });
  taken.close();
});

for (const port of ['-1', '65536', 'acht']) {
  test(`--port ${port} is a wrong command line`, async () => {
    const { code, stdout, stderr } = await run(['serve', `--port=${port}`]);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^stoplicht: .*--port/);
  });
}
