import type { PodPicture } from './parts.ts';

/** Pods that look the same, drawn once. */
export interface EqualPods {
  /** The first, which is drawn. */
  readonly shown: PodPicture;
  /** The ids of the others. */
  readonly others: readonly string[];
}

/**
 * Folds equal workers: the same containers, contexts, mounts and volumes, in every part of the
 * picture. Replicas do not count, and neither do places in the file.
 */
export function equalPods(pictures: readonly PodPicture[]): readonly EqualPods[] {
  const groups = new Map<string, { shown: PodPicture; others: string[] }>();
  for (const picture of pictures) {
    const key = keyOf(picture);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { shown: picture, others: [] });
    else group.others.push(picture.id);
  }
  return [...groups.values()];
}

function keyOf({ id, replicas, ...picture }: PodPicture): string {
  // Only workers are several; what is drawn of a dag-processor never stands for a triggerer.
  const owner = id.startsWith('worker/') ? 'worker' : id;
  return JSON.stringify([owner, picture], (key, value: unknown) =>
    key === 'place' ? undefined : value,
  );
}

/** A worker without the part of its name that all have. */
export function shortName(id: string): string {
  return id.replace(/^worker\//, '');
}

/** `batch`, `batch and ml`, `batch, ml and 38 more` for a list of equal pods. */
export function namesInWords(ids: readonly string[]): string {
  const names = ids.map(shortName);
  if (names.length <= 1) return names.join('');
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** How many pictures are drawn at once. */
export const pictureLimit = 12;

/** Whether somebody should see a pod before others: it has a problem, or it has changed. */
export function isTelling({ verdict, isNew, containers, volumes }: PodPicture): boolean {
  const parts = [...containers.flatMap(({ tags, mounts }) => [...tags, ...mounts]), ...volumes];
  return verdict !== 'admitted' || isNew || parts.some(({ state }) => state === 'changed');
}

/**
 * The pictures to draw, and those behind "Show 24 more": where there are more than the limit,
 * those with problems or changes come first, all in the chart's order.
 */
export function inView(
  groups: readonly EqualPods[],
  { name, all }: { readonly name: string; readonly all: boolean },
): { readonly shown: readonly EqualPods[]; readonly hidden: number } {
  const wanted = name.trim().toLowerCase();
  const found = groups.filter(({ shown, others }) =>
    [shown.id, ...others].some((id) => id.toLowerCase().includes(wanted)),
  );
  if (all || found.length <= pictureLimit) return { shown: found, hidden: 0 };
  const ranked = [
    ...found.filter(({ shown }) => isTelling(shown)),
    ...found.filter(({ shown }) => !isTelling(shown)),
  ].slice(0, pictureLimit);
  return {
    shown: found.filter((one) => ranked.includes(one)),
    hidden: found.length - pictureLimit,
  };
}
