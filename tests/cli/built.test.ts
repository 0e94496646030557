import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderedDeployments } from '../../bench/cli/rendered.ts';
import { builtCli, removeBuilt } from './built.ts';
import { cases } from './cases.ts';
import { temporaryFolder } from './cli.ts';

let program = '';

beforeAll(async () => {
  program = await builtCli();
  return () => removeBuilt(program);
}, 60_000);

function run(words: readonly string[], options: { input?: string; cwd?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    ...options,
  });
  return { code: status, out: stdout, err: stderr };
}

test('is a program that a shell can run', () => {
  expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  chmodSync(program, 0o755);
  expect(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout).toMatch(
    /^\d+\.\d+\.\d+\n$/,
  );
});

test('says of a sample what the table says', () => {
  for (const { file, exit } of cases.slice(0, 4)) {
    expect(run(['check', '-q', file], { cwd: 'tests/samples' }).code).toBe(exit);
  }
});

test('reads standard input without a word for it', () => {
  expect(run(['check', '-q'], { input: renderedDeployments(1, 2) }).code).toBe(0);
  expect(run(['check', '-q'], { input: renderedDeployments(0, 2) }).code).toBe(1);
});

test('waits for a pipe that is slower than it is', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.yaml'), renderedDeployments(1, 200));
  writeFileSync(join(folder, 'b.yaml'), renderedDeployments(200, 400));
  for (const words of ['', '-']) {
    const script = `(cat a.yaml; sleep 0.3; cat b.yaml) | "$0" "$1" check ${words}`;
    const { stdout } = spawnSync('bash', ['-c', script, process.execPath, program], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(stdout).toContain(
      '399 workloads judged by restricted:latest: 39 rejected, 360 admitted',
    );
  }
});

describe('what is printed and does not arrive', () => {
  const file = () => {
    const path = join(temporaryFolder(), 'many.yaml');
    writeFileSync(path, renderedDeployments(0, 300));
    return path;
  };
  const sh = (script: string, ...words: readonly string[]) => {
    const all = ['-c', script, process.execPath, program, ...words];
    const { status, stdout, stderr } = spawnSync('bash', all, { encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const formats = ['text', 'json', 'sarif', 'github'];

  test.each(formats)(
    'ends a check in %s with a line and no verdict when the reader goes',
    (format) => {
      const script = `"$0" "$1" check --format ${format} "$2" | head -n 1; exit "\${PIPESTATUS[0]}"`;
      const { status, stderr } = sh(script, file());
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'restricted-agent: Standard output cannot be written to: its reader has gone.\n',
      });
    },
  );

  const values = join(process.cwd(), 'tests/samples/crlf.yaml');
  test.each([
    ['check', `check ${values}`],
    ['check in SARIF', `check --format sarif ${values}`],
    ['fix', `fix ${values}`],
    ['fix --diff', `fix --diff ${values}`],
    ['link', `link ${values}`],
    ['schema', 'schema'],
    ['help', '--help'],
    ['version', '--version'],
  ])('%s ends with a line when the disk is full', (_, words) => {
    expect(sh(`"$0" "$1" ${words} > /dev/full`)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'restricted-agent: Standard output cannot be written to: there is no space left.\n',
    });
  });

  test('ends with 2 even where nobody can be told', () => {
    const { status, stdout } = sh(`"$0" "$1" check nowhere.yaml > /dev/full 2>&1`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(sh('"$0" "$1" fix -q "$2" 2> /dev/full > /dev/full', values).status).toBe(2);
  });

  test('is nothing where the output was never wanted', () => {
    expect(sh(`"$0" "$1" check ${values} > /dev/null`)).toEqual({
      status: 1,
      stdout: '',
      stderr: '',
    });
  });
});

test('names a file that it cannot read', () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'folder.yaml'));
  const { code, err } = run(['fix', 'folder.yaml'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('folder.yaml: cannot be read: It is a folder.');
});

describe('a stream of 4,000 manifests', () => {
  test('fits through a heap that could not hold it', { timeout: 120_000 }, async () => {
    const file = join(temporaryFolder(), 'many.yaml');
    const parts = Array.from({ length: 40 }, (_, n) => n * 100);
    const texts = Readable.from(parts.map((from) => renderedDeployments(from, from + 100)));
    await pipeline(texts, createWriteStream(file));
    const script = `"$0" --max-old-space-size=32 "$1" check --format json < "$2" | tail -c 400`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, program, file], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('"counts":{"admitted":3600,"fails":0,"rejected":400,"unknown":0}');
  });
});

describe('start-up', () => {
  /** The least time on the processor of many starts, in microseconds: waiting for others does not count. */
  function cost(words: readonly string[]): number {
    const folder = temporaryFolder();
    const meter = join(folder, 'meter.cjs');
    writeFileSync(
      meter,
      `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(2, String(user + system)); });`,
    );
    const runs = Array.from({ length: 15 }, () => {
      const { stderr } = spawnSync(process.execPath, ['-r', meter, ...words], { encoding: 'utf8' });
      return Number(/\d+$/.exec(stderr)?.[0]);
    });
    return Math.min(...runs);
  }

  test('takes at most 1.3 times a bare node', { timeout: 60_000, retry: 2 }, () => {
    const bare = cost(['-e', '0']);
    expect(cost([program, '--version']) / bare).toBeLessThan(1.3);
    expect(cost([program, 'check', '--help']) / bare).toBeLessThan(1.3);
  });
});

test('needs nothing but Node and the chunks beside it', () => {
  const folder = dirname(program);
  const files = readdirSync(folder);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, , name = ''] of text.matchAll(/\brequire\(([`"'])([^`"']+)\1\)/g)) {
      if (name.startsWith('./')) expect(files).toContain(name.slice(2));
      else expect(isBuiltin(name), name).toBe(true);
    }
  }
});
