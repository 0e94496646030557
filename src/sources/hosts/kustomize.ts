import {
  groupOf,
  type HostReader,
  listAt,
  mappingAt,
  namedFile,
  namedFiles,
  own,
  releaseOf,
  textAt,
} from './host.ts';
import type { FileLocation, HostLayer } from './host-layer.ts';

/**
 * The helmCharts of a Kustomization: https://kubectl.docs.kubernetes.io/references/kustomize/builtins/
 * Kustomize takes a file without apiVersion and kind, too; kustomize.toolkit.fluxcd.io is Flux's.
 */
export const readKustomization: HostReader = (data) => {
  const charts = listAt(data, 'helmCharts');
  const isBare = data.apiVersion === undefined && data.kind === undefined && charts.length > 0;
  const isNamed = data.kind === 'Kustomization' && groupOf(data) === 'kustomize.config.k8s.io';
  if (!isBare && !isNamed) return undefined;
  const releases = charts.map((chart, index) => ({
    ...releaseOf(layersOf(chart, ['helmCharts', index]), {
      name: textAt(chart, 'releaseName'),
      namespace: textAt(chart, 'namespace') ?? textAt(data, 'namespace'),
      chart: textAt(chart, 'name'),
    }),
    dropsNulls: textAt(chart, 'valuesMerge') !== 'replace',
  }));
  return { kind: 'Kustomization', releases };
};

/** Files are named from the Kustomization's folder; an address is none. */
function besideHost(path: string): FileLocation | undefined {
  return path.includes('://') ? undefined : { base: 'host', path };
}

/** By `valuesMerge` the file stands below what is inline, above it, or nowhere. */
function layersOf(chart: unknown, at: HostLayer['path']): readonly HostLayer[] {
  const inline = own([...at, 'valuesInline'], mappingAt(chart, 'valuesInline'));
  const name = textAt(chart, 'valuesFile');
  const file: readonly HostLayer[] =
    name === undefined ? [] : [namedFile(name, [...at, 'valuesFile'], false, besideHost(name))];
  const more = [...at, 'additionalValuesFiles'];
  const additional = namedFiles(listAt(chart, 'additionalValuesFiles'), more, {
    locate: besideHost,
  });
  switch (textAt(chart, 'valuesMerge')) {
    case 'merge':
      return [inline, ...file, ...additional];
    case 'replace':
      return [inline, ...additional];
    default:
      return [...file, inline, ...additional];
  }
}
