import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheChecked, cacheForever, securityHeaders } from '../scripts/site/security-headers.ts';
import { test as base, dropFile, expect, sample, verdict } from './wizard.ts';

/* The build as `npm start` and as deploy/nginx.conf serve it. */

/** A user that owns nothing: nginx needs no rights. */
const nobody = 65534;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

interface Nginx {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts nginx with the deployment's own configuration, but for port and folders, on loopback. */
async function startNginx(): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'wizard-nginx-'));
  const isRoot = process.getuid?.() === 0;
  const written = join(folder, 'tmp');
  cpSync('dist', join(folder, 'html'), { recursive: true });
  mkdirSync(written);
  chmodSync(folder, 0o755);
  chmodSync(written, 0o777);
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  const replaced = [
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    [' /tmp/', ` ${written}/`],
    ['/usr/share/nginx/html', join(folder, 'html')],
  ] as const;
  let text = readFileSync('deploy/nginx.conf', 'utf8');
  for (const [from, to] of replaced) {
    expect(text).toContain(from);
    text = text.replaceAll(from, to);
  }
  writeFileSync(config, text, { mode: 0o644 });
  const nginx = spawn('nginx', ['-e', 'stderr', '-c', config, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  let said = '';
  nginx.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  nginx.once('error', (error) => {
    said += error.message;
  });
  const ended = new Promise<void>((done) => {
    nginx.once('exit', () => done());
    nginx.once('error', () => done());
  });
  const address = `http://127.0.0.1:${port}/`;
  await expect(async () => {
    expect(hasEnded(nginx), said).toBe(false);
    expect((await fetch(address)).status).toBe(200);
  }).toPass({ timeout: 10_000 });
  return {
    address,
    async stop() {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null || pid === undefined;
}

/** The address of a hashed file of the page. */
async function assetOf(address: string): Promise<string> {
  const [, asset = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(await textOf(address)) ?? [];
  expect(asset).not.toBe('');
  return address + asset;
}

async function textOf(address: string): Promise<string> {
  return (await fetch(address)).text();
}

async function expectHeaders(address: string, status: number, caching: string | null) {
  const { status: got, headers } = await fetch(address);
  const sent = Object.keys(securityHeaders).map((name) => [name, headers.get(name)]);
  expect({ address, status: got, headers: Object.fromEntries(sent) }).toEqual({
    address,
    status,
    headers: securityHeaders,
  });
  expect({ address, caching: headers.get('Cache-Control') }).toEqual({ address, caching });
}

const test = base.extend<{ nginx: Nginx }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from it.
  nginx: async ({}, use) => {
    const nginx = await startNginx();
    await use(nginx);
    await nginx.stop();
  },
});

test('npm start sends the headers, and long caching for hashed files alone', async ({
  baseURL,
}) => {
  const address = baseURL ?? '';
  await expectHeaders(address, 200, cacheChecked);
  await expectHeaders(`${address}index.html`, 200, cacheChecked);
  await expectHeaders(`${address}sw.js`, 200, cacheChecked);
  await expectHeaders(await assetOf(address), 200, cacheForever);
  await expectHeaders(`${address}assets/gone-00000000.js`, 404, cacheChecked);
});

test('nginx sends the same, on errors too', async ({ nginx: { address } }) => {
  await expectHeaders(address, 200, cacheChecked);
  await expectHeaders(`${address}sw.js`, 200, cacheChecked);
  await expectHeaders(await assetOf(address), 200, cacheForever);
  await expectHeaders(`${address}assets/gone-00000000.js`, 404, null);
});

test.describe('behind nginx', () => {
  test.use({
    baseURL: async ({ nginx }, use) => use(nginx.address),
    keepsPage: true,
  });

  test('the wizard works, and no other page may frame it', async ({ page, context, nginx }) => {
    await page.goto(nginx.address);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await dropFile(page, 'crlf.yaml', sample('crlf.yaml'));
    await expect(verdict(page)).toContainText('would be rejected by restricted:latest');
    await page.goto(`${nginx.address}#/security`);
    await expect(page.locator('.side .monaco-editor .view-line').first()).toBeVisible();

    const other = await context.newPage();
    await other.setContent(`<iframe src="${nginx.address}icon.svg"></iframe>`);
    const blocked = other.waitForEvent('console', (message) =>
      message.text().includes("frame-ancestors 'none'"),
    );
    await other.setContent(`<iframe src="${nginx.address}"></iframe>`);
    await blocked;
  });
});

test('every package of the build is named with its terms', async () => {
  const notices = readFileSync('dist/third-party-notices.txt', 'utf8');
  for (const name of [
    '@patternfly/react-core',
    '@patternfly/react-icons',
    'monaco-editor',
    'monaco-yaml',
    'js-yaml',
    'react',
    'react-dom',
    'react-error-boundary',
    'workbox-precaching',
    'workbox-window',
    'yaml',
    'zod',
    'zustand',
  ]) {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    expect(notices).toContain(`${'='.repeat(80)}\n${name} ${version}\nLicence: `);
  }
  expect(notices).toContain('SIL OPEN FONT LICENSE');
  expect(notices).toContain('Creative Commons Attribution 4.0 International Public License');
});
