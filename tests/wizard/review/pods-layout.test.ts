import { describe, expect, it } from 'vitest';
import { type EqualPods, equalPods } from '../../../src/wizard/review/pods/equal-pods.ts';
import { heightOf, podColumns } from '../../../src/wizard/review/pods/pod-columns.ts';
import { podPictures } from '../../../src/wizard/review/pods/pod-picture.ts';
import {
  mountNote,
  podSays,
  verdictOf,
  volumeSays,
} from '../../../src/wizard/review/pods/pod-words.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

const now = podPictures(assessed(fixed(teamEdited)), assessed(teamEdited));
const idsOf = (columns: readonly (readonly EqualPods[])[]) =>
  columns.map((column) => column.map(({ shown }) => shown.id));

describe('podColumns', () => {
  it('fills columns from top to bottom, in order', () => {
    expect(idsOf(podColumns(equalPods(now), 3))).toEqual([
      ['worker/default'],
      ['worker/heavy', 'dag-processor'],
      ['triggerer', 'sentinel'],
    ]);
    expect(podColumns(equalPods(now), 1)).toHaveLength(1);
    expect(podColumns([], 3)).toEqual([]);
  });

  it('puts a pod with many volumes first, whatever its order', () => {
    const volumes = Array.from({ length: 5 }, (_, i) => `{name: v${i}}`).join(', ');
    const pictures = podPictures(
      assessed(`workers: [{name: a}, {name: b, volumes: [${volumes}]}]\n`),
    );
    expect(idsOf(podColumns(equalPods(pictures), 2))[0]?.[0]).toBe('worker/b');
  });

  it('loses no pod, and keeps columns within one pod of each other', () => {
    const workers = Array.from(
      { length: 30 },
      (_, i) => `{name: w${i}, podSecurityContext: {runAsUser: ${i + 1}}}`,
    );
    const groups = equalPods(podPictures(assessed(`workers: [${workers.join(', ')}]\n`)));
    const columns = podColumns(groups, 3);
    expect(columns.flat()).toEqual(groups);
    const heights = columns.map((column) => column.reduce((sum, one) => sum + heightOf(one), 0));
    const tallest = Math.max(...groups.map(heightOf));
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(2 * tallest);
  });
});

it.each([
  [0, [], '3 replicas. 1 reason'],
  [1, ['worker/batch'], 'Also batch. Was rejected for 3 reasons'],
  [1, [], '1 replica. Was rejected for 3 reasons'],
  [2, [], 'Was rejected for 3 reasons'],
])('says of pod %i what has become of it', (index, others, words) => {
  const picture = now[index];
  expect(picture && podSays(picture, others)).toBe(words);
});

it('says that a pod is new, or why it cannot be drawn', () => {
  const [first] = podPictures(assessed('workers: 5\n'), assessed(teamEdited));
  expect(first && [verdictOf(first), podSays(first, [])]).toEqual([
    'Cannot be judged',
    'New. The chart wants a list of workers',
  ]);
});

const mount = { path: '/a', volume: 'v', place: [], state: 'plain' } as const;

it.each([
  [{ ...mount, isReadOnly: true, isLoose: false }, 'read-only'],
  [{ ...mount, isReadOnly: false, isLoose: true }, 'no volume'],
  [{ ...mount, isReadOnly: false, isLoose: false, note: 'new' }, ''],
  [{ ...mount, isReadOnly: true, isLoose: false, note: 'was writable' }, 'read-only, was writable'],
])('says what stands beside a mount', (one, words) => {
  expect(mountNote(one)).toBe(words);
});

it('says what a volume was', () => {
  const volume = { name: 'v', medium: 'disk', words: 'emptyDir', source: 'emptyDir' } as const;
  const drawn = { ...volume, state: 'changed', place: [] } as const;
  expect([volumeSays(drawn), volumeSays({ ...drawn, note: 'was hostPath' })]).toEqual([
    'emptyDir',
    'emptyDir, was hostPath',
  ]);
});
