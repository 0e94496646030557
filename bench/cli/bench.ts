import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { renderedDeployments } from './rendered.ts';
import { refusedByMonokle, refusedByUs, wrongVerdicts } from './verdicts.ts';

/**
 * Judges a stream of rendered Deployments by the built command line, and by @monokle/validation if
 * bench/ is installed (npm ci --prefix bench), in processes of their own: time on the clock and on
 * the processor, the most memory, and how many verdicts are wrong. Then starts the program many
 * times beside a bare node.
 *
 *     node conformance/run.js bench/cli/bench.ts [--manifests 10000] [--monokle 10000]
 */
export async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { manifests: { type: 'string' }, monokle: { type: 'string' } },
  });
  const count = Number(values.manifests ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), 'restricted-agent-bench-'));
  try {
    const bench = new Bench(folder, await builtInto(folder));
    bench.throughput(count, Number(values.monokle ?? count));
    bench.startUp();
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}

async function builtInto(folder: string): Promise<string> {
  const outDir = join(folder, 'dist-cli');
  const configFile = resolve('vite.cli.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return join(outDir, 'restricted-agent.cjs');
}

/** One that restricted admits. */
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'web',
        image: 'web:1',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
};

interface Cost {
  /** In milliseconds. */
  readonly wall: number;
  readonly cpu: number;
  /** In megabytes. */
  readonly memory: number;
}

class Bench {
  private readonly folder: string;
  private readonly program: string;
  private readonly meter: string;
  private readonly spent: string;
  private readonly output: string;

  constructor(folder: string, program: string) {
    this.folder = folder;
    this.program = program;
    this.meter = join(folder, 'meter.cjs');
    this.spent = join(folder, 'spent.json');
    this.output = join(folder, 'output');
    writeFileSync(
      this.meter,
      `process.on('exit', () => {
        const { writeFileSync, readFileSync, existsSync } = require('node:fs');
        const usage = process.resourceUsage();
        // On Linux maxRSS begins with that of the process that started this one.
        const status = '/proc/self/status';
        const own = existsSync(status) && /VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'));
        const maxRSS = own ? Number(own[1]) : usage.maxRSS;
        writeFileSync(${JSON.stringify(this.spent)}, JSON.stringify({ ...usage, maxRSS }));
      });`,
    );
  }

  throughput(count: number, monokleCount: number): void {
    for (const size of [count / 10, count]) {
      const file = this.manifests(size);
      this.ours(file, size);
    }
    if (!existsSync('bench/node_modules/@monokle/validation')) {
      console.log('Monokle is left out. To install it: npm ci --prefix bench');
      return;
    }
    const file = this.manifests(monokleCount);
    const ours = this.ours(file, monokleCount);
    const words = ['--max-old-space-size=8192', 'bench/cli/monokle.js'];
    const monokle = this.cost(words, file);
    report(`@monokle/validation, ${monokleCount} Deployments`, monokle, monokleCount);
    this.verdicts(refusedByMonokle(this.printed()), monokleCount);
    console.log(
      `  ${ratio(monokle.wall, ours.wall)} on the clock, ${ratio(monokle.cpu, ours.cpu)} on the processor, ${ratio(monokle.memory, ours.memory)} memory`,
    );
  }

  private ours(file: string, count: number): Cost {
    const cost = this.cost([this.program, 'check', '--format', 'json'], file);
    report(`restricted-agent check, ${count} Deployments`, cost, count);
    this.verdicts(refusedByUs(this.printed()), count);
    return cost;
  }

  private verdicts(refused: ReadonlySet<number>, count: number): void {
    console.log(`  ${refused.size} refused, ${wrongVerdicts(refused, count)} wrong verdicts`);
  }

  /** What the last process printed. */
  private printed(): string {
    return readFileSync(this.output, 'utf8');
  }

  startUp(): void {
    const small = join(this.folder, 'pod.json');
    writeFileSync(small, JSON.stringify(pod));
    const starts: readonly (readonly [string, readonly string[]])[] = [
      ['node -e 0', ['-e', '0']],
      ['--version', [this.program, '--version']],
      ['check --help', [this.program, 'check', '--help']],
      ['check of one pod', [this.program, 'check', '--enforce', 'restricted', small]],
      ['check of two Deployments, one of them refused', [this.program, 'check', this.manifests(2)]],
      ['check of crlf.yaml', [this.program, 'check', 'tests/samples/crlf.yaml']],
      ['check of astro-ui-2x.yaml', [this.program, 'check', 'tests/samples/astro-ui-2x.yaml']],
    ];
    const costs = starts.map((): Cost[] => []);
    for (let round = 0; round < 25; round += 1) {
      for (const [index, [, words]] of starts.entries()) costs[index]?.push(this.cost(words));
    }
    const medians = costs.map((list) => median(list.map(({ cpu }) => cpu)));
    for (const [index, [name]] of starts.entries()) {
      const own = medians[index] ?? 0;
      console.log(`start-up, ${name}: ${own.toFixed(0)} ms, ${ratio(own, medians[0] ?? own)}`);
    }
  }

  private manifests(count: number): string {
    const file = join(this.folder, `${count}.yaml`);
    writeFileSync(file, '');
    for (let from = 0; from < count; from += 200) {
      const text = renderedDeployments(from, Math.min(count, from + 200));
      writeFileSync(file, text, { flag: 'a' });
    }
    return file;
  }

  private cost(words: readonly string[], input?: string): Cost {
    const start = performance.now();
    const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
    const { status, stderr } = spawnSync(process.execPath, ['-r', this.meter, ...words], {
      stdio: [stdin, openSync(this.output, 'w'), 'pipe'],
      encoding: 'utf8',
    });
    const wall = performance.now() - start;
    if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')}: ${stderr}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(this.spent, 'utf8'));
    return { wall, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
  }
}

function report(name: string, { wall, cpu, memory }: Cost, count: number): void {
  const rate = Math.round((count * 1000) / cpu).toLocaleString('en');
  const times = `${(wall / 1000).toFixed(1)} s, ${(cpu / 1000).toFixed(1)} s on the processor`;
  console.log(`${name}: ${times} (${rate} a second), ${memory.toFixed(0)} MB at most`);
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} times`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
