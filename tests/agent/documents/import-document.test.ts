import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importText } from '../../../src/agent/documents/import-document.ts';
import { starter } from '../../../src/agent/starter/starter.ts';

const sample = (name: string) => readFileSync(`tests/samples/${name}`, 'utf8');

/** The problem of a text, its range as line number and the source it covers. */
function refusal(text: string, fileName?: string) {
  const result = importText(text, { fileName });
  if (result.ok) return `opened as ${result.document}`;
  const { code, message, remedy, range } = result.problem;
  return {
    code,
    message,
    remedy,
    line: text.slice(0, range.offset).split('\n').length,
    source: text.slice(range.offset, range.offset + range.length),
  };
}

describe('opens', () => {
  test.each([
    ['astro-ui-2x.yaml', 'values'],
    ['astro-ui-1x.yaml', 'values'],
    ['team-edited.yaml', 'values'],
    ['already-restricted.yaml', 'values'],
    ['quirks.yaml', 'values'],
    ['crlf.yaml', 'values'],
    ['bad/workers-as-map.yaml', 'values'],
    ['bad/wrong-types.yaml', 'values'],
  ])('%s as %s', (name, document) => {
    expect(importText(sample(name))).toMatchObject({ ok: true, document });
  });

  test.each([
    ['the starter’s values', starter().values, 'values'],
    ['the starter’s namespace', starter().namespace, 'namespace'],
    ['a manifest without apiVersion', 'kind: Namespace\nmetadata: {name: a}\n', 'namespace'],
    [
      'a values file with a key of its own called kind',
      'kind: agent\nresourceNamePrefix: a\n',
      'values',
    ],
    ['a starter with few keys', 'resourceNamePrefix:\n', 'values'],
  ])('%s', (_, text, document) => {
    expect(importText(text)).toMatchObject({ ok: true, document });
  });
});

describe('refuses, with the line and what to do', () => {
  test.each([
    [
      'an empty file',
      '',
      {
        code: 'empty',
        message: 'The file is empty.',
        remedy: 'Choose another file, or start from the minimal one.',
        line: 1,
        source: '',
      },
    ],
    [
      'a byte order mark and blanks',
      '\uFEFF \n\n',
      {
        code: 'empty',
        message: 'The file is empty.',
        remedy: 'Choose another file, or start from the minimal one.',
        line: 1,
        source: '\uFEFF ',
      },
    ],
    [
      'nothing but comments',
      '# one\n\n# workers: []\n',
      {
        code: 'comments-only',
        message: 'The file sets no values: every line of it is blank or a comment.',
        remedy: 'Take the # off the values that you mean to set, or start from the minimal file.',
        line: 1,
        source: '# one',
      },
    ],
    [
      'a list at the top',
      '# workers\n- name: a\n- name: b\n',
      {
        code: 'not-a-mapping',
        message: 'The file is a list, but a values file is a mapping of keys.',
        remedy:
          'Put the list under the key it belongs to, such as workers:, or choose another file.',
        line: 2,
        source: '- name: a',
      },
    ],
    [
      'a single value',
      'hello world\n',
      {
        code: 'not-a-mapping',
        message: 'The file is a single value, but a values file is a mapping of keys.',
        remedy: 'Choose the values.yaml that you give to helm install.',
        line: 1,
        source: 'hello world',
      },
    ],
    [
      'another Kubernetes object',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n',
      {
        code: 'other-kind',
        message: 'The file is a Kubernetes Deployment, not a values file.',
        remedy: 'Choose the values.yaml that you give to helm install, or a Namespace manifest.',
        line: 2,
        source: 'Deployment',
      },
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  test('the file’s own name is in the message', () => {
    expect(refusal('', 'prod.yaml')).toMatchObject({ message: 'prod.yaml is empty.' });
  });

  test.each([
    ['bad/tab-indented.yaml', 'tab-indentation', 10],
    ['bad/duplicate-keys.yaml', 'duplicate-key', undefined],
    ['bad/not-a-mapping.yaml', 'not-a-mapping', undefined],
    ['bad/unclosed-quote.yaml', 'unclosed-quote', 8],
    ['bad/multi-doc.yaml', 'several-documents', undefined],
    ['bad/alias-bomb.yaml', 'too-many-aliases', undefined],
    ['bad/deep-nesting.yaml', 'too-deep', undefined],
    ['bad/empty.yaml', 'empty', 1],
    ['bad/comments-only.yaml', 'comments-only', 1],
  ])('%s: %s', (name, code, line) => {
    expect(refusal(sample(name))).toMatchObject(line === undefined ? { code } : { code, line });
  });
});
