import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';

/** The command line as it is published, built into a folder that is gone afterwards. */
export async function builtCli(): Promise<string> {
  const folder = mkdtempSync(resolve('node_modules/.restricted-agent-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: resolve('vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  return join(folder, 'restricted-agent.cjs');
}
