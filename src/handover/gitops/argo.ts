import { chartRepository, chartTitle } from '../../agent/chart/chart.ts';
import type { PlainValue } from '../../yaml/change.ts';
import type { FieldId } from '../field-id.ts';
import { fieldValue } from '../fields.ts';
import { namespaceName, type ReadInput, valuesName } from '../input.ts';
import { countedLines, madeOf } from '../made.ts';
import { type Made, type Output, refused } from '../output.ts';
import { withValues } from './hosted-values.ts';
import { namespaceParts } from './namespace-parts.ts';
import { valuesRefused } from './values-refused.ts';
import { yamlText } from './yaml-text.ts';

const fields: readonly FieldId[] = [
  'applicationName',
  'argoNamespace',
  'argoProject',
  'chartVersion',
  'releaseName',
  'argoValues',
  'gitRepository',
  'gitRevision',
];

type Data = { readonly [key: string]: PlainValue };

/**
 * An Application of Argo CD: https://argo-cd.readthedocs.io/en/stable/user-guide/helm/. With
 * CreateNamespace it makes the namespace, and managedNamespaceMetadata gives that its labels.
 */
export const argo: Output = {
  id: 'argo',
  group: 'GitOps and IaC',
  title: 'Argo CD',
  kind: () => 'Application',
  purpose: 'An Argo CD Application with the same values, which makes the namespace and its labels.',
  folder: 'argo-cd',
  fields,
  make: (input) => {
    const isGit = fieldValue(input, 'argoValues') === 'git';
    return madeOf(input, fields, isGit ? fromGit : inline);
  },
};

function inline(input: ReadInput): Made {
  const helm = { releaseName: fieldValue(input, 'releaseName'), valuesObject: {} };
  const head = yamlText(application(input, { source: { ...chart(input), helm } }));
  const at = ['spec', 'source', 'helm', 'valuesObject'];
  const text = withValues(head, at, input.assessment.trees.values);
  return text === undefined ? refused(valuesRefused) : made(text, input);
}

function fromGit(input: ReadInput): Made {
  if (input.isHosted) {
    return refused(
      'The values stand among other things in their file, and Argo CD reads none but values from Git.',
      'argoValues',
    );
  }
  const helm = {
    releaseName: fieldValue(input, 'releaseName'),
    valueFiles: [`$values/${valuesName(input)}`],
  };
  const git = {
    repoURL: fieldValue(input, 'gitRepository'),
    targetRevision: fieldValue(input, 'gitRevision'),
    ref: 'values',
  };
  return made(yamlText(application(input, { sources: [{ ...chart(input), helm }, git] })), input);
}

function made(text: string, input: ReadInput): Made {
  return {
    ok: true,
    files: [
      {
        name: 'application.yaml',
        says: `${countedLines(text)}, checked against Argo CD’s schema`,
        text,
      },
    ],
    note: `The Namespace’s labels are in \`managedNamespaceMetadata\`, so Argo CD keeps them. Leave out \`${namespaceName(input)}\` if you use this.`,
  };
}

function chart(input: ReadInput): Data {
  return {
    repoURL: chartRepository,
    chart: chartTitle,
    targetRevision: fieldValue(input, 'chartVersion'),
  };
}

function application(input: ReadInput, sources: Data): Data {
  const { name, labels, annotations } = namespaceParts(input);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: fieldValue(input, 'applicationName'),
      namespace: fieldValue(input, 'argoNamespace'),
    },
    spec: {
      project: fieldValue(input, 'argoProject'),
      destination: { server: 'https://kubernetes.default.svc', namespace: name },
      ...sources,
      syncPolicy: {
        managedNamespaceMetadata: {
          labels,
          ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
        },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
  };
}
