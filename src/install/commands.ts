import { chartName } from '../agent/chart/chart.ts';

/** One thing to run, with what it is for. */
export interface Command {
  readonly title: string;
  readonly command: string;
}

/**
 * The commands that install the agent with these files, in order: the labelled namespace first,
 * because a namespace made by the chart cannot be relied on to carry the labels; then a server-side
 * dry run, which warns about Deployments whose pods would be rejected.
 * @param namespace the namespace's name, a DNS label
 */
export function installCommands(namespace: string): readonly Command[] {
  const release = 'astro-agent';
  const render = `helm template ${release} ${chartName} -n ${namespace} -f values.yaml`;
  return [
    { title: 'Make the namespace', command: 'kubectl apply -f namespace.yaml' },
    {
      title: 'Check without installing',
      command: `${render} | kubectl apply --dry-run=server -f -`,
    },
    {
      title: 'Install or upgrade',
      command: `helm upgrade --install ${release} ${chartName} -n ${namespace} -f values.yaml`,
    },
    { title: 'See that the pods run', command: `kubectl get pods -n ${namespace}` },
    {
      title: 'If a Deployment has no pods, see why',
      command: `kubectl get events -n ${namespace} --field-selector reason=FailedCreate`,
    },
  ];
}
