import { sidecarDefaults, vectorVolume } from '../chart/chart.ts';
import { type Applied, applyInOrder } from '../documents/apply-changes.ts';
import type { Documents } from '../documents/documents.ts';
import { isMapping, listOf, textOf, valueAt, valueIn } from '../documents/plain.ts';
import { changeData } from './lens/change-data.ts';
import { ChangingData } from './lens/changing-data.ts';
import { removeUnmounted, sidecarPods } from './lens/folders.ts';
import { readSettings, treeData } from './lens/read-settings.ts';
import { treesOf, writeSettings } from './lens/write-settings.ts';
import type { SidecarSettings } from './settings.ts';

/**
 * Switches the logging sidecar on. With the answers remembered from before it comes back as it
 * was; without, it gets what the guide gives it, and a place for Vector's checkpoints if its root
 * is read-only. What the file says already is kept.
 */
export function switchSidecarOn(documents: Documents, answers?: SidecarSettings): Applied {
  const settings = readSettings(treesOf(documents));
  const sidecar = { ...(answers ?? withGuide(settings.sidecar)), enabled: true };
  return writeSettings(documents, { ...settings, sidecar });
}

function withGuide(sidecar: SidecarSettings): SidecarSettings {
  const { capabilities } = sidecar.container;
  return {
    ...sidecar,
    container: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { ...capabilities, dropAll: true },
    },
    logsPath: sidecar.logsPath || sidecarDefaults.logsPath,
    dataVolume: sidecar.dataVolume || vectorVolume,
  };
}

/**
 * Switches the logging sidecar off and takes out what was added for it since the file was opened:
 * its keys go back to what they were, and so do the volumes that nothing else mounts. The answers,
 * read before with `readSettings(...).sidecar`, are the caller's to remember.
 * @param originals the documents as they were opened
 */
export function switchSidecarOff(documents: Documents, originals: Documents): Applied {
  const changing = new ChangingData('values', treeData(treesOf(documents).values));
  const original = treeData(treesOf(originals).values);
  const mounted = listOf(changing.at(['loggingSidecar', 'volumeMounts'])).map((mount) =>
    textOf(valueAt(mount, 'name')),
  );
  changeData(changing, ['loggingSidecar'], switchedOff(valueAt(original, 'loggingSidecar')));
  for (const path of sidecarPods(changing)) {
    const before = volumeNames(originalPod(original, changing.at(path)));
    const added = mounted.filter((name) => !before.includes(name));
    removeUnmounted(changing, path, new Set(added));
  }
  return applyInOrder(documents, changing.changes);
}

function switchedOff(sidecar: unknown): unknown {
  return isMapping(sidecar) && sidecar.enabled === true ? { ...sidecar, enabled: false } : sidecar;
}

/** The pod as it was opened: a worker by its name, everything else is the triggerer. */
function originalPod(original: unknown, pod: unknown): unknown {
  const name = valueAt(pod, 'name');
  if (name === undefined) return valueAt(original, 'triggerer');
  return listOf(valueAt(original, 'workers')).find((worker) => valueAt(worker, 'name') === name);
}

function volumeNames(pod: unknown): string[] {
  return listOf(valueIn(pod, ['volumes'])).map((volume) => textOf(valueAt(volume, 'name')));
}
