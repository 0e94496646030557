import { describe, expect, it } from 'vitest';
import {
  equalPods,
  inView,
  isTelling,
  namesInWords,
} from '../../../src/wizard/review/pods/equal-pods.ts';
import { podPictures } from '../../../src/wizard/review/pods/pod-picture.ts';
import { assessed } from './assessed.ts';

function folded(values: string, before?: string) {
  const opened = before === undefined ? undefined : assessed(before);
  return equalPods(podPictures(assessed(values), opened));
}

const ids = (values: string) => folded(values).map(({ shown, others }) => [shown.id, ...others]);
const rest = [['dag-processor'], ['triggerer'], ['sentinel']];

describe('equalPods', () => {
  it.each([
    [
      'replicas and resources do not count',
      '{name: b, replicas: 3, resources: {limits: {cpu: 1}}}',
      1,
    ],
    ['a volume does', '{name: b, volumes: [{name: x}]}', 2],
    ['a context does', '{name: b, containerSecurityContext: {readOnlyRootFilesystem: true}}', 2],
    ['a container does', '{name: b, extraContainers: [{name: x}]}', 2],
  ])('%s', (_, second, count) => {
    const found = ids(`workers: [{name: a}, ${second}]\n`).filter(([id]) => id?.startsWith('w'));
    expect(found).toHaveLength(count);
  });

  it('never takes one component for another', () => {
    expect(ids('workers: [{name: a}, {name: b}]\n')).toEqual([['worker/a', 'worker/b'], ...rest]);
  });

  it('tells a worker that has changed from one that has not', () => {
    const before = 'workers: [{name: a}, {name: b, volumes: [{name: x}]}]\n';
    const now = 'workers: [{name: a, volumes: [{name: x}]}, {name: b, volumes: [{name: x}]}]\n';
    expect(folded(now, before).map(({ shown, others }) => [shown.id, ...others])).toEqual([
      ['worker/a'],
      ['worker/b'],
      ...rest,
    ]);
  });
});

it.each([
  [[], ''],
  [['worker/batch'], 'batch'],
  [['worker/batch', 'worker/ml'], 'batch and ml'],
  [['worker/a', 'worker/b', 'worker/c'], 'a, b and c'],
  [['worker/a', 'worker/b', 'worker/c', 'worker/d'], 'a, b and 2 more'],
])('names %j: %s', (names, words) => {
  expect(namesInWords(names)).toBe(words);
});

describe('inView', () => {
  const worker = (index: number, extra = '') =>
    `{name: w${index}, podSecurityContext: {runAsUser: ${index + 1}}${extra}}`;
  const values = (count: number) =>
    `workers: [${Array.from({ length: count }, (_, i) => worker(i)).join(', ')}]\n`;

  it('shows twelve, those with problems or changes first, in the chart’s order', () => {
    const groups = folded(values(20)).map((group, index) => ({
      ...group,
      shown: {
        ...group.shown,
        verdict: index === 19 ? ('rejected' as const) : ('admitted' as const),
      },
    }));
    const { shown, hidden } = inView(groups, { name: '', all: false });
    expect(shown.map((one) => one.shown.id)).toEqual([
      ...Array.from({ length: 11 }, (_, i) => `worker/w${i}`),
      'worker/w19',
    ]);
    expect(hidden).toBe(groups.length - 12);
    expect(inView(groups, { name: '', all: true })).toEqual({ shown: groups, hidden: 0 });
  });

  it.each([
    [' W1', 11],
    ['dag', 1],
    ['nothing', 0],
  ])('filters by the name %j', (name, count) => {
    expect(inView(folded(values(20)), { name, all: false }).shown).toHaveLength(count);
  });

  it('finds a pod by the name of one that is folded into another', () => {
    const groups = folded('workers: [{name: a}, {name: b}]\n');
    expect(inView(groups, { name: 'worker/b', all: false }).shown).toHaveLength(1);
  });
});

it.each([
  ['admitted and as it was', (values: string) => values, false],
  ['changed', (values: string) => values.replace('1Gi', '2Gi'), true],
])('a pod that is %s', (_, change, expected) => {
  const values = `workers: [{name: a, volumes: [{name: x, emptyDir: {sizeLimit: 1Gi}}]}]\n`;
  const [group] = folded(change(values), values);
  expect(group && isTelling({ ...group.shown, verdict: 'admitted' })).toBe(expected);
});
