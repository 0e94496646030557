import { labelComplaints, subdomainComplaints } from '../kube/names.ts';
import { textAt } from '../yaml/locate.ts';
import type { FieldId } from './field-id.ts';
import { type HandoverInput, valuesName } from './input.ts';

/** A version of a chart, as Semantic Versioning has it, with or without a v in front. */
const version = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** An address that Git clones from: with a scheme, or `git@host:path`. */
const cloneAddress = /^(?:(?:https?|ssh|git):\/\/|[\w.-]+@[\w.-]+:)\S+$/;

export interface FieldFacts {
  readonly label: string;
  /** What stands in the empty field. */
  readonly placeholder?: string;
  /** The values to choose from, where there are no others. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Whether it is a question at all, by the other fields; absent: always. */
  readonly isAsked?: (input: HandoverInput) => boolean;
  /** What holds until something is filled in. */
  readonly usual: (input: HandoverInput) => string;
  /** Why a value cannot be used, with what can; undefined for one that can. */
  readonly complaint: (value: string) => string | undefined;
}

/** The newest version of the chart that is known here (July 2026). */
const knownChartVersion = '2.3.3';

const anything = () => undefined;

const isFromGit = (input: HandoverInput) => fieldValue(input, 'argoValues') === 'git';

function objectName(value: string): string | undefined {
  return subdomainComplaints(value).length === 0
    ? undefined
    : 'Use lower case letters, digits, dashes and dots, with a letter or digit at both ends.';
}

function namespaceName(value: string): string | undefined {
  return labelComplaints(value).length === 0
    ? undefined
    : 'Use at most 63 lower case letters, digits and dashes, with a letter or digit at both ends.';
}

/** Helm takes 53 characters at most, so that what is made of the name still fits a label. */
const maxReleaseName = 53;

function releaseName(value: string): string | undefined {
  if (value.length > maxReleaseName) return `Use at most ${maxReleaseName} characters.`;
  return objectName(value);
}

/** The prefix of all objects names the install already, so it makes a good name of the release. */
function usualRelease({ now }: HandoverInput): string {
  const prefix = now.ok ? textAt(now.assessment.trees.values, ['resourceNamePrefix']) : undefined;
  return prefix !== undefined && releaseName(prefix) === undefined ? prefix : 'astro-agent';
}

export const fieldFacts: Readonly<Record<FieldId, FieldFacts>> = {
  releaseName: { label: 'Release name', usual: usualRelease, complaint: releaseName },
  chartVersion: {
    label: 'Chart version',
    usual: () => knownChartVersion,
    complaint: (value) =>
      version.test(value) ? undefined : `Use a version such as ${knownChartVersion}.`,
  },
  kubeContext: {
    label: 'Kube context',
    placeholder: 'the current one',
    usual: () => '',
    complaint: anything,
  },
  valuesFile: {
    label: 'Values file',
    usual: valuesName,
    complaint: (value) => (value === '' ? 'Give the path of the values file.' : undefined),
  },
  applicationName: { label: 'Application name', usual: usualRelease, complaint: objectName },
  argoNamespace: {
    label: 'Argo CD’s namespace',
    usual: () => 'argocd',
    complaint: namespaceName,
  },
  argoProject: { label: 'Project', usual: () => 'default', complaint: objectName },
  argoValues: {
    label: 'Values',
    choices: [
      { value: 'inline', label: 'Values inline' },
      { value: 'git', label: 'Values from Git' },
    ],
    usual: () => 'inline',
    complaint: (value) =>
      value === 'inline' || value === 'git' ? undefined : 'Choose inline or git.',
  },
  gitRepository: {
    label: 'Git repository',
    placeholder: 'https://git.example.com/team/agents.git',
    isAsked: isFromGit,
    usual: () => '',
    complaint: (value) =>
      cloneAddress.test(value) ? undefined : 'Give the address that Argo CD clones from.',
  },
  gitRevision: {
    label: 'Git revision',
    isAsked: isFromGit,
    usual: () => 'HEAD',
    complaint: (value) => (value === '' ? 'Give a branch, a tag or HEAD.' : undefined),
  },
  fluxNamespace: {
    label: 'Flux’s namespace',
    usual: () => 'flux-system',
    complaint: namespaceName,
  },
};

/** What holds for a field: what was filled in, else its usual value. */
export function fieldValue(input: HandoverInput, id: FieldId): string {
  return input.fields[id] || fieldFacts[id].usual(input);
}

/** Those of these fields that are a question, by what the others hold. */
export function askedFields(input: HandoverInput, ids: readonly FieldId[]): readonly FieldId[] {
  return ids.filter((id) => fieldFacts[id].isAsked?.(input) !== false);
}

/** The first of these fields that is asked and cannot be used as it is, with the reason. */
export function wrongField(
  input: HandoverInput,
  ids: readonly FieldId[],
): { readonly id: FieldId; readonly reason: string } | undefined {
  for (const id of askedFields(input, ids)) {
    const { label, complaint } = fieldFacts[id];
    const reason = complaint(fieldValue(input, id));
    if (reason !== undefined) return { id, reason: `${label}: ${reason}` };
  }
  return undefined;
}
