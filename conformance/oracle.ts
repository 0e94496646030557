import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Upstream's own evaluator, compiled from conformance/oracle. Needs Go. */

/** The detail of a refusal, or null for an allowed pod, over a range of minors. */
export type Range = readonly [from: number, to: number, detail: string | null];

/** Either both levels, or the reason why the API server couldn't decode the pod. */
export interface OracleVerdicts {
  readonly baseline?: readonly Range[];
  readonly restricted?: readonly Range[];
  readonly error?: string;
}

export interface Oracle {
  readonly module: string;
  readonly newestMinor: number;
  /** Answers each line of JSON with a line of JSON. */
  ask(command: 'pods' | 'labels' | 'bench', lines: readonly string[]): readonly string[];
}

const MODULE = 'k8s.io/pod-security-admission';

/** Compiles the oracle, lets `use` ask it, and removes it again. */
export function withOracle<T>(source: string, use: (oracle: Oracle) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pss-oracle-'));
  const binary = join(folder, 'oracle');
  try {
    execFileSync('go', ['build', '-o', binary, '.'], { cwd: source, stdio: 'inherit' });
    const version = execFileSync('go', ['list', '-m', '-f', '{{.Version}}', MODULE], {
      cwd: source,
    });
    return use({
      module: `${MODULE} ${version.toString().trim()}`,
      newestMinor: Number(run(binary, 'version', '')),
      ask: (command, lines) => run(binary, command, lines.join('\n')).trimEnd().split('\n'),
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
  if (status !== 0) throw new Error(`oracle ${command}: ${stderr}`);
  return stdout;
}
