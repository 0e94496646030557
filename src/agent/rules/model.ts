import { nodeAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { type Path, startsWith } from '../../yaml/path.ts';
import { typeErrors, type WrongType } from '../chart/schema/chart-schema.ts';
import type { DocumentName } from '../documents/documents.ts';
import { isUnset, type Mapping, valueIn } from '../documents/plain.ts';
import { type JudgedPod, judgedPod } from '../judge/judged-pod.ts';
import { filledIn, type LaterValue } from '../judge/known-later.ts';
import type { NamespaceFacts } from '../judge/namespace-facts.ts';
import { buildPods } from '../judge/pods/build.ts';
import type { ChartPod, UnbuiltPod } from '../judge/pods/chart-pod.ts';

/** All that the rules look at, worked out once. */
export interface Model {
  readonly trees: Readonly<Record<DocumentName, YamlTree>>;
  /** With stand-ins for what is filled in later. */
  readonly values: Mapping;
  /** What that is. */
  readonly later: readonly LaterValue[];
  readonly namespace: NamespaceFacts;
  readonly wrongTypes: readonly WrongType[];
  readonly pods: readonly JudgedPod[];
  /** Also those that could not be built, in the chart's order. */
  readonly all: readonly (ChartPod | UnbuiltPod)[];
}

export function modelOf(trees: Model['trees'], given: Mapping, namespace: NamespaceFacts): Model {
  const { values, later } = filledIn(given);
  const { built, all } = buildPods(values);
  return {
    trees,
    values,
    later,
    namespace,
    all,
    wrongTypes: typeErrors(values),
    pods: built.map((pod) => judgedPod(pod, values, namespace.policy)),
  };
}

/** Whether a place has the wrong type, lies in one that has, or holds one: bad-type's to say. */
export function hasWrongType({ wrongTypes }: Model, path: Path): boolean {
  return wrongTypes.some((wrong) => startsWith(path, wrong.path) || startsWith(wrong.path, path));
}

/** Whether a list can be added to: it is one, or nothing at all. */
export function takesItems({ values }: Model, path: Path): boolean {
  const list = valueIn(values, path);
  return isUnset(list) || Array.isArray(list);
}

/** A value's own text in values.yaml, as `True` for what Helm reads as a boolean. */
export function sourceAt({ trees }: Model, path: Path): string {
  const node = nodeAt(trees.values.root, path);
  if (node === undefined) return '';
  const { offset, length } = node.range;
  return trees.values.text.slice(offset, offset + length);
}
