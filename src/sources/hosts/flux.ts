import { groupOf, type HostReader, mappingAt, releaseOf, textAt } from './host.ts';

/** A HelmRelease of Flux: https://fluxcd.io/flux/components/helm/helmreleases/ */
export const readHelmRelease: HostReader = (data) => {
  if (data.kind !== 'HelmRelease' || groupOf(data) !== 'helm.toolkit.fluxcd.io') return undefined;
  const { values } = mappingAt(data, 'spec');
  const release = releaseOf([{ path: ['spec', 'values'], value: values }], {
    name: textAt(data, 'spec', 'releaseName') ?? textAt(data, 'metadata', 'name'),
    namespace: textAt(data, 'spec', 'targetNamespace') ?? textAt(data, 'metadata', 'namespace'),
    // A chartRef names an object; people call it as the chart.
    chart:
      textAt(data, 'spec', 'chart', 'spec', 'chart') ?? textAt(data, 'spec', 'chartRef', 'name'),
  });
  return { kind: 'HelmRelease', releases: [release] };
};
