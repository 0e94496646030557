import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { HelmAnswer } from './compare.ts';

/** Helm's own reading of values files, compiled from conformance/oracle/helm. Needs Go. */
export interface HelmOracle {
  /** The modules that answer, with their versions. */
  readonly modules: string;
  read(texts: readonly string[]): readonly HelmAnswer[];
}

/** Compiles the oracle, lets `use` ask it, and removes it again. */
export function withHelm<T>(use: (oracle: HelmOracle) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'helm-oracle-'));
  const binary = join(folder, 'oracle');
  try {
    const source = resolve('conformance/oracle/helm');
    execFileSync('go', ['build', '-o', binary, '.'], { cwd: source, stdio: 'inherit' });
    return use({
      modules: run(binary, 'modules', '').trim().replaceAll('\n', ', '),
      read: (texts) => {
        const input = texts.map((text) => JSON.stringify(text)).join('\n');
        const lines = run(binary, 'read', input).trimEnd().split('\n');
        return lines.map((line): HelmAnswer => JSON.parse(line));
      },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(binary: string, command: string, input: string): string {
  const { status, stdout, stderr, error } = spawnSync(binary, [command], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 31,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`helm oracle ${command}: ${stderr}`);
  return stdout;
}
