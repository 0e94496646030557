import type { Path } from '../yaml/path.ts';
import type { YamlProblemCode } from '../yaml/problem.ts';
import type { TextRange } from '../yaml/text-edit.ts';
import type { ChartShape } from './chart-shape.ts';
import type { HostKind } from './hosts/host.ts';
import type { Host } from './hosts/host-in.ts';
import type { Part, Recognition } from './recognise.ts';

/** Why a text is not opened as values, in words. */
export interface SourceProblem {
  readonly code:
    | YamlProblemCode
    | 'empty'
    | 'comments-only'
    | 'not-a-mapping'
    | 'other-kind'
    | 'other-release'
    | 'hosted-values'
    | 'template'
    | 'terraform'
    | 'encrypted'
    | 'not-recognised';
  /** What is wrong, with no line number in it: the range says where. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  readonly range: TextRange;
  /** Other places that belong to it, such as the first of two equal keys. */
  readonly related?: readonly TextRange[];
}

/** What is recognised, but neither values nor a Namespace manifest. */
export type Unopened = Exclude<Recognition, { kind: 'values' | 'namespace' }>;

/**
 * What a text is that is not opened, and what to do about it.
 * @param file how to call the text: its name, or `The file`
 */
export function problemOf(found: Unopened, shape: ChartShape, file: string): SourceProblem {
  switch (found.kind) {
    case 'unreadable':
      return found.problem;
    case 'host':
      return { ...hostWords(found.host, shape), range: found.range };
    case 'other-release':
      return { ...otherReleaseWords(found.host, shape), range: found.range };
    case 'object':
      return {
        code: 'other-kind',
        message: `${file} is a Kubernetes ${found.objectKind}, not a values file.`,
        remedy: 'Choose the values.yaml that you give to helm install, or a Namespace manifest.',
        range: found.range,
      };
    case 'documents':
      return documentsProblem(found, shape, file);
    case 'nothing':
      return { ...nothingWords[found.why](file), range: found.range };
    case 'no-mapping':
      return { ...noMappingWords[found.why](file), range: found.range };
    case 'unrecognised':
      return { ...unrecognisedWords(shape), range: found.range };
    default:
      return { ...unfinishedWords[found.kind], range: found.range };
  }
}

type Words = Omit<SourceProblem, 'range'>;

const titles: Readonly<Record<HostKind, string>> = {
  umbrella: 'the values file of an umbrella chart',
  HelmRelease: 'a Flux HelmRelease',
  Application: 'an Argo CD Application',
  ApplicationSet: 'an Argo CD ApplicationSet',
  HelmChart: 'a k3s HelmChart',
  HelmChartConfig: 'a k3s HelmChartConfig',
  Kustomization: 'a Kustomization',
  ConfigMap: 'a ConfigMap',
  Secret: 'a Secret',
  helmfile: 'a helmfile',
};

/** What a host is, for people: `a Flux HelmRelease`. */
export function hostTitle(kind: HostKind): string {
  return titles[kind];
}

/** Of a document that holds values, or an install of them, in it. */
export function hostWords({ kind, installs }: Host, { whose }: ChartShape): Words {
  const places = installs.flatMap((install) => install.places);
  if (places.length === 0) {
    return {
      code: 'hosted-values',
      message: `This is ${titles[kind]} of ${whose} chart, and holds none of its values.`,
      remedy: 'Give the files that it takes its values from.',
    };
  }
  const paths = places.map(({ at }) => at.map(pathWords).join(' in which '));
  const remedy =
    kind === 'helmfile'
      ? 'Render it: helmfile template | restricted-agent check -'
      : 'Copy them to a file of their own, check and fix that, and copy the result back.';
  return {
    code: 'hosted-values',
    message: `This is ${titles[kind]}: ${whose} values are in it, at ${paths.join(' and ')}.`,
    remedy,
  };
}

/** Of mappings that could be anything. */
export function unrecognisedWords({ whose, name }: ChartShape): Words {
  return {
    code: 'not-recognised',
    message: `This does not look like ${whose} values: it has none of the keys that only they have.`,
    remedy: `Give the values of the chart ${name}.`,
  };
}

/** Of a document that installs other charts alone. */
export function otherReleaseWords(kind: HostKind, { whose, name }: ChartShape): Words {
  return {
    code: 'other-release',
    message: `This is ${titles[kind]}, but not of ${whose} chart.`,
    remedy: `Give the values of the chart ${name}.`,
  };
}

/** `helmCharts[0].valuesInline`; a key with a dot in it stands between quotes. */
function pathWords(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** Of what SOPS alone may change. */
export const encryptedWords = {
  code: 'encrypted',
  message: 'SOPS encrypted this file, and any edit would break its MAC.',
  remedy: 'Decrypt it with sops decrypt, check and fix the result, and encrypt that again.',
} as const;

const unfinishedWords = {
  template: {
    code: 'template',
    message: 'This is a template, which Helm or helmfile fills in first.',
    remedy: 'Render it: helm template RELEASE CHART | restricted-agent check -',
  },
  terraform: {
    code: 'terraform',
    message: 'This is Terraform, not YAML.',
    remedy: 'Move the values to a file of their own, read that with file(), and check it.',
  },
  encrypted: encryptedWords,
} as const;

/** Two facts that no reader of the file would guess. */
export const severalWords = {
  code: 'several-documents',
  message: 'A second document begins here: Helm 3 reads the first alone, Helm 4 merges them all.',
  remedy: 'Move it to a file of its own, and delete the --- between the two.',
} as const;

type Documents = Extract<Recognition, { kind: 'documents' }>;

/** Of several documents: values among them, else what holds values, else what the first one is. */
function documentsProblem(found: Documents, shape: ChartShape, file: string): SourceProblem {
  const { parts, second } = found;
  const is = (kind: Recognition['kind']) => (part: Part) => part.recognition.kind === kind;
  if (parts.some(is('values'))) return { ...second, ...severalWords };
  const part = parts.find(is('host')) ?? parts.find(isUnfinished) ?? parts[0];
  if (part === undefined) return second;
  const { recognition, offset } = part;
  if (recognition.kind === 'namespace' || recognition.kind === 'values') return second;
  const moved = (range: TextRange) => ({ ...range, offset: range.offset + offset });
  const { range, related, ...words } = problemOf(recognition, shape, file);
  return {
    ...words,
    range: moved(range),
    ...(related === undefined ? {} : { related: related.map(moved) }),
  };
}

function isUnfinished({ recognition }: Part): boolean {
  return Object.hasOwn(unfinishedWords, recognition.kind);
}

const nothingWords = {
  empty: (file: string): Words => ({
    code: 'empty',
    message: `${file} is empty.`,
    remedy: 'Choose another file, or start from the minimal one.',
  }),
  'comments-only': (file: string): Words => ({
    code: 'comments-only',
    message: `${file} sets no values: every line of it is blank or a comment.`,
    remedy: 'Take the # off the values that you mean to set, or start from the minimal file.',
  }),
} as const;

const noMappingWords = {
  list: (file: string): Words => ({
    code: 'not-a-mapping',
    message: `${file} is a list, but a values file is a mapping of keys.`,
    remedy: 'Put the list under the key it belongs to, such as workers:, or choose another file.',
  }),
  'single-value': (file: string): Words => ({
    code: 'not-a-mapping',
    message: `${file} is a single value, but a values file is a mapping of keys.`,
    remedy: 'Choose the values.yaml that you give to helm install.',
  }),
} as const;
