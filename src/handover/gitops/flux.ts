import { chartRepository, chartTitle, repositoryName } from '../../agent/chart/chart.ts';
import type { FieldId } from '../field-id.ts';
import { fieldValue } from '../fields.ts';
import { namespaceName, type ReadInput } from '../input.ts';
import { countedLines, madeOf } from '../made.ts';
import { type Made, type Output, refused } from '../output.ts';
import { withValues } from './hosted-values.ts';
import { namespaceObject } from './namespace-parts.ts';
import { valuesRefused } from './values-refused.ts';
import { yamlText } from './yaml-text.ts';

const fields: readonly FieldId[] = ['releaseName', 'chartVersion', 'fluxNamespace'];

/**
 * A Namespace, a HelmRepository and a HelmRelease of Flux, in this order:
 * https://fluxcd.io/flux/components/helm/helmreleases/
 */
export const flux: Output = {
  id: 'flux',
  group: 'GitOps and IaC',
  title: 'Flux',
  kind: () => 'HelmRelease',
  purpose: 'The Namespace, a Flux HelmRepository and a HelmRelease with the same values.',
  folder: 'flux',
  fields,
  make: (input) => madeOf(input, fields, makeRelease),
};

function makeRelease(input: ReadInput): Made {
  const namespace = namespaceObject(input);
  const release = withValues(
    yamlText({
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: {
        name: fieldValue(input, 'releaseName'),
        namespace: fieldValue(input, 'fluxNamespace'),
      },
      spec: {
        interval: '1h',
        releaseName: fieldValue(input, 'releaseName'),
        targetNamespace: namespace.metadata.name,
        chart: {
          spec: {
            chart: chartTitle,
            version: fieldValue(input, 'chartVersion'),
            sourceRef: { kind: 'HelmRepository', name: repositoryName },
          },
        },
        values: {},
      },
    }),
    ['spec', 'values'],
    input.assessment.trees.values,
  );
  if (release === undefined) return refused(valuesRefused);
  const repository = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name: repositoryName, namespace: fieldValue(input, 'fluxNamespace') },
    spec: { interval: '24h', url: chartRepository },
  };
  const text = [yamlText(namespace), yamlText(repository), release].join('---\n');
  return {
    ok: true,
    files: [
      {
        name: 'helm-release.yaml',
        says: `${countedLines(text)}, checked against Flux’s schemas`,
        text,
      },
    ],
    note: `The Namespace is in it with its labels. Leave out \`${namespaceName(input)}\` if you use this.`,
  };
}
