import { readFileSync } from 'node:fs';
import type { SourceProblem } from '../../src/sources/words.ts';
import type { Path } from '../../src/yaml/path.ts';
import * as texts from './texts.ts';

/**
 * What files of this field are, for the recogniser, the command line and the page alike: none of
 * these is edited, but for the values.
 */
export interface SourceCase {
  /** As it would be called in a repository. */
  readonly name: string;
  readonly text: string;
  /** Why it is not opened; undefined for values of the agent's. */
  readonly code?: SourceProblem['code'];
  /** The line that is pointed at, from 1. */
  readonly line?: number;
  /** A part of what is said. */
  readonly says?: string;
  /** Where in it the agent's values are. */
  readonly places?: readonly (readonly Path[])[];
  /**
   * What becomes of it where nobody named it: `skipped`, `judged` as a manifest, or reported as
   * when it is named.
   */
  readonly inFolder?: 'skipped' | 'judged';
  readonly byHook?: 'skipped' | 'judged';
  /** Whether `check` judges what of it can be read, although nobody edits it. */
  readonly isJudged?: true;
  /** Of a host whose values are judged and repaired in it. */
  readonly hosted?: Hosted;
}

/** Values in a host, which come out as if they stood alone. */
export interface Hosted {
  /** In their order. */
  readonly blocks: readonly {
    /** As the report names the install. */
    readonly install: string;
    /** The first and the last line, from 1. */
    readonly lines: readonly [number, number];
    readonly indent: number;
  }[];
  /** What is said besides of what values come from: rule and line. */
  readonly notes?: readonly (readonly [string, number])[];
}

function block(first: number, last: number, indent: number, install = 'astro-agent'): Hosted {
  return { blocks: [{ install, lines: [first, last], indent }] };
}

const file = (name: string) => readFileSync(new URL(`./files/${name}`, import.meta.url), 'utf8');

const strange = { inFolder: 'skipped', byHook: 'skipped' } as const;
const unlike = {
  code: 'not-recognised',
  says: 'This does not look like the agent’s values',
  ...strange,
} as const;

export const sourceCases: readonly SourceCase[] = [
  { name: 'subst.yaml', text: file('subst.yaml') },
  { name: 'templatefile.yaml', text: file('terraform-templatefile.yaml') },

  { name: 'redis/values.yaml', text: file('other-charts/redis.yaml'), line: 2, ...unlike },
  { name: 'app/values.yaml', text: file('other-charts/app.yaml'), line: 2, ...unlike },
  { name: 'airflow/values.yaml', text: file('other-charts/airflow.yaml'), line: 2, ...unlike },
  { name: 'nginx/values-dev.yaml', text: file('other-charts/nginx-dev.yaml'), line: 1, ...unlike },
  { name: 'nginx/values.yaml', text: file('other-charts/nginx.yaml'), line: 2, ...unlike },
  { name: 'cert-manager/values.yaml', text: texts.certManager, line: 2, ...unlike },
  { name: 'look-alike/values.yaml', text: texts.lookAlike, line: 1, ...unlike },
  { name: 'astronomer/values.yaml', text: texts.airflowOfAstronomer, line: 1, ...unlike },
  { name: 'docker-compose.yaml', text: texts.compose, line: 1, ...unlike },
  { name: '.github/workflows/ci.yaml', text: texts.workflow, line: 1, ...unlike },
  { name: 'a.yaml', text: '{a: 1}\n', line: 1, ...unlike },
  { name: 'mapping.yaml', text: '{}\n', line: 1, ...unlike },
  { name: 'no-group.yaml', text: 'kind: Pod\nspec: {}\n', line: 1, ...unlike },
  {
    name: 'two.yaml',
    text: 'a: 1\n---\nb: 2\n',
    line: 1,
    ...unlike,
  },
  {
    name: 'playbook.yaml',
    text: texts.ansibleList,
    code: 'not-a-mapping',
    line: 1,
    says: 'is a list',
    ...strange,
  },
  { name: 'empty.yaml', text: '', code: 'empty', line: 1, says: 'is empty', ...strange },
  {
    name: 'commented.yaml',
    text: '# resourceNamePrefix: a\n---\n# workers: []\n',
    code: 'comments-only',
    line: 1,
    says: 'sets no values',
    ...strange,
  },

  {
    name: 'umbrella/values.yaml',
    text: file('umbrella.yaml'),
    code: 'hosted-values',
    line: 1,
    says: 'umbrella chart: the agent’s values are in it, at astro-remote-execution-agent.',
    places: [[['astro-remote-execution-agent']]],
    hosted: block(2, 15, 2, 'astro-remote-execution-agent'),
  },
  {
    name: 'umbrella/two.yaml',
    text: texts.umbrellaByAlias,
    code: 'hosted-values',
    line: 3,
    says: 'at east and west.',
    places: [[['east']], [['west']]],
    hosted: {
      blocks: [
        { install: 'east', lines: [4, 4], indent: 2 },
        { install: 'west', lines: [6, 6], indent: 2 },
      ],
    },
  },
  {
    name: 'umbrella/few.yaml',
    text: texts.umbrellaByName,
    code: 'hosted-values',
    line: 1,
    says: 'at astro-remote-execution-agent.',
    places: [[['astro-remote-execution-agent']]],
    hosted: block(2, 2, 2, 'astro-remote-execution-agent'),
  },
  {
    name: 'helmrelease.yaml',
    text: file('helmrelease.yaml'),
    code: 'hosted-values',
    line: 13,
    says: 'a Flux HelmRelease: the agent’s values are in it, at spec.values.',
    places: [[['spec', 'values']]],
    hosted: block(14, 27, 4),
  },
  {
    name: 'values-from.yaml',
    text: texts.releaseWithoutValues,
    code: 'hosted-values',
    line: 2,
    says: 'a Flux HelmRelease of the agent’s chart, and holds none of its values.',
    places: [],
  },
  {
    name: 'application-text.yaml',
    text: file('argo-values-string.yaml'),
    code: 'hosted-values',
    line: 13,
    says: 'an Argo CD Application: the agent’s values are in it, at spec.source.helm.values.',
    places: [[['spec', 'source', 'helm', 'values']]],
    hosted: block(14, 27, 8),
  },
  {
    name: 'application.yaml',
    text: file('argo-valuesobject.yaml'),
    code: 'hosted-values',
    line: 13,
    says: 'at spec.source.helm.valuesObject.',
    places: [[['spec', 'source', 'helm', 'valuesObject']]],
    hosted: block(14, 27, 8),
  },
  {
    name: 'application-both.yaml',
    text: texts.applicationWithBoth,
    code: 'hosted-values',
    line: 10,
    says: 'at spec.source.helm.valuesObject.',
    places: [[['spec', 'source', 'helm', 'valuesObject']]],
    hosted: block(11, 11, 8, 'a'),
  },
  {
    name: 'applicationset.yaml',
    text: texts.applicationSet,
    code: 'hosted-values',
    line: 18,
    says: 'an Argo CD ApplicationSet: the agent’s values are in it, at spec.template.spec.sources[1].helm.values.',
    places: [[['spec', 'template', 'spec', 'sources', 1, 'helm', 'values']]],
    hosted: block(19, 19, 14, 'agent-{{cluster}}'),
  },
  {
    name: 'helmchart.yaml',
    text: texts.k3sChart,
    code: 'hosted-values',
    line: 9,
    says: 'a k3s HelmChart: the agent’s values are in it, at spec.valuesContent.',
    places: [[['spec', 'valuesContent']]],
    hosted: block(10, 10, 4),
  },
  {
    name: 'helmchartconfig.yaml',
    text: texts.k3sConfig,
    code: 'hosted-values',
    line: 7,
    says: 'a k3s HelmChartConfig',
    places: [[['spec', 'valuesContent']]],
    hosted: { blocks: [], notes: [['layer-alone', 7]] },
  },
  {
    name: 'kustomization.yaml',
    text: file('kustomization.yaml'),
    code: 'hosted-values',
    line: 9,
    says: 'a Kustomization: the agent’s values are in it, at helmCharts[0].valuesInline.',
    places: [[['helmCharts', 0, 'valuesInline']]],
    hosted: block(10, 23, 6),
  },
  {
    name: 'bare/kustomization.yaml',
    text: texts.bareKustomization,
    code: 'hosted-values',
    line: 6,
    says: 'at helmCharts[1].valuesInline.',
    places: [[['helmCharts', 1, 'valuesInline']]],
    hosted: block(7, 7, 6, ''),
  },
  {
    name: 'configmap.yaml',
    text: file('configmap-values.yaml'),
    code: 'hosted-values',
    line: 5,
    says: 'a ConfigMap: the agent’s values are in it, at data["values.yaml"].',
    places: [[['data', 'values.yaml']]],
    hosted: block(6, 19, 4, 'agent-values'),
  },
  {
    name: 'secret.yaml',
    text: texts.secret,
    code: 'hosted-values',
    line: 6,
    says: 'a Secret: the agent’s values are in it',
    places: [[['stringData', 'values.yaml']]],
    hosted: block(7, 7, 4, 'agent-values'),
  },
  {
    name: 'bundle.yaml',
    text: texts.configMapWithRelease,
    code: 'hosted-values',
    line: 5,
    says: 'at data["release.yaml"] in which spec.values.',
    places: [
      [
        ['data', 'release.yaml'],
        ['spec', 'values'],
      ],
    ],
    hosted: block(11, 11, 8, 'a'),
  },
  {
    name: 'helmfile.yaml',
    text: file('helmfile.yaml'),
    code: 'hosted-values',
    line: 9,
    says: 'a helmfile: the agent’s values are in it, at releases[0].values[0].',
    places: [[['releases', 0, 'values', 0]]],
  },
  {
    name: 'release-and-service.yaml',
    text: texts.releaseAfterService,
    code: 'hosted-values',
    line: 14,
    says: 'at spec.values.',
    hosted: { ...block(15, 15, 4, 'a'), notes: [['elsewhere', 13]] },
  },
  {
    name: 'several.yaml',
    text: texts.severalValues,
    code: 'several-documents',
    line: 3,
    says: 'Helm 3 reads the first alone, Helm 4 merges them all',
  },

  {
    name: 'other/helmrelease.yaml',
    text: texts.otherRelease,
    code: 'other-release',
    line: 2,
    says: 'a Flux HelmRelease, but not of the agent’s chart',
    inFolder: 'judged',
  },
  {
    name: 'other/helmfile.yaml',
    text: texts.otherHelmfile,
    code: 'other-release',
    line: 1,
    says: 'a helmfile, but not of the agent’s chart',
    ...strange,
  },
  {
    name: 'other/helmchart.yaml',
    text: texts.fluxChart,
    code: 'other-kind',
    line: 2,
    says: 'is a Kubernetes HelmChart',
    inFolder: 'judged',
    byHook: 'judged',
  },
  {
    name: 'other/kustomization.yaml',
    text: texts.fluxKustomization,
    code: 'other-kind',
    line: 2,
    says: 'is a Kubernetes Kustomization',
    inFolder: 'judged',
    byHook: 'judged',
  },
  {
    name: 'other/application.yaml',
    text: texts.sigApplication,
    code: 'other-kind',
    line: 2,
    says: 'is a Kubernetes Application',
    inFolder: 'judged',
    byHook: 'judged',
  },

  {
    name: 'values.yaml.gotmpl',
    text: file('helmfile-values.yaml.gotmpl'),
    code: 'template',
    line: 1,
    says: 'This is a template',
  },
  {
    name: 'quoted.yaml',
    text: file('tpl-quoted.yaml'),
    code: 'template',
    line: 1,
    says: 'This is a template',
  },
  {
    name: 'templates/deployment.yaml',
    text: texts.chartTemplate,
    code: 'template',
    line: 4,
    says: 'helm template RELEASE CHART | restricted-agent check -',
    byHook: 'skipped',
  },
  {
    name: 'main.tf',
    text: file('main.tf'),
    code: 'terraform',
    line: 1,
    says: 'This is Terraform',
  },
  {
    name: 'sops.yaml',
    text: file('sops.yaml'),
    code: 'encrypted',
    line: 20,
    says: 'SOPS encrypted this file',
    isJudged: true,
  },
  {
    name: 'other/sops.yaml',
    text: 'password: ENC[AES256_GCM,data:x,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:y,type:str]\n',
    code: 'encrypted',
    line: 2,
    says: 'SOPS encrypted this file',
    ...strange,
  },
];
