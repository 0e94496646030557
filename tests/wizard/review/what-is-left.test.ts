import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import {
  advised,
  figuresOf,
  isOfferable,
  type LeftRow,
  leftHead,
  leftRows,
} from '../../../src/wizard/review/left/what-is-left.ts';
import { assessed, astroUi, fixed, teamEdited } from './assessed.ts';

const value: LeftRow = { id: 'v', tone: 'advice', text: 'A value', isValue: true };
const decided: LeftRow = { id: 'd', tone: 'done', text: 'Decided' };
const ready = fixed(astroUi);

function headOf(values: string, more: readonly LeftRow[] = []) {
  return leftHead({ assessment: assessed(values), unread: [], more });
}

describe('leftHead', () => {
  it.each([
    ['rejected pods', astroUi, [], 'rejected', '4 pods are still rejected'],
    ['one rejected pod', fixed(teamEdited), [], 'rejected', '1 pod is still rejected'],
    ['a value that is missing', ready, [value, decided], 'advice', 'Almost ready: 1 value is left'],
    ['more values', ready, [value, value], 'advice', 'Almost ready: 2 values are left'],
    ['nothing but a decision', ready, [decided], 'admitted', 'Ready. Nothing is left.'],
    [
      'a pod that fails',
      `${ready}\n`.replace(/drop:\n\s+- ALL/, '$&\n  readOnlyRootFilesystem: true'),
      [],
      'fails',
      expect.stringMatching(/fails? after/),
    ],
    [
      'a pod that nobody knows',
      ready.replace(/^workers:[\s\S]*?^(?=\S)/m, 'workers: 5\n'),
      [],
      'fails',
      '1 pod cannot be judged',
    ],
  ] as const)('%s', (_, values, more, tone, title) => {
    expect(headOf(values, more)).toMatchObject({ tone, title });
  });

  it('counts what is admitted, by its policy', () => {
    expect(headOf(fixed(teamEdited)).says).toBe(
      '4 of 5 pods are admitted by restricted:latest, whichever way the chart merges contexts.',
    );
  });

  it('is about the text that cannot be read before anything else', () => {
    const result = assess({ ...starter(), values: 'a: [' });
    const head = leftHead({
      assessment: assessed(ready),
      unread: result.ok ? [] : result.problems,
      more: [value],
    });
    expect([head.tone, head.title, isOfferable(head)]).toEqual([
      'rejected',
      'values.yaml cannot be read',
      false,
    ]);
  });

  it('offers outputs only when nothing is rejected', () => {
    expect([astroUi, ready].map((values) => isOfferable(headOf(values)))).toEqual([false, true]);
  });

  it.each([
    ['rejected', 'metadata: {name: Bad_Name}', '1 problem stands in the way'],
    ['rejected', 'metadata: {name: Bad_Name, labels: {"a b": c}}', /stands? in the way/],
  ] as const)('%s by the namespace alone', (tone, metadata, title) => {
    const result = assess({
      values: ready.replace(/^namespace:.*\n/m, ''),
      namespace: `apiVersion: v1\nkind: Namespace\n${metadata}\n`,
    });
    if (!result.ok) throw new Error('readable');
    const head = leftHead({ assessment: result.assessment, unread: [], more: [] });
    expect(head.tone).toBe(tone);
    expect(head.title).toMatch(title);
  });
});

describe('leftRows', () => {
  const acted: string[] = [];
  const acts = {
    fixAll: () => acted.push('fix'),
    goTo: ({ rule }: { rule: string }) => acted.push(rule),
    openLine: (document: string, line: number) => acted.push(`${document} ${line}`),
  };
  const rowsOf = (values: string, more: readonly LeftRow[] = []) =>
    leftRows(
      { assessment: assessed(values), documents: { ...starter(), values }, unread: [], more },
      acts,
    );

  it('says what has a fix, what has none, and then what others add', () => {
    expect(rowsOf(teamEdited, [decided]).map(({ tone, text }) => [tone, text])).toEqual([
      ['rejected', '10 problems have a fix'],
      ['rejected', 'volume "dsd-socket" uses restricted volume type "hostPath"'],
      ['done', 'Decided'],
    ]);
    expect(rowsOf(ready)).toEqual([]);
  });

  it('leads to what each row is about', () => {
    acted.length = 0;
    for (const { action } of rowsOf(teamEdited)) action?.run();
    expect(acted).toEqual(['fix', 'restrictedVolumes']);
  });

  it('shows the line that cannot be read, and nothing that needs the meaning', () => {
    acted.length = 0;
    const values = 'a: 1\nb: [\n';
    const result = assess({ ...starter(), values });
    const rows = leftRows(
      {
        assessment: assessed(astroUi),
        documents: { ...starter(), values },
        unread: result.ok ? [] : result.problems,
        more: [],
      },
      acts,
    );
    expect(rows).toHaveLength(1);
    rows[0]?.action?.run();
    expect(acted[0]).toMatch(/^values [23]$/);
  });

  it('names up to three pods', () => {
    const volumes = 'volumes: [{name: x, hostPath: {path: /}}]';
    const values = (count: number) =>
      `workers: [${Array.from({ length: count }, (_, i) => `{name: w${i}, ${volumes}}`).join()}]\n`;
    const says = (count: number) =>
      rowsOf(values(count))
        .filter(({ text }) => text.includes('hostPath'))
        .map((row) => row.says?.replace(/\. .*/, ''));
    expect(says(1)).toEqual(['In worker/w0']);
  });
});

it('tells how far it has come', () => {
  const now = assessed(fixed(teamEdited));
  expect(figuresOf(now, assessed(teamEdited))).toEqual({
    pods: { before: 0, now: 4, all: 5 },
    problems: { before: 11, now: 1 },
  });
  expect(figuresOf(now, undefined)).toEqual({ pods: { now: 4, all: 5 }, problems: { now: 1 } });
  expect(advised(now).every(({ effect }) => effect === 'advice')).toBe(true);
});
