import { chartRepository, chartTitle } from '../../agent/chart/chart.ts';
import type { FieldId } from '../field-id.ts';
import { fieldValue } from '../fields.ts';
import { namespaceName, type ReadInput } from '../input.ts';
import { countedLines, madeOf } from '../made.ts';
import type { Made, Output } from '../output.ts';
import { hclLines, hclString } from './hcl.ts';
import { namespaceParts } from './namespace-parts.ts';
import { ownText } from './own-text.ts';

const fields: readonly FieldId[] = ['releaseName', 'chartVersion'];

/**
 * A namespace and a release for Terraform and OpenTofu, by the providers `kubernetes` and `helm`:
 * https://registry.terraform.io/providers/hashicorp/helm/latest/docs/resources/release
 */
export const terraform: Output = {
  id: 'terraform',
  group: 'GitOps and IaC',
  title: 'Terraform',
  kind: () => 'helm_release, OpenTofu too',
  purpose: 'The namespace and a helm_release with the same values, for Terraform and OpenTofu.',
  folder: 'terraform',
  fields,
  make: (input) => madeOf(input, fields, makeModule),
};

function makeModule(input: ReadInput): Made {
  const { name, labels, annotations } = namespaceParts(input);
  const { values } = input.assessment.trees;
  const lines = [
    'resource "kubernetes_namespace_v1" "agents" {',
    '  metadata {',
    `    name = ${hclString(name)}`,
    ...mapLines('labels', labels),
    ...mapLines('annotations', annotations),
    '  }',
    '}',
    '',
    'resource "helm_release" "agents" {',
    `  name       = ${hclString(fieldValue(input, 'releaseName'))}`,
    `  repository = ${hclString(chartRepository)}`,
    `  chart      = ${hclString(chartTitle)}`,
    `  version    = ${hclString(fieldValue(input, 'chartVersion'))}`,
    '  namespace  = kubernetes_namespace_v1.agents.metadata[0].name',
    '',
    `  values = [${hclLines(ownText(values) ?? values.text)}`,
    '  ]',
    '}',
    '',
  ];
  const text = lines.join('\n');
  return {
    ok: true,
    files: [{ name: 'agents.tf', says: `${countedLines(text)}, OpenTofu too`, text }],
    note: `The namespace is in it with its labels. Leave out \`${namespaceName(input)}\` if you use this.`,
  };
}

function mapLines(key: string, texts: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(texts);
  if (entries.length === 0) return [];
  return [
    `    ${key} = {`,
    ...entries.map(([name, value]) => `      ${hclString(name)} = ${hclString(value)}`),
    '    }',
  ];
}
