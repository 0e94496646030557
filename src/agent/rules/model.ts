import { nodeAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { type Path, startsWith } from '../../yaml/path.ts';
import type { WrongType } from '../chart/schema/chart-schema.ts';
import type { DocumentName } from '../documents/documents.ts';
import { isUnset, type Mapping, valueIn } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import { type Refusal, refusalsOf } from '../judge/deployment/refusals.ts';
import { type JudgedPod, judgedPod } from '../judge/judged-pod.ts';
import type { NamespaceFacts } from '../judge/namespace-facts.ts';
import { buildPods } from '../judge/pods/build.ts';
import type { ChartPod, UnbuiltPod } from '../judge/pods/chart-pod.ts';
import { chartTypeErrors } from './wrong-types.ts';

/** All that the rules look at, worked out once. */
export interface Model {
  readonly trees: Readonly<Record<DocumentName, YamlTree>>;
  readonly values: Mapping;
  readonly namespace: NamespaceFacts;
  /** Values of the wrong type that only the chart's templates see. */
  readonly wrongTypes: readonly WrongType[];
  /** Texts where another type belongs that a person or a tool still fills in. */
  readonly waiting: readonly Path[];
  /** Why the API server refuses the pods' Deployments. */
  readonly refusals: readonly Refusal[];
  readonly pods: readonly JudgedPod[];
  /** Also those that could not be built, in the chart's order. */
  readonly all: readonly (ChartPod | UnbuiltPod)[];
}

export function modelOf(trees: Model['trees'], values: Mapping, namespace: NamespaceFacts): Model {
  const { built, all } = buildPods(values);
  const pods = built.map((pod) => judgedPod(pod, values, namespace.policy));
  const refusals = refusalsOf(pods, values);
  const wrong = chartTypeErrors(values, built, refusals);
  const isWaiting = ({ path }: WrongType) => waits(valueIn(values, path));
  return {
    trees,
    values,
    namespace,
    all,
    pods,
    refusals,
    wrongTypes: wrong.filter((one) => !isWaiting(one)),
    waiting: wrong.filter(isWaiting).map(({ path }) => path),
  };
}

function waits(value: unknown): boolean {
  return typeof value === 'string' && waitingIn(value) !== undefined;
}

/**
 * Whether a place has the wrong type, lies in one that has, or holds one: bad-type's to say, or
 * known later. No rule may guess at it, nor a fix write into it.
 */
export function hasWrongType({ wrongTypes, waiting, refusals }: Model, path: Path): boolean {
  const overlaps = (wrong: Path) => startsWith(path, wrong) || startsWith(wrong, path);
  return (
    wrongTypes.some((wrong) => overlaps(wrong.path)) ||
    waiting.some(overlaps) ||
    refusals.some((refusal) => isMisread(refusal) && overlaps(refusal.path))
  );
}

function isMisread({ wanted, kind }: Refusal): boolean {
  return wanted !== undefined || kind === 'Unsupported value';
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
