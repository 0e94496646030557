import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { starter } from '../../src/agent/starter/starter.ts';
import {
  credentialIn,
  type Draft,
  type DraftWork,
  readDraft,
  stampOf,
  writeDraft,
} from '../../src/share/draft.ts';

const time = new Date('2026-11-22T16:20:00.000Z');

function workOn(values: string, original = values): DraftWork {
  const { namespace } = starter();
  return {
    documents: { values, namespace },
    originals: {
      values: { source: 'imported', fileName: 'prod.yaml', text: original },
      namespace: { source: 'starter', fileName: 'namespace.yaml', text: namespace },
    },
  };
}

const draft = (work: DraftWork): Draft => ({ id: 'a1', stamp: 'b2', work, step: 'security', time });

describe('a draft comes back as it was', () => {
  test.each([
    ['a file', draft(workOn(readFileSync('tests/samples/astro-ui-2x.yaml', 'utf8'), 'a: 1\n'))],
    [
      'a text that cannot be read, with those that last could be',
      draft({ ...workOn('a: [\n', 'a: 1\n'), readable: workOn('a: 2\n').documents }),
    ],
    [
      'with all there is',
      { ...draft(workOn('a: 1\n')), config: 'v1.abc', keeping: 'browser', left: 3 },
    ],
    ['with nothing more', { id: 'a1', work: workOn('a: 1\n'), step: 'start', time }],
  ] as const)('%s', (_, one) => {
    expect(readDraft(writeDraft(one))).toEqual(one);
    expect(stampOf(writeDraft(one))).toBe('stamp' in one ? one.stamp : undefined);
  });
});

const file = `kind: ConfigMap
apiVersion: v1
metadata: {name: a}
data:
  values.yaml: |
    resourceNamePrefix: a
`;

/** Values that stand in a file. */
function workIn(opened: string, values = 'resourceNamePrefix: a\n'): DraftWork {
  const work = workOn(values);
  const host = { opened, base: opened, install: 0 };
  return {
    ...work,
    originals: { ...work.originals, values: { ...work.originals.values, host } },
  };
}

describe('a draft of values that stand in a file', () => {
  test('comes back as it was', () => {
    const one = draft(workIn(file));
    expect(readDraft(writeDraft(one))).toEqual(one);
  });

  test.each([
    ['that do not stand there', workIn(file, 'resourceNamePrefix: b\n')],
    ['of a file that holds none', workIn('kind: ConfigMap\n')],
  ])('%s is none', (_, work) => {
    expect(readDraft(writeDraft(draft(work)))).toBe(undefined);
  });

  test('has the credentials of that file, too', () => {
    const work = workIn(`${file}  agentToken: hunter22\n`);
    expect(credentialIn(work)).toEqual({ document: 'values', what: 'the value of agentToken' });
  });

  test.each([
    ['agentToken: hunter22', { what: 'the value of agentToken', line: 7 }],
    ['# agentToken: hunter22', { what: 'a comment on line 7' }],
  ])('names the line of the file: %s', (line, found) => {
    const { documents, ...work } = workIn(file);
    const values = `${documents.values}${line}\n`;
    const now = { ...work, documents: { ...documents, values } };
    expect(credentialIn(now)).toEqual({ document: 'values', ...found });
  });
});

test('a draft of the version before is read', () => {
  const one = draft(workOn('a: 1\n'));
  const before = writeDraft(one).replace('"version":3', '"version":2');
  expect(before).toContain('"version":2');
  expect(readDraft(before)).toEqual(one);
});

describe('a credential is found', () => {
  const secret = 'hunter22';

  test.each([
    ['in it', workOn(`a: 1\nagentToken: ${secret}\n`), 'the value of agentToken', 2],
    [
      'in it once',
      workOn('a: 1\n', `agentToken: ${secret}\n`),
      'the value of agentToken',
      undefined,
    ],
    ['in a comment', workOn(`a: 1\n# agentToken: ${secret}\n`), 'a comment on line 2', undefined],
    [
      'in a text that cannot be read',
      workOn(`a: [\nagentToken: ${secret}\n`),
      'the text on line 2',
      undefined,
    ],
    [
      'in the text that last could be read',
      { ...workOn('a: [\n'), readable: workOn(`agentToken: ${secret}\n`).documents },
      'the value of agentToken',
      undefined,
    ],
    [
      'in the sidecar’s config',
      workOn(`loggingSidecar:\n  config: |\n    a:\n      token: ${secret}\n`),
      'the value of config',
      2,
    ],
  ])('%s', (_, work, what, line) => {
    const expected = { document: 'values', what, ...(line === undefined ? {} : { line }) };
    expect(credentialIn(work)).toEqual(expected);
  });

  test('and none where none is', () => {
    expect(credentialIn(workOn('a: 1\n'))).toBe(undefined);
  });
});

describe('is no draft', () => {
  const good = writeDraft(draft({ ...workOn('a: 1\n'), readable: workOn('a: 2\n').documents }));

  test.each([
    ['nothing', ''],
    ['no JSON', good.slice(0, -1)],
    ['null', 'null'],
    ['another version', good.replace('"version":3', '"version":1')],
    ['an id that is none', good.replace('"a1"', '"../a"')],
    ['no time', good.replace(time.toISOString(), 'yesterday')],
    ['a text that is none', good.replace('"text":"a: 1\\n"', '"text":7')],
    ['a readable text that is not', good.replace('a: 2', 'a: [')],
    ['another source', good.replace('"imported"', '"stolen"')],
  ])('%s', (_, text) => {
    expect(text).not.toBe(good);
    expect(readDraft(text)).toBe(undefined);
  });
});
