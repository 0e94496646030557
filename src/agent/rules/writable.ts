import { isWritable, type Mount, mountOver, type Volume } from '../chart/volumes.ts';
import type { Mapping } from '../documents/plain.ts';
import {
  agentIndex,
  type ChartContainer,
  type ChartPod,
  mayHaveReadOnlyRoot,
} from '../judge/pods/chart-pod.ts';
import { logFolder } from '../judge/pods/env.ts';

/** What a folder of a container is. */
export type FolderState =
  | { readonly kind: 'root' }
  | { readonly kind: 'mounted'; readonly mount: Mount; readonly volume: Volume }
  /** A mount whose volume the pod lacks: mount-without-volume is what speaks of it. */
  | { readonly kind: 'dangling'; readonly mount: Mount };

export function folderState(pod: ChartPod, container: ChartContainer, folder: string): FolderState {
  const mount = mountOver(container.mounts, folder);
  if (mount === undefined) return { kind: 'root' };
  const volume = pod.volumes.find(({ name }) => name === mount.name);
  return volume === undefined ? { kind: 'dangling', mount } : { kind: 'mounted', mount, volume };
}

/** Whether a folder is on a read-only root, or on a volume of a kind that cannot be written. */
export function isUnwritable(pod: ChartPod, container: number, folder: string): boolean {
  const one = pod.containers[container];
  if (one === undefined) return false;
  const state = folderState(pod, one, folder);
  if (state.kind === 'root') return mayHaveReadOnlyRoot(pod, container);
  return state.kind === 'mounted' && !isWritable(state.volume);
}

/** As `isUnwritable`, for the agent's own container. */
export function agentCannotWrite(pod: ChartPod, folder: string): boolean {
  return isUnwritable(pod, agentIndex(pod), folder);
}

/** The log folder of a component that keeps logs; Sentinel has none. */
export function logsOf(pod: ChartPod, values: Mapping): string | undefined {
  return pod.component === 'sentinel' ? undefined : logFolder(pod, values);
}
