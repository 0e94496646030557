import { groupOf, type HostReader, mappingAt, releaseOf, textAt } from './host.ts';

/**
 * HelmChart and HelmChartConfig of k3s and RKE2: https://docs.k3s.io/helm. A HelmChart of
 * source.toolkit.fluxcd.io is another thing, and holds no values.
 */
export const readHelmChart: HostReader = (data) => {
  const { kind } = data;
  if (groupOf(data) !== 'helm.cattle.io') return undefined;
  if (kind !== 'HelmChart' && kind !== 'HelmChartConfig') return undefined;
  const spec = mappingAt(data, 'spec');
  const candidates = ['valuesContent', 'values'].map((key) => ({
    path: ['spec', key],
    value: spec[key],
  }));
  const release = releaseOf(candidates, {
    name: textAt(data, 'metadata', 'name'),
    namespace: textAt(spec, 'targetNamespace') ?? textAt(data, 'metadata', 'namespace'),
    // A HelmChartConfig is of the HelmChart of its own name.
    chart: kind === 'HelmChart' ? textAt(spec, 'chart') : textAt(data, 'metadata', 'name'),
  });
  return { kind, releases: [release] };
};
