import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli } from './cli.ts';

const cwd = 'tests/samples';
const stream = `${readFileSync('tests/samples/bad/tab-indented.yaml', 'utf8')}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: "é ::error::x"}
spec: {template: {spec: {hostNetwork: true, containers: [{name: a}, {name: b}]}}}
---
kind: Pod
apiVersion: v1
spec: {containers: 1}
`;

/** What a terminal acts on or a reader does not see, but for the ends of lines. */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}\u3164\u00a0]|(?!\n)\p{Cc}/u;

describe.each(['text', 'json', 'sarif', 'github'])('in %s', (format) => {
  const odd: readonly (readonly [written: string, shown: string])[] = [
    ['\\e[2J', '\\x1b[2J'],
    ['\\a', '\\x07'],
    ['\\x9b', '\\x9b'],
    ['\\r\\n', '\\r\\n'],
    ['\u202e', '\\u202e'],
    ['\u2066', '\\u2066'],
    ['\u200f', '\\u200f'],
    ['\u061c', '\\u061c'],
    ['\u200b', '\\u200b'],
    ['\u00ad', '\\xad'],
    ['\\L', '\\u2028'],
    ['\u00a0', '\\xa0'],
    ['\u3164', '\\u3164'],
    ['\u{e0041}', '\\U000e0041'],
  ];
  const inFormat = (shown: string) =>
    format === 'json' || format === 'sarif' ? JSON.stringify(shown).slice(1, -1) : shown;

  test.each(odd)('a name with %j in an object is shown as %s', async (written, shown) => {
    const spec = `{hostNetwork: true, containers: [{name: "c${written}d"}]}`;
    const stdin = `apiVersion: v1\nkind: Pod\nmetadata: {name: "a${written}b"}\nspec: ${spec}\n`;
    const { out } = await cli(['check', '--format', format], { stdin });
    expect(out).not.toMatch(unseen);
    expect(out).toContain(inFormat(`Pod a${shown}b`));
  });

  test.each(odd)('a key and a name with %j in values', async (written) => {
    const stdin = `"wor${written}kers": 1\nworkers: [{name: "a${written}b", "x${written}": 1}]\nresourceNamePrefix: "${written}"\n`;
    const { out } = await cli(['check', '--format', format], { stdin });
    expect(out).toContain('unknown-key');
    expect(out).not.toMatch(unseen);
  });

  test('file names, too', async () => {
    const name = 'n\u001b[2J\u202e\u200b\ro::w.yaml';
    const { out } = await cli(['check', '--format', format, name], { cwd });
    expect(out).toContain('There is no such file or folder');
    expect(out).not.toMatch(unseen);
  });
});

test('json is the same data for programs, however it is written', async () => {
  const name = 'n\u001b[2J\u202e.yaml';
  const { out } = await cli(['check', '--format', 'json', name], { cwd });
  expect(JSON.parse(out).results[0].place.file).toBe(name);
});

test('the mark is below its place where characters are escaped before it', async () => {
  const stdin =
    'apiVersion: v1\nkind: Pod\nspec: {"a\u202e": 1, hostNetwork: true, containers: 1}\n';
  const lines = (await cli(['check'], { stdin })).out.split('\n');
  const at = lines.findIndex((line) => line.includes('^^^^'));
  const column = lines[at]?.indexOf('^') ?? -1;
  expect(lines[at - 1]?.slice(column)).toMatch(/^(true|1)/);
});

describe('github', () => {
  test('annotates lines, and escapes what it is told to', async () => {
    const { out } = await cli(['check', '--format', 'github'], {
      stdin: stream.replace('host', '%host'),
    });
    expect(out).toMatch(
      /^::error file=<stdin>,line=\d+,.*title=cannot be read%3A tab-indentation::/m,
    );
    for (const line of out.split('\n')) {
      if (line.includes('::')) expect(line).toMatch(/^::(error|warning|notice) file=/);
    }
  });

  test('ends with what the text ends with', async () => {
    const { out } = await cli(['check', '--format', 'github', 'crlf.yaml'], { cwd });
    const text = await cli(['check', 'crlf.yaml'], { cwd });
    const end = text.out.slice(text.out.indexOf('3 workloads judged'));
    expect(out.endsWith(end.replace(/restricted-agent fix can .*\n/, ''))).toBe(true);
  });

  test('a name in the input never becomes a command', async () => {
    const { out } = await cli(['check', '--format', 'github'], { stdin: stream });
    expect(out).not.toMatch(/^(?!::(error|warning|notice) file=<stdin>).*::/m);
  });
});

describe('text', () => {
  test('shows the line, a mark below the place, and what to do', async () => {
    const { out } = await cli(['check', 'crlf.yaml'], { cwd });
    expect(out).toContain(
      [
        'crlf.yaml:25:1: rejected: pod or container "worker" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost" [seccompProfile_restricted]',
        '   25 | podSecurityContext:',
        '      | ^^^^^^^^^^^^^^^^^^',
      ].join('\n'),
    );
    expect(out).toContain('Fix: Add seccompProfile: RuntimeDefault');
  });

  test('ends with what fix can do', async () => {
    const { out } = await cli(['check', 'crlf.yaml'], { cwd });
    expect(out.split('\n').slice(-6)).toEqual([
      '3 workloads judged by restricted:latest: 3 rejected, 0 admitted',
      'Where the pods of crlf.yaml run already, kubectl label says of that enforce level:',
      '  Warning: existing pods in namespace "hooli-agents" violate the new PodSecurity enforce level "restricted:latest"',
      '  Warning: hooli-win-dag-processor-7c9d8b6f5-x2x7k (and 2 other pods): allowPrivilegeEscalation != false, unrestricted capabilities, seccompProfile',
      'restricted-agent fix can repair 3 of these problems',
      '',
    ]);
  });

  test('calls audited what only the audit log hears of', async () => {
    const stdin = 'apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a}]\n';
    const words = ['check', '--enforce=privileged', '--audit=restricted', '-'];
    const { code, out } = await cli(words, { stdin });
    expect(code).toBe(0);
    expect(out).toContain('Audit log: would violate PodSecurity "restricted:latest"');
    expect(out).toContain('audited: runAsNonRoot != true');
  });

  test('has colours on a terminal alone, and none with NO_COLOR', async () => {
    const coloured = async (isTerminal: boolean, env = {}) =>
      (await cli(['check', 'crlf.yaml'], { cwd, isTerminal, env })).out.includes('\u001b');
    expect(await coloured(true)).toBe(true);
    expect(await coloured(true, { NO_COLOR: '1' })).toBe(false);
    expect(await coloured(true, { TERM: 'dumb' })).toBe(false);
    expect(await coloured(false)).toBe(false);
  });

  test('--quiet leaves what decides the exit code', async () => {
    const { out } = await cli(['check', '-q', 'already-restricted.yaml'], { cwd });
    expect(out).toBe('');
  });
});
