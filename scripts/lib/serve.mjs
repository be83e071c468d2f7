/** Serves a built site from this machine: `npm start`, the browser tests and the measurements use the same server. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { PlainError } from './plain.mjs';

const TYPES = [
  [/\.csv$/, 'text/csv; charset=utf-8'],
  [/\.geojson$/, 'application/geo+json; charset=utf-8'],
  [/\.(topojson|json)$/, 'application/json; charset=utf-8'],
  [/\.(m?js)$/, 'text/javascript; charset=utf-8'],
  [/\.webmanifest$/, 'application/manifest+json; charset=utf-8'],
  [/\.css$/, 'text/css; charset=utf-8'],
  [/\.txt$/, 'text/plain; charset=utf-8']
];

/**
 * @param {{ dir: string, host?: string, port?: number, onTaken?: (port: number, next: number) => void }} options
 *   port 0 = any free one; a taken port leads to the next one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} url ends in a slash
 */
export async function serve({ dir, host = 'localhost', port = 0, onTaken }) {
  if (!existsSync(join(dir, 'index.html'))) throw new PlainError(`No built site in ${dir}`);
  // Without `dev` sirv would remember the files of the first moment and fall over when the site is built again.
  const files = sirv(dir, { dev: true, etag: true, setHeaders });
  const server = createServer((request, response) => {
    const [path, query] = splitQuery(request.url ?? '/');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (path.length > 1 && /^\/(?!\/).*[^/]\/$/.test(path)) {
      // Pages name their files relative to /ru, not /ru/; one address a page.
      response.writeHead(308, { Location: path.slice(0, -1) + query }).end();
    } else if (/\/\./.test(path)) {
      notFound(dir, response);
    } else {
      files(request, response, () => notFound(dir, response));
    }
  });
  const name = host === 'localhost' ? '127.0.0.1' : host;
  const taken = await listen(server, name, port, onTaken);
  return {
    url: `http://${shownHost(host)}:${taken}/`,
    port: taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // A browser keeps its connections open; nothing more is to be said on them.
        server.closeAllConnections();
      })
  };
}

/** The path as a browser asks for it, decoded where that is possible, and the query with its question mark. */
function splitQuery(url) {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

/** An address that answers, for hosts that mean "every interface" too. */
function shownHost(host) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function setHeaders(response, path) {
  // Only these names carry a hash of their content.
  response.setHeader('Cache-Control', path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const type = TYPES.find(([end]) => end.test(path))?.[1];
  if (type) response.setHeader('Content-Type', type);
}

function notFound(dir, response) {
  const page = join(dir, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

/** Listens on the port or, where it is taken, on the next free one. */
async function listen(server, host, port, onTaken) {
  for (let next = port; ; next++) {
    if (next > 65535) throw new PlainError(`No free port from ${port} on`);
    const fault = await new Promise((done) => {
      const failed = (error) => done(error);
      server.once('error', failed);
      server.listen(next, host, () => {
        server.off('error', failed);
        done(null);
      });
    });
    if (fault === null) {
      const found = server.address().port;
      if (port !== 0 && found !== port) onTaken?.(port, found);
      return found;
    }
    if (fault.code === 'EACCES') throw new PlainError(`Port ${next} needs more rights than this user has; choose another by PORT.`, 2);
    if (fault.code !== 'EADDRINUSE') throw new PlainError(`Cannot listen on ${host}:${next}: ${fault.message}. HOST and PORT choose the address.`, 2);
  }
}
