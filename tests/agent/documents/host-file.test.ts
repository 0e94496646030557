import { describe, expect, test } from 'vitest';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { keepsValues, viewOf, withValues } from '../../../src/agent/documents/held-values.ts';
import { fileInstalls } from '../../../src/agent/documents/host-file.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { LineIndex } from '../../../src/yaml/line-index.ts';
import { sourceCases } from '../../sources/cases.ts';

const hosts = sourceCases.flatMap(({ name, text, hosted }) =>
  hosted && hosted.blocks.length > 0 ? [{ name, text, blocks: hosted.blocks }] : [],
);

describe('values in a file are a document of their own', () => {
  test.each(hosts)('$name', ({ text, blocks }) => {
    const found = fileInstalls(text).map(({ name, values }) => {
      expect(values.ok).toBe(true);
      if (!values.ok) return undefined;
      const lines = new LineIndex(text);
      const { length } = values.view.text.trimEnd();
      const first = values.view.toHost({ offset: 0, length: 0 });
      const last = values.view.toHost({ offset: length, length: 0 });
      return [name ?? '', lines.positionAt(first.offset).line, lines.positionAt(last.offset).line];
    });
    expect(found).toEqual(blocks.map(({ install, lines }) => [install, ...lines]));
  });
});

describe('repaired in place, all other lines stay', () => {
  const places = hosts.flatMap(({ name, text, blocks }) =>
    blocks.map(({ lines }, install) => ({ name, install, text, lines })),
  );
  test.each(places)('$name, install $install', ({ text, install, lines: [first, last] }) => {
    const held = { text, install };
    const before = viewOf(held)?.text ?? '';
    const { values } = fixEverything({ ...starter(), values: before }).documents;
    expect(values).not.toBe(before);
    const after = withValues(held, values);
    expect(keepsValues(held, values)).toBe(true);
    const head = text.split('\n').slice(0, first - 1);
    const tail = text.split('\n').slice(last);
    expect(after.split('\n').slice(0, head.length)).toEqual(head);
    expect(after.split('\n').slice(after.split('\n').length - tail.length)).toEqual(tail);
    expect(withValues(held, before)).toBe(text);
  });
});

const release = (values: string) =>
  `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: a}
spec:
  chart: {spec: {chart: astro-remote-execution-agent}}
${values}
`;

describe('what cannot be edited in place is said with its line', () => {
  test.each([
    ['  values: {resourceNamePrefix: a}', 6, 'braces'],
    ['  x: &v\n    resourceNamePrefix: a\n  values: *v', 8, 'alias'],
  ])('%s', (values, line, says) => {
    const text = release(values);
    const [install] = fileInstalls(text);
    if (!install || install.values.ok) throw new Error('It was opened');
    const { problem } = install.values;
    expect(new LineIndex(text).positionAt(problem.range.offset).line).toBe(line);
    expect(problem.message).toContain(says);
    expect(problem.remedy).not.toBe('');
  });

  test('a folded text', () => {
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a}
spec:
  source:
    chart: astro-remote-execution-agent
    helm:
      values: >
        resourceNamePrefix: a
`;
    const [install] = fileInstalls(application);
    if (!install || install.values.ok) throw new Error('It was opened');
    const { range, remedy } = install.values.problem;
    expect(new LineIndex(application).positionAt(range.offset).line).toBe(8);
    expect(remedy).toBe('Write | instead of > after the key.');
  });

  test('a layer that is never alone', () => {
    const config = sourceCases.find(({ name }) => name === 'helmchartconfig.yaml')?.text ?? '';
    const [install] = fileInstalls(config);
    if (!install || install.values.ok) throw new Error('It was opened');
    expect(new LineIndex(config).positionAt(install.values.problem.range.offset).line).toBe(7);
  });
});

test('places of a document after others are those of the file', () => {
  const one = release(
    '  valuesFrom:\n    - {kind: ConfigMap, name: b}\n  values:\n    resourceNamePrefix: a',
  );
  const text = `kind: Service\napiVersion: v1\n---\n${one}`;
  const [install] = fileInstalls(text);
  const places = install?.notes.flatMap(({ place }) => ('range' in place ? [place.range] : []));
  const lines = places?.map(({ offset }) => new LineIndex(text).positionAt(offset).line);
  expect(lines).toEqual([10]);
});

test('a file that its values would break does not keep them', () => {
  const held = { text: release('  values:\n    resourceNamePrefix: a'), install: 0 };
  expect(keepsValues(held, 'resourceNamePrefix: [\n')).toBe(false);
});
