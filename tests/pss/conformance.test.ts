import { describe, expect, test } from 'vitest';
import type { Level } from '../../src/pss/check.ts';
import { evaluate } from '../../src/pss/evaluate.ts';
import { type ClusterDefaults, LEVELS, type MODES, readPolicy } from '../../src/pss/labels.ts';
import { detailOf } from '../../src/pss/messages.ts';
import type { Pod } from '../../src/pss/pod.ts';
import { shapeErrors } from '../../src/pss/shape.ts';
import { edgePods, labelSets, type Range, randomPods, type Verdicts } from './conformance-data.ts';

const pods = edgePods();
const sets = labelSets();

describe('verdicts of upstream on edge pods', () => {
  test.each(pods)('$id', ({ pod, verdicts }) => {
    expect(ourVerdicts(pod, verdicts)).toEqual(expandAll(verdicts));
    expect(shapeErrors(pod)).toEqual([]);
  });

  test('are 16,948 and cover every minor once', () => {
    const minors = pods.flatMap(({ verdicts }) =>
      [verdicts.baseline, verdicts.restricted].map((ranges) => ranges.flatMap(minorsOf)),
    );
    const all = Array.from({ length: 38 }, (_, minor) => minor);
    expect(new Set(minors.map(String))).toEqual(new Set([String(all)]));
    expect(minors.flat()).toHaveLength(16_948);
  });

  test('of the newest minor hold for latest, for newer minors, and for what is no minor', () => {
    for (const { pod } of pods) {
      for (const level of ['baseline', 'restricted'] as const) {
        const newest = evaluate(pod, { level, version: 37 });
        for (const version of ['latest', 38, 99, Number.MAX_VALUE, -1, 1.5, Number.NaN] as const) {
          expect(evaluate(pod, { level, version })).toEqual(newest);
        }
      }
      expect(evaluate(pod, { level: 'privileged', version: 'latest' })).toEqual([]);
      expect(evaluate(pod, { level: 'privileged', version: 0 })).toEqual([]);
    }
  });
});

describe('verdicts of upstream on random pods', () => {
  test.each(randomPods())('$id', ({ pod, verdicts }) => {
    if ('error' in verdicts) {
      expect(shapeErrors(pod)).not.toEqual([]);
      return;
    }
    expect(ourVerdicts(pod, verdicts)).toEqual(expandAll(verdicts));
    expect(shapeErrors(pod)).toEqual([]);
  });
});

describe('policies of upstream for label sets', () => {
  test.each(sets)('$labels $defaults', ({ labels, defaults, enforce, audit, warn, errors }) => {
    const policy = readPolicy(labels, defaults && clusterDefaults(defaults));
    expect({
      enforce: policy.enforce.text,
      audit: policy.audit.text,
      warn: policy.warn.text,
      errors: policy.errors.map(({ message }) => message),
    }).toEqual({ enforce, audit, warn, errors: errors ?? [] });
  });

  test('are 112', () => {
    expect(sets).toHaveLength(112);
  });
});

function ourVerdicts(pod: Pod, verdicts: Verdicts) {
  return {
    baseline: verdicts.baseline.map((range) => ourRange(pod, 'baseline', range)),
    restricted: verdicts.restricted.map((range) => ourRange(pod, 'restricted', range)),
  };
}

function ourRange(pod: Pod, level: Level, range: Range): readonly (string | null)[] {
  return minorsOf(range).map((version) => {
    const violations = evaluate(pod, { level, version });
    return violations.length === 0 ? null : detailOf(violations);
  });
}

function expandAll(verdicts: Verdicts) {
  const expand = (ranges: readonly Range[]) =>
    ranges.map((range) => minorsOf(range).map(() => range[2]));
  return { baseline: expand(verdicts.baseline), restricted: expand(verdicts.restricted) };
}

function minorsOf([from, to]: Range): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function clusterDefaults(labels: Readonly<Record<string, string>>): ClusterDefaults {
  const of = (mode: (typeof MODES)[number]) => ({
    level: LEVELS.find((level) => level === labels[mode]) ?? 'privileged',
    version: labels[`${mode}-version`] ?? 'latest',
  });
  return { enforce: of('enforce'), audit: of('audit'), warn: of('warn') };
}
