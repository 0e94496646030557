import type { PodAssessment } from '../../agent/assess/assessment.ts';
import type { PodContainer } from '../../agent/judge/pods/chart-pod.ts';
import type { Finding } from '../../agent/rules/finding.ts';
import type { Container, SecurityContext } from '../../pss/pod.ts';
import type { Tone } from '../findings/effect.tsx';

/** One security setting of a container and where its value comes from. */
interface ContainerFact {
  readonly key: string;
  readonly tone: Tone;
  readonly source: string;
}

/** What the pod's own context can set for its containers. */
const fromPod = ['runAsNonRoot', 'runAsUser', 'seccompProfile'] as const;

const keys = [
  'runAsNonRoot',
  'seccompProfile',
  'allowPrivilegeEscalation',
  'capabilities',
  'runAsUser',
  'readOnlyRootFilesystem',
] as const;

/** The init or extra containers of a pod, in the order of their list in the file. */
export function containersOfKind(
  pod: PodAssessment,
  kind: 'init' | 'extra',
): readonly PodContainer[] {
  return pod.containers.filter((container) => container.kind === kind);
}

/** The six settings that decide about a container, read from the pod as it would be created. */
export function factsOf(
  { pod }: PodAssessment,
  container: PodContainer,
  /** What is wrong with the pod. */
  findings: readonly Finding[],
): readonly ContainerFact[] {
  const { spec } = pod;
  const list = (container.kind === 'init' ? spec?.initContainers : spec?.containers) ?? [];
  const own = list.find((one) => one?.name === container.name);
  return keys.map((key) => {
    const source = sourceOf(key, own?.securityContext, spec?.securityContext);
    const inherits = source === 'missing' && fromPod.some((known) => known === key);
    const wrong = findings.some(
      (finding) =>
        finding.effect !== 'advice' &&
        finding.rule.startsWith(key) &&
        (finding.container === container.name || inherits),
    );
    if (wrong) return { key, tone: 'rejected', source };
    if (source !== 'missing') return { key, tone: 'admitted', source };
    return key === 'readOnlyRootFilesystem'
      ? { key, tone: 'advice', source: 'advice' }
      : { key, tone: 'neutral', source: 'not set' };
  });
}

function sourceOf(
  key: (typeof keys)[number],
  own: Container['securityContext'],
  pod: unknown,
): string {
  const value = valueIn(own, key);
  if (value !== undefined) return [plainText(value), 'its own'].filter(Boolean).join(', ');
  const shared = fromPod.some((known) => known === key) ? valueIn(pod, key) : undefined;
  if (shared !== undefined) return [plainText(shared), 'from the pod'].filter(Boolean).join(', ');
  return 'missing';
}

function valueIn(context: SecurityContext | unknown, key: string): unknown {
  if (typeof context !== 'object' || context === null) return undefined;
  const found = Object.entries(context).find(([name]) => name === key);
  return found?.[1] ?? undefined;
}

/** A number is worth showing; whether a setting is on shows in its mark. */
function plainText(value: unknown): string {
  return typeof value === 'number' ? String(value) : '';
}
