import { nodeAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { type Path, startsWith } from '../../yaml/path.ts';
import { typeErrors, type WrongType } from '../chart/schema/chart-schema.ts';
import type { DocumentName } from '../documents/documents.ts';
import { isUnset, type Mapping, valueIn } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import { type JudgedPod, judgedPod } from '../judge/judged-pod.ts';
import type { NamespaceFacts } from '../judge/namespace-facts.ts';
import { buildPods } from '../judge/pods/build.ts';
import type { ChartPod, UnbuiltPod } from '../judge/pods/chart-pod.ts';

/** All that the rules look at, worked out once. */
export interface Model {
  readonly trees: Readonly<Record<DocumentName, YamlTree>>;
  readonly values: Mapping;
  readonly namespace: NamespaceFacts;
  readonly wrongTypes: readonly WrongType[];
  /** Texts where another type belongs that a person or a tool still fills in. */
  readonly waiting: readonly Path[];
  readonly pods: readonly JudgedPod[];
  /** Also those that could not be built, in the chart's order. */
  readonly all: readonly (ChartPod | UnbuiltPod)[];
}

export function modelOf(trees: Model['trees'], values: Mapping, namespace: NamespaceFacts): Model {
  const { built, all } = buildPods(values);
  const wrong = typeErrors(values);
  const isWaiting = ({ path }: WrongType) => waits(valueIn(values, path));
  return {
    trees,
    values,
    namespace,
    all,
    wrongTypes: wrong.filter((one) => !isWaiting(one)),
    waiting: wrong.filter(isWaiting).map(({ path }) => path),
    pods: built.map((pod) => judgedPod(pod, values, namespace.policy)),
  };
}

function waits(value: unknown): boolean {
  return typeof value === 'string' && waitingIn(value) !== undefined;
}

/**
 * Whether a place has the wrong type, lies in one that has, or holds one: bad-type's to say, or
 * known later. No rule may guess at it, nor a fix write into it.
 */
export function hasWrongType({ wrongTypes, waiting }: Model, path: Path): boolean {
  const touches = (place: Path) => startsWith(path, place) || startsWith(place, path);
  return wrongTypes.some((wrong) => touches(wrong.path)) || waiting.some(touches);
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
