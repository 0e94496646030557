import { namesInWords } from './equal-pods.ts';
import type { ContainerPart, MountPart, PodPicture, VolumePart } from './parts.ts';

const verdicts = {
  rejected: 'Rejected',
  unknown: 'Cannot be judged',
  fails: 'Fails after start',
  admitted: 'Admitted',
} as const;

/** What becomes of a pod, as its picture says it. */
export function verdictOf({ verdict }: PodPicture): string {
  return verdicts[verdict];
}

/** `3 replicas. Was rejected for 4 reasons` */
export function podSays(picture: PodPicture, others: readonly string[]): string {
  const { replicas, reasons, reasonsBefore, isNew, unbuilt } = picture;
  const parts = [
    others.length > 0 ? `Also ${namesInWords(others)}` : '',
    replicas === undefined || others.length > 0
      ? ''
      : `${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`,
    isNew ? 'New' : '',
    unbuilt?.replace(/\.$/, '') ?? '',
    reasons > 0 && unbuilt === undefined ? inReasons(reasons) : '',
    reasons === 0 && reasonsBefore ? `Was rejected for ${inReasons(reasonsBefore)}` : '',
  ];
  return parts.filter((part) => part !== '').join('. ');
}

function inReasons(count: number): string {
  return count === 1 ? '1 reason' : `${count} reasons`;
}

export const roleWords: Readonly<Record<ContainerPart['role'], string>> = {
  init: 'init, runs first',
  stays: 'init, stays',
  main: 'main',
  sidecar: 'sidecar',
  extra: 'extra',
};

/** What stands beside a mount's path: `read-only`, `no volume`, `was data`. */
export function mountNote({ isReadOnly, isLoose, note }: MountPart): string {
  const was = note !== undefined && note !== 'new' ? note : '';
  return [isLoose ? 'no volume' : '', isReadOnly ? 'read-only' : '', was]
    .filter((word) => word !== '')
    .join(', ');
}

/** `emptyDir, 1Gi, new` */
export function volumeSays({ words, note }: VolumePart): string {
  return note === undefined ? words : `${words}, ${note}`;
}
