import type { Verdict } from '../../../agent/assess/assessment.ts';
import type { Path } from '../../../yaml/path.ts';

/** How a part of a picture stands out, the strongest that holds. */
export type PartState = 'refused' | 'fails' | 'changed' | 'advice' | 'plain';

/** Something of a pod that is drawn, and leads to its place in values.yaml. */
interface Part {
  readonly state: PartState;
  /** What it was, or that it is new: `new`, `was hostPath`. */
  readonly note?: string;
  readonly place: Path;
}

export type TagKind =
  | 'user'
  | 'escalation'
  | 'capabilities'
  | 'added'
  | 'seccomp'
  | 'root'
  | 'refused';

/** Who a container runs as and what it may do: `User 50000`, `Drops ALL`. */
export interface TagPart extends Part {
  readonly kind: TagKind;
  readonly words: string;
}

export interface MountPart extends Part {
  /** Where the container sees it. */
  readonly path: string;
  readonly volume: string;
  readonly isReadOnly: boolean;
  /** Whether the pod has no volume of that name. */
  readonly isLoose: boolean;
}

/** What a volume is on: `files` is read-only content such as a ConfigMap. */
export type Medium = 'disk' | 'memory' | 'files';

export interface VolumePart extends Part {
  readonly name: string;
  readonly medium: Medium;
  /** `emptyDir, 1Gi` */
  readonly words: string;
  /** `emptyDir`, by which it is told whether it became something else. */
  readonly source: string;
}

export interface ContainerPart {
  readonly name: string;
  /** `stays` is an init container that runs on beside the others. */
  readonly role: 'init' | 'stays' | 'main' | 'sidecar' | 'extra';
  readonly isNew: boolean;
  readonly place: Path;
  readonly tags: readonly TagPart[];
  readonly mounts: readonly MountPart[];
}

/** One pod as it is drawn. */
export interface PodPicture {
  /** `worker/heavy` */
  readonly id: string;
  readonly verdict: Verdict;
  /** Why it cannot be drawn, for a pod that could not be built. */
  readonly unbuilt?: string;
  readonly replicas?: number;
  /** How many reasons Kubernetes has to refuse it. */
  readonly reasons: number;
  /** The same of the pod as the file was opened; absent without one. */
  readonly reasonsBefore?: number;
  readonly isNew: boolean;
  readonly containers: readonly ContainerPart[];
  /** Those that are mounted in the order of their first mount, then the others. */
  readonly volumes: readonly VolumePart[];
}
