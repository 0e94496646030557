import { chartName } from '../../agent/chart/chart.ts';
import { nameReason } from './name-reason.ts';
import { shellCommand } from './shell.ts';

/** One thing to run, with what it is for; or why there is nothing to run. */
export type Command =
  | { readonly title: string; readonly command: string }
  | { readonly title: string; readonly reason: string };

const release = 'astro-agent';

/**
 * The commands that install the agent with these files, in order: the labelled namespace first,
 * because a namespace made by the chart cannot be relied on to carry the labels; then a server-side
 * dry run, which warns about Deployments whose pods would be rejected.
 * @param namespace the namespace's name; commands need one that Kubernetes takes
 */
export function installCommands(namespace: string): readonly Command[] {
  const reason = nameReason('namespace', namespace);
  const within = ['-n', namespace];
  const chart = [release, chartName, ...within, '-f', 'values.yaml'];
  return [
    {
      title: 'Make the namespace',
      command: shellCommand(['kubectl', 'apply', '-f', 'namespace.yaml']),
    },
    {
      title: 'Check without installing',
      command: shellCommand(
        ['helm', 'template', ...chart],
        ['kubectl', 'apply', '--dry-run=server', '-f', '-'],
      ),
    },
    {
      title: 'Install or upgrade',
      command: shellCommand(['helm', 'upgrade', '--install', ...chart]),
    },
    {
      title: 'See that the pods run',
      command: shellCommand(['kubectl', 'get', 'pods', ...within]),
    },
    {
      title: 'If a Deployment has no pods, see why',
      command: shellCommand([
        'kubectl',
        'get',
        'events',
        ...within,
        '--field-selector',
        'reason=FailedCreate',
      ]),
    },
  ].map(({ title, command }) => (reason === undefined ? { title, command } : { title, reason }));
}
