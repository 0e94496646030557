import { chartRepository, chartTitle } from '../../agent/chart/chart.ts';
import type { FieldId } from '../field-id.ts';
import { fieldValue } from '../fields.ts';
import type { ReadInput } from '../input.ts';
import { countedLines, madeOf } from '../made.ts';
import { type Made, type Output, refused } from '../output.ts';
import { withValues } from './hosted-values.ts';
import { namespaceObject } from './namespace-parts.ts';
import { valuesRefused } from './values-refused.ts';
import { yamlText } from './yaml-text.ts';

const fields: readonly FieldId[] = ['releaseName', 'chartVersion'];

/** The manifest beside it, so that the folder builds as it is. */
const manifest = 'namespace.yaml';

/**
 * A Kustomization whose helmCharts render the chart:
 * https://kubectl.docs.kubernetes.io/references/kustomize/builtins/. With `valuesMerge: replace`
 * a null in the values stays one, and so still takes a default of the chart away.
 */
export const kustomize: Output = {
  id: 'kustomize',
  group: 'GitOps and IaC',
  title: 'Kustomize',
  kind: () => 'helmCharts',
  purpose: 'A Kustomization that renders the chart with the same values, and the Namespace.',
  folder: 'kustomize',
  fields,
  make: (input) => madeOf(input, fields, makeKustomization),
};

function makeKustomization(input: ReadInput): Made {
  const namespace = namespaceObject(input);
  const head = yamlText({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [manifest],
    helmCharts: [
      {
        name: chartTitle,
        repo: chartRepository,
        version: fieldValue(input, 'chartVersion'),
        releaseName: fieldValue(input, 'releaseName'),
        namespace: namespace.metadata.name,
        valuesMerge: 'replace',
        valuesInline: {},
      },
    ],
  });
  const text = withValues(head, ['helmCharts', 0, 'valuesInline'], input.assessment.trees.values);
  if (text === undefined) return refused(valuesRefused);
  return {
    ok: true,
    files: [
      { name: 'kustomization.yaml', says: countedLines(text), text },
      { name: manifest, says: 'its Namespace', text: yamlText(namespace) },
    ],
    note: 'Build it with `kustomize build --enable-helm`.',
  };
}
