import { preventions, standardPages } from '../../agent/rules/pod-security-words.ts';
import { remedies } from '../../agent/rules/remedies.ts';
import {
  applyAppArmorVersionSkew,
  defaultPod,
  defaultTemplate,
  evaluate,
  forbiddenMessage,
  kubectlWarning,
  type Mode,
  type NamespacePolicy,
  type Pod,
  type ShapeError,
  shapeErrors,
  type Violation,
  warningMessage,
} from '../../pss/index.ts';
import type { Path } from '../../yaml/path.ts';
import { isObject } from '../../yaml/value.ts';
import { discreetFinding, discreetVerdict } from '../disclose/discreet.ts';
import type { Diagnostic, ObjectVerdict, Place } from '../report/report.ts';
import { auditLine } from './audit-line.ts';
import type { SourceText } from './source-text.ts';
import { type KubernetesObject, subjectOf } from './workloads.ts';

/** What there is to say about one object. */
export interface JudgedObject {
  /** Undefined for one that is admitted without a word. */
  readonly verdict?: ObjectVerdict;
  readonly diagnostics: readonly Diagnostic[];
}

/** An object with what is needed to judge its pods. */
export interface Judged {
  readonly object: KubernetesObject;
  /** Where its pod or pod template is, from the object. */
  readonly template: Path;
  readonly policy: NamespacePolicy;
  readonly source: SourceText;
}

/**
 * Judges an object that is a pod or makes pods, as the API server would: a Pod is refused; what
 * makes pods is admitted with a warning, and then its pods are refused.
 */
export function judgeObject(judged: Judged): JudgedObject {
  const { object, template, policy } = judged;
  const value = valueIn(object.data, template);
  const pod: Pod = isObject(value) ? podOf(value) : {};
  const isTemplate = template.length > 0;
  const enforced = evaluate(applyAppArmorVersionSkew(defaultPod(pod)), policy.enforce);
  const applied = isTemplate ? defaultTemplate(pod) : defaultPod(pod);
  // A pod that is refused gets no warnings.
  const isRefused = enforced.length > 0 && !isTemplate;
  const warned = isRefused ? [] : evaluate(applied, policy.warn);
  const audited = evaluate(applied, policy.audit);
  const misshapen = [
    ...shapeErrors(value).map((error) => badType(judged, error)),
    ...bare(judged, pod),
  ];
  const diagnostics = [
    ...misshapen,
    ...enforced.map((violation) => breach(judged, 'enforce', violation)),
    ...milder(enforced, warned).map((violation) => breach(judged, 'warn', violation)),
    ...milder([...enforced, ...warned], audited).map((one) => breach(judged, 'audit', one)),
  ];
  if (diagnostics.length === 0) return { diagnostics };
  const verdict: ObjectVerdict = {
    place: placeOf(judged, []),
    subject: subjectOf(object),
    verdict: misshapen.length > 0 || enforced.length > 0 ? 'rejected' : 'admitted',
    isTemplate: isTemplate && misshapen.length === 0,
    policy: policy.enforce.text,
    says: says(judged, { enforce: enforced, warn: warned, audit: audited }),
  };
  const say = (message: string) => judged.source.discretion.message(message);
  return {
    verdict: discreetVerdict(verdict, say),
    diagnostics: diagnostics.map((one) => discreetFinding(one, say)),
  };
}

/** Any data is a pod for the checks, which take fields of other types for absent. */
function podOf(value: object): Pod {
  return value;
}

function valueIn(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = isObject(value) ? value[String(step)] : undefined;
  return value;
}

/** What is only warned of, or only noted: not what is known already. */
function milder(known: readonly Violation[], found: readonly Violation[]): readonly Violation[] {
  return found.filter(({ check }) => !known.some((one) => one.check === check));
}

function breach(judged: Judged, mode: Mode, violation: Violation): Diagnostic {
  const { check, level, reason, detail } = violation;
  const [first = [], ...others] = blamedPaths(violation);
  return {
    effect: mode === 'enforce' ? 'rejected' : 'warned',
    mode,
    rule: check,
    message: detail === '' ? reason : `${reason} (${detail})`,
    why: preventions[check],
    help: standardPages[level],
    remedy: remedies[check],
    place: placeOf(judged, first),
    path: pathOf(judged, first),
    subjects: [subjectOf(judged.object)],
    related: others.map((path) => ({ message: 'here too', place: placeOf(judged, path) })),
  };
}

/** Where the pod may set a field for all its containers, the pod alone is to blame. */
function blamedPaths({ fields }: Violation): readonly Path[] {
  const ofPod = fields.some(({ missing, path }) => missing && path[1] === 'securityContext');
  return fields
    .filter(({ missing, path }) => !ofPod || !missing || path[1] === 'securityContext')
    .map(({ path }) => path);
}

/** A field of another type: the API server cannot decode the object, and refuses it. */
function badType(judged: Judged, { path, expected, found }: ShapeError): Diagnostic {
  return {
    effect: 'rejected',
    rule: 'bad-type',
    message: `${dotted([...judged.template, ...path]) || 'the template'} must be ${expected}, not ${found}`,
    why: 'The API server cannot read such an object, and refuses it.',
    remedy: `Write ${expected}.`,
    place: placeOf(judged, path),
    path: pathOf(judged, path),
    subjects: [subjectOf(judged.object)],
    related: [],
  };
}

/** A pod without containers, which no check objects to, but the API server does. */
function bare(judged: Judged, { spec }: Pod): readonly Diagnostic[] {
  const containers: unknown = spec?.containers;
  const isAbsent = containers === undefined || containers === null;
  if (!isAbsent && !(Array.isArray(containers) && containers.length === 0)) return [];
  return [
    {
      effect: 'rejected',
      rule: 'no-containers',
      message: `${dotted([...judged.template, 'spec', 'containers'])}: Required value`,
      why: 'The API server refuses a pod without containers.',
      remedy: 'Give the pod a container.',
      place: placeOf(judged, ['spec', 'containers']),
      path: pathOf(judged, ['spec', 'containers']),
      subjects: [subjectOf(judged.object)],
      related: [],
    },
  ];
}

/** `spec.containers[0].name`, as the API server writes paths. */
function dotted(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

function pathOf({ object, template }: Judged, path: Path): Path {
  return [...object.path, ...template, ...path];
}

function placeOf(judged: Judged, path: Path): Place {
  const full = path.length === 0 ? judged.object.path : pathOf(judged, path);
  return judged.source.placeAt(full.length === 0 ? ['kind'] : full);
}

function says(
  { object, template, policy }: Judged,
  { enforce, warn, audit }: Readonly<Record<Mode, readonly Violation[]>>,
): readonly string[] {
  const lines: string[] = [];
  if (audit.length > 0) lines.push(auditLine(warningMessage(policy.audit.text, audit)));
  if (warn.length > 0) lines.push(kubectlWarning(warningMessage(policy.warn.text, warn)));
  if (enforce.length > 0) {
    const pod = template.length === 0 ? object.name : examplePodName(object);
    lines.push(forbiddenMessage(pod, policy.enforce.text, enforce));
  }
  return lines;
}

/** Stands in for the name that the controller would generate. */
function examplePodName({ kind, name }: KubernetesObject): string {
  if (kind === 'StatefulSet') return `${name}-0`;
  if (kind === 'Deployment') return `${name}-7c9d8b6f5-x2x7k`;
  return kind === 'CronJob' ? `${name}-29384640-x2x7k` : `${name}-x2x7k`;
}
