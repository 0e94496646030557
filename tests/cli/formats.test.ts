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
    expect(out).toMatch(/\n3 workloads judged by restricted:latest: 3 rejected, 0 admitted\n$/);
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
    expect(out.split('\n').slice(-3)).toEqual([
      '3 workloads judged by restricted:latest: 3 rejected, 0 admitted',
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

  test('does not pass on what a terminal would act on', async () => {
    const stdin =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: "a\\e[2Jb"}\nspec: {hostNetwork: true}\n';
    expect((await cli(['check'], { stdin })).out).not.toContain('\u001b');
  });

  test('--quiet leaves what decides the exit code', async () => {
    const { out } = await cli(['check', '-q', 'already-restricted.yaml'], { cwd });
    expect(out).toBe('');
  });
});
