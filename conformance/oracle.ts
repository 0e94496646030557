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

/** A compiled program of conformance/oracle: answers lines of input with lines of output. */
export type Program = (command: string, lines: readonly string[]) => readonly string[];

/** Compiles a Go program, lets `use` run it, and removes it again. */
export function withProgram<T>(source: string, use: (program: Program) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const binary = join(folder, 'oracle');
  try {
    execFileSync('go', ['build', '-o', binary, '.'], { cwd: source, stdio: 'inherit' });
    return use((command, lines) => run(binary, command, lines.join('\n')).trimEnd().split('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A Go module and the version that the program is built of. */
export function moduleVersion(source: string, module: string): string {
  const command = ['list', '-m', '-f', '{{.Version}}', module];
  return `${module} ${execFileSync('go', command, { cwd: source }).toString().trim()}`;
}

/** Compiles the oracle of Pod Security, lets `use` ask it, and removes it again. */
export function withOracle<T>(source: string, use: (oracle: Oracle) => T): T {
  return withProgram(source, (program) =>
    use({
      module: moduleVersion(source, 'k8s.io/pod-security-admission'),
      newestMinor: Number(program('version', [])[0]),
      ask: program,
    }),
  );
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
