import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/agent/assess.ts';
import { applyFix } from '../../src/agent/fix.ts';
import { adoptNamespace } from '../../src/agent/lens/adopt-namespace.ts';
import { starter } from '../../src/agent/starter/starter.ts';
import { cases } from './cases.ts';
import { cli } from './cli.ts';
import { type SarifResult, sarifLog } from './sarif-shape.ts';

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

async function sarifOf(file: string) {
  const { out } = await cli(['check', '--format', 'sarif', file], { cwd });
  return sarifLog.parse(JSON.parse(out));
}

/** The file with a result's fix made by bytes alone. */
function byBytes(bytes: Buffer, { fixes }: SarifResult): Buffer {
  const replacements = fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
  const parts: Buffer[] = [];
  let end = 0;
  for (const { deletedRegion, insertedContent } of replacements) {
    const { byteOffset, byteLength } = deletedRegion;
    parts.push(bytes.subarray(end, byteOffset), Buffer.from(insertedContent?.text ?? ''));
    end = byteOffset + byteLength;
  }
  return Buffer.concat([...parts, bytes.subarray(end)]);
}

/** The offset in bytes of a line and a column. */
function byteOf(bytes: Buffer, line: number, column: number): number {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const before = lines.slice(0, line - 1).join('') + (lines[line - 1] ?? '').slice(0, column - 1);
  return Buffer.byteLength(before) + (bytes.length - Buffer.byteLength(text));
}

describe('sarif', () => {
  test.each(cases)('of $file has the shape of SARIF 2.1.0', async ({ file, findings }) => {
    const { runs } = await sarifOf(file);
    expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(findings.map(([rule]) => rule));
  });

  test('of a stream has it too', async () => {
    const { out } = await cli(['check', '--format', 'sarif'], { stdin: stream });
    const log = sarifLog.parse(JSON.parse(out));
    expect(log.runs[0]?.results.length).toBeGreaterThan(3);
  });

  test('of nothing wrong has it too', async () => {
    const stdin = 'apiVersion: v1\nkind: Service\n---\napiVersion: v1\nkind: Service\n';
    const { out, code } = await cli(['check', '--format', 'sarif'], { stdin });
    expect(sarifLog.parse(JSON.parse(out)).runs[0]?.results).toEqual([]);
    expect(code).toBe(0);
  });

  test.each(cases.filter(({ fixed }) => fixed !== null))(
    'of $file gives places in lines and in bytes that agree',
    async ({ file }) => {
      const bytes = readFileSync(`${cwd}/${file}`);
      for (const { locations, fixes = [] } of (await sarifOf(file)).runs[0]?.results ?? []) {
        const regions = [
          ...locations.flatMap(({ physicalLocation }) => physicalLocation.region ?? []),
          ...fixes.flatMap(({ artifactChanges }) =>
            artifactChanges.flatMap(({ replacements }) =>
              replacements.map(({ deletedRegion }) => deletedRegion),
            ),
          ),
        ];
        for (const one of regions) {
          expect(byteOf(bytes, one.startLine, one.startColumn)).toBe(one.byteOffset);
          expect(byteOf(bytes, one.endLine, one.endColumn)).toBe(one.byteOffset + one.byteLength);
        }
      }
    },
  );

  test.each(cases.filter(({ fixed }) => fixed !== null))(
    'of $file carries fixes that give the wizard’s bytes',
    async ({ file }) => {
      const bytes = readFileSync(`${cwd}/${file}`);
      const documents = adoptNamespace({ ...starter(), values: bytes.toString('utf8') });
      const assessed = assess(documents);
      if (!assessed.ok) throw new Error('unreadable');
      const { problems } = assessed.assessment;
      const results = (await sarifOf(file)).runs[0]?.results ?? [];
      expect(results.length).toBe(problems.length);
      for (const [index, problem] of problems.entries()) {
        const result = results[index];
        if (result?.fixes === undefined || problem.fix === undefined) continue;
        const after = applyFix(documents, problem.fix).documents.values;
        expect(byBytes(bytes, result).equals(Buffer.from(after))).toBe(true);
      }
      const fixable = problems.filter(
        ({ fix }) => fix && applyFix(documents, fix).refused.length === 0,
      );
      expect(results.filter(({ fixes }) => fixes).length).toBe(fixable.length);
    },
  );
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
