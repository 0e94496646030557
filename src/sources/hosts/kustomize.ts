import { groupOf, type HostReader, listAt, mappingAt, releaseOf, textAt } from './host.ts';

/**
 * The helmCharts of a Kustomization: https://kubectl.docs.kubernetes.io/references/kustomize/builtins/
 * Kustomize takes a file without apiVersion and kind, too; kustomize.toolkit.fluxcd.io is Flux's.
 */
export const readKustomization: HostReader = (data) => {
  const charts = listAt(data, 'helmCharts');
  const isBare = data.apiVersion === undefined && data.kind === undefined && charts.length > 0;
  const isNamed = data.kind === 'Kustomization' && groupOf(data) === 'kustomize.config.k8s.io';
  if (!isBare && !isNamed) return undefined;
  const releases = charts.map((chart, index) =>
    releaseOf(
      [
        {
          path: ['helmCharts', index, 'valuesInline'],
          value: mappingAt(chart, 'valuesInline'),
        },
      ],
      {
        name: textAt(chart, 'releaseName'),
        namespace: textAt(chart, 'namespace') ?? textAt(data, 'namespace'),
        chart: textAt(chart, 'name'),
      },
    ),
  );
  return { kind: 'Kustomization', releases };
};
