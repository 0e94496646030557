import type { ContainerPart, MountPart, PodPicture, TagPart, VolumePart } from './parts.ts';

/**
 * A picture with what differs from the pod as the file was opened: what is refused or fails stays
 * marked as that, and what is gone is not drawn.
 */
export function sinceOpened(now: PodPicture, before: PodPicture | undefined): PodPicture {
  return {
    ...now,
    isNew: before === undefined,
    ...(before === undefined ? {} : { reasonsBefore: before.reasons }),
    containers: now.containers.map((container) =>
      changedContainer(
        container,
        before?.containers.find(({ name }) => name === container.name),
      ),
    ),
    volumes: now.volumes.map((volume) =>
      changedVolume(
        volume,
        before?.volumes.find(({ name }) => name === volume.name),
      ),
    ),
  };
}

function changedContainer(now: ContainerPart, before: ContainerPart | undefined): ContainerPart {
  return {
    ...now,
    isNew: before === undefined,
    tags: now.tags.map((tag) => changedTag(tag, before)),
    mounts: now.mounts.map((mount) =>
      changedMount(
        mount,
        before?.mounts.find(({ path }) => path === mount.path),
      ),
    ),
  };
}

function changedTag(now: TagPart, before: ContainerPart | undefined): TagPart {
  const was = before?.tags.find(
    ({ kind, words }) => kind === now.kind && (kind !== 'refused' || words === now.words),
  );
  if (was?.words === now.words) return now;
  return noted(now, was === undefined ? 'new' : `was ${was.words}`);
}

function changedMount(now: MountPart, before: MountPart | undefined): MountPart {
  if (before === undefined) return noted(now, 'new');
  if (before.volume !== now.volume) return noted(now, `was ${before.volume}`);
  if (before.isReadOnly === now.isReadOnly) return now;
  return noted(now, before.isReadOnly ? 'was read-only' : 'was writable');
}

function changedVolume(now: VolumePart, before: VolumePart | undefined): VolumePart {
  if (before === undefined) return noted(now, 'new');
  if (before.source !== now.source) {
    // What it has become counts more than that it has no limit.
    return noted({ ...now, words: now.words.replace(', no limit', '') }, `was ${before.source}`);
  }
  const words = now.words === before.words || now.state === 'refused';
  return words ? now : noted(now, `was ${before.words.replace(/^emptyDir, /, '')}`);
}

function noted<Drawn extends TagPart | MountPart | VolumePart>(part: Drawn, note: string): Drawn {
  const stands = part.state === 'refused' || part.state === 'fails';
  return { ...part, state: stands ? part.state : 'changed', note };
}
