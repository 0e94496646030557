import type { PodAssessment } from '../../agent/assess/assessment.ts';
import type { Path } from '../../yaml/path.ts';
import type { Diagnostic, ObjectVerdict } from '../report/report.ts';
import type { SourceText } from './source-text.ts';
import { decides } from './tally.ts';

/**
 * Nothing that cannot be judged goes without a finding that says so.
 * @param found what is wrong by the rules
 * @returns that, with what says of a pod that it is not judged counting for the verdict
 */
export function withUnjudged(
  pods: readonly PodAssessment[],
  found: readonly Diagnostic[],
  source: Pick<SourceText, 'placeAt'>,
): readonly Diagnostic[] {
  const unknown = pods.filter(
    ({ verdict, id }) =>
      verdict === 'unknown' &&
      !found.some(({ effect, subjects }) => decides(effect) && subjects.includes(id)),
  );
  const ids = new Set(unknown.map(({ id }) => id));
  const isOfThem = ({ rule, subjects }: Diagnostic) =>
    rule === unknownPod && subjects.some((id) => ids.has(id));
  const said = new Set(found.filter(isOfThem).flatMap(({ subjects }) => subjects));
  return [
    ...unknown.filter(({ id }) => !said.has(id)).map((pod) => notJudged(pod, source)),
    ...found.map((one): Diagnostic => (isOfThem(one) ? { ...one, effect: 'unknown' } : one)),
  ];
}

/** The rule that says so of a component without values. */
const unknownPod = 'unknown-pod';

function notJudged(pod: PodAssessment, source: Pick<SourceText, 'placeAt'>): Diagnostic {
  const path = pathOfPod(pod);
  return {
    effect: 'unknown',
    rule: unknownPod,
    message: pod.unknownReason ?? `${pod.id} cannot be judged`,
    why: 'Nobody outside the chart knows what it makes of this.',
    place: source.placeAt(path),
    path,
    subjects: [pod.id],
    related: [],
  };
}

/** What findings come to. */
export function worstOf(diagnostics: readonly Diagnostic[]): ObjectVerdict['verdict'] {
  const all = new Set<string>(diagnostics.map(({ effect }) => effect));
  return (['rejected', 'unknown', 'fails'] as const).find((one) => all.has(one)) ?? 'admitted';
}

/** Where a pod is set up in the values. */
export function pathOfPod({ component, index }: PodAssessment): Path {
  return component === 'worker' ? ['workers', index ?? 0] : [component];
}
