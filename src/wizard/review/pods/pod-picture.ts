import type { Assessment, PodAssessment } from '../../../agent/assess/assessment.ts';
import { isWritable, type Mount, type Volume } from '../../../agent/chart/volumes.ts';
import { valueAt } from '../../../agent/documents/plain.ts';
import type { ChartContainer, ChartPod, UnbuiltPod } from '../../../agent/judge/pods/chart-pod.ts';
import type { Finding } from '../../../agent/rules/finding.ts';
import { type Path, startsWith } from '../../../yaml/path.ts';
import { chartPodsOf } from './chart-pods.ts';
import { containerTags } from './container-tags.ts';
import type { ContainerPart, MountPart, PartState, PodPicture, VolumePart } from './parts.ts';
import { sinceOpened } from './since-opened.ts';
import { mediumOf, volumeWords } from './volume-words.ts';

/**
 * Every pod as it is drawn: who each container runs as, and which paths it can write.
 * @param before the files as they were opened; what differs from them is marked
 */
export function podPictures(assessment: Assessment, before?: Assessment): readonly PodPicture[] {
  const now = drawn(assessment);
  if (before === undefined) return now;
  const opened = new Map(drawn(before).map((picture) => [picture.id, picture]));
  return now.map((picture) => sinceOpened(picture, opened.get(picture.id)));
}

function drawn(assessment: Assessment): readonly PodPicture[] {
  const { pods, findings } = assessment;
  const built = chartPodsOf(assessment);
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.pod === undefined) continue;
    const known = found.get(finding.pod);
    if (known === undefined) found.set(finding.pod, [finding]);
    else known.push(finding);
  }
  return pods.map((pod) => picture(pod, built.get(pod.id), found.get(pod.id) ?? []));
}

function picture(
  assessed: PodAssessment,
  pod: ChartPod | UnbuiltPod | undefined,
  findings: readonly Finding[],
): PodPicture {
  const { id, verdict, reasons, refusals, unknownReason } = assessed;
  const facts = { id, verdict, reasons: reasons.length + refusals.length, isNew: false };
  if (pod === undefined || !('variants' in pod)) {
    const unbuilt = unknownReason ?? 'This pod cannot be worked out.';
    return { ...facts, unbuilt, containers: [], volumes: [] };
  }
  const replicas = valueAt(pod.spec, 'replicas');
  return {
    ...facts,
    ...(typeof replicas === 'number' ? { replicas } : {}),
    containers: pod.containers.map((container, index) => ({
      ...containerPart(container, pod, findings),
      tags: containerTags({
        pod,
        judgement: assessed,
        index,
        rootAdvised: findings.some(
          ({ rule, effect, container: name }) =>
            rule === 'read-only-root' && effect === 'advice' && name === container.name,
        ),
      }),
    })),
    volumes: volumeParts(pod, findings),
  };
}

function containerPart(
  { name, kind, path, mounts, spec }: ChartContainer,
  { volumes }: ChartPod,
  findings: readonly Finding[],
): Omit<ContainerPart, 'tags'> {
  const stays = kind === 'init' && valueAt(spec, 'restartPolicy') === 'Always';
  return {
    name,
    role: stays ? 'stays' : kind === 'agent' ? 'main' : kind,
    isNew: false,
    place: path,
    mounts: mounts.map((mount) => mountPart(mount, volumes, findings)),
  };
}

function mountPart(
  { name, mountPath, readOnly, path }: Mount,
  volumes: readonly Volume[],
  findings: readonly Finding[],
): MountPart {
  const volume = volumes.find((one) => one.name === name);
  return {
    path: mountPath,
    volume: name,
    isReadOnly: readOnly || (volume !== undefined && !isWritable(volume)),
    isLoose: volume === undefined,
    state: stateAt(path, findings),
    place: path,
  };
}

/** Mounted ones first, in the order of their first mounts: so their lines never cross below. */
function volumeParts(pod: ChartPod, findings: readonly Finding[]): readonly VolumePart[] {
  const mounted = pod.containers.flatMap(({ mounts }) => mounts.map(({ name }) => name));
  const rank = ({ name }: Volume) => {
    const first = mounted.indexOf(name);
    return first < 0 ? mounted.length : first;
  };
  return pod.volumes
    .map((volume) => ({ volume, rank: rank(volume) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ volume }) => {
      const refusedKind = findings.some(
        ({ rule, path }) =>
          (rule === 'restrictedVolumes' || rule === 'hostPathVolumes') &&
          startsWith(path, volume.path),
      );
      return {
        name: volume.name,
        medium: mediumOf(volume),
        source: volume.kind,
        words: refusedKind ? `${volume.kind}: not allowed` : volumeWords(volume),
        state: stateAt(volume.path, findings),
        place: volume.path,
      };
    });
}

/** The worst that is found at a place or below it; advice is no state of a volume. */
function stateAt(place: Path, findings: readonly Finding[]): PartState {
  const effects = new Set(
    findings.filter(({ path }) => startsWith(path, place)).map(({ effect }) => effect),
  );
  if (effects.has('rejected')) return 'refused';
  return effects.has('fails') || effects.has('warned') ? 'fails' : 'plain';
}
