import { describe, expect, it } from 'vitest';
import { starter } from '../../../src/agent/starter/starter.ts';
import {
  changedFiles,
  changeFrom,
  changeId,
  countLines,
} from '../../../src/wizard/review/changes/review-diffs.ts';
import { shownChanges } from '../../../src/wizard/review/changes/shown-changes.ts';
import { openChanges, unfold, useReviewView } from '../../../src/wizard/review/review-view.ts';
import { wizard } from '../../../src/wizard/store.ts';
import { fixed, teamEdited } from './assessed.ts';

const original = (text: string) => ({ source: 'imported' as const, fileName: 'a.yaml', text });
const files = changedFiles({
  documents: { values: fixed(teamEdited), namespace: `${starter().namespace}# end\n` },
  originals: { values: original(teamEdited), namespace: original(starter().namespace) },
});

it('lists the files that differ, with their lines', () => {
  expect(files.map(({ document, diff }) => [document, diff.changes.length])).toEqual([
    ['values', 8],
    ['namespace', 1],
  ]);
  const { added, removed } = countLines(files);
  expect([added > 30, removed]).toEqual([true, 2]);
});

describe('shownChanges', () => {
  const [values, namespace] = files;
  const words = (number: number) => `pod ${number}`;

  it('shows three and says what the others are in', () => {
    const { shown, rest } = values ? shownChanges(values.diff, false, words) : {};
    expect(shown?.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(rest).toMatchObject({ count: 5, in: 'pod 4, pod 5, pod 6, pod 7, pod 8' });
  });

  it('shows all that are asked for, and all of a few', () => {
    expect(values && shownChanges(values.diff, true, words).shown).toHaveLength(8);
    expect(namespace && shownChanges(namespace.diff, false, words).rest).toBeUndefined();
  });

  it('names no more than six owners', () => {
    if (!values) throw new Error('values');
    const changes = [...values.diff.changes, ...values.diff.changes].map((change, index) => ({
      ...change,
      number: index + 1,
    }));
    expect(shownChanges({ ...values.diff, changes }, false, words).rest?.in).toBe(
      'pod 4, pod 5, pod 6, pod 7, pod 8 and more',
    );
  });
});

it.each([
  [undefined, 1, { document: 'values', number: 1 }],
  [undefined, -1, { document: 'namespace', number: 1 }],
  [changeId('values', 8), 1, { document: 'namespace', number: 1 }],
  [changeId('namespace', 1), 1, { document: 'values', number: 1 }],
  [changeId('values', 1), -1, { document: 'namespace', number: 1 }],
] as const)('from %s by %i', (present, by, next) => {
  expect(changeFrom(files, present, by)).toEqual(next);
});

it('knows no next change where there is none', () => {
  expect(changeFrom([], undefined, 1)).toBeUndefined();
});

it('keeps how Review looks until another draft is opened', () => {
  openChanges('values', false);
  openChanges('values', true);
  unfold('values 3');
  const view = useReviewView.getState();
  expect([view.files, [...view.all], [...view.unfolded]]).toEqual([
    { values: 'open' },
    ['values'],
    ['values 3'],
  ]);
  wizard.setState({ draftId: 'another' });
  expect(useReviewView.getState().files).toEqual({});
});
