import type { FieldRef, Mode, Policy, Violation } from '../../pss/index.ts';
import type { Pod } from '../../pss/pod.ts';
import { checksOf } from '../../pss/registry.ts';
import { subjectOf } from '../../pss/subject.ts';
import { listOf } from '../../pss/values.ts';
import { type Path, samePath } from '../../yaml/path.ts';
import { isUnset, valueIn } from '../documents/plain.ts';
import type { JudgedPod } from '../judge/judged-pod.ts';
import { type ChartPod, originOf } from '../judge/pods/chart-pod.ts';
import type { Effect, Finding } from './finding.ts';
import { contextFix } from './fixes/contexts.ts';
import { hasWrongType, type Model } from './model.ts';
import { pages } from './pages.ts';
import { preventions, standardPages } from './pod-security-words.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * The Pod Security Standard that the namespace enforces, and those of which it only warns or that
 * it only writes to the audit log. One finding for each place in the values file that is at fault
 * under any way of reading the chart, in the API server's words.
 */
const check: Check = (model) =>
  model.pods.flatMap((judged) => {
    const { modes } = judged;
    const rejected = violationsOf(model, judged, 'enforce', 'rejected');
    const known = new Set(rejected.keys());
    const found = [...rejected.values()];
    for (const mode of ['warn', 'audit'] as const) {
      if (modes[mode].readings === modes.enforce.readings) continue;
      for (const [place, one] of violationsOf(model, judged, mode, 'warned')) {
        if (known.has(place)) continue;
        known.add(place);
        found.push(one);
      }
    }
    return found;
  });

export const podSecurity: Rule = {
  id: 'pod-security',
  summary:
    'A pod breaks a check of the Pod Security Standard that its namespace enforces, warns of or audits.',
  remedy: 'See the check.',
  help: pages.standard,
  effects: ['rejected', 'warned'],
  check,
};

/** By check and place, so that what holds under several readings is listed once. */
function violationsOf(
  model: Model,
  { pod, modes }: JudgedPod,
  mode: Mode,
  effect: Effect,
): Map<string, Finding> {
  const { policy, readings } = modes[mode];
  const found = new Map<string, Finding>();
  for (const [index, variant] of pod.variants.entries()) {
    for (const violation of readings[index]?.violations ?? []) {
      const fields = blamed(violation);
      for (const field of fields) {
        const path = originOf(pod, variant, placeOf(variant.pod, field));
        const key = `${violation.check} ${path.join(' ')}`;
        if (found.has(key) || hasWrongType(model, path)) continue;
        const message =
          fields.length === 1 ? violation.detail : wordFor(policy, variant.pod, violation, [field]);
        found.set(key, findingOf(model, pod, violation, { field, path, message, effect }));
      }
    }
  }
  return found;
}

/** Where the pod may set a field for all its containers, the pod alone is to blame. */
function blamed({ fields }: Violation): readonly FieldRef[] {
  const ofPod = fields.some(({ missing, path }) => missing && path[1] === 'securityContext');
  return ofPod
    ? fields.filter(({ missing, path }) => !missing || path[1] === 'securityContext')
    : fields;
}

/** What is missing along with all that would hold it is named by the outermost of these. */
function placeOf(pod: Pod, { path, missing }: FieldRef): Path {
  const context = path.indexOf('securityContext');
  if (!missing || context < 0) return path;
  let length = context + 2;
  while (length < path.length && !isUnset(valueIn(pod, path.slice(0, length)))) length += 1;
  return path.slice(0, length);
}

interface Place {
  readonly field: FieldRef;
  readonly path: Path;
  readonly message: string;
  readonly effect: Effect;
}

function findingOf(
  model: Model,
  pod: ChartPod,
  { check, level }: Violation,
  { field, path, message, effect }: Place,
): Finding {
  return finding({
    rule: check,
    effect,
    message,
    why: preventions[check],
    help: standardPages[level],
    path,
    pod: pod.id,
    container: field.container,
    fix: contextFix(model, path, pod.id),
  });
}

/** The words of a check for several places of one pod together, as Kubernetes would word them. */
export function wordTogether(
  { pods }: Model,
  podId: string,
  check: string,
  paths: readonly Path[],
): string | undefined {
  const judged = pods.find(({ pod }) => pod.id === podId);
  if (judged === undefined) return undefined;
  for (const mode of ['enforce', 'warn', 'audit'] as const) {
    const { policy, readings } = judged.modes[mode];
    for (const [index, variant] of judged.pod.variants.entries()) {
      const violation = readings[index]?.violations.find((one) => one.check === check);
      const fields = violation?.fields.filter((field) => {
        const origin = originOf(judged.pod, variant, placeOf(variant.pod, field));
        return paths.some((wanted) => samePath(wanted, origin));
      });
      if (violation && fields && fields.length >= paths.length) {
        return wordFor(policy, variant.pod, violation, fields);
      }
    }
  }
  return undefined;
}

/** The check's words for some of the fields it objects to, as if the others were in order. */
function wordFor(
  policy: Policy,
  pod: Pod,
  { check, detail }: Pick<Violation, 'check' | 'detail'>,
  fields: readonly FieldRef[],
): string {
  const rule = checksOf(policy).find(({ id }) => id === check)?.rule;
  const keep = (list: string, index: number) =>
    fields.some(({ path }) => path[1] === list && path[2] === index);
  const { spec } = pod;
  const only = {
    ...spec,
    containers: listOf(spec?.containers).filter((_, index) => keep('containers', index)),
    initContainers: listOf(spec?.initContainers).filter((_, index) =>
      keep('initContainers', index),
    ),
    volumes: listOf(spec?.volumes).filter((_, index) => keep('volumes', index)),
  };
  return rule?.(subjectOf({ ...pod, spec: only }))?.detail ?? detail;
}
