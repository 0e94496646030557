import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import { adoptNamespace } from '../../../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { cases } from '../cases.ts';
import { cli, temporaryFolder } from '../cli.ts';
import { readLog, regionsOf, type SarifResult } from './sarif-log.ts';
import { schemaErrors } from './sarif-schema.ts';

const cwd = 'tests/samples';
const readable = cases.filter(({ fixed }) => fixed !== null);

async function sarif(words: readonly string[], world: Parameters<typeof cli>[1] = { cwd }) {
  const { out } = await cli(['check', '--format', 'sarif', ...words], world);
  return readLog(out);
}

/** The file with a result's fix made by bytes alone. */
function byBytes(bytes: Buffer, { fixes }: SarifResult): Buffer {
  const parts: Buffer[] = [];
  let end = 0;
  for (const { deletedRegion, insertedContent } of fixes[0]?.artifactChanges[0].replacements ??
    []) {
    const { byteOffset, byteLength } = deletedRegion;
    parts.push(bytes.subarray(end, byteOffset), Buffer.from(insertedContent?.text ?? ''));
    end = byteOffset + byteLength;
  }
  return Buffer.concat([...parts, bytes.subarray(end)]);
}

/** The offset in bytes of a line and a column in UTF-16 code units. */
function byteOf(bytes: Buffer, line: number, column: number): number {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const before = lines.slice(0, line - 1).join('') + (lines[line - 1] ?? '').slice(0, column - 1);
  return Buffer.byteLength(before) + (bytes.length - Buffer.byteLength(text));
}

describe('is valid by the schema of SARIF 2.1.0', () => {
  test.each(cases)('for $file', async ({ file, findings }) => {
    const { results, invocations } = await sarif([file]);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map(([rule]) => rule));
    for (const { message } of results) expect(message.text).not.toMatch(/(?<!\.)\.\.(?!\.)/);
    const isRead = findings.every(([, effect]) => effect !== 'unreadable');
    expect(invocations[0].executionSuccessful).toBe(isRead);
  });

  test('for a stream with manifests, broken documents and a late Namespace', async () => {
    const stdin = `${readFileSync('tests/samples/bad/tab-indented.yaml', 'utf8')}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: "é ::error::x", namespace: n}
spec: {template: {spec: {hostNetwork: true, containers: [{name: a}, {name: b}]}}}
---
kind: Pod
apiVersion: v1
spec: {containers: 1}
---
{apiVersion: v1, kind: Namespace, metadata: {name: n}}
`;
    const { results } = await sarif([], { stdin });
    expect(results.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['tab-indentation', 'hostNamespaces', 'bad-type', 'late-namespace']),
    );
  });

  test('for nothing wrong, with what the reader should know', async () => {
    const stdin = '{apiVersion: v1, kind: Service}\n---\n{apiVersion: v1, kind: Service}\n';
    const { results, invocations } = await sarif([], { stdin });
    expect({ results, invocations }).toEqual({
      results: [],
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    });
    const pod = '{apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}}\n';
    const [{ toolExecutionNotifications }] = (await sarif([], { stdin: pod })).invocations;
    expect(toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      expect.stringContaining('were judged by restricted:latest'),
    ]);
  });

  test('for files with odd names, in other folders, or that are not there', async () => {
    const folder = temporaryFolder();
    const below = join(folder, 'my deploy');
    mkdirSync(below);
    const name = '100% "välues" #1?.yaml';
    for (const path of [join(below, name), join(folder, 'above.yaml')]) {
      writeFileSync(path, readFileSync(`${cwd}/crlf.yaml`));
    }
    const words = [name, '../above.yaml', 'not there.yaml'];
    const { results, originalUriBaseIds } = await sarif(words, { cwd: below });
    const uris = results.map(
      ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri,
    );
    const files = [...new Set(uris)].map(
      (uri) => new URL(uri ?? '', originalUriBaseIds.SRCROOT.uri),
    );
    expect(files.map(({ pathname }) => decodeURIComponent(pathname)).sort()).toEqual(
      [join(below, name), join(folder, 'above.yaml'), join(below, 'not there.yaml')].sort(),
    );
  });
});

describe('the schema', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['a level that there is not', '"level":"error"', '"level":"fatal"'],
    ['a line before the first', '"startLine":29', '"startLine":0'],
    ['a message without a text', '"message":{"text"', '"message":{"txt"'],
    ['a key of its own', '"ruleId"', '"rule":"x","ruleId"'],
    ['a blank in a name', 'crlf.yaml","uriBaseId"', 'crlf yaml","uriBaseId"'],
    ['another version', '"version":"2.1.0"', '"version":"2.2.0"'],
    ['a fix that changes nothing', '"replacements":[{', '"replacements":[],"x":[{'],
    ['no word on how it went', '"executionSuccessful"', '"exitCode"'],
  ];
  test.each(broken)('has something against %s', async (_, good, bad) => {
    const { out } = await cli(['check', '--format', 'sarif', 'crlf.yaml'], { cwd });
    expect(schemaErrors(JSON.parse(out))).toEqual([]);
    expect(out).toContain(good);
    expect(schemaErrors(JSON.parse(out.replace(good, bad)))).not.toEqual([]);
  });
});

describe.each(readable)('of $file', ({ file, fixed }) => {
  const bytes = readFileSync(`${cwd}/${file}`);

  test('places in lines and in bytes agree', async () => {
    for (const one of (await sarif([file])).results.flatMap(regionsOf)) {
      expect(byteOf(bytes, one.startLine, one.startColumn)).toBe(one.byteOffset);
      expect(byteOf(bytes, one.endLine, one.endColumn)).toBe(one.byteOffset + one.byteLength);
    }
  });

  test('each fix gives the wizard’s bytes', async () => {
    const documents = adoptNamespace({ ...starter(), values: bytes.toString('utf8') });
    const assessed = assess(documents);
    if (!assessed.ok) throw new Error('unreadable');
    const { problems } = assessed.assessment;
    const { results } = await sarif([file]);
    const expected = problems.map(({ fix }) => {
      const after = fix && applyFix(documents, fix);
      return after === undefined || after.refused.length > 0 ? undefined : after.documents.values;
    });
    expect(
      results.map((one) => (one.fixes.length > 0 ? `${byBytes(bytes, one)}` : undefined)),
    ).toEqual(expected);
  });

  test('one fix after the other comes to the lines that fix gives', async () => {
    let now: Buffer = bytes;
    for (let round = 0; round < 60; round++) {
      const { results } = await sarif(['-'], { stdin: now });
      const next = results.find(({ level, fixes }) => level !== 'note' && fixes.length > 0);
      if (next === undefined) break;
      now = byBytes(now, next);
    }
    const { out } = await cli(['fix', '-'], { stdin: bytes });
    // `fix` makes all at once, and so can write a pod's context above its container's.
    const lines = (text: string) => text.split('\n').sort();
    expect(lines(now.toString('utf8'))).toEqual(lines(out));
    expect(now.length).toBe(fixed?.bytes);
  });
});
