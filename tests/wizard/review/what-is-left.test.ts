import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { noAnswers } from '../../../src/agent/assess/decisions/answers.ts';
import { stillMissing } from '../../../src/agent/assess/missing.ts';
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

const decided: LeftRow = { id: 'd', tone: 'done', text: 'Decided' };
const ready = fixed(astroUi);
const bare = starter().values;

/** The head where all values come later, but for the first ones that are missing. */
function headOf(values: string, left = 0) {
  const assessment = assessed(values);
  const later = stillMissing(assessment, noAnswers).slice(left);
  return leftHead({
    assessment,
    unread: [],
    answers: { decided: [], later: later.map(({ id }) => id) },
  });
}

describe('leftHead', () => {
  it.each([
    ['rejected pods', astroUi, 0, 'rejected', '4 pods are still rejected'],
    ['one rejected pod', fixed(teamEdited), 0, 'rejected', '1 pod is still rejected'],
    ['a value that is missing', bare, 1, 'advice', 'Almost ready: 1 value is left'],
    ['more values', bare, 2, 'advice', 'Almost ready: 2 values are left'],
    ['nothing', ready, 0, 'admitted', 'Ready. Nothing is left.'],
    [
      'a pod that fails',
      `${ready}\n`.replace(/drop:\n\s+- ALL/, '$&\n  readOnlyRootFilesystem: true'),
      0,
      'fails',
      expect.stringMatching(/fails? after/),
    ],
    [
      'a pod that nobody knows',
      ready.replace(/^workers:[\s\S]*?^(?=\S)/m, 'workers: 5\n'),
      0,
      'fails',
      '1 pod cannot be judged',
    ],
  ] as const)('%s', (_, values, left, tone, title) => {
    expect(headOf(values, left)).toMatchObject({ tone, title });
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
      answers: noAnswers,
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
    const head = leftHead({ assessment: result.assessment, unread: [], answers: noAnswers });
    expect(head.tone).toBe(tone);
    expect(head.title).toMatch(title);
  });
});

describe('leftRows', () => {
  const acted: string[] = [];
  const acts = {
    fixAll: () => acted.push('fix'),
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
      ['done', 'Decided'],
    ]);
    expect(rowsOf(ready)).toEqual([]);
  });

  it('leads to what each row is about', () => {
    acted.length = 0;
    for (const { action } of rowsOf(teamEdited)) action?.run();
    expect(acted).toEqual(['fix']);
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
        more: [decided],
      },
      acts,
    );
    expect(rows).toHaveLength(1);
    rows[0]?.action?.run();
    expect(acted[0]).toMatch(/^values [23]$/);
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
  expect(advised(assessed(astroUi)).map(({ rule }) => rule)).not.toContain('missing-value');
});
