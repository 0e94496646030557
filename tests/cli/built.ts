import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';

/** The command line as it is published, built into a folder of its own. */
export async function builtCli(): Promise<string> {
  const folder = mkdtempSync(resolve('node_modules/.restricted-agent-'));
  await build({
    configFile: resolve('vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  return join(folder, 'restricted-agent.cjs');
}

export function removeBuilt(program: string): void {
  rmSync(dirname(program), { recursive: true, force: true });
}
