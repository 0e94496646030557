import type { PlainObject } from '../../yaml/value.ts';
import {
  groupOf,
  type HostReader,
  listAt,
  mappingAt,
  namedFiles,
  own,
  releaseOf,
  textAt,
} from './host.ts';
import type { HostLayer } from './host-layer.ts';

/** A HelmRelease of Flux: https://fluxcd.io/flux/components/helm/helmreleases/ */
export const readHelmRelease: HostReader = (data) => {
  if (data.kind !== 'HelmRelease' || groupOf(data) !== 'helm.toolkit.fluxcd.io') return undefined;
  const spec = mappingAt(data, 'spec');
  const namespace = textAt(data, 'metadata', 'namespace');
  const files = ['spec', 'chart', 'spec', 'valuesFiles'];
  const layers = [
    ...namedFiles(listAt(data, ...files), files),
    ...listAt(spec, 'valuesFrom').flatMap((one, index) => objectLayer(one, index, namespace)),
    own(['spec', 'values'], spec.values),
  ];
  const release = releaseOf(layers, {
    name: textAt(spec, 'releaseName') ?? textAt(data, 'metadata', 'name'),
    namespace: textAt(spec, 'targetNamespace') ?? namespace,
    // A chartRef names an object; people call it as the chart.
    chart: textAt(spec, 'chart', 'spec', 'chart') ?? textAt(spec, 'chartRef', 'name'),
  });
  return { kind: 'HelmRelease', releases: [release] };
};

function objectLayer(
  reference: unknown,
  index: number,
  namespace: string | undefined,
): readonly HostLayer[] {
  const name = textAt(reference, 'name');
  const kind = textAt(reference, 'kind');
  if (name === undefined || (kind !== 'ConfigMap' && kind !== 'Secret')) return [];
  const targetPath = textAt(reference, 'targetPath');
  return [
    {
      from: 'object',
      path: ['spec', 'valuesFrom', index],
      kind,
      name,
      ...(namespace === undefined ? {} : { namespace }),
      key: textAt(reference, 'valuesKey') ?? 'values.yaml',
      optional: isOptional(reference),
      ...(targetPath === undefined ? {} : { targetPath }),
    },
  ];
}

function isOptional(reference: unknown): boolean {
  const { optional }: PlainObject = mappingAt(reference);
  return optional === true;
}
