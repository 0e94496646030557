import { existsIn, isUnset, listOf, valueAt, valueIn } from '../../../agent/documents/plain.ts';
import { matrixRows } from '../../../agent/judge/check-matrix.ts';
import type { PodJudgement } from '../../../agent/judge/pod-judgement.ts';
import { type ChartPod, originOf, type Variant } from '../../../agent/judge/pods/chart-pod.ts';
import type { CheckId, Violation } from '../../../pss/index.ts';
import type { Path } from '../../../yaml/path.ts';
import type { PartState, TagKind, TagPart } from './parts.ts';

/** What a tag shows of one field, which a container may inherit from its pod. */
interface FieldValue {
  readonly value: unknown;
  /** Whether the file says outright that nobody sets it: `runAsUser: null`. */
  readonly isNulled: boolean;
  /** Its place in the pod. */
  readonly field: Path;
}

interface Reader {
  readonly pod: ChartPod;
  readonly judgement: Pick<PodJudgement, 'containers' | 'modes'>;
  readonly index: number;
  /** Whether the read-only root is advised for this container. */
  readonly rootAdvised: boolean;
}

/**
 * A container's tags in their order: user, escalation, capabilities, seccomp, root, and whatever
 * else it is refused for. Of the ways of reading the chart, each tag shows the one that is refused.
 */
export function containerTags(reader: Reader): readonly TagPart[] {
  return [
    userTag(reader),
    escalationTag(reader),
    ...capabilityTags(reader),
    seccompTag(reader),
    rootTag(reader),
    ...otherTags(reader),
  ];
}

/** The reading under which one of the checks refuses the container, else the worst there is. */
function readingFor({ pod, judgement, index }: Reader, checks: readonly CheckId[]) {
  const { enforce } = judgement.modes;
  const at = pod.variants.findIndex((_, reading) => {
    const one = enforce.readings.slice(reading, reading + 1);
    const modes = { ...judgement.modes, enforce: { ...enforce, readings: one } };
    const columns = [{ name: '', checks }];
    const row = matrixRows({ containers: judgement.containers, modes }, columns)[index];
    return one.length > 0 && row?.cells[0] === 'rejected';
  });
  const variant = pod.variants[at] ?? pod.variants[enforce.worst] ?? pod.variants[0];
  return { variant, isRefused: at >= 0 };
}

function read({ pod, index }: Reader, variant: Variant, path: Path, inherits: boolean): FieldValue {
  const own = variant.containerContexts[index]?.value;
  const place = pod.containers[index]?.place ?? ['containers', index];
  const ownField = ['spec', ...place, 'securityContext', ...path];
  const value = valueIn(own, path);
  const shared = variant.podContext.value;
  const sharedValue = valueIn(shared, path);
  if (!inherits || !isUnset(value)) {
    return { value, isNulled: existsIn(own, path) && value === null, field: ownField };
  }
  const isOwnNull = existsIn(own, path);
  const isNulled = isOwnNull || (existsIn(shared, path) && sharedValue === null);
  const isShared = !isUnset(sharedValue) || !isOwnNull;
  return {
    value: sharedValue,
    isNulled: isNulled && isUnset(sharedValue),
    field: isShared ? ['spec', 'securityContext', ...path] : ownField,
  };
}

function tag(
  { pod }: Reader,
  variant: Variant,
  kind: TagKind,
  words: string,
  at: { readonly field: Path; readonly isRefused: boolean; readonly otherwise?: PartState },
): TagPart {
  return {
    kind,
    words,
    state: at.isRefused ? 'refused' : (at.otherwise ?? 'plain'),
    place: originOf(pod, variant, at.field),
  };
}

function userTag(reader: Reader): TagPart {
  const { variant, isRefused } = readingFor(reader, ['runAsNonRoot', 'runAsUser']);
  const { value, isNulled, field } = read(reader, variant, ['runAsUser'], true);
  const nonRoot = read(reader, variant, ['runAsNonRoot'], true);
  const mayBeRoot = isRefused && nonRoot.value !== true;
  const who = isUnset(value)
    ? isNulled
      ? 'User by OpenShift'
      : 'No user set'
    : `User ${String(value)}`;
  const words = mayBeRoot && value !== 0 ? `${who}, may be root` : who;
  return tag(reader, variant, 'user', words, {
    field: mayBeRoot && value !== 0 ? nonRoot.field : field,
    isRefused,
  });
}

function escalationTag(reader: Reader): TagPart {
  const { variant, isRefused } = readingFor(reader, ['allowPrivilegeEscalation']);
  const { value, field } = read(reader, variant, ['allowPrivilegeEscalation'], false);
  const words = value === false ? 'No escalation' : 'May escalate';
  return tag(reader, variant, 'escalation', words, { field, isRefused });
}

const harmlessCapability = 'NET_BIND_SERVICE';

function capabilityTags(reader: Reader): readonly TagPart[] {
  const { variant, isRefused } = readingFor(reader, [
    'capabilities_restricted',
    'capabilities_baseline',
  ]);
  const drop = read(reader, variant, ['capabilities', 'drop'], false);
  const add = read(reader, variant, ['capabilities', 'add'], false);
  const dropsAll = listOf(drop.value).includes('ALL');
  const added = listOf(add.value).map(String);
  const addsMore = added.some((name) => name !== harmlessCapability);
  const { isRefused: restricted } = readingFor(reader, ['capabilities_restricted']);
  const dropped = tag(
    reader,
    variant,
    'capabilities',
    dropsAll ? 'Drops ALL' : 'Keeps capabilities',
    { field: drop.field, isRefused: restricted && !dropsAll },
  );
  if (added.length === 0) return [dropped];
  return [
    dropped,
    tag(reader, variant, 'added', `Adds ${added.join(', ')}`, {
      field: add.field,
      isRefused: isRefused && addsMore,
    }),
  ];
}

function seccompTag(reader: Reader): TagPart {
  const { variant, isRefused } = readingFor(reader, [
    'seccompProfile_restricted',
    'seccompProfile_baseline',
  ]);
  const { value, field } = read(reader, variant, ['seccompProfile'], true);
  const type = valueAt(value, 'type');
  const words = isUnset(type) ? 'No seccomp' : String(type);
  return tag(reader, variant, 'seccomp', words, { field, isRefused });
}

function rootTag(reader: Reader): TagPart {
  const { pod, index, rootAdvised } = reader;
  const path = ['readOnlyRootFilesystem'];
  // Read-only only if it is under each reading.
  const writable = pod.variants.find((one) => read(reader, one, path, false).value !== true);
  const variant = writable ?? pod.variants[0];
  const { field } = read({ ...reader, index }, variant, path, false);
  const words = writable === undefined ? 'Read-only root' : 'Root writable';
  const otherwise = writable !== undefined && rootAdvised ? 'advice' : 'plain';
  return tag(reader, variant, 'root', words, { field, isRefused: false, otherwise });
}

/** The checks that the tags above, or the volumes, speak of. */
const shownElsewhere: ReadonlySet<CheckId> = new Set([
  'runAsNonRoot',
  'runAsUser',
  'allowPrivilegeEscalation',
  'capabilities_restricted',
  'capabilities_baseline',
  'seccompProfile_restricted',
  'seccompProfile_baseline',
  'restrictedVolumes',
  'hostPathVolumes',
]);

/** What else Kubernetes refuses the container for, in its own words: `privileged`, `hostPort`. */
function otherTags(reader: Reader): readonly TagPart[] {
  const { judgement, pod, index } = reader;
  const found = new Map<string, TagPart>();
  for (const [reading, { violations }] of judgement.modes.enforce.readings.entries()) {
    const variant = pod.variants[reading];
    if (variant === undefined) continue;
    for (const violation of violations) {
      if (shownElsewhere.has(violation.check) || found.has(violation.reason)) continue;
      const field = fieldIn(violation, pod.containers[index]?.place);
      if (field === undefined) continue;
      const at = { field, isRefused: true };
      found.set(violation.reason, tag(reader, variant, 'refused', violation.reason, at));
    }
  }
  return [...found.values()];
}

/** The field of a violation that is the container's own, or else the pod's. */
function fieldIn({ fields }: Violation, place: Path | undefined): Path | undefined {
  const own = fields.find(({ path }) => path[1] === place?.[0] && path[2] === place?.[1]);
  if (own !== undefined) return own.path;
  return fields.find(({ path }) => path[1] !== 'containers' && path[1] !== 'initContainers')?.path;
}
