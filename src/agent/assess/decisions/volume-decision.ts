import { RESTRICTED_VOLUME_SOURCES } from '../../../pss/pod.ts';
import type { Change } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import type { Volume } from '../../chart/volumes.ts';
import type { DocumentChange } from '../../documents/documents.ts';
import {
  isMapping,
  isUnset,
  listOf,
  type Mapping,
  textOf,
  valueAt,
  valueIn,
} from '../../documents/plain.ts';
import type { ChartPod } from '../../judge/pods/chart-pod.ts';
import type { Problem } from '../../rules/finding.ts';
import type { Assessment } from '../assessment.ts';
import type { Choice, Decision, Given, Wanted } from './decision.ts';
import { givenOr } from './given.ts';
import { isCheck, leaveLevel } from './leave-level.ts';
import { podAt } from './pod-at.ts';
import { listed } from './words.ts';

const rules: ReadonlySet<string> = new Set(['hostPathVolumes', 'restrictedVolumes']);

/** What to do about a volume of a type that the namespace does not take. */
export function volumeDecision(
  assessment: Assessment,
  problem: Problem,
  given: Given,
): Decision | undefined {
  const { rule, path } = problem;
  if (!rules.has(rule) || !isCheck(rule)) return undefined;
  const pod = podAt(assessment, path);
  const place = pod && path.slice(0, pod.path.length + 2);
  const item = pod && valueIn(pod.spec, ['volumes', place?.at(-1) ?? -1]);
  if (pod === undefined || place === undefined || !isMapping(item)) return undefined;
  const volume = pod.volumes.find((one) => one.path.join('/') === place.join('/'));
  if (volume === undefined) return undefined;
  const seen = mountsOf(pod, volume.name);
  const isNodes = volume.kind === 'hostPath';
  const remove = removal(pod, volume, seen);
  return {
    problem: problem.id,
    question: isNodes
      ? `What takes the place of the node’s folder${named(volume)}?`
      : `What takes the place of the ${volume.kind} volume${named(volume)}?`,
    choices: [
      emptyDir(item, volume, seen),
      claim(pod, item, volume, given),
      ...(remove === undefined ? [] : [remove]),
      leaveLevel(
        isNodes ? 'hostPathVolumes' : rule,
        isNodes ? 'a hostPath' : `a volume of type ${volume.kind}`,
      ),
    ],
  };
}

function named({ name }: Volume): string {
  return name === '' ? '' : ` ${name}`;
}

/** A mount of a volume, or a device of it, in one container. */
interface Seen {
  readonly container: string;
  readonly at: string;
  readonly path: Path;
  readonly isSidecars: boolean;
}

function mountsOf({ containers }: ChartPod, volume: string): readonly Seen[] {
  return containers.flatMap(({ name, kind, path, spec }) =>
    (
      [
        ['volumeMounts', 'mountPath'],
        ['volumeDevices', 'devicePath'],
      ] as const
    ).flatMap(([list, key]) =>
      listOf(valueAt(spec, list)).flatMap((item, index): Seen[] => {
        if (textOf(valueAt(item, 'name')) !== volume) return [];
        const at = textOf(valueAt(item, key));
        const isSidecars = kind === 'sidecar';
        return [{ container: name, at, path: [...path, list, index], isSidecars }];
      }),
    ),
  );
}

const ofValues = (change: Change): DocumentChange => ({ document: 'values', change });

/** Puts another source in the place of all those that the standard does not allow. */
function replaced(item: Mapping, { path }: Volume, source: Change): readonly DocumentChange[] {
  const gone = RESTRICTED_VOLUME_SOURCES.filter((key) => !isUnset(valueAt(item, key)));
  const removed = gone.map((key): Change => ({ op: 'remove', path: [...path, key] }));
  return [source, ...removed].map(ofValues);
}

function emptyDir(item: Mapping, volume: Volume, seen: readonly Seen[]): Choice {
  const names = [...new Set(seen.map(({ container }) => container))];
  const shares = names.length > 1 ? `${listed(names)} still share the folder.` : '';
  const lost =
    volume.kind === 'hostPath'
      ? 'What is on the node’s disk, such as its agent’s socket, is not seen.'
      : `What is in the ${volume.kind} volume is not seen.`;
  const text = [shares, 'It is empty when the pod starts.', lost].filter((one) => one !== '');
  const set: Change = { op: 'set', path: [...volume.path, 'emptyDir'], value: {} };
  return {
    id: 'empty-dir',
    title: 'Use an emptyDir',
    consequence: text.join(' '),
    label: 'Use emptyDir',
    usual: true,
    changes: replaced(item, volume, set),
  };
}

function claim(pod: ChartPod, item: Mapping, volume: Volume, given: Given): Choice {
  const wants: Wanted = { kind: 'claim', label: 'Claim', example: volume.name || 'shared-data' };
  const replicas = valueAt(pod.spec, 'replicas');
  const many = typeof replicas === 'number' && replicas > 1;
  const set: Change = {
    op: 'set',
    path: [...volume.path, 'persistentVolumeClaim'],
    value: { claimName: givenOr(given, 'claim', wants) },
  };
  return {
    id: 'claim',
    title: 'Use a PersistentVolumeClaim',
    consequence: `Keeps what is written, across pods. The claim must exist in the namespace${many ? `; all ${replicas} replicas share it` : ''}.`,
    label: 'Use this claim',
    wants,
    changes: replaced(item, volume, set),
  };
}

/** Not where the sidecar mounts it: that mount is one for several pods. */
function removal(
  { containers }: ChartPod,
  { path, name }: Volume,
  seen: readonly Seen[],
): Choice | undefined {
  if (seen.some(({ isSidecars }) => isSidecars)) return undefined;
  const where = seen.map(({ at, container }) =>
    containers.length === 1 ? at : `${at} in ${container}`,
  );
  const count = seen.length === 1 ? 'its mount' : `its ${seen.length} mounts`;
  const with_ = seen.length === 0 ? 'Nothing mounts it.' : `And ${count}, at ${listed(where)}.`;
  // From the end, so that no removal moves the place of another.
  const mounts = [...seen].reverse().map(({ path: place }) => place);
  return {
    id: 'remove',
    title: 'Remove the volume',
    consequence: `${with_} What is written${name === '' ? '' : ' there'} goes to the container’s own disk, if that can be written.`,
    label: 'Remove',
    changes: [...mounts, path].map((place) => ofValues({ op: 'remove', path: place })),
  };
}
