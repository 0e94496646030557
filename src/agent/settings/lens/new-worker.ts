import type { PlainValue } from '../../../yaml/change.ts';
import { mountComments } from '../../chart/chart.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { readVolumes } from '../../chart/volumes.ts';
import { isMapping, listOf, mappingOf, textOf, valueAt, valueIn } from '../../documents/plain.ts';
import type { WorkerSettings } from '../settings.ts';
import type { ChangingData, Comments } from './changing-data.ts';
import { containerContextValue, podContextValue } from './contexts.ts';
import { declares, folderVolume, sidecarPods } from './folders.ts';
import { plain, present } from './plain.ts';

const room = { cpu: '1', memory: '2Gi', 'ephemeral-storage': '1Gi' };

/**
 * Adds a worker at the end of the list. Helm replaces lists as a whole, so it gets what the
 * chart's templates may read; the sizes are those of the Astro UI's file.
 */
export function appendWorker(changing: ChangingData, worker: WorkerSettings): void {
  const { name, queues, replicas, override, folders } = worker;
  const volumes = [...new Map(folders.map((folder) => [folder.volume, folder])).values()];
  const value = present({
    name,
    queues: queues === '' ? undefined : queues,
    replicas: replicas === '' ? undefined : Number(replicas),
    syncSlots: 20,
    image: imageOfOldShape(changing),
    resources: { limits: room, requests: room },
    hpa: { enabled: false },
    terminationGracePeriodSeconds: 600,
    podSecurityContext: override === null ? undefined : podContextValue(override.pod, 'full'),
    containerSecurityContext:
      override === null ? undefined : containerContextValue(override.container, 'full'),
    volumes: [
      ...volumes.map(folderVolume),
      ...sidecarVolumes(changing, new Set(volumes.map(({ volume }) => volume))),
    ],
    volumeMounts: folders.map(({ path, volume }) => ({ name: volume, mountPath: path })),
  });
  changing.append(['workers'], value, commentsOf(folders));
}

function commentsOf(folders: WorkerSettings['folders']): Comments {
  return Object.fromEntries(
    folders.flatMap(({ path }, index): [string, string][] => {
      const comment = mountComments[normalPath(path)];
      return comment === undefined ? [] : [[`volumeMounts/${index}/mountPath`, comment]];
    }),
  );
}

/** Chart 1.0 has an image for each component and none for all: the new worker takes another's. */
function imageOfOldShape(changing: ChangingData): string | undefined {
  if (changing.at(['image']) !== undefined) return undefined;
  const images = listOf(changing.at(['workers'])).map((worker) => textOf(valueAt(worker, 'image')));
  return images.find((image) => image !== '');
}

/** The volumes that an enabled sidecar mounts, as the other pods declare them. */
function sidecarVolumes(changing: ChangingData, names: ReadonlySet<string>): PlainValue[] {
  const sidecar = changing.at(['loggingSidecar']);
  if (valueAt(sidecar, 'enabled') !== true) return [];
  const mounted = new Set(
    listOf(valueAt(sidecar, 'volumeMounts')).map((mount) => textOf(valueAt(mount, 'name'))),
  );
  return [...mounted].flatMap((name) => {
    const other = sidecarPods(changing)
      .map((path) => changing.at(path))
      .find((pod) => declares(pod, name));
    if (names.has(name) || other === undefined) return [];
    const declared = readVolumes(valueAt(other, 'volumes'), ['volumes']).find(
      (volume) => volume.name === name,
    );
    const value = declared && valueIn(other, declared.path);
    return isMapping(value) ? [plain(mappingOf(value))] : [];
  });
}
