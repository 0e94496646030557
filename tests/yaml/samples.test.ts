import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/yaml/change.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import { changedLines } from '../../src/yaml/text-diff.ts';
import { sample } from './samples.ts';

const context = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

function edit(name: string, changes: readonly Change[]): string {
  const { text, refused } = changeText(sample(name), changes);
  expect(refused).toEqual([]);
  expect(
    changeText(
      text,
      changes.filter(({ op }) => op === 'set'),
    ).text,
  ).toBe(text);
  return text;
}

describe('the samples, edited as hardening edits them', () => {
  it('astro-ui-2x: fills live keys under their examples and touches no comment', () => {
    const before = sample('astro-ui-2x.yaml');
    const after = edit('astro-ui-2x.yaml', [
      {
        op: 'set',
        path: ['podSecurityContext', 'seccompProfile', 'type'],
        value: 'RuntimeDefault',
      },
      { op: 'set', path: ['containerSecurityContext'], value: context },
      { op: 'set', path: ['workers', 0, 'podSecurityContext', 'runAsNonRoot'], value: true },
      { op: 'set', path: ['dagProcessor', 'podSecurityContext', 'runAsNonRoot'], value: true },
      { op: 'append', path: ['workers', 0, 'volumes'], value: { name: 'tmp', emptyDir: {} } },
      { op: 'append', path: ['commonEnv'], value: { name: 'TMPDIR', value: '/tmp' } },
    ]);
    expect(after).toContain(
      '  runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n\n# Container level',
    );
    expect(after).toContain(
      '#       - ALL\ncontainerSecurityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  capabilities:\n    drop:\n      - ALL\n',
    );
    expect(after).toContain(
      '    # podSecurityContext:\n    podSecurityContext:\n      runAsNonRoot: true\n\n    # Container',
    );
    expect(after).toContain(
      '  #     type: RuntimeDefault\n  podSecurityContext:\n    runAsNonRoot: true\n\n  # Container',
    );
    expect(after).toContain('    volumes:\n      - name: tmp\n        emptyDir: {}\n');
    expect(after).toContain('"value":"paper-lantern-0042"},{"name":"TMPDIR","value":"/tmp"}]');
    const comments = (text: string) => text.match(/^ *#.*$/gm);
    expect(comments(after)).toEqual(comments(before));
    expect(changedLines(before, after).count).toBe(16);
  });

  it('astro-ui-1x: replaces ~ and keeps blanks at line ends and the missing newline', () => {
    const before = sample('astro-ui-1x.yaml');
    expect(before).toContain('podSecurityContext: ~');
    const after = edit('astro-ui-1x.yaml', [
      { op: 'set', path: ['workers', 0, 'podSecurityContext'], value: { runAsNonRoot: true } },
    ]);
    expect(after.endsWith('\n')).toBe(false);
    expect(changedLines(before, after).count).toBeLessThanOrEqual(2);
  });

  it('team-edited: completes a partial context and inserts missing keys', () => {
    const before = sample('team-edited.yaml');
    const at = ['workers', 0, 'initContainers', 0, 'securityContext'];
    const after = edit('team-edited.yaml', [
      { op: 'set', path: [...at, 'capabilities', 'drop'], value: ['ALL'] },
      { op: 'append', path: ['dagProcessor', 'volumes'], value: { name: 'tmp', emptyDir: {} } },
      { op: 'set', path: ['sentinel', 'securityContext'], value: context },
    ]);
    expect(after).toContain(
      '          allowPrivilegeEscalation: false\n          capabilities:\n            drop:\n              - ALL\n        volumeMounts:',
    );
    expect(after).toContain(
      '  nodeSelector:\n    example.com/pool: airflow\n  volumes:\n    - name: tmp\n      emptyDir: {}\ntriggerer:',
    );
    expect(changedLines(before, after).replaced).toEqual([]);
  });

  it('crlf: keeps the byte order mark and ends every line in CRLF', () => {
    const after = edit('crlf.yaml', [
      {
        op: 'set',
        path: ['podSecurityContext', 'seccompProfile'],
        value: { type: 'RuntimeDefault' },
      },
      { op: 'append', path: ['workers', 0, 'volumes'], value: { name: 'tmp', emptyDir: {} } },
      { op: 'set', path: ['new', 'key'], value: [1] },
    ]);
    expect(after.startsWith('\uFEFF')).toBe(true);
    expect(after).not.toMatch(/[^\r]\n/);
    expect(after).toContain('seccompProfile:\r\n');
  });

  it('already-restricted: nothing to do, nothing done', () => {
    const before = sample('already-restricted.yaml');
    const changes: Change[] = [
      { op: 'set', path: ['podSecurityContext', 'runAsNonRoot'], value: true },
      { op: 'set', path: ['containerSecurityContext'], value: context },
    ];
    expect(changeText(before, changes)).toEqual({ text: before, refused: [] });
  });

  it('workers-as-map: refuses the part that is a mapping', () => {
    const result = changeText(sample('bad/workers-as-map.yaml'), [
      { op: 'set', path: ['workers', 0, 'replicas'], value: 1 },
    ]);
    expect(result.refused.map(({ code }) => code)).toEqual(['wrong-kind']);
  });
});
