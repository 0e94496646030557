import { groupOf, type HostReader, listAt, mappingAt, own, releaseOf, textAt } from './host.ts';
import type { HostLayer } from './host-layer.ts';

/**
 * HelmChart and HelmChartConfig of k3s and RKE2: https://docs.k3s.io/helm. A HelmChart of
 * source.toolkit.fluxcd.io is another thing, and holds no values. What a HelmChartConfig of the
 * same name says stands between the HelmChart's secrets and its `set`.
 */
export const readHelmChart: HostReader = (data) => {
  const { kind } = data;
  if (groupOf(data) !== 'helm.cattle.io') return undefined;
  if (kind !== 'HelmChart' && kind !== 'HelmChartConfig') return undefined;
  const spec = mappingAt(data, 'spec');
  const namespace = textAt(data, 'metadata', 'namespace');
  const layers = [
    ...['valuesContent', 'values'].map((key) => own(['spec', key], spec[key])),
    ...listAt(spec, 'valuesSecrets').flatMap((one, index) => secretLayers(one, index, namespace)),
    ...(kind === 'HelmChart' ? setLayers(mappingAt(spec, 'set')) : []),
  ];
  const release = releaseOf(layers, {
    name: textAt(data, 'metadata', 'name'),
    namespace: textAt(spec, 'targetNamespace') ?? namespace,
    // A HelmChartConfig is of the HelmChart of its own name.
    chart: kind === 'HelmChart' ? textAt(spec, 'chart') : textAt(data, 'metadata', 'name'),
  });
  return { kind, releases: [release] };
};

/** Each key of a Secret that is named is a layer. */
function secretLayers(
  reference: unknown,
  index: number,
  namespace: string | undefined,
): readonly HostLayer[] {
  const name = textAt(reference, 'name');
  if (name === undefined) return [];
  const keys = listAt(reference, 'keys').filter((key) => typeof key === 'string');
  return keys.map((key) => ({
    from: 'object',
    path: ['spec', 'valuesSecrets', index],
    kind: 'Secret',
    name,
    ...(namespace === undefined ? {} : { namespace }),
    key,
    optional: false,
  }));
}

function setLayers(set: Readonly<Record<string, unknown>>): readonly HostLayer[] {
  return Object.entries(set).map(([name, value]) => ({
    from: 'set',
    path: ['spec', 'set', name],
    option: 'set',
    name,
    value: String(value),
  }));
}
