import { chartName, chartRepository, repositoryName } from '../../agent/chart/chart.ts';
import { fieldValue } from '../fields.ts';
import { namespaceName, namespaceOf, type ReadInput } from '../input.ts';
import { fileArgument } from './file-argument.ts';
import { secretReason, secretWords } from './secret-command.ts';
import { neededSecrets, type SecretNeed } from './secrets.ts';
import { type Chunk, shellLines } from './shell.ts';

/** Something to do in a shell, with what to know of it. */
export interface CommandStep {
  readonly title: string;
  readonly says: string;
  /** One or more commands, each on lines of its own. */
  readonly command: string;
}

/**
 * What installs the agent, in order: the labelled namespace first, because one made by the chart
 * cannot be relied on to carry the labels; the Secrets, which live in it; then a server-side dry
 * run, which warns of Deployments whose pods would be rejected.
 * @param input with fields and a namespace that are known to be right
 */
export function commandSteps(input: ReadInput): readonly CommandStep[] {
  const namespace = ['-n', namespaceOf(input)];
  const context = fieldValue(input, 'kubeContext');
  const kubectl = kubectlOptions(context);
  const helm: readonly Chunk[] = context === '' ? [] : [[`--kube-context=${context}`]];
  const chart: readonly Chunk[] = [
    [fieldValue(input, 'releaseName'), chartName],
    ['--version', fieldValue(input, 'chartVersion')],
    namespace,
    ['-f', fileArgument(fieldValue(input, 'valuesFile'))],
    ...helm,
  ];
  const secrets = neededSecrets(input.assessment.trees.values).filter(
    (need) => secretReason(need) === undefined,
  );
  const kube = (...words: readonly string[]) => shellLines([['kubectl', ...words], ...kubectl]);
  return [
    {
      title: 'Add the chart’s repository',
      says: 'Once per machine.',
      command: [
        shellLines([['helm', 'repo', 'add', repositoryName, chartRepository]]),
        shellLines([['helm', 'repo', 'update', repositoryName]]),
      ].join('\n'),
    },
    {
      title: 'Make the namespace',
      says: 'Its labels come with it.',
      command: kube('apply', '-f', fileArgument(namespaceName(input))),
    },
    ...(secrets.length === 0
      ? []
      : [
          {
            title: 'Make the Secrets',
            says: 'Values come from your environment, never from this page.',
            command: secrets.map((need) => secretCommand(input, need)).join('\n'),
          },
        ]),
    {
      title: 'Check without installing',
      says: 'A line that starts with “Warning: would violate” means a pod would be rejected.',
      command: shellLines(
        [['helm', 'template'], ...chart],
        [['kubectl', 'apply', '--dry-run=server', '-f', '-'], ...kubectl],
      ),
    },
    {
      title: 'Install or upgrade, then look',
      says: 'No pods? The reason is in the ReplicaSet’s events, not in Helm’s output.',
      command: [
        shellLines([['helm', 'upgrade', '--install'], ...chart]),
        kube('get', 'pods', ...namespace),
        kube('get', 'events', ...namespace, '--field-selector', 'reason=FailedCreate'),
      ].join('\n'),
    },
  ];
}

/** What makes one Secret, of which kubectl can make it: the line of the step that makes them all. */
export function secretCommand(input: ReadInput, need: SecretNeed): string {
  const options = kubectlOptions(fieldValue(input, 'kubeContext')).flat();
  return shellLines(secretWords(need, ['-n', namespaceOf(input), ...options]));
}

function kubectlOptions(context: string): readonly Chunk[] {
  return context === '' ? [] : [[`--context=${context}`]];
}
