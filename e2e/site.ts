import { cpSync, createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** The build on a server of its own, in a folder, where its files can be changed and taken away. */
export interface Site {
  readonly address: string;
  /** Where the files are that it serves. */
  readonly folder: string;
  /** Ends the server; the files are gone with it. */
  close(): Promise<void>;
}

/** Serves a copy of the build at `/some/folder/`. */
export async function serveCopy(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'wizard-site-'));
  cpSync('dist', folder, { recursive: true });
  const prefix = '/some/folder/';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined;
    const file = path === undefined ? undefined : join(folder, normalize(path || 'index.html'));
    if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'text/plain',
      'Cache-Control': 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = addressOf(server);
  return {
    address: `http://127.0.0.1:${port}${prefix}`,
    folder,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address;
}
