import type { Assessment } from '../../agent/assess/assessment.ts';
import { normalPath } from '../../agent/chart/mount-path.ts';
import { isWithin, readMounts, readVolumes } from '../../agent/chart/volumes.ts';
import { sidecarConfig } from '../../agent/rules/sidecar-config.ts';
import { logFolderIn } from './component-subjects.ts';
import { dataAt } from './data-at.ts';

/** How task logs get from Airflow to the collector. */
interface LogFlow {
  /** Airflow's log folder in the first pod that writes logs. */
  readonly writer: string;
  /** The volume that both sides mount; empty if they share none. */
  readonly volume: string;
  readonly kind: string;
  readonly reader: string;
  readonly readOnly: boolean;
}

const mountsPath = ['loggingSidecar', 'volumeMounts'];

export function logFlow(assessment: Assessment): LogFlow {
  const { trees, settings } = assessment;
  const { values } = trees;
  const pod = settings.components.workers.length > 0 ? ['workers', 0] : ['triggerer'];
  const writer = logFolderIn(assessment, pod);
  const written = readMounts(dataAt(values, [...pod, 'volumeMounts']), []).find(
    ({ mountPath }) => mountPath === writer,
  );
  const read = readMounts(dataAt(values, mountsPath), mountsPath).find(
    ({ mountPath }) => mountPath === normalPath(settings.sidecar.logsPath),
  );
  const volume = read && written?.name === read.name ? read.name : '';
  const declared = readVolumes(dataAt(values, [...pod, 'volumes']), []).find(
    ({ name }) => name === volume,
  );
  const size = declared?.source.sizeLimit;
  return {
    writer,
    volume,
    kind: [declared?.kind, size].filter((part) => typeof part === 'string').join(', '),
    reader: settings.sidecar.logsPath,
    readOnly: read?.readOnly ?? false,
  };
}

/** What the configuration's text says. */
interface ConfigFacts {
  readonly dataDir: string;
  readonly includes: readonly string[];
  /** Whether one of the includes lies in the folder that the sidecar mounts. */
  readonly matches: boolean;
}

export function configFacts({ settings: { sidecar } }: Assessment): ConfigFacts {
  const { dataDir, includes } = sidecarConfig({ loggingSidecar: { config: sidecar.config } });
  const folder = normalPath(sidecar.logsPath);
  return { dataDir, includes, matches: includes.some((glob) => isWithin(fixedPart(glob), folder)) };
}

/** A glob's path up to its first pattern. */
function fixedPart(glob: string): string {
  return glob.slice(0, glob.search(/[*?[{]|$/)).replace(/\/+$/, '');
}
